"""The talk itself: start, notes that cannot be lost, end; typed up later; talks nobody planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.meetings import paper
from askwell.meetings.models import Conversation, RoomNote
from askwell.meetings.operations.booking import Agreed, TooLate, begun, create_talk, everybody
from askwell.meetings.operations.finding import reindex
from askwell.meetings.operations.telling import entries, tell
from askwell.meetings.selectors import talks
from askwell.outreach.selectors import is_taken_back
from askwell.people import journal
from askwell.people.models import Person
from askwell.plumbing.errors import NotFound
from askwell.questions.models import AgendaItem
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url

FORGOTTEN = timedelta(hours=3)
"""A talk that is ended this long after its agreed end was over at the agreed end."""


@transaction.atomic
def start(scope: Scope, *, talk: Conversation, now: datetime) -> None:
    """Start the talk; a second press changes nothing. Raises TooLate when it is over or missed."""
    rows = Conversation.objects.filter(pk=talk.pk, state=Conversation.State.BOOKED)
    if rows.update(state=Conversation.State.RUNNING, started_at=now):
        tell(scope, talk=talk, kind=EventKind.TALK_STARTED, at=now, now=now)
    talk.refresh_from_db()
    if not talk.is_running:
        raise TooLate(_("This talk is over. Its notes are below, and you can add to them."))


@transaction.atomic
def end(scope: Scope, *, talk: Conversation, now: datetime) -> None:
    """End the talk, from the room or afterwards; twice is once.

    The thank-you is owed from this moment, so a talk that somebody forgot to end, or never
    started here, ended when it was agreed to. Raises TooLate for one that was cancelled or missed.
    """
    at = _really_ended(talk, now)
    rows = Conversation.objects.filter(pk=talk.pk, state__in=talks.TO_COME)
    if rows.update(state=Conversation.State.HELD, ended_at=at):
        tell(scope, talk=talk, kind=EventKind.TALK_ENDED, at=at, now=now)
        reindex(scope, [talk.uid])
    talk.refresh_from_db()
    if talk.is_missed:
        raise TooLate(_("This talk did not take place. If you did talk, give it a new date first."))


def _really_ended(talk: Conversation, now: datetime) -> datetime:
    agreed = talk.ends_at
    if talk.started_at is None:
        return min(now, agreed)
    return agreed if now > max(agreed, talk.started_at) + FORGOTTEN else now


@transaction.atomic
def resume(scope: Scope, *, talk: Conversation, now: datetime) -> None:
    """It is still going on: take an ending back that was pressed too soon.

    Raises TooLate when something was made of the talk already, or nothing was ended.
    """
    later = entries(scope, talk).filter(kind__in=(EventKind.RECALLED, EventKind.THANKED))
    rows = Conversation.objects.filter(pk=talk.pk, state=Conversation.State.HELD, recall=None)
    begun = talk.started_at or talk.starts_at
    running = Conversation.State.RUNNING
    if later.exists() or not rows.update(state=running, started_at=begun, ended_at=None):
        raise TooLate(_("This talk is over: you wrote down already what came of it."))
    for event in entries(scope, talk).filter(kind=EventKind.TALK_ENDED).select_related("person"):
        if not is_taken_back(scope, event):
            journal.retract(scope, event=event, now=now)


# -- notes ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Typed:
    """One note as the browser has it; `revision` grows with every change of it."""

    uid: UUID
    revision: int
    text: str
    tag: str
    offset_seconds: int
    agenda_item: UUID | None = None


@dataclass(frozen=True)
class Kept:
    """What the server holds now, and whether that is what was sent."""

    revision: int
    stored: bool


def keep_note(scope: Scope, *, talk: Conversation, typed: Typed, now: datetime) -> Kept:
    """Keep a note of the room. An older revision never wins, in whatever order they arrive.

    One conditional UPDATE decides, so that two devices or two tabs need no lock; only the first
    one to bring a new note inserts it. Raises NotFound when the note belongs to another talk.
    """
    kept = _keep(scope, talk, typed, now)
    if kept.stored and talk.is_held:  # in the room the end does it, once
        reindex(scope, [talk.uid])
    return kept


def _keep(scope: Scope, talk: Conversation, typed: Typed, now: datetime) -> Kept:
    values = _columns(scope, talk, typed)
    if _overwrite(scope, talk, typed, values):
        return Kept(typed.revision, stored=True)
    try:
        with transaction.atomic():
            if not RoomNote.objects.filter(workspace=scope.workspace, uid=typed.uid).exists():
                RoomNote.objects.create(
                    workspace=scope.workspace,
                    uid=typed.uid,
                    conversation=talk,
                    created_at=now,
                    **values,
                )
                return Kept(typed.revision, stored=True)
    except IntegrityError:
        pass  # another tab brought it a moment ago
    if _overwrite(scope, talk, typed, values):
        return Kept(typed.revision, stored=True)
    return _held(scope, talk, typed)


def _overwrite(
    scope: Scope, talk: Conversation, typed: Typed, values: Mapping[str, object]
) -> bool:
    rows = RoomNote.objects.filter(workspace=scope.workspace, conversation=talk, uid=typed.uid)
    return bool(rows.filter(revision__lt=typed.revision).update(**values))


def _columns(scope: Scope, talk: Conversation, typed: Typed) -> dict[str, object]:
    """A tag or a question that is not known here is dropped; the words never are."""
    items = AgendaItem.objects.filter(workspace=scope.workspace, agenda=talk.agenda_id)
    item = items.filter(uid=typed.agenda_item).first() if typed.agenda_item else None
    return {
        "revision": typed.revision,
        "text": typed.text,
        "tag": typed.tag if typed.tag in RoomNote.Tag.values else RoomNote.Tag.NOTE,
        "offset_seconds": typed.offset_seconds,
        "agenda_item": item,
    }


def _held(scope: Scope, talk: Conversation, typed: Typed) -> Kept:
    rows = RoomNote.objects.filter(workspace=scope.workspace, conversation=talk, uid=typed.uid)
    found = rows.values("revision", "text").first()
    if found is None:
        raise NotFound
    same = found["revision"] == typed.revision and found["text"] == typed.text
    return Kept(found["revision"], stored=same)


@transaction.atomic
def remove_note(scope: Scope, *, note: RoomNote, now: datetime) -> str:
    """Throw a note away; returns the address that takes it back."""
    rows = RoomNote.objects.filter(pk=note.pk)
    thrown = throw_away(scope, rows=rows, kind="note", label=note.text, now=now)
    reindex(scope, [note.conversation.uid])
    return undo_url(thrown)


@transaction.atomic
def type_up(
    scope: Scope,
    *,
    talk: Conversation,
    uid: UUID,
    page: str,
    answers: Mapping[UUID, str],
    now: datetime,
) -> int:
    """Notes from paper, one line each, at once; how many there are. The talk is ended by it.

    `answers` holds lines under the questions of the plan, by the question's uid: those questions
    count as asked. The same `uid` twice writes nothing twice. Raises TooLate as :func:`end` does.
    """
    end(scope, talk=talk, now=now)
    items = {row.uid: row for row in AgendaItem.objects.filter(agenda=talk.agenda_id)}
    groups = [(items[key], text) for key, text in answers.items() if key in items]
    rows = [
        RoomNote(
            workspace=scope.workspace,
            uid=note_uid,
            conversation=talk,
            text=text,
            tag=tag,
            agenda_item=item,
            offset_seconds=talk.minutes * 60,  # after whatever was written in the room
            created_at=now,
        )
        for note_uid, item, (tag, text) in _numbered(uid, [*groups, (None, page)])
    ]
    RoomNote.objects.bulk_create(rows, ignore_conflicts=True)
    reindex(scope, [talk.uid])
    asked = [item.pk for item, text in groups if text.strip()]
    AgendaItem.objects.filter(pk__in=asked, asked_at=None).update(asked_at=talk.ended_at)
    return len(rows)


def _numbered(
    uid: UUID, groups: Sequence[tuple[AgendaItem | None, str]]
) -> list[tuple[UUID, AgendaItem | None, tuple[RoomNote.Tag, str]]]:
    """Every line with a uid that follows from the form's and its place, so that it is made once."""
    found = []
    for item, text in groups:
        for number, line in enumerate(paper.read_page(text)):
            name = f"{item.uid if item else 'page'} {number}"
            found.append((uuid5(uid, name), item, line))
    return found


# -- a talk that was not booked -------------------------------------------------------------------


@transaction.atomic
def talked(
    scope: Scope,
    *,
    uid: UUID,
    people: Sequence[Person],
    agreed: Agreed,
    exploration: Exploration | None,
    now: datetime,
    others: Sequence[str] = (),
) -> Conversation:
    """ "We talked", "she rang me": a talk that was not booked here. The same `uid` twice is one.

    `others` are names, as for :func:`book`. Raises TooLate (too early, rather) when it would begin
    later than now, WhichOne for a name that fits several.
    """
    found = begun(scope, uid, people)
    if found:
        return found
    if agreed.starts_at > now:
        raise TooLate(_("That time is still to come. For a date to come, choose “Book a talk”."))
    talk = create_talk(
        scope,
        uid=uid,
        people=[*people, *everybody(scope, names=others, now=now)],
        agreed=agreed,
        exploration=exploration,
        now=now,
        state=Conversation.State.HELD,
    )
    talk.started_at, talk.ended_at = agreed.starts_at, min(now, talk.ends_at)
    talk.save(update_fields=["started_at", "ended_at"])
    tell(scope, talk=talk, kind=EventKind.TALK_ENDED, at=talk.ended_at, now=now)
    return talk
