"""Writes on what is practised: a try at an answer, a rehearsed talk, the words of a real one."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.learn import characters, reading, roleplay, selectors
from askwell.learn.models import RolePlay, SpokenAnswer, Transcript
from askwell.learn.roleplay import ME, THEM, Turn
from askwell.meetings.models import Conversation
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.questions import operations as questions
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url

LONGEST_ANSWER = 5000
LONGEST_TRY = 3600  # seconds


class NothingSaid(Refusal):
    """A turn, an answer or a transcript without words."""


@transaction.atomic
def answer_aloud(
    scope: Scope, *, uid: UUID, key: str, text: str, seconds: int, best: bool, now: datetime
) -> SpokenAnswer:
    """Keep a try at something they may ask; the best one becomes the prepared answer.

    The same `uid` twice is one try. Raises NothingSaid, and NotFound for a key the bank lacks.
    """
    words = text.strip()[:LONGEST_ANSWER]
    if not words:
        raise NothingSaid(_("Write down what you would say; a few words are enough."))
    selectors.get_asked(scope, key)
    row, _made = SpokenAnswer.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "key": key, "text": words, "at": now, "seconds": min(max(seconds, 0), LONGEST_TRY),
        },
    )  # fmt: skip
    if best:
        questions.answer(scope, key=key, text=row.text, now=now)
    return row


@transaction.atomic
def start_talk(
    scope: Scope, *, uid: UUID, character: characters.Character, now: datetime
) -> RolePlay:
    """Begin to rehearse with somebody. The same `uid` twice is one talk."""
    earlier = RolePlay.objects.filter(workspace=scope.workspace, character=character.id)
    row, _made = RolePlay.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "character": character.id,
            "minutes": character.minutes,
            "turns": [asdict(roleplay.opening(character, earlier.count()))],
            "started_at": now,
        },
    )
    return row


@transaction.atomic
def say(scope: Scope, *, talk: RolePlay, text: str, after: int, now: datetime) -> RolePlay:
    """Say something in a rehearsed talk and hear the answer.

    `after` is the number of turns that stood there when it was typed: the same words sent twice are
    said once. Raises NothingSaid.
    """
    row = RolePlay.objects.select_for_update().get(pk=talk.pk)
    words = " ".join(text.split())[: roleplay.LONGEST]
    if not words:
        raise NothingSaid(_("Say something first; a greeting will do."))
    turns = selectors.turns_of(row)
    if row.ended_at or len(turns) != after:
        return row
    heard = roleplay.reply(selectors.partner(row), turns, words)
    at = roleplay.clock(turns)
    turns += [
        Turn(ME, words, at, heard.mine),
        Turn(THEM, heard.text, at + heard.mine, heard.theirs),
    ]
    row.turns = [asdict(turn) for turn in turns]
    row.save(update_fields=["turns"])
    return _ended(row, now) if heard.ends else row


@transaction.atomic
def end_talk(scope: Scope, *, talk: RolePlay, now: datetime) -> RolePlay:
    """End a rehearsed talk; twice is once."""
    row = RolePlay.objects.select_for_update().get(pk=talk.pk)
    return row if row.ended_at else _ended(row, now)


def _ended(row: RolePlay, now: datetime) -> RolePlay:
    found = read_role_play(row)
    row.ended_at, row.figures = now, reading.as_kept(found.figures)
    row.codes = list(found.codes)
    row.save(update_fields=["ended_at", "figures", "codes"])
    return row


def read_role_play(row: RolePlay) -> reading.Reading:
    """A rehearsed talk as the coach reads it."""
    who, turns = selectors.partner(row), selectors.turns_of(row)
    text = roleplay.transcript(who, turns)
    return reading.read(text, me=roleplay.MY_NAME, minutes=row.minutes)


@transaction.atomic
def drop_talk(scope: Scope, *, talk: RolePlay, now: datetime) -> str:
    """Throw a rehearsed talk away; returns the address that takes it back."""
    rows = RolePlay.objects.filter(pk=talk.pk)
    label = _("Rehearsed talk of %(day)s") % {"day": f"{talk.started_at:%Y-%m-%d}"}
    return undo_url(throw_away(scope, rows=rows, kind="role-play", label=label, now=now))


@transaction.atomic
def keep_transcript(
    scope: Scope, *, talk: Conversation, text: str, me: str, now: datetime
) -> Transcript:
    """Keep the words of a real talk, in place of those brought in before. Raises NothingSaid."""
    words = text.strip()[: reading.MOST]
    found = reading.read(words, me=me, minutes=talk.minutes) if words else None
    if found is None or not found.figures.questions:
        raise NothingSaid(
            _("No questions of yours were found. Each line begins with who speaks: “Mira: …”.")
        )
    read = {
        "me": me,
        "text": words,
        "at": now,
        "figures": reading.as_kept(found.figures),
        "codes": list(found.codes),
    }
    row, _made = Transcript.objects.update_or_create(
        workspace=scope.workspace,
        conversation=talk,
        defaults=read,
        create_defaults=read | {"uid": new_uid()},
    )
    return row
