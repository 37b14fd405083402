"""After a talk: the look back, and what is written into the journals of its people."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.explorations.operations import set_confidence
from askwell.insights import selectors
from askwell.insights.models import (
    Debrief,
    Skill,
)
from askwell.insights.operations.skills import set_level, skill_named
from askwell.meetings.models import Conversation
from askwell.meetings.operations import tell
from askwell.meetings.selectors import people_of
from askwell.people.models import Person
from askwell.workspaces.access import Scope


@dataclass(frozen=True)
class LookBack:
    """What the debrief asks; every part may stay empty. `sure` is 0–100, `fit` 0–4."""

    surprised: str = ""
    changed: str = ""
    fit: int | None = None
    fit_why: str = ""
    sure: int | None = None
    skills: tuple[str, ...] = ()
    better_next_time: str = ""


def note_for_all(scope: Scope, *, talk: Conversation, kind: EventKind, now: datetime) -> None:
    """Write this kind into the journal of everybody in the talk who does not have it yet."""
    have = selectors.told(scope, talk, kind)
    people = [person for person in people_of(talk) if person.pk not in have]
    tell(scope, talk=talk, kind=kind, at=now, now=now, people=people)


@transaction.atomic
def look_back(scope: Scope, *, talk: Conversation, answers: LookBack, now: datetime) -> Debrief:
    """Keep the debrief. Written again it is changed, not doubled.

    How sure I am gets a new entry only when it differs from the one this talk made before; a
    skill to build becomes a gap unless it is one already.
    """
    row = _debrief(scope, talk, now)
    row.surprised, row.changed = answers.surprised, answers.changed
    row.fit, row.fit_why = answers.fit, answers.fit_why
    row.better_next_time, row.skipped = answers.better_next_time, False
    row.save()
    for name in answers.skills:
        skill = skill_named(scope, name=name, now=now)
        if skill.level in ("", Skill.Level.HAVE):
            level = Skill.Level.WEAK if skill.level else Skill.Level.MISSING
            set_level(scope, skill=skill, level=level)
    if talk.exploration is not None and answers.sure is not None:
        _move_confidence(scope, talk.exploration, talk, answers.sure, now)
    note_for_all(scope, talk=talk, kind=EventKind.DEBRIEFED, now=now)
    return row


@transaction.atomic
def skip_look_back(scope: Scope, *, talk: Conversation, now: datetime) -> Debrief:
    """No debrief for this talk, and no reminder of it. What was written before stays."""
    row = _debrief(scope, talk, now)
    note_for_all(scope, talk=talk, kind=EventKind.DEBRIEFED, now=now)
    return row


def _debrief(scope: Scope, talk: Conversation, now: datetime) -> Debrief:
    row, _made = Debrief.objects.get_or_create(
        workspace=scope.workspace,
        conversation=talk,
        defaults={"uid": uuid5(talk.uid, "debrief"), "skipped": True, "at": now},
    )
    return row


def _move_confidence(
    scope: Scope, exploration: Exploration, talk: Conversation, value: int, now: datetime
) -> None:
    last = selectors.confidence_after(scope, talk)
    if last is None or last.value != value:
        set_confidence(
            scope,
            exploration=exploration,
            value=value,
            reason=_("after a talk"),
            source_uid=talk.uid,
            now=now,
        )


@transaction.atomic
def connected(scope: Scope, *, talk: Conversation, person: Person, now: datetime) -> None:
    """Connecting was offered for this talk, whatever the answer was: it is not offered again."""
    if person.pk not in selectors.told(scope, talk, EventKind.CONNECTED):
        tell(scope, talk=talk, kind=EventKind.CONNECTED, at=now, now=now, people=[person])
