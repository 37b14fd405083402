"""All gentle reminders that are due, drafted as one batch: read, copy, written down as sent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.outreach import selectors
from askwell.outreach.compose import Choices, Fact, compose
from askwell.outreach.models import Letter, LetterKind
from askwell.outreach.operations.asking import MOST_REMINDERS
from askwell.outreach.operations.writing import mark_composed
from askwell.people.models import Event, Standing
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

Track = tuple[int, int | None]


@dataclass(frozen=True)
class Reminder:
    """One reminder: the letter (kept or only composed), whom it is for, and the letter before."""

    letter: Letter
    standing: Standing
    before: Letter | None
    to: str


def reminders(scope: Scope, now: datetime) -> list[Reminder]:
    """Everybody whose reminder is due, with a letter each; nothing is kept by looking.

    Drafts already begun are taken up. Who has had two reminders gets no third. The number of
    reads does not depend on how many there are.
    """
    rows = selectors.due_reminders(scope, now)
    prefetch_related_objects([row.person for row in rows], "contacts")
    letters = _letters(scope, rows)
    counts = _counts(scope, rows)
    fixed = _fixed(scope, {row.exploration for row in rows})
    found = []
    for row in rows:
        track = (row.person_id, row.exploration_id)
        if counts[track] >= MOST_REMINDERS:
            continue
        before, begun = letters[track]
        letter = begun or _composed(scope, row, before, fixed[row.exploration_id], now)
        found.append(Reminder(letter, row, before, _email(row)))
    return found


def _letters(
    scope: Scope, rows: Sequence[Standing]
) -> dict[Track, tuple[Letter | None, Letter | None]]:
    """For each track the last letter that asked, and the reminder already begun."""
    found: dict[Track, tuple[Letter | None, Letter | None]] = defaultdict(lambda: (None, None))
    of_them = selectors.letters(scope).filter(person_id__in=[row.person_id for row in rows])
    kinds = (*selectors.ASKING, LetterKind.NUDGE)
    for letter in of_them.filter(kind__in=kinds).order_by("sent_at", "pk"):
        track = (letter.person_id or 0, letter.exploration_id)
        before, begun = found[track]
        if letter.kind == LetterKind.NUDGE:
            found[track] = (before, begun if letter.sent_at else letter)
        elif letter.sent_at:
            found[track] = (letter, begun)
    return found


def _counts(scope: Scope, rows: Sequence[Standing]) -> dict[Track, int]:
    """How many reminders each has had since the last letter that asked."""
    kinds = (EventKind.LETTER_SENT, EventKind.REMINDED, EventKind.RETRACTED)
    events = list(
        Event.objects.filter(
            workspace=scope.workspace, person_id__in=[r.person_id for r in rows], kind__in=kinds
        )
    )
    gone = {e.data.get("event") for e in events if e.kind == EventKind.RETRACTED}
    counts: dict[Track, int] = defaultdict(int)
    for event in events:
        if event.kind == EventKind.RETRACTED or str(event.uid) in gone:
            continue
        track = (event.person_id, event.exploration_id)
        counts[track] = counts[track] + 1 if event.kind == EventKind.REMINDED else 0
    return counts


def _fixed(scope: Scope, questions: Iterable[Exploration | None]) -> dict[int | None, list[Fact]]:
    me = list(selectors.facts_of_me(scope))
    return {
        question.pk if question else None: [*me, *selectors.facts_of_question(scope, question)]
        for question in questions
    }


def _composed(
    scope: Scope, row: Standing, before: Letter | None, fixed: list[Fact], now: datetime
) -> Letter:
    facts = [
        *fixed,
        *selectors.facts_of_person(row.person),
        *selectors.facts_of_letter(before),
    ]
    channel = before.channel if before else "email"
    fresh = compose(LetterKind.NUDGE, channel, facts, Choices(note_limit=scope.settings.note_limit))
    letter = Letter(
        workspace=scope.workspace,
        uid=new_uid(),
        person=row.person,
        exploration=row.exploration,
        kind=LetterKind.NUDGE,
        channel=channel,
        created_at=now,
        updated_at=now,
    )
    return mark_composed(letter, fresh)


def _email(row: Standing) -> str:
    rows = [c for c in row.person.contacts.all() if c.kind == "email" and c.works]
    rows.sort(key=lambda c: (not c.is_primary, c.pk))
    return rows[0].value if rows else ""
