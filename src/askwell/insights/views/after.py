"""After a talk, when calm: the look back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.coach.cadence import EventKind
from askwell.insights import operations, selectors
from askwell.insights.forms import DebriefForm, lines_of
from askwell.meetings import selectors as talks
from askwell.plumbing import clock
from askwell.plumbing.errors import NotFound
from askwell.plumbing.http import posted, refused, safe_next, say, see_other
from askwell.workspaces.access import ScopedRequest


@require_http_methods(["GET", "POST"])
def debrief(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """What surprised me, what changed, is this me; all of it may stay empty."""
    talk = talks.get_talk(request.scope, uid)
    form = DebriefForm(posted(request), initial=_written(request, talk))
    if request.method == "GET":
        return render(request, "insights/debrief.html", _debrief(request, talk, form))
    if "skip" in request.POST:
        operations.skip_look_back(request.scope, talk=talk, now=clock.now())
        say(request, _("Fine. The talk is done."))
        return see_other(request, safe_next(request, "/"))
    if not form.is_valid():
        return refused(request, "insights/debrief.html", _debrief(request, talk, form))
    answers = operations.LookBack(
        **form.cleaned_data | {"skills": lines_of(form.cleaned_data["skills"])}
    )
    operations.look_back(request.scope, talk=talk, answers=answers, now=clock.now())
    say(request, _("Kept."))
    return see_other(request, "insights:debrief", talk.uid)


def _written(request: ScopedRequest, talk: Any) -> dict[str, Any]:
    row = selectors.debrief_of(request.scope, talk)
    sure = selectors.confidence_after(request.scope, talk)
    if row is None:
        return {}
    names = ("surprised", "changed", "fit", "fit_why", "better_next_time")
    return {name: getattr(row, name) for name in names} | {"sure": sure and sure.value}


def _debrief(request: ScopedRequest, talk: Any, form: DebriefForm) -> dict[str, Any]:
    people = talks.people_of(talk)
    offered = selectors.told(request.scope, talk, EventKind.CONNECTED)
    return {
        "talk": talk,
        "names": talks.names_of(talk),
        "form": form,
        "done": selectors.debrief_of(request.scope, talk),
        "to_connect": [person for person in people if person.pk not in offered],
        "resume_offer": selectors.resume_offer(request.scope, talk),
    }


@require_http_methods(["POST"])
def connect(request: ScopedRequest, uid: UUID, person: UUID) -> HttpResponse:
    """Connecting was offered to me once; whatever I said, it is not offered again."""
    talk = talks.get_talk(request.scope, uid)
    found = next((p for p in talks.people_of(talk) if p.uid == person), None)
    if found is None:
        raise NotFound
    operations.connected(request.scope, talk=talk, person=found, now=clock.now())
    return see_other(request, "insights:debrief", talk.uid)
