"""Before I forget; who led to whom; staying in touch."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.insights import selectors as heard
from askwell.network import selectors
from askwell.network.forms import RecallForm
from askwell.network.recall import Remembered, take_up
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.meetings.models import Conversation


@require_http_methods(["GET", "POST"])
def recall(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Three prompts at once, and the notes of the room to take up with one click."""
    talk = heard.get_talk(request.scope, uid)
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
    say(request, _("Kept. Nothing of it can get lost now."))
    return see_other(request, "network:recall", talk.uid)


def _written(request: ScopedRequest, talk: "Conversation") -> dict[str, Any]:
    row = selectors.recall_of(request.scope, talk)
    if row is None:
        return {"ask_them": True}
    prompts = {"struck": row.struck, "will_do": row.will_do, "who_else": row.who_else}
    return prompts | {"ask_them": True}


def _recall(request: ScopedRequest, talk: "Conversation", form: RecallForm) -> dict[str, Any]:
    return {
        "talk": talk,
        "names": heard.names_of(heard.people_of(talk)),
        "form": form,
        "kept": selectors.recall_of(request.scope, talk),
        "unthanked": selectors.unthanked(request.scope, talk),
    }
