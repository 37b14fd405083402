"""Writes on asking somebody: choose, not now, never, let it rest; and who must not be asked."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind, Stage
from askwell.explorations.models import Exploration
from askwell.outreach import selectors
from askwell.outreach.models import Approach, Channel
from askwell.people import journal
from askwell.people.models import Event, Person
from askwell.people.operations import one_at_a_time
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

MOST_REMINDERS = 2
_UNDER_WAY = (Stage.THOUGHT, Stage.ASKED, Stage.YES, Stage.DATE)


class Declined(Refusal):
    """Somebody who said no is not asked again, for no question."""


class WaitALittle(Refusal):
    """A limit one click goes over: `concerns` holds what speaks for waiting."""

    def __init__(self, concerns: list[selectors.Concern]) -> None:
        super().__init__(" ".join(concern.text for concern in concerns))
        self.concerns = concerns


class EnoughReminders(Refusal):
    """One gentle reminder; a second only if insisted; never a third."""

    def __init__(self, sentence: str, *, may_insist: bool) -> None:
        super().__init__(sentence)
        self.may_insist = may_insist


@transaction.atomic
def choose(
    scope: Scope,
    *,
    person: Person,
    exploration: Exploration | None,
    now: datetime,
    via: Person | None = None,
    channel: str = Channel.EMAIL,
    insist: bool = False,
) -> Approach:
    """Choose somebody to be asked; from now on they have one next step.

    Twice is once: who is being asked already stays as they are; who was met may be asked again.
    Raises Declined for somebody who said no, and WaitALittle when enough letters are out or a
    colleague of theirs was only just written to; `insist` goes over the latter.
    """
    one_at_a_time(person)
    found = selectors.open_approach(scope, person, exploration)
    row = selectors.standing(scope, person, exploration)
    if found is not None and row is not None and row.stage in _UNDER_WAY:
        return found
    may_be_asked(scope, person)
    worth_a_thought = [] if insist else selectors.concerns(scope, person, now)
    if worth_a_thought:
        raise WaitALittle(worth_a_thought)
    if row is not None and row.met:
        close(found, outcome="talked", now=now)
    approach = open_asking(scope, person=person, exploration=exploration, now=now, channel=channel)
    if via is not None:
        approach.via = via
        approach.save(update_fields=["via"])
    journal.record(
        scope,
        person=person,
        exploration=exploration,
        kind=EventKind.CHOSEN,
        at=now,
        now=now,
        data={"approach": str(approach.uid)},
    )
    return approach


def open_asking(
    scope: Scope,
    *,
    person: Person,
    exploration: Exploration | None,
    now: datetime,
    channel: str = Channel.EMAIL,
) -> Approach:
    """The open approach to somebody under a question, made when there is none. No event."""
    approach, _made = Approach.objects.get_or_create(
        workspace=scope.workspace,
        person=person,
        exploration=exploration,
        closed_at=None,
        defaults={"uid": new_uid(), "opened_at": now, "channel": channel},
    )
    return approach


@transaction.atomic
def put_aside(
    scope: Scope,
    *,
    person: Person,
    exploration: Exploration | None,
    now: datetime,
    for_good: bool = False,
) -> Event:
    """ "Not now" to a suggestion, or "never" with `for_good`. Returns the entry, for undo."""
    kind = EventKind.NEVER if for_good else EventKind.NOT_NOW
    return _close_with(scope, person, exploration, kind, now)


@transaction.atomic
def rest(scope: Scope, *, person: Person, exploration: Exploration | None, now: datetime) -> Event:
    """Let it rest: nothing more is due, and that's fine. Returns the entry, for undo."""
    return _close_with(scope, person, exploration, EventKind.RESTED, now)


@transaction.atomic
def take_back(scope: Scope, *, event: Event, now: datetime) -> Event:
    """Undo choosing, not now, never, or let it rest. Twice is once.

    An approach that the entry closed is open again, one that it opened is gone.
    """
    if event.kind not in _TAKEN_BACK_HERE or selectors.is_taken_back(scope, event):
        return event
    approach = _approach_of(scope, event.data.get("approach"))
    if approach is not None and event.kind == EventKind.CHOSEN:
        if not approach.letters.exists():
            approach.delete()
    elif approach is not None:
        reopen(scope, approach=approach)
    journal.retract(scope, event=event, now=now)
    return event


_TAKEN_BACK_HERE = (EventKind.CHOSEN, EventKind.NOT_NOW, EventKind.NEVER, EventKind.RESTED)


def close(approach: Approach | None, *, outcome: str, now: datetime) -> None:
    """The asking is over, and this is how."""
    if approach is not None and approach.closed_at is None:
        approach.closed_at, approach.outcome = now, outcome
        approach.save(update_fields=["closed_at", "outcome"])


def reopen(scope: Scope, *, approach: Approach | None) -> None:
    """The asking goes on, unless a newer one is open already."""
    if approach is None or approach.closed_at is None:
        return
    if selectors.open_approach(scope, approach.person, approach.exploration) is None:
        approach.closed_at, approach.outcome = None, ""
        approach.save(update_fields=["closed_at", "outcome"])


def may_be_asked(scope: Scope, person: Person | None) -> None:
    """Raises Declined when their last word was no (promise 8: a decline is respected)."""
    if person is not None and selectors.has_declined(scope, person):
        raise Declined(
            _(
                "%(name)s said no, so Askwell will not ask again, for no question. "
                "If they come back to you themselves, write down “they said yes”."
            )
            % {"name": person.name}
        )


def may_be_reminded(
    scope: Scope, person: Person | None, exploration: Exploration | None, *, insist: bool
) -> None:
    """Raises EnoughReminders after the first, unless insisted, and always after the second."""
    if person is None:
        return
    sent = selectors.reminders_sent(scope, person, exploration)
    if sent >= MOST_REMINDERS:
        raise EnoughReminders(
            _("%(name)s has had two gentle reminders. A third would not be gentle: let it rest.")
            % {"name": person.name},
            may_insist=False,
        )
    if sent and not insist:
        raise EnoughReminders(
            _("%(name)s has had one gentle reminder. One is enough; you may let it rest.")
            % {"name": person.name},
            may_insist=True,
        )


def _close_with(
    scope: Scope,
    person: Person,
    exploration: Exploration | None,
    kind: EventKind,
    now: datetime,
) -> Event:
    """Close the asking and write down why; the same click twice is one entry."""
    one_at_a_time(person)
    approach = selectors.open_approach(scope, person, exploration)
    if approach is None and (again := _same_again(scope, person, exploration, kind)):
        return again
    close(approach, outcome=kind.value, now=now)
    return journal.record(
        scope,
        person=person,
        exploration=exploration,
        kind=kind,
        at=now,
        now=now,
        data={"approach": str(approach.uid)} if approach else {},
    )


def _same_again(
    scope: Scope, person: Person, exploration: Exploration | None, kind: EventKind
) -> Event | None:
    """The last entry of all, when it is this one already."""
    track = exploration.pk if exploration else None
    events = [e for e in selectors.happened(scope, person, *EventKind) if e.exploration_id == track]
    last = events[-1] if events else None
    return last if last is not None and last.kind == kind else None


def _approach_of(scope: Scope, uid: UUID | str | None) -> Approach | None:
    rows = Approach.objects.filter(workspace=scope.workspace)
    return rows.filter(uid=uid).select_related("person", "exploration").first() if uid else None
