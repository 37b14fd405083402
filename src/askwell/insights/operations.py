"""Writes on what was heard: the look back, marked passages, evidence, skills, lines, openings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration, Hypothesis
from askwell.explorations.operations import fold_key, set_confidence
from askwell.insights import selectors
from askwell.insights.models import (
    Action,
    Debrief,
    Evidence,
    Highlight,
    Opening,
    ResumeLine,
    Skill,
    SkillMention,
)
from askwell.meetings.models import Conversation, RoomNote
from askwell.people import journal
from askwell.people.models import Person
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope


class NotTheirWords(Refusal):
    """A passage must be verbatim: it is a piece of the note it is taken from."""


class NothingWritten(Refusal):
    """The one field that is needed is empty."""


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


# -- after a talk ---------------------------------------------------------------------------------


def said_on(talk: Conversation) -> date:
    """The day of a talk, in the zone that was meant."""
    return talk.starts_at.astimezone(ZoneInfo(talk.zone)).date()


def note_for_all(scope: Scope, *, talk: Conversation, kind: EventKind, now: datetime) -> None:
    """Write this kind into the journal of everybody in the talk who does not have it yet."""
    have = selectors.told(scope, talk, kind)
    for person in selectors.people_of(talk):
        if person.pk not in have:
            note_for(scope, talk=talk, person=person, kind=kind, now=now)


def note_for(
    scope: Scope, *, talk: Conversation, person: Person, kind: EventKind, now: datetime
) -> None:
    """Write what happened after this talk into one person's journal."""
    journal.record(
        scope,
        person=person,
        exploration=talk.exploration,
        kind=kind,
        at=now,
        now=now,
        data={
            "talk": str(talk.uid),
            "starts_at": talk.starts_at.isoformat(),
            "minutes": talk.minutes,
        },
    )


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
        reason = _("after the talk with %(names)s") % {
            "names": selectors.names_of(selectors.people_of(talk))
        }
        set_confidence(
            scope,
            exploration=exploration,
            value=value,
            reason=reason,
            source_uid=talk.uid,
            now=now,
        )


@transaction.atomic
def connected(scope: Scope, *, talk: Conversation, person: Person, now: datetime) -> None:
    """Connecting was offered for this talk, whatever the answer was: it is not offered again."""
    if person.pk not in selectors.told(scope, talk, EventKind.CONNECTED):
        note_for(scope, talk=talk, person=person, kind=EventKind.CONNECTED, now=now)


# -- what a note holds ----------------------------------------------------------------------------


def speaker_of(note: RoomNote) -> Person | None:
    """Who said it: the speaker that was set, else the only (or first) one in the talk."""
    people = selectors.people_of(note.conversation)
    return note.speaker or (people[0] if people else None)


@transaction.atomic
def mark_passage(
    scope: Scope, *, note: RoomNote, text: str, now: datetime, uid: UUID | None = None
) -> Highlight:
    """Mark a passage of a note. Raises NotTheirWords when it is not verbatim in the note.

    The same passage of the same note is one highlight, however often it is marked.
    """
    passage = " ".join(text.split())
    if not passage or passage not in " ".join(note.text.split()):
        raise NotTheirWords(
            _("A passage is a piece of the note, word for word. Shorten it, but do not change it.")
        )
    item = note.agenda_item
    row, _made = Highlight.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid or uuid5(note.uid, f"passage {passage}"),
        defaults={
            "exploration": note.conversation.exploration,
            "conversation": note.conversation,
            "person": speaker_of(note),
            "note_uid": note.uid,
            "text": passage,
            "question_key": item.key if item else "",
            "question_text": item.text if item else "",
            "said_on": said_on(note.conversation),
            "created_at": now,
        },
    )
    return row


@transaction.atomic
def set_theme(scope: Scope, *, highlight: Highlight, theme: str) -> Highlight:
    """Give a passage a theme in my own word, or none."""
    highlight.theme = " ".join(theme.split())[:100]
    highlight.save(update_fields=["theme"])
    return highlight


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
def keep_opening(scope: Scope, *, note: RoomNote, text: str) -> Opening:
    """Keep an opportunity that was mentioned in this note. Raises NothingWritten without words."""
    row, _made = Opening.objects.get_or_create(
        workspace=scope.workspace,
        uid=uuid5(note.uid, "opening"),
        defaults={
            "exploration": note.conversation.exploration,
            "conversation": note.conversation,
            "person": speaker_of(note),
            "note_uid": note.uid,
            "text": _needed(text, 500),
            "said_on": said_on(note.conversation),
        },
    )
    return row


@transaction.atomic
def change_opening(scope: Scope, *, opening: Opening, text: str, status: str) -> Opening:
    """Change the words of an opening, or what became of it. Raises NothingWritten when empty."""
    opening.text, opening.status = _needed(text, 500), status[:20]
    opening.save(update_fields=["text", "status"])
    return opening


# -- evidence -------------------------------------------------------------------------------------


@transaction.atomic
def weigh(
    scope: Scope, *, highlight: Highlight, hypothesis: Hypothesis, side: str, now: datetime
) -> Evidence:
    """Let a passage speak for or against a belief; a second time changes the side."""
    row, made = Evidence.objects.get_or_create(
        workspace=scope.workspace,
        uid=uuid5(highlight.uid, f"evidence {hypothesis.uid}"),
        defaults={"highlight": highlight, "hypothesis": hypothesis, "side": side, "at": now},
    )
    if not made and row.side != side:
        row.side, row.at = side, now
        row.save(update_fields=["side", "at"])
    return row


# -- skills and what to do about them -------------------------------------------------------------


@transaction.atomic
def skill_named(scope: Scope, *, name: str, now: datetime) -> Skill:
    """The skill of this name, made if it is new. Raises NothingWritten without a name."""
    name = _needed(name, 120)
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
            "text": _needed(text, 400),
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


# -- résumé ---------------------------------------------------------------------------------------


@transaction.atomic
def add_line(
    scope: Scope,
    *,
    uid: UUID,
    kind: str,
    text: str,
    now: datetime,
    highlight: Highlight | None = None,
    exploration: Exploration | None = None,
) -> ResumeLine:
    """A line to add to or change in résumé or cover letter. Raises NothingWritten when empty."""
    row, _made = ResumeLine.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "kind": kind,
            "text": _needed(text, 500),
            "highlight": highlight,
            "exploration": highlight.exploration if highlight else exploration,
            "created_at": now,
        },
    )
    return row


@transaction.atomic
def tick_line(scope: Scope, *, line: ResumeLine, done: bool, now: datetime) -> ResumeLine:
    """The line is in, or not yet after all."""
    line.done_at = now if done else None
    line.save(update_fields=["done_at"])
    return line


# -- forget ---------------------------------------------------------------------------------------


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """ "Forget this person": what they said stays without their name, or goes.

    Talks with others keep what the others said. A kept passage loses person, talk and note.
    """
    mine = {"workspace": scope.workspace, "person": person}
    if keep_quotes:
        nameless: Mapping[str, None] = {"person": None, "conversation": None, "note_uid": None}
        Highlight.objects.filter(**mine).update(**nameless, nameless=True)
        SkillMention.objects.filter(**mine).update(**nameless)
        Opening.objects.filter(**mine).update(**nameless)
    else:
        Highlight.objects.filter(**mine).delete()
        SkillMention.objects.filter(**mine).delete()
        Opening.objects.filter(**mine).delete()


def _needed(text: str, limit: int) -> str:
    plain = " ".join(text.split())[:limit]
    if not plain:
        raise NothingWritten(_("A few words are needed here. Everything else you typed is kept."))
    return plain
