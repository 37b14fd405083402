"""What comes next with somebody, by when, and why: rules over a journal of what happened.

`assess` folds the journal of one (person, question) into a :class:`Position`; `next_step` is its
step. Both are pure: `now` matters only at the moments they name themselves in `changes_at`.
Numbers and order: the next-step rules of the product, defaults from the practice's literature
(one reminder after seven working days, thanks within 24 hours, a rhythm of about 90 days).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from askwell.coach.happenings import WIDE, EventKind, Happening, Stage, StepKind
from askwell.coach.ledger import Ledger, Phase, Talk, fold
from askwell.coach.workdays import CadenceSettings, Days

__all__ = [
    "URGENT_STEPS",
    "WAITING_STEPS",
    "WIDE",
    "CadenceSettings",
    "EventKind",
    "Happening",
    "History",
    "Position",
    "Stage",
    "Step",
    "StepKind",
    "assess",
    "next_step",
]

_IDLE = frozenset({Phase.NONE, Phase.RESTED, Phase.DONE, Phase.DECLINED, Phase.NOT_NOW})

START_WINDOW = timedelta(hours=1)
"""The talk itself becomes the next step an hour before it starts."""


@dataclass(frozen=True)
class History:
    """Everything that happened with one person under one question, oldest first.

    `question_open` is False once the question has its answer; then only manners remain.
    """

    happenings: tuple[Happening, ...]
    question_open: bool = True


@dataclass(frozen=True)
class Step:
    """One thing worth doing. `reason` is a code the app translates with `reason_data`.

    `ref` is the uid of the talk, promise or introduction it is about, as text, or empty.
    """

    kind: StepKind
    due_at: datetime
    reason: str
    ref: str = ""
    reason_data: Mapping[str, Any] = field(default_factory=dict)
    changes_at: datetime | None = None
    shown_from: datetime | None = None


@dataclass(frozen=True)
class Position:
    """Where things stand: the word for the track, the step (None = resting) and how many more."""

    stage: Stage
    step: Step | None
    more: int
    last_touch_at: datetime | None
    met: bool
    changes_at: datetime | None

    @property
    def in_play(self) -> bool:
        """Somebody in play has exactly one next step; resting is the only state without."""
        return self.step is not None


WAITING_STEPS = frozenset(
    {StepKind.NUDGE, StepKind.REST, StepKind.PROPOSE_AGAIN, StepKind.ASK_AGAIN}
)
"""Steps that mean "nothing to do before the due time": the other side has the ball."""

URGENT_STEPS = frozenset({StepKind.PREPARE, StepKind.CONFIRM, StepKind.TALK, StepKind.THANK})
"""Booked talks and thanks: the only steps a break does not silence."""


def next_step(history: History, now: datetime, settings: CadenceSettings) -> Step | None:
    """The one next step of somebody in play, or None when it rests.

    `now` is aware; the answer stays the same until the returned step's `changes_at`.
    """
    return assess(history, now, settings).step


def assess(history: History, now: datetime, settings: CadenceSettings) -> Position:
    """Fold the journal and choose the earliest of all that is owed."""
    ledger = fold(history.happenings)
    days = Days(settings)
    owed = sorted(
        _owed(ledger, history, now, settings, days),
        key=lambda step: (step.due_at, list(StepKind).index(step.kind), step.ref),
    )
    changes = min(
        filter(None, (_talk_changes(talk, now) for talk in ledger.booked())), default=None
    )
    first = _finish(owed[0], ledger, changes) if owed else None
    return Position(
        stage=_stage(ledger, history.question_open),
        step=first,
        more=max(0, len(owed) - 1),
        last_touch_at=ledger.last_touch,
        met=ledger.met,
        changes_at=changes,
    )


def _finish(step: Step, ledger: Ledger, changes: datetime | None) -> Step:
    snoozed = ledger.snoozed_until
    return Step(step.kind, step.due_at, step.reason, step.ref, step.reason_data, changes, snoozed)


def _owed(
    ledger: Ledger, history: History, now: datetime, settings: CadenceSettings, days: Days
) -> Iterator[Step]:
    talks = [s for talk in ledger.talks.values() for s in _talk_steps(talk, now, settings, days)]
    yield from talks
    if history.question_open:
        yield from _asking(ledger, settings, days)
        yield from _names(ledger, settings)
    yield from _loops(ledger, settings)
    yield from _promises(ledger)
    if not talks:
        yield from _in_touch(ledger, history, settings)


# -- asking ---------------------------------------------------------------------------------------


def _asking(ledger: Ledger, settings: CadenceSettings, days: Days) -> Iterator[Step]:
    at = ledger.phase_at
    if at is None:
        return
    match ledger.phase:
        case Phase.CHOSEN if not ledger.read:
            yield Step(StepKind.READ, days.coming_weekend(at), "chosen")
        case Phase.CHOSEN:
            yield Step(StepKind.WRITE, days.working(at, settings.write_days), "known-enough")
        case Phase.WAITING:
            due = days.working(at, settings.nudge_days)
            yield Step(StepKind.NUDGE, due, "no-reply", reason_data=_count(settings.nudge_days))
        case Phase.REMINDED:
            due = days.working(at, settings.rest_days)
            yield Step(StepKind.REST, due, "reminded", reason_data=_count(settings.rest_days))
        case Phase.AWAY:
            back = days.working(ledger.until or at, 1)
            yield Step(StepKind.NUDGE, back, "away", reason_data=_until(ledger))
        case Phase.BOUNCED:
            yield Step(StepKind.ANOTHER_WAY, at, "address-failed")
        case Phase.DECLINED if ledger.decline_to_thank:
            yield Step(StepKind.THANK_DECLINE, days.same_day(at), "declined")
        case Phase.LATER:
            yield Step(StepKind.ASK_AGAIN, ledger.until or at, "later", reason_data=_until(ledger))
        case Phase.ANSWERED:
            yield Step(StepKind.ANSWER, days.same_day(at), "they-wrote")
        case Phase.ACCEPTED:
            yield Step(StepKind.PROPOSE, days.same_day(at), "said-yes")
        case Phase.PROPOSED:
            due = days.working(at, settings.propose_again_days)
            yield Step(StepKind.PROPOSE_AGAIN, due, "no-choice")
        case Phase.MISSED:
            due = days.working(at, settings.rest_days)
            yield Step(StepKind.REST, due, "missed", reason_data=_count(settings.rest_days))


def _count(number: int) -> dict[str, int]:
    return {"days": number}


def _until(ledger: Ledger) -> dict[str, str]:
    return {"until": ledger.until.isoformat() if ledger.until else ""}


# -- talks ----------------------------------------------------------------------------------------


def _talk_steps(talk: Talk, now: datetime, settings: CadenceSettings, days: Days) -> Iterator[Step]:
    if talk.missed_at is not None:
        if not talk.afterword:
            yield Step(StepKind.KIND_LETTER, days.same_day(talk.missed_at), talk.missed, talk.uid)
    elif talk.ended_at is None:
        yield _before_end(talk, now, settings, days)
    else:
        yield from _after_end(talk, talk.ended_at, settings)


def _before_end(talk: Talk, now: datetime, settings: CadenceSettings, days: Days) -> Step:
    about = {"starts_at": talk.starts_at.isoformat()}
    if now >= talk.ends_at and talk.started_at is None:
        due = talk.ends_at + timedelta(hours=settings.recall_hours)
        return Step(StepKind.RECALL, due, "talk-over", talk.uid, about)
    if now >= talk.starts_at - START_WINDOW or talk.started_at is not None:
        return Step(StepKind.TALK, talk.starts_at, "starts", talk.uid, about)
    if not talk.prepared:
        due = max(talk.booked_at, days.before(talk.starts_at, settings.prepare_days))
        return Step(StepKind.PREPARE, min(due, talk.starts_at), "booked", talk.uid, about)
    if not talk.confirmed:
        due = max(talk.booked_at, days.before(talk.starts_at, settings.confirm_days))
        return Step(StepKind.CONFIRM, min(due, talk.starts_at), "prepared", talk.uid, about)
    return Step(StepKind.TALK, talk.starts_at, "ready", talk.uid, about)


def _after_end(talk: Talk, ended: datetime, settings: CadenceSettings) -> Iterator[Step]:
    if not talk.thanked:
        if not talk.recalled:
            due = ended + timedelta(hours=settings.recall_hours)
            yield Step(StepKind.RECALL, due, "talked", talk.uid)
        due = ended + timedelta(hours=settings.thank_hours)
        yield Step(StepKind.THANK, due, "thanks-owed", talk.uid)
    elif not talk.debriefed and talk.thanked_at is not None:
        due = talk.thanked_at + timedelta(hours=settings.debrief_hours)
        yield Step(StepKind.DEBRIEF, due, "thanked", talk.uid)


def _talk_changes(talk: Talk, now: datetime) -> datetime | None:
    """The next moment at which time alone changes the step of a talk that is not over."""
    moments = (talk.starts_at - START_WINDOW, talk.ends_at)
    return min((moment for moment in moments if moment > now), default=None)


# -- after ----------------------------------------------------------------------------------------


def _names(ledger: Ledger, settings: CadenceSettings) -> Iterator[Step]:
    for ref, at in ledger.names.items():
        due = at + timedelta(days=settings.names_days)
        yield Step(StepKind.FOLLOW_NAME, due, "named", ref)


def _loops(ledger: Ledger, settings: CadenceSettings) -> Iterator[Step]:
    for ref, at in ledger.loops.items():
        yield Step(StepKind.TELL, at + timedelta(days=settings.tell_days), "led-me-there", ref)


def _promises(ledger: Ledger) -> Iterator[Step]:
    for ref, (due, mine) in ledger.promises.items():
        if mine:
            yield Step(StepKind.KEEP_PROMISE, due, "promised", ref)
        else:
            yield Step(StepKind.CHECK_OFFER, due, "they-offered", ref)


def _in_touch(ledger: Ledger, history: History, settings: CadenceSettings) -> Iterator[Step]:
    rhythm = settings.rhythm_days if ledger.rhythm is None else ledger.rhythm
    idle = ledger.phase in _IDLE or not history.question_open
    if ledger.met and rhythm and idle and ledger.last_touch is not None:
        due = ledger.last_touch + timedelta(days=rhythm)
        yield Step(StepKind.TOUCH, due, "rhythm", reason_data=_count(rhythm))


# -- the word for the track -----------------------------------------------------------------------

_PHASE_STAGE = {
    Phase.CHOSEN: Stage.THOUGHT,
    Phase.WAITING: Stage.ASKED,
    Phase.REMINDED: Stage.ASKED,
    Phase.AWAY: Stage.ASKED,
    Phase.BOUNCED: Stage.ASKED,
    Phase.ANSWERED: Stage.ASKED,
    Phase.LATER: Stage.NOT_NOW,
    Phase.NOT_NOW: Stage.NOT_NOW,
    Phase.DECLINED: Stage.NO_THANKS,
    Phase.ACCEPTED: Stage.YES,
    Phase.PROPOSED: Stage.YES,
    Phase.MISSED: Stage.YES,
}


def _stage(ledger: Ledger, question_open: bool) -> Stage:
    if ledger.booked():
        return Stage.DATE
    held = ledger.held()
    if held and not all(talk.thanked for talk in held):
        return Stage.TALKED
    if ledger.phase in _PHASE_STAGE and question_open:
        return _PHASE_STAGE[ledger.phase]
    if held and not all(talk.debriefed for talk in held):
        return Stage.THANKED
    if ledger.met:
        return Stage.IN_TOUCH
    if ledger.asked and (ledger.phase is Phase.RESTED or not question_open):
        return Stage.NO_ANSWER
    if ledger.phase is Phase.RESTED:
        return Stage.NOT_NOW
    return Stage.KNOWN
