"""The journal of a talk: one entry for everybody who takes part."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from askwell.coach.cadence import EventKind
from askwell.meetings.models import Conversation
from askwell.people import journal
from askwell.people.models import Event, Person
from askwell.workspaces.access import Scope


def tell(
    scope: Scope,
    *,
    talk: Conversation,
    kind: EventKind,
    at: datetime,
    now: datetime,
    people: Iterable[Person] | None = None,
) -> None:
    """Write the same entry for each participant, or for `people` only."""
    chosen = [row.person for row in talk.participants.all()] if people is None else people
    for person in chosen:
        journal.record(
            scope,
            person=person,
            exploration=talk.exploration,
            kind=kind,
            at=at,
            now=now,
            data={
                "talk": str(talk.uid),
                "starts_at": talk.starts_at.isoformat(),
                "minutes": talk.minutes,
            },
        )


def entries(scope: Scope, talk: Conversation) -> QuerySet[Event]:
    """Every entry of the journal about this talk."""
    return Event.objects.filter(workspace=scope.workspace, data__talk=str(talk.uid))
