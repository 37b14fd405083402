"""What happens to dates and talks when somebody is forgotten."""

from uuid import UUID

from django.db import transaction

from askwell.meetings.models import Conversation, Participant, Proposal, Recall, RoomNote
from askwell.meetings.operations.finding import reindex
from askwell.people.models import Person
from askwell.people.scrub import pattern_of, scrub
from askwell.questions.models import Agenda
from askwell.workspaces.access import Scope


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """Remove talks with a person, their plans and notes, and times offered to them, for good.

    A talk with others stays, without them and without what only they said. Quotes worth keeping are
    passages of a higher stage, which has made them nameless by now, so `keep_quotes` changes
    nothing. Where notes of other talks name them, the name becomes dots.
    """
    mine = {"workspace": scope.workspace}
    touched = set(
        Participant.objects.filter(**mine, person=person).values_list("conversation", flat=True)
    )
    uids = _uids(scope, touched)
    Proposal.objects.filter(**mine, person=person).delete()
    RoomNote.objects.filter(**mine, speaker=person).delete()
    Participant.objects.filter(**mine, person=person).delete()
    # A talk always has somebody, so one without is a talk with nobody but them.
    empty = Conversation.objects.filter(**mine, participants=None)
    plans = list(empty.exclude(agenda=None).values_list("agenda", flat=True))
    empty.delete()
    Agenda.objects.filter(pk__in=plans).delete()
    reindex(scope, uids | _uids(scope, _scrubbed(scope, person)))


def _scrubbed(scope: Scope, person: Person) -> set[int]:
    """Take the name out of notes of other talks; which talks those are."""
    pattern = pattern_of(person)
    if pattern is None:
        return set()
    mine = {"workspace": scope.workspace}
    notes = scrub(RoomNote.objects.filter(**mine), pattern, ("text",))
    recalls = scrub(Recall.objects.filter(**mine), pattern, ("struck", "will_do", "who_else"))
    scrub(Conversation.objects.filter(**mine), pattern, ("place", "backup", "compliment"))
    return {n.conversation_id for n in notes} | {r.conversation_id for r in recalls}


def _uids(scope: Scope, keys: set[int]) -> set[UUID]:
    rows = Conversation.objects.filter(workspace=scope.workspace, pk__in=keys)
    return set(rows.values_list("uid", flat=True))
