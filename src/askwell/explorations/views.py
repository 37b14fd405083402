"""Pages about my question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.explorations import operations, selectors, starting
from askwell.explorations.forms import AskForm, BeliefForm, ExplorationForm, SureForm
from askwell.plumbing import clock
from askwell.plumbing.http import posted, refused, safe_next, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope, ScopedRequest

if TYPE_CHECKING:
    from askwell.explorations.models import Exploration, Hypothesis

LISTS = {"roles": "role", "organizations": "organization", "places": "place"}


@require_http_methods(["GET"])
def questions(request: ScopedRequest) -> HttpResponse:
    """All my questions, open ones first."""
    rows = selectors.explorations(request.scope)[:200]
    return render(request, "explorations/list.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def new(request: ScopedRequest) -> HttpResponse:
    """Ask a question: one line is enough."""
    start = {"uid": new_uid(), "topic": request.GET.get("topic", "")}
    form = AskForm(posted(request), initial=start)
    context = {"form": form, "templates": starting.templates()}
    if request.method == "GET":
        return render(request, "explorations/new.html", context)
    if not form.is_valid():
        return refused(request, "explorations/new.html", context)
    row = operations.ask(request.scope, now=clock.now(), **form.cleaned_data)
    return see_other(request, "explorations:detail", row.uid)


@require_http_methods(["GET"])
def detail(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """One question: beliefs, what it is about, how sure I have been."""
    return render(request, "explorations/detail.html", _detail(request, uid))


def _detail(request: ScopedRequest, uid: UUID) -> dict[str, object]:
    row = selectors.get_exploration(request.scope, uid)
    weekly = row.weekly_minutes or request.scope.settings.weekly_minutes
    template = starting.template(row.template or "role")
    beliefs = list(selectors.hypotheses(request.scope, row))
    return {
        "exploration": row,
        "hypotheses": beliefs,
        "targets": selectors.targets(request.scope, row),
        "confidences": selectors.confidences(request.scope, row),
        "cost": starting.cost_sentence(weekly),
        "template": template,
        "ideas": [] if template is None else _not_yet(template.hypotheses, beliefs),
        "belief": BeliefForm(initial={"uid": new_uid()}),
        "sure": SureForm(initial={"uid": new_uid()}),
    }


def _not_yet(ideas: Sequence[str], beliefs: "Sequence[Hypothesis]") -> list[tuple[UUID, str]]:
    """Common beliefs to take up with one click, each with the uid its row would get."""
    have = {belief.text for belief in beliefs}
    return [(new_uid(), idea) for idea in ideas if idea not in have]


@require_http_methods(["GET", "POST"])
def edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Say more about a question, or say it better."""
    row = selectors.get_exploration(request.scope, uid)
    form = ExplorationForm(posted(request), initial=_initial(request.scope, row))
    context = {"form": form, "exploration": row}
    if request.method == "GET":
        return render(request, "explorations/edit.html", context)
    if not form.is_valid():
        return refused(request, "explorations/edit.html", context)
    data = form.cleaned_data
    hours = data["weekly_hours"]
    operations.edit(
        request.scope,
        exploration=row,
        topic=data["topic"],
        sentence=data["sentence"],
        why=data["why"],
        weekly_minutes=None if hours is None else int(hours * 60),
        targets={kind: data[field].splitlines() for field, kind in LISTS.items()},
    )
    say(request, _("Kept."))
    return see_other(request, "explorations:detail", row.uid)


def _initial(scope: Scope, row: "Exploration") -> dict[str, object]:
    rows = list(selectors.targets(scope, row))
    lists = {
        field: "\n".join(target.text for target in rows if target.kind == kind)
        for field, kind in LISTS.items()
    }
    return {
        "sentence": row.sentence,
        "topic": row.topic,
        "why": row.why,
        "weekly_hours": None if row.weekly_minutes is None else row.weekly_minutes / 60,
        **lists,
    }


@require_http_methods(["POST"])
def switch(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Work on this question from now on."""
    row = selectors.get_exploration(request.scope, uid)
    operations.make_current(request.scope, exploration=row)
    return see_other(request, safe_next(request, "home:today"))


@require_http_methods(["POST"])
def believe(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Add to what I believe so far."""
    row = selectors.get_exploration(request.scope, uid)
    form = BeliefForm(request.POST)
    if not form.is_valid():
        context = _detail(request, uid) | {"belief": form}
        return refused(request, "explorations/detail.html", context)
    operations.believe(request.scope, exploration=row, now=clock.now(), **form.cleaned_data)
    return see_other(request, "explorations:detail", row.uid)


@require_http_methods(["POST"])
def drop_belief(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw one belief away (undoable for thirty days)."""
    row = selectors.get_hypothesis(request.scope, uid)
    undo = operations.drop_belief(request.scope, hypothesis=row, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, "explorations:detail", row.exploration.uid)


@require_http_methods(["POST"])
def sure(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """How sure am I now?"""
    row = selectors.get_exploration(request.scope, uid)
    form = SureForm(request.POST)
    if not form.is_valid():
        context = _detail(request, uid) | {"sure": form}
        return refused(request, "explorations/detail.html", context)
    operations.set_confidence(request.scope, exploration=row, now=clock.now(), **form.cleaned_data)
    say(request, _("Written down. How sure you are may go up and down; both teach."))
    return see_other(request, "explorations:detail", row.uid)
