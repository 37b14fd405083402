"""Times I offered: written down, kept free for a while, released."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.coach.cadence import Days
from askwell.explorations.models import Exploration
from askwell.meetings.models import Proposal, Window
from askwell.people.models import Person
from askwell.people.operations import one_at_a_time
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope


@transaction.atomic
def offer(
    scope: Scope,
    *,
    uid: UUID,
    person: Person,
    starts: Sequence[datetime],
    minutes: int,
    zone: str,
    exploration: Exploration | None,
    now: datetime,
) -> Proposal:
    """Offer two or three times to somebody and keep them free until they are to be offered again.

    `zone` is the other side's. Times offered to them earlier are released. The same `uid` twice is
    one offer. That they were proposed is written in the journal when the letter is sent.
    """
    one_at_a_time(person)
    found = Proposal.objects.filter(workspace=scope.workspace, uid=uid).first()
    if found:
        return found
    release_all(scope, person=person, now=now)
    cadence = scope.settings.cadence
    proposal = Proposal.objects.create(
        workspace=scope.workspace,
        uid=uid,
        person=person,
        exploration=exploration,
        minutes=minutes,
        zone=zone,
        offered_at=now,
        hold_until=Days(cadence).working(now, cadence.propose_again_days),
    )
    Window.objects.bulk_create(
        Window(
            workspace=scope.workspace,
            uid=new_uid(),
            proposal=proposal,
            starts_at=start,
            ends_at=start + timedelta(minutes=minutes),
        )
        for start in sorted(set(starts))
    )
    return proposal


@transaction.atomic
def release(scope: Scope, *, proposal: Proposal, now: datetime) -> None:
    """The times are free for others again; twice is once."""
    Proposal.objects.filter(pk=proposal.pk, released_at=None).update(released_at=now)


def release_all(scope: Scope, *, person: Person, now: datetime) -> None:
    """Release whatever is kept free for somebody: they have a date, or new times."""
    rows = Proposal.objects.filter(workspace=scope.workspace, person=person, released_at=None)
    rows.update(released_at=now)
