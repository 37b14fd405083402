"""Skills they named against mine, and what I set out to do about the gaps."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.explorations.selectors import current
from askwell.insights import operations, selectors
from askwell.insights.formats import read_skills
from askwell.insights.forms import LEVELS, ActionForm, DoneForm, LevelForm, SkillsForm, lines_of
from askwell.insights.views.heard import question_of
from askwell.people.formats import FormatError
from askwell.plumbing import clock
from askwell.plumbing.http import posted, refused, safe_next, say, see_other, sought
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import ScopedRequest

SHOWN = 200


def _skills(request: ScopedRequest, form: SkillsForm) -> dict[str, Any]:
    exploration = question_of(request)
    rows = selectors.skills(request.scope, exploration)
    find = sought(request)
    return {
        "exploration": exploration,
        "skills": selectors.find_skills(rows, find)[:SHOWN],
        "people": selectors.people_met(request.scope, exploration),
        "levels": LEVELS,
        "form": form,
        "find": find,
        "new_uid": new_uid,
    }


@require_http_methods(["GET", "POST"])
def skills(request: ScopedRequest) -> HttpResponse:
    """Named by how many people, with their words; have, weak or missing; add mine."""
    form = SkillsForm(posted(request), request.FILES or None)
    if request.method == "GET":
        return render(request, "insights/skills.html", _skills(request, form))
    if not form.is_valid():
        return refused(request, "insights/skills.html", _skills(request, form))
    names = list(lines_of(form.cleaned_data["names"]))
    file = form.cleaned_data["file"]
    try:
        names += read_skills(file.file, file.size) if file else ()
    except FormatError as error:
        form.add_error("file", _(error.reason) % error.params)
        return refused(request, "insights/skills.html", _skills(request, form))
    count = operations.import_skills(request.scope, names=names, now=clock.now())
    say(request, _words(count))
    return see_other(request, "insights:skills")


def _words(count: int) -> str:
    if not count:
        return _("They were all there already.")
    return ngettext("%(n)d skill added.", "%(n)d skills added.", count) % {"n": count}


@require_http_methods(["POST"])
def level(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Have, weak or missing."""
    row = selectors.get_skill(request.scope, uid)
    form = LevelForm(request.POST)
    if form.is_valid():
        operations.set_level(request.scope, skill=row, level=form.cleaned_data["level"])
    return see_other(request, safe_next(request, "insights:skills"))


@require_http_methods(["POST"])
def drop(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a skill away with its mentions and actions (undoable)."""
    row = selectors.get_skill(request.scope, uid)
    undo = operations.discard(request.scope, row=row, label=row.name, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, safe_next(request, "insights:skills"))


@require_http_methods(["GET", "POST"])
def actions(request: ScopedRequest) -> HttpResponse:
    """What I set out to do, with days; a new one from here or from a gap."""
    start = {"uid": new_uid(), "skill": request.GET.get("skill", "")}
    form = ActionForm(posted(request), initial=start)
    context = {"form": form, "actions": selectors.actions(request.scope)[:SHOWN]}
    if request.method == "GET":
        return render(request, "insights/actions.html", context)
    if not form.is_valid():
        return refused(request, "insights/actions.html", context)
    data = form.cleaned_data
    wanted = data.pop("skill")
    operations.plan(
        request.scope,
        **data,
        skill=selectors.get_skill(request.scope, wanted) if wanted else None,
        exploration=current(request.scope),
        now=clock.now(),
    )
    say(request, _("Set down."))
    return see_other(request, safe_next(request, "insights:actions"))


@require_http_methods(["POST"])
def done(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Done, or not after all."""
    row = selectors.get_action(request.scope, uid)
    form = DoneForm(request.POST)
    finished = form.is_valid() and form.cleaned_data["done"]
    operations.finish(request.scope, action=row, done=finished, now=clock.now())
    return see_other(request, safe_next(request, "insights:actions"))


@require_http_methods(["POST"])
def drop_action(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw an action away (undoable)."""
    row = selectors.get_action(request.scope, uid)
    undo = operations.discard(request.scope, row=row, label=row.text, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, safe_next(request, "insights:actions"))
