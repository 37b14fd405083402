"""Who may be here twice: pairs side by side, answered with the same, different, or later."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.people import operations, suspects
from askwell.people.forms import PairForm
from askwell.people.pairs_told import told
from askwell.plumbing import clock
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.http import safe_next, say, see_other
from askwell.workspaces.access import ScopedRequest


@require_http_methods(["GET", "POST"])
def page(request: ScopedRequest) -> HttpResponse:
    """The likeliest pairs first; a POST looks through everybody again."""
    if request.method == "POST":
        found = suspects.look_everywhere(request.scope)
        sentence = ngettext("%(n)s pair looks alike.", "%(n)s pairs look alike.", found)
        say(request, sentence % {"n": found})
        return see_other(request, request.get_full_path())
    organizations = request.GET.get("kind") == suspects.ORGANIZATION
    kind = suspects.ORGANIZATION if organizations else suspects.PERSON
    later = "later" in request.GET
    read = suspects.put_off if later else suspects.waiting
    waiting, put_off = suspects.how_many(request.scope, kind)
    context = {
        "kind": kind,
        "organizations": organizations,
        "later": later,
        "pairs": [told(pair) for pair in read(request.scope, kind)],
        "waiting": waiting,
        "put_off": put_off,
        "here": request.get_full_path(),
    }
    return render(request, "people/twice.html", context)


@require_http_methods(["POST"])
def answer(request: ScopedRequest) -> HttpResponse:
    """The same, different, or later; each can be undone."""
    form = PairForm(request.POST)
    back = safe_next(request, "people:twice")
    if not form.is_valid():
        say(request, _("Nothing was chosen."))
        return see_other(request, back)
    said = form.cleaned_data
    try:
        undo = _same(request, said) if said["answer"] == "same" else _other(request, said)
    except NotFound:
        raise
    except Refusal as error:
        say(request, str(error))
        return see_other(request, back)
    say(request, str(_ANSWERED[said["answer"]]()), undo=undo)
    return see_other(request, back)


_ANSWERED = {
    "same": lambda: _("They are one now. Nothing was lost."),
    "different": lambda: _("Remembered: they are two. You will not be asked again."),
    "later": lambda: _("Put off."),
}


def _same(request: ScopedRequest, said: dict[str, Any]) -> str:
    merged = operations.merge(
        request.scope,
        winner=said["first"],
        loser=said["second"],
        now=clock.now(),
        reasons=suspects.found_reasons(request.scope, said["first"], said["second"]),
    )
    suspects.forget_pair(request.scope, said["first"], said["second"])
    return reverse("people:unmerge", args=[merged.uid])


def _other(request: ScopedRequest, said: dict[str, Any]) -> str:
    row = suspects.say_of_two(
        request.scope,
        kind=said["kind"],
        first=said["first"],
        second=said["second"],
        answer=said["answer"],
        now=clock.now(),
    )
    return reverse("people:unsay", args=[row.uid])


@require_http_methods(["POST"])
def unsay(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take "different" or "later" back: the two are asked about again."""
    row = suspects.get_verdict(request.scope, uid)
    kind = "?kind=organization" if row.organization_id else ""
    suspects.take_back_verdict(request.scope, verdict=row)
    say(request, _("Taken back."))
    return see_other(request, reverse("people:twice") + kind)
