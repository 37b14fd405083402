"""Writes on skills: named by somebody, mine, and what to do about the gaps."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from askwell.explorations.models import Exploration
from askwell.explorations.operations import fold_key
from askwell.insights.models import (
    Action,
    Skill,
    SkillMention,
)
from askwell.insights.operations.notes import needed, said_on, speaker_of
from askwell.meetings.models import RoomNote
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope


@transaction.atomic
def mention_skill(scope: Scope, *, note: RoomNote, name: str, now: datetime) -> SkillMention:
    """Somebody named a skill in this note. Raises NothingWritten without a name."""
    skill = skill_named(scope, name=name, now=now)
    row, _made = SkillMention.objects.get_or_create(
        workspace=scope.workspace,
        uid=uuid5(note.uid, f"skill {skill.key}"),
        defaults={
            "skill": skill,
            "exploration": note.conversation.exploration,
            "conversation": note.conversation,
            "person": speaker_of(note),
            "note_uid": note.uid,
            "quote": note.text,
            "said_on": said_on(note.conversation),
        },
    )
    return row


@transaction.atomic
def skill_named(scope: Scope, *, name: str, now: datetime) -> Skill:
    """The skill of this name, made if it is new. Raises NothingWritten without a name."""
    name = needed(name, 120)
    key = fold_key(name)[:120]
    found = Skill.objects.filter(workspace=scope.workspace, key=key).order_by("pk").first()
    return found or Skill.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        name=name,
        key=key,
        created_at=now,
    )


@transaction.atomic
def set_level(scope: Scope, *, skill: Skill, level: str) -> Skill:
    """Say where I stand with a skill: have, weak, missing, or nothing said."""
    skill.level = level
    skill.save(update_fields=["level"])
    return skill


@transaction.atomic
def import_skills(scope: Scope, *, names: Iterable[str], now: datetime) -> int:
    """Add skills I have: typed, or from my profile or résumé; how many are new or newly mine.

    A level I set by hand stays. The same name in another case is the same skill.
    """
    wanted: dict[str, str] = {}
    for name in names:
        plain = " ".join(name.split())[:120]
        wanted.setdefault(fold_key(plain)[:120], plain)
    wanted.pop("", None)
    rows = Skill.objects.filter(workspace=scope.workspace, key__in=wanted)
    known = {row.key: row for row in rows}
    changed = [row for row in known.values() if not row.on_resume]
    for row in changed:
        row.on_resume, row.level = True, row.level or Skill.Level.HAVE
    Skill.objects.bulk_update(changed, ["on_resume", "level"], batch_size=200)
    fresh = [
        Skill(
            workspace=scope.workspace,
            uid=new_uid(),
            name=name,
            key=key,
            level=Skill.Level.HAVE,
            on_resume=True,
            created_at=now,
        )
        for key, name in wanted.items()
        if key not in known
    ]
    Skill.objects.bulk_create(fresh, batch_size=200)
    return len(fresh) + len(changed)


@transaction.atomic
def plan(
    scope: Scope,
    *,
    uid: UUID,
    text: str,
    due_on: date | None,
    now: datetime,
    skill: Skill | None = None,
    exploration: Exploration | None = None,
) -> Action:
    """Set out to do something, with a day. Raises NothingWritten without words."""
    row, _made = Action.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "text": needed(text, 400),
            "due_on": due_on,
            "skill": skill,
            "exploration": exploration,
            "created_at": now,
        },
    )
    return row


@transaction.atomic
def finish(scope: Scope, *, action: Action, done: bool, now: datetime) -> Action:
    """Done, or not done after all."""
    action.done_at = now if done else None
    action.save(update_fields=["done_at"])
    return action
