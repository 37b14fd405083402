"""How far one is: per stage what is known and practised, and the one next thing to learn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.learn import exercises, pages, words
from askwell.learn.exercises import Exercise
from askwell.learn.models import Review, RolePlay, SpokenAnswer
from askwell.learn.selectors.cards import Deck, before_talk, deck, language, session
from askwell.learn.selectors.rehearsing import transcript_of
from askwell.meetings import selectors as meetings
from askwell.meetings.models import Conversation
from askwell.questions.bank import CLOSING_KEYS
from askwell.questions.models import AgendaItem
from askwell.workspaces.access import Scope

OVER_TIME, NAMES, UNREACHED = "T312", "T313", "T315"
GRACE = timedelta(minutes=5)
ENOUGH = 0.8


@dataclass(frozen=True)
class StageProgress:
    """One stage: its cards, those known, and how often it was practised."""

    stage: str
    cards: int
    known: int
    due: int
    practised: int

    @property
    def is_known(self) -> bool:
        """Whether most of its cards have left the first steps."""
        return bool(self.cards) and self.known >= ENOUGH * self.cards


@dataclass(frozen=True)
class WentWrong:
    """What the last real or rehearsed talk showed, and what helps: an exercise and its cards."""

    code: str
    exercise: Exercise
    cards: tuple[words.Card, ...]
    real: bool


@dataclass(frozen=True)
class Next:
    """The next best thing: ``kind`` is fix, before, due, rehearse, stage or done."""

    kind: str
    stage: str = ""
    wrong: WentWrong | None = None


@dataclass(frozen=True)
class Progress:
    """Everything the page of progress shows."""

    stages: list[StageProgress]
    wrong: list[WentWrong]
    next: Next


def progress(scope: Scope, now: datetime) -> Progress:
    """How far I am; the number of reads does not grow with what was learned."""
    found = deck(scope)
    practised = _practised(scope)
    stages = [_stage(found, stage, now, practised) for stage in words.STAGES]
    wrong = went_wrong(scope)
    return Progress(stages, wrong, _next(scope, now, found, stages, wrong, practised))


def _stage(found: Deck, stage: str, now: datetime, practised: dict[str, int]) -> StageProgress:
    keys = found.of([stage])
    known, due = len(found.known(keys)), len(found.due(keys, now))
    return StageProgress(stage, len(keys), known, due, practised.get(stage, 0))


def _practised(scope: Scope) -> dict[str, int]:
    """Rehearsed talks, tries at answers and rewritten questions, by the stage they belong to."""
    ours = {"workspace": scope.workspace}
    return {
        "the-talk": RolePlay.objects.filter(ended_at__isnull=False, **ours).count(),
        "questions": SpokenAnswer.objects.filter(**ours).count()
        + Review.objects.filter(**ours).exclude(typed="").count(),
    }


def _next(
    scope: Scope,
    now: datetime,
    found: Deck,
    stages: list[StageProgress],
    wrong: list[WentWrong],
    practised: dict[str, int],
) -> Next:
    """What went wrong in a real talk first, then the talk that is near, then what is due, then on."""
    unknown = [w for w in wrong if w.real and not _all_known(found, w.cards)]
    if unknown:
        return Next("fix", unknown[0].exercise.stage, unknown[0])
    if before_talk(scope, now, found):
        return Next("before", "the-talk") if practised["the-talk"] else Next("rehearse", "the-talk")
    if session(scope, now, deck_of=found).due:
        return Next("due")
    open_stage = next((s.stage for s in stages if s.cards and not s.is_known), "")
    return Next("stage", open_stage) if open_stage else Next("done")


def _all_known(found: Deck, cards: Iterable[words.Card]) -> bool:
    keys = [card.id for card in cards]
    return len(found.known(keys)) == len(keys)


# -- what went wrong ------------------------------------------------------------------------------


def went_wrong(scope: Scope) -> list[WentWrong]:
    """What the last real talk showed; the last rehearsed one when nothing real is there."""
    talk = meetings.held(scope).last()
    codes = _codes_of(scope, talk) if talk else []
    if found := _with_exercises(codes, real=True):
        return found
    rehearsed = RolePlay.objects.filter(workspace=scope.workspace, ended_at__isnull=False)
    last = rehearsed.order_by("-ended_at", "-pk").first()
    return _with_exercises(last.codes, real=False) if last else []


def _with_exercises(codes: object, *, real: bool) -> list[WentWrong]:
    plain = [code for code in codes if isinstance(code, str)] if isinstance(codes, list) else []
    return [
        WentWrong(code, exercise, exercises.cards_about(exercise, language()), real)
        for code, exercise in exercises.for_codes(plain, language())
    ]


def _codes_of(scope: Scope, talk: Conversation) -> list[str]:
    """Findings of a real talk: of its words if they were brought in, else of what the room knows."""
    kept = transcript_of(scope, talk)
    if kept and isinstance(kept.codes, list):
        return kept.codes
    return list(_room_codes(scope, talk))


def _room_codes(scope: Scope, talk: Conversation) -> Iterable[str]:
    """Clock and ticks of the room alone tell three things; without ticks only the clock counts."""
    agreed = timedelta(minutes=talk.minutes)
    if talk.started_at and talk.ended_at and talk.ended_at - talk.started_at > agreed + GRACE:
        yield OVER_TIME
    lines = AgendaItem.objects.filter(workspace=scope.workspace, agenda=talk.agenda_id)
    items = [row for row in lines if row.category != "step"] if talk.agenda_id else []
    asked = [row for row in items if row.asked_at]
    if not asked:
        return
    if any(row.key == CLOSING_KEYS[1] and not row.asked_at for row in items):
        yield NAMES
    if len(asked) * 2 < len(items):
        yield UNREACHED


def page_of(stage: str) -> pages.Page | None:
    """The page of a stage, in the language of the screen."""
    return pages.main_page(stage, language())
