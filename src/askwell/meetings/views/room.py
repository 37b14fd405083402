"""The talk itself, on one screen; what the room sends while somebody types."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse, RawPostDataException
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.meetings import operations, selectors
from askwell.meetings.operations import Typed
from askwell.meetings.views.dates import after_talk
from askwell.plumbing import clock
from askwell.plumbing.http import see_other
from askwell.plumbing.ids import new_uid
from askwell.questions import operations as questions
from askwell.questions import selectors as plans
from askwell.workspaces.access import ScopedRequest

LONGEST_NOTE = 20_000
LATEST = 2**53  # the largest revision a browser can count to
DAY_SECONDS = 24 * 60 * 60


@require_http_methods(["GET"])
def room(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The room while the talk is on; the door to it before; afterwards the talk's page."""
    talk = selectors.get_talk(request.scope, uid)
    if talk.is_held or talk.is_missed:
        return redirect("meetings:talk", talk.uid)
    template = "meetings/room.html" if talk.is_running else "meetings/door.html"
    placeholder = new_uid()
    context = {
        "talk": talk,
        "names": selectors.names_of(talk),
        "plan": plans.plan(request.scope, talk.agenda),
        "notes": selectors.notes_of(talk),
        "tags": selectors.note_tags(),
        "now": clock.now(),
        "ends_at": selectors.room_end(talk),
        "reach": selectors.sentences(talk, "follow-up")[:3],
        "back": selectors.sentences(talk, "back")[:1],
        "opening": selectors.sentences(talk, "opening"),
        "closing": selectors.sentences(talk, "closing")[:1],
        "nerves": selectors.nerves_card(),
        "notes_url": _pattern("meetings:note", talk.uid, placeholder),
        "asked_url": _pattern("meetings:asked", talk.uid, placeholder),
    }
    return render(request, template, context)


def _pattern(name: str, talk: UUID, placeholder: UUID) -> str:
    """An address with ``{uid}`` where the browser puts a uid of its own."""
    return reverse(name, args=[talk, placeholder]).replace(str(placeholder), "{uid}")


@require_http_methods(["POST"])
def start(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Start the talk."""
    talk = selectors.get_talk(request.scope, uid)
    operations.start(request.scope, talk=talk, now=clock.now())
    return see_other(request, "meetings:room", talk.uid)


@require_http_methods(["POST"])
def end(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """End the talk; what comes next is to write down what must not be forgotten."""
    talk = selectors.get_talk(request.scope, uid)
    operations.end(request.scope, talk=talk, now=clock.now())
    return see_other(request, after_talk(talk.uid))


@require_http_methods(["POST"])
def resume(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """It is still going on."""
    talk = selectors.get_talk(request.scope, uid)
    operations.resume(request.scope, talk=talk, now=clock.now())
    return see_other(request, "meetings:room", talk.uid)


# -- what the room sends --------------------------------------------------------------------------


@require_http_methods(["PUT"])
def note(request: ScopedRequest, uid: UUID, note: UUID) -> HttpResponse:
    """Keep one note as it is typed: ``{revision, text, tag, offset_seconds, agenda_item}``.

    Answers ``{"revision": n, "stored": …}``: what is held now, and whether it is what was sent.
    """
    talk = selectors.get_talk(request.scope, uid)
    typed = _typed(note, _body(request))
    if typed is None:
        sentence = _("This note could not be read. It is still on your device.")
        return JsonResponse({"error": sentence}, status=422)
    kept = operations.keep_note(request.scope, talk=talk, typed=typed, now=clock.now())
    return JsonResponse({"revision": kept.revision, "stored": kept.stored})


def _body(request: ScopedRequest) -> dict[str, Any]:
    try:
        found = json.loads(request.body)
    except (ValueError, RecursionError, RawPostDataException):
        return {}
    return found if isinstance(found, dict) else {}


def _typed(uid: UUID, body: dict[str, Any]) -> Typed | None:
    """The note as it came; nothing when it cannot be one. Small things are put right, not refused."""
    revision, text = body.get("revision"), body.get("text")
    if not isinstance(revision, int) or not 0 < revision < LATEST or not isinstance(text, str):
        return None
    if len(text) > LONGEST_NOTE:
        return None
    offset = body.get("offset_seconds")
    return Typed(
        uid=uid,
        revision=revision,
        text=_storable(text),
        tag=str(body.get("tag", "")),
        offset_seconds=min(max(offset, 0), DAY_SECONDS) if isinstance(offset, int) else 0,
        agenda_item=_uid_or_none(body.get("agenda_item")),
    )


def _storable(text: str) -> str:
    """JSON can hold what no database can: NUL, and halves of characters."""
    return text.replace("\x00", "").encode(errors="replace").decode()


def _uid_or_none(value: Any) -> UUID | None:
    try:
        return UUID(value)
    except (ValueError, TypeError, AttributeError):
        return None


@require_http_methods(["POST"])
def asked(request: ScopedRequest, uid: UUID, item: UUID) -> HttpResponse:
    """Tick a question off, or take the tick back: ``{asked}``."""
    talk = selectors.get_talk(request.scope, uid)
    line = selectors.get_question(request.scope, talk, item)
    body = _body(request)
    done = body.get("asked") is True
    questions.mark_asked(request.scope, item=line, asked=done, now=clock.now())
    return JsonResponse({"asked": done, "revision": body.get("revision", 0), "stored": True})
