"""Before I forget, and the thank-you that is made of it."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.meetings import selectors as talks
from askwell.network import letters, selectors
from askwell.network.forms import RecallForm
from askwell.network.recall import Remembered, take_up
from askwell.plumbing import clock
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.meetings.models import Conversation


@require_http_methods(["GET", "POST"])
def recall(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Three prompts at once, and the notes of the room to take up with one click."""
    talk = talks.get_talk(request.scope, uid)
    offered = selectors.offered_notes(request.scope, talk)
    form = RecallForm(posted(request), offered=offered, initial=_written(request, talk))
    if request.method == "GET":
        return render(request, "network/recall.html", _recall(request, talk, form))
    if not form.is_valid():
        return refused(request, "network/recall.html", _recall(request, talk, form))
    prompts = ("struck", "will_do", "who_else", "due_on", "ask_them")
    remembered = Remembered(
        **{name: form.cleaned_data[name] for name in prompts}, notes=form.taken()
    )
    try:
        take_up(request.scope, talk=talk, remembered=remembered, now=clock.now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return refused(request, "network/recall.html", _recall(request, talk, form))
    return _on_to_thanks(request, talk)


def _on_to_thanks(request: ScopedRequest, talk: "Conversation") -> HttpResponse:
    """One person: straight on to their thank-you. Several: back to the list of who is owed one."""
    say(request, _("Kept. Nothing of it can get lost now."))
    owed = selectors.unthanked(request.scope, talk)
    if len(owed) != 1:
        return see_other(request, "network:recall", talk.uid)
    letter = letters.thank(request.scope, talk=talk, person=owed[0], now=clock.now())
    return see_other(request, "outreach:letter", letter.uid)


@require_http_methods(["POST"])
def thank(request: ScopedRequest, uid: UUID, person: UUID) -> HttpResponse:
    """Begin the thank-you to one of the people in a talk."""
    talk = talks.get_talk(request.scope, uid)
    found = next((p for p in talks.people_of(talk) if p.uid == person), None)
    if found is None:
        raise NotFound
    letter = letters.thank(request.scope, talk=talk, person=found, now=clock.now())
    return see_other(request, "outreach:letter", letter.uid)


def _written(request: ScopedRequest, talk: "Conversation") -> dict[str, Any]:
    row = talks.recall_of(talk)
    if row is None:
        return {"ask_them": True}
    prompts = {"struck": row.struck, "will_do": row.will_do, "who_else": row.who_else}
    return prompts | {"ask_them": True}


def _recall(request: ScopedRequest, talk: "Conversation", form: RecallForm) -> dict[str, Any]:
    return {
        "talk": talk,
        "names": talks.names_of(talk),
        "form": form,
        "kept": talks.recall_of(talk),
        "unthanked": selectors.unthanked(request.scope, talk),
    }
