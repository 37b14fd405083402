"""What happens to dates and talks when somebody is forgotten."""

from django.db import transaction

from askwell.meetings.models import Conversation, Participant, Proposal, Recall, RoomNote
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
    Proposal.objects.filter(**mine, person=person).delete()
    RoomNote.objects.filter(**mine, speaker=person).delete()
    Participant.objects.filter(**mine, person=person).delete()
    # A talk always has somebody, so one without is a talk with nobody but them.
    empty = Conversation.objects.filter(**mine, participants=None)
    plans = list(empty.exclude(agenda=None).values_list("agenda", flat=True))
    empty.delete()
    Agenda.objects.filter(pk__in=plans).delete()
    pattern = pattern_of(person)
    if pattern is None:
        return
    scrub(RoomNote.objects.filter(**mine), pattern, ("text",))
    scrub(Recall.objects.filter(**mine), pattern, ("struck", "will_do", "who_else"))
    scrub(Conversation.objects.filter(**mine), pattern, ("place", "backup", "compliment"))
