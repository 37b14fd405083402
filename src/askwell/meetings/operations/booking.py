"""A date: book, move, cancel, missed; who takes part; throw away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.meetings.models import Conversation, Participant
from askwell.meetings.operations.finding import reindex
from askwell.meetings.operations.telling import entries, tell
from askwell.meetings.operations.times import release_all
from askwell.meetings.selectors import talks
from askwell.outreach.models import Approach
from askwell.people import journal
from askwell.people import selectors as known
from askwell.people.models import Person
from askwell.people.operations import add_person, one_at_a_time
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.questions import operations as questions
from askwell.questions.models import Agenda
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url


class TooLate(Refusal):
    """A talk that should be booked is over already, or one that is over should be changed."""


class WhichOne(Refusal):
    """A name fits several people."""


@dataclass(frozen=True)
class Agreed:
    """What was agreed. `zone` is the zone that was meant when the time was named."""

    starts_at: datetime
    minutes: int
    zone: str
    mode: str
    place: str = ""
    backup: str = ""


@transaction.atomic
def book(
    scope: Scope,
    *,
    uid: UUID,
    people: Sequence[Person],
    agreed: Agreed,
    exploration: Exploration | None,
    now: datetime,
    others: Sequence[str] = (),
) -> Conversation:
    """Write a date down for everybody who takes part; times kept free for them are released.

    `others` are names, found or made as :func:`somebody` does. The same `uid` twice is one talk.
    Raises TooLate when the talk would be over by now, WhichOne for a name that fits several.
    """
    found = begun(scope, uid, people)
    if found:
        return found
    _must_be_ahead(agreed, now)
    talk = create_talk(
        scope,
        uid=uid,
        people=[*people, *everybody(scope, names=others, now=now)],
        agreed=agreed,
        exploration=exploration,
        now=now,
    )
    tell(scope, talk=talk, kind=EventKind.BOOKED, at=now, now=now)
    return talk


def begun(scope: Scope, uid: UUID, people: Sequence[Person]) -> Conversation | None:
    """The talk of this uid, if a form that was sent twice made it already.

    The people are locked: of two that come at the same moment, the second waits for the first.
    """
    one_at_a_time(*people)
    return Conversation.objects.filter(workspace=scope.workspace, uid=uid).first()


def create_talk(
    scope: Scope,
    *,
    uid: UUID,
    people: Sequence[Person],
    agreed: Agreed,
    exploration: Exploration | None,
    now: datetime,
    state: str = Conversation.State.BOOKED,
) -> Conversation:
    """The rows of a talk, without a word in the journal; nothing is kept free for its people now."""
    approaches = Approach.objects.filter(workspace=scope.workspace, person__in=people)
    talk = Conversation.objects.create(
        workspace=scope.workspace,
        uid=uid,
        exploration=exploration,
        approach=approaches.filter(exploration=exploration).order_by("-opened_at").first(),
        state=state,
        changed_at=now,
        **vars(agreed),
    )
    Participant.objects.bulk_create(
        Participant(workspace=scope.workspace, uid=new_uid(), conversation=talk, person=person)
        for person in dict.fromkeys(people)
    )
    for person in people:
        release_all(scope, person=person, now=now)
    return talk


def _must_be_ahead(agreed: Agreed, now: datetime) -> None:
    if agreed.starts_at + timedelta(minutes=agreed.minutes) <= now:
        raise TooLate(
            _(
                "That time is over. If you have talked already, choose “We talked” instead; "
                "for a date to come, check the day."
            )
        )


def hold(talk: Conversation) -> None:
    """Lock a talk and read it again: another tab may have changed it since it was shown."""
    Conversation.objects.select_for_update().filter(pk=talk.pk).values_list("pk").first()
    talk.refresh_from_db()


@transaction.atomic
def reschedule(scope: Scope, *, talk: Conversation, agreed: Agreed, now: datetime) -> Conversation:
    """Another time, length, mode or place; also brings back what was cancelled or missed.

    The calendar file gets the next sequence number. Nothing happens when nothing changed. Raises
    TooLate when the talk took place already, or would be over by now.
    """
    hold(talk)
    if talk.is_held:
        raise TooLate(_("This talk took place already, so its date stays as it is."))
    if talk.is_booked and all(getattr(talk, name) == value for name, value in vars(agreed).items()):
        return talk
    _must_be_ahead(agreed, now)
    for name, value in vars(agreed).items():
        setattr(talk, name, value)
    talk.state, talk.started_at, talk.changed_at = Conversation.State.BOOKED, None, now
    talk.sequence += 1
    talk.leave_by = None
    talk.save()
    if talk.agenda is not None:
        questions.set_minutes(scope, agenda=talk.agenda, minutes=agreed.minutes)
    tell(scope, talk=talk, kind=EventKind.BOOKED, at=now, now=now)
    return talk


@transaction.atomic
def cancel(scope: Scope, *, talk: Conversation, now: datetime) -> None:
    """It does not take place. Twice is once. Raises TooLate when it took place."""
    _miss(scope, talk, Conversation.State.CANCELLED, EventKind.CANCELLED, now)


@transaction.atomic
def no_show(scope: Scope, *, talk: Conversation, now: datetime) -> None:
    """They did not come. Twice is once. Raises TooLate when the talk took place."""
    _miss(scope, talk, Conversation.State.NO_SHOW, EventKind.NO_SHOW, now)


def _miss(
    scope: Scope, talk: Conversation, state: Conversation.State, kind: EventKind, now: datetime
) -> None:
    rows = Conversation.objects.filter(pk=talk.pk, state__in=talks.TO_COME)
    moved = rows.update(state=state, sequence=talk.sequence + 1, changed_at=now)
    if moved:
        tell(scope, talk=talk, kind=kind, at=now, now=now)
    talk.refresh_from_db()
    if talk.is_held:
        raise TooLate(_("This talk took place already. Its notes and thanks stay as they are."))


# -- who takes part -------------------------------------------------------------------------------


def somebody(scope: Scope, *, name: str, now: datetime) -> Person:
    """The one person of this name, or somebody new.

    Raises WhichOne when several people have it: guessing would thank the wrong one.
    """
    wanted = " ".join(name.split())
    found = list(known.people(scope).filter(name__iexact=wanted)[:2])
    if len(found) > 1:
        raise WhichOne(
            _(
                "More than one person is called %(name)s. Open the right one in People and book "
                "from there; the rest you typed is still here."
            )
            % {"name": wanted}
        )
    return found[0] if found else add_person(scope, name=wanted, now=now)


@transaction.atomic
def everybody(scope: Scope, *, names: Sequence[str], now: datetime) -> list[Person]:
    """The people of these names, as :func:`somebody` finds or makes them; all or none."""
    return [somebody(scope, name=name, now=now) for name in names]


@transaction.atomic
def add_participant(
    scope: Scope, *, talk: Conversation, person: Person, now: datetime
) -> Participant:
    """Somebody else takes part, too; what happened with the talk so far happened with them."""
    hold(talk)
    row, made = Participant.objects.get_or_create(
        workspace=scope.workspace,
        conversation=talk,
        person=person,
        defaults={"uid": new_uid()},
    )
    if made:
        kind, at = (EventKind.BOOKED, now)
        if talk.is_held and talk.ended_at:
            kind, at = EventKind.TALK_ENDED, talk.ended_at
        tell(scope, talk=talk, kind=kind, at=at, now=now, people=[person])
    return row


@transaction.atomic
def remove_participant(scope: Scope, *, talk: Conversation, person: Person, now: datetime) -> str:
    """Somebody does not take part after all; returns the address that takes it back.

    Raises TooLate for the last one: then it is the talk that is thrown away.
    """
    hold(talk)
    rows = Participant.objects.filter(conversation=talk)
    if rows.exclude(person=person).count() == 0:
        raise TooLate(_("A talk needs somebody. Throw the whole talk away instead."))
    thrown = throw_away(
        scope,
        rows=rows.filter(person=person),
        kind="participant",
        label=person.name,
        now=now,
        also=[entries(scope, talk).filter(person=person)],
    )
    journal.rebuild(scope, [person.pk], now)
    return undo_url(thrown)


@transaction.atomic
def delete_talk(scope: Scope, *, talk: Conversation, now: datetime) -> str:
    """Throw a talk away with its notes, its plan and its part of the journal.

    Returns the address that takes it back.
    """
    people = [person.pk for person in talks.people_of(talk)]
    thrown = throw_away(
        scope,
        rows=Conversation.objects.filter(pk=talk.pk),
        kind="talk",
        label=talks.names_of(talk),
        now=now,
        also=[Agenda.objects.filter(pk__in=[talk.agenda_id or 0]), entries(scope, talk)],
    )
    journal.rebuild(scope, people, now)
    reindex(scope, [talk.uid])
    return undo_url(thrown)
