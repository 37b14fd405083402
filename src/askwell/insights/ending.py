""" "I have my answer": the question is closed and everyone who helped gets a short note."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from askwell.explorations import operations as explorations
from askwell.explorations.models import Exploration
from askwell.insights import selectors
from askwell.insights.models import Highlight
from askwell.meetings.models import Recall
from askwell.meetings.selectors import people_of
from askwell.outreach.compose import Fact
from askwell.outreach.models import Letter, LetterKind
from askwell.outreach.operations import draft
from askwell.people import journal
from askwell.people.models import Event, Person
from askwell.workspaces.access import Scope


def helpers(scope: Scope, exploration: Exploration) -> list[Person]:
    """Everybody I talked with about this question, in the order of the talks."""
    found: dict[int, Person] = {}
    for talk in selectors.talks(scope, exploration):
        for person in people_of(talk):
            found.setdefault(person.pk, person)
    return list(found.values())


def answer_letters(scope: Scope, exploration: Exploration) -> QuerySet[Letter]:
    """The notes of the ending, unsent ones first."""
    rows = Letter.objects.filter(
        workspace=scope.workspace, exploration=exploration, kind=LetterKind.ANSWER
    )
    return rows.select_related("person").order_by("sent_at", "pk")


@transaction.atomic
def close_with_answer(
    scope: Scope, *, exploration: Exploration, answer: str, now: datetime
) -> list[Letter]:
    """Keep the answer, close the question, and begin a note to everyone who helped.

    A second time changes the words; nobody gets a second note. Everybody's next step is derived
    again, because asking ends with the question (manners and promises stay).
    """
    if exploration.closed_at is None:
        explorations.close(scope, exploration=exploration, answer=answer, now=now)
    else:
        exploration.answer = answer
        exploration.save(update_fields=["answer"])
    _rebuild(scope, exploration, now)
    people = helpers(scope, exploration)
    have = set(answer_letters(scope, exploration).values_list("person_id", flat=True))
    facts = _facts(scope, exploration, people, answer)
    return [
        draft(
            scope,
            kind=LetterKind.ANSWER,
            person=person,
            exploration=exploration,
            facts=facts[person.pk],
            now=now,
        )
        for person in people
        if person.pk not in have
    ]


def _facts(
    scope: Scope, exploration: Exploration, people: Iterable[Person], answer: str
) -> dict[int, list[Fact]]:
    """What each note may say: my answer, and their own words that were part of it."""
    ref = str(exploration.uid)
    own = [Fact("answer.text", answer.rstrip(" ."), _("my answer"), ref)] if answer else []
    facts = {person.pk: list(own) for person in people}
    words = Highlight.objects.filter(workspace=scope.workspace, exploration=exploration)
    for row in words.filter(person__in=list(facts)).order_by("said_on", "pk"):
        label = _("a passage you marked")
        facts[row.person_id or 0].append(Fact("answer.helped", row.text, label, str(row.uid)))
    recalls = Recall.objects.filter(
        workspace=scope.workspace, conversation__exploration=exploration
    ).exclude(struck="")
    for recall in recalls.prefetch_related("conversation__participants"):
        label = _("before I forget")
        for part in recall.conversation.participants.all():
            fact = Fact("recall.struck", recall.struck.rstrip(" ."), label, str(recall.uid))
            facts[part.person_id].append(fact)
    return facts


@transaction.atomic
def reopen(scope: Scope, *, exploration: Exploration, now: datetime) -> None:
    """Take the ending back: asking goes on where it stood."""
    explorations.reopen(scope, exploration=exploration)
    _rebuild(scope, exploration, now)


def _rebuild(scope: Scope, exploration: Exploration, now: datetime) -> None:
    """Derive again where everybody stands under this question; closing and opening change it."""
    events = Event.objects.filter(workspace=scope.workspace, exploration=exploration)
    journal.rebuild(scope, set(events.values_list("person_id", flat=True)), now)
