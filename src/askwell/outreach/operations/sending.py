""" "I sent it", "I already wrote", and their undo: what a letter that went out means for somebody."""

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.coach.workdays import Days
from askwell.explorations.models import Exploration
from askwell.outreach import selectors
from askwell.outreach.models import Approach, Channel, Letter, LetterKind
from askwell.outreach.operations.asking import open_asking
from askwell.outreach.operations.finding import forget_letter, index_letter
from askwell.people import journal
from askwell.people.models import Person
from askwell.plumbing.errors import Refusal
from askwell.workspaces.access import Scope

_MEANS = {
    LetterKind.REQUEST: EventKind.LETTER_SENT,
    LetterKind.INTRO_REQUEST: EventKind.LETTER_SENT,
    LetterKind.NUDGE: EventKind.REMINDED,
    LetterKind.DECLINE_REPLY: EventKind.DECLINE_THANKED,
    LetterKind.SCHEDULE: EventKind.TIMES_PROPOSED,
}
_MEANS_FOR_A_TALK = {
    LetterKind.THANKS: EventKind.THANKED,
    LetterKind.CONFIRM: EventKind.CONFIRMED,
    LetterKind.REMINDER: EventKind.CONFIRMED,
    LetterKind.MISSED: EventKind.AFTERWORD,
}
SENT_HOUR = time(20, 0)
CAME_BACK_HOUR = time(23, 59)


class NotYet(Refusal):
    """Something is said to have happened on a day that is still to come."""


def moment_of(scope: Scope, day: date | None, now: datetime, *, hour: time) -> datetime:
    """When something happened that is remembered only by its day: now, if it was today.

    A letter counts as sent in the evening and an answer as come later still, so that one day holds
    both in their order. Raises NotYet for a day to come.
    """
    zone = Days(scope.settings.cadence).zone
    today = now.astimezone(zone).date()
    if day is None or day == today:
        return now
    if day > today:
        raise NotYet(_("That day is still to come. Choose today or an earlier day."))
    return datetime.combine(day, hour, zone)


def evening_of(scope: Scope, day: date) -> datetime:
    """The evening of a day, as the notebook's cadence knows it: when something is due "on" it."""
    days = Days(scope.settings.cadence)
    return days.evening(datetime(day.year, day.month, day.day, tzinfo=days.zone))


@transaction.atomic
def mark_sent(scope: Scope, *, letter: Letter, now: datetime, day: date | None = None) -> Letter:
    """ "I sent it": never refused because of the text. Twice is once.

    What it means depends on the kind of letter: asked, reminded, thanked, times proposed, and so
    on; every other letter is contact, which resets the rhythm. Raises NotYet for a day to come.
    """
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.sent_at is not None:
        return letter
    letter.sent_at = moment_of(scope, day, now, hour=SENT_HOUR)
    if letter.person is not None:
        if letter.kind in selectors.ASKING:
            letter.approach = _asked_on(scope, letter, letter.person, letter.sent_at)
        kind, data = meaning(letter)
        event = journal.record(
            scope,
            person=letter.person,
            exploration=letter.exploration,
            kind=kind,
            at=letter.sent_at,
            now=now,
            data=data,
        )
        letter.sent_event = event.uid
    letter.updated_at = now
    letter.save(update_fields=["sent_at", "sent_event", "approach", "updated_at"])
    index_letter(scope, letter)
    return letter


def _asked_on(scope: Scope, letter: Letter, person: Person, at: datetime) -> Approach:
    """The asking this letter belongs to, which now goes on over the letter's channel."""
    approach = open_asking(
        scope, person=person, exploration=letter.exploration, now=at, channel=letter.channel
    )
    if approach.channel != letter.channel:
        approach.channel = letter.channel
        approach.save(update_fields=["channel"])
    return approach


@transaction.atomic
def undo_sent(scope: Scope, *, letter: Letter, now: datetime) -> Letter:
    """It was not sent after all: the entry is retracted and the letter is a draft again.

    One that was only written down as sent, without its text, leaves nothing behind (no `pk`).
    """
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.sent_at is None:
        return letter
    if letter.sent_event is not None:
        journal.retract(scope, event=selectors.get_event(scope, letter.sent_event), now=now)
    letter.sent_at, letter.sent_event, letter.updated_at = None, None, now
    letter.save(update_fields=["sent_at", "sent_event", "updated_at"])
    if not letter.body and not letter.choices:
        forget_letter(scope, letter)
        letter.delete()
    return letter


@transaction.atomic
def already_wrote(
    scope: Scope,
    *,
    person: Person,
    exploration: Exploration | None,
    uid: UUID,
    now: datetime,
    day: date | None = None,
    kind: str = LetterKind.REQUEST,
    channel: str = Channel.EMAIL,
    text: str = "",
) -> Letter:
    """ "I already wrote", with or without the letter. No limit and no blank stands in its way.

    The same `uid` twice is one letter. Raises NotYet for a day to come.
    """
    letter, _made = Letter.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "person": person,
            "exploration": exploration,
            "kind": kind,
            "channel": channel,
            "body": text,
            "created_at": now,
            "updated_at": now,
        },
    )
    return mark_sent(scope, letter=letter, now=now, day=day)


def meaning(letter: Letter) -> tuple[EventKind, dict[str, str]]:
    """What the journal says of a letter that went out: the kind of entry and its payload."""
    data = {"letter": str(letter.uid)}
    kind = LetterKind(letter.kind)
    if kind in _MEANS:
        return _MEANS[kind], data
    if kind in _MEANS_FOR_A_TALK and letter.conversation_uid:
        return _MEANS_FOR_A_TALK[kind], {**data, "talk": str(letter.conversation_uid)}
    if kind == LetterKind.UPDATE and letter.choices.get("ref"):
        return EventKind.LOOP_TOLD, {**data, "ref": str(letter.choices["ref"])}
    return EventKind.TOUCHED, data
