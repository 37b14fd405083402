"""Reads of what was practised: tries at an answer, rehearsed talks, real ones beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from askwell.learn import characters, reading, roleplay
from askwell.learn.models import RolePlay, SpokenAnswer, Transcript
from askwell.learn.roleplay import Turn
from askwell.learn.selectors.cards import language
from askwell.meetings import selectors as meetings
from askwell.meetings.models import Conversation
from askwell.plumbing.errors import NotFound
from askwell.questions import selectors as questions
from askwell.workspaces.access import Scope

SPOKEN = 130  # words a minute, an easy pace
HALF_MINUTE = 30
SHOWN = 10


# -- what they may ask back -----------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """Something they may ask, my best answer, and how often I tried."""

    prepared: questions.Prepared
    tries: int


def asked_back(scope: Scope) -> list[Asked]:
    """Everything they may ask back, in the order of the bank."""
    rows = SpokenAnswer.objects.filter(workspace=scope.workspace)
    counts = dict(rows.values_list("key").annotate(n=Count("pk")))
    return [Asked(row, counts.get(row.key, 0)) for row in questions.prepared(scope)]


def get_asked(scope: Scope, key: str) -> questions.Prepared:
    """One of them. Raises NotFound when the bank has no such key."""
    found = next((row for row in questions.prepared(scope) if row.key == key), None)
    if found is None:
        raise NotFound
    return found


def next_asked(rows: Sequence[Asked], after: str = "") -> Asked | None:
    """What to try next: the one tried least, behind the one just tried."""
    others = [row for row in rows if row.prepared.key != after]
    return min(others, key=lambda row: row.tries, default=None)


def tries(scope: Scope, key: str) -> QuerySet[SpokenAnswer]:
    """My tries at one of them, newest first."""
    return SpokenAnswer.objects.filter(workspace=scope.workspace, key=key).order_by("-at", "-pk")


# -- rehearsed talks ------------------------------------------------------------------------------


def role_plays(scope: Scope) -> QuerySet[RolePlay]:
    """Rehearsed talks, newest first."""
    rows = RolePlay.objects.filter(workspace=scope.workspace)
    return rows.order_by("-started_at", "-pk")


def get_role_play(scope: Scope, uid: UUID) -> RolePlay:
    """One rehearsed talk. Raises NotFound when it is not in this notebook."""
    found = role_plays(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def partner(talk: RolePlay) -> characters.Character:
    """Who it is with. Raises NotFound when a later Askwell does not know them any more."""
    return characters.character(talk.character, language())


def turns_of(talk: RolePlay) -> list[Turn]:
    """What was said so far; what an edited export put there in another shape is left out."""
    kept = talk.turns if isinstance(talk.turns, list) else []
    return [turn for entry in kept if (turn := _turn(entry))]


def _turn(entry: Any) -> Turn | None:
    try:
        turn = Turn(**entry)
    except TypeError:
        return None
    sound = isinstance(turn.text, str) and type(turn.at) is type(turn.seconds) is int
    return turn if sound and turn.who in (roleplay.ME, roleplay.THEM) else None


# -- side by side ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Column:
    """One talk in the table: who with, when, rehearsed or real, and the coach's figures."""

    name: str
    at: datetime
    real: bool
    figures: reading.Figures


def side_by_side(scope: Scope) -> list[Column]:
    """My last rehearsed and real talks, newest first; two reads."""
    known = {c.id: c.name for c in characters.characters(language())}
    ended = role_plays(scope).filter(ended_at__isnull=False)[:SHOWN]
    rows = [
        Column(known.get(t.character, t.character), t.started_at, False, _figures(t)) for t in ended
    ]
    real = transcripts(scope).prefetch_related("conversation__participants__person")[:SHOWN]
    rows += [
        Column(meetings.names_of(t.conversation), t.conversation.starts_at, True, _figures(t))
        for t in real
    ]
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _figures(row: RolePlay | Transcript) -> reading.Figures:
    return reading.from_kept(row.figures)


def transcripts(scope: Scope) -> QuerySet[Transcript]:
    """Real talks whose words were brought in, the latest talk first."""
    rows = Transcript.objects.filter(workspace=scope.workspace).select_related("conversation")
    return rows.order_by("-conversation__starts_at", "-pk")


def transcript_of(scope: Scope, talk: Conversation) -> Transcript | None:
    """The words of one real talk, if they were brought in."""
    return transcripts(scope).filter(conversation=talk).first()
