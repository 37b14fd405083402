"""What comes next with somebody, by when, and why: rules over a journal of what happened.

`assess` folds the journal of one (person, question) into a :class:`Position`; `next_step` is its
step. Both are pure: `now` matters only at the moments they name themselves in `changes_at`.
Numbers and order: the next-step rules of the product, defaults from the practice's literature
(one reminder after seven working days, thanks within 24 hours, a rhythm of about 90 days).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from askwell.coach.happenings import SILENT, WIDE, EventKind, Happening, Stage, StepKind
from askwell.coach.ledger import Ledger, Phase, Talk, fold
from askwell.coach.workdays import CadenceSettings, Days

__all__ = [
    "SILENT",
    "URGENT_STEPS",
    "WAITING_STEPS",
    "WIDE",
    "CadenceSettings",
    "Days",
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

NEWS = timedelta(days=3)
"""A new job is a reason to write to somebody met, sooner than the rhythm asks for, but at leisure."""


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


DueRule = Callable[[Ledger, datetime, CadenceSettings, Days], datetime]

_ASKING: dict[Phase, tuple[StepKind, str, DueRule]] = {
    Phase.WAITING: (StepKind.NUDGE, "no-reply", lambda _, at, s, d: d.working(at, s.nudge_days)),
    Phase.REMINDED: (StepKind.REST, "reminded", lambda _, at, s, d: d.working(at, s.rest_days)),
    Phase.AWAY: (StepKind.NUDGE, "away", lambda led, at, _, d: d.working(led.until or at, 1)),
    Phase.BOUNCED: (StepKind.ANOTHER_WAY, "address-failed", lambda _, at, __, ___: at),
    Phase.DECLINED: (StepKind.THANK_DECLINE, "declined", lambda _, at, __, d: d.same_day(at)),
    Phase.LATER: (StepKind.ASK_AGAIN, "later", lambda led, at, _, __: led.until or at),
    Phase.ANSWERED: (StepKind.ANSWER, "they-wrote", lambda _, at, __, d: d.same_day(at)),
    Phase.ACCEPTED: (StepKind.PROPOSE, "said-yes", lambda _, at, __, d: d.same_day(at)),
    Phase.PROPOSED: (
        StepKind.PROPOSE_AGAIN,
        "no-choice",
        lambda _, at, s, d: d.working(at, s.propose_again_days),
    ),
    Phase.MISSED: (StepKind.REST, "missed", lambda _, at, s, d: d.working(at, s.rest_days)),
}


def _asking(ledger: Ledger, settings: CadenceSettings, days: Days) -> Iterator[Step]:
    at = ledger.phase_at
    if at is None or (ledger.phase is Phase.DECLINED and not ledger.decline_to_thank):
        return
    if ledger.phase is Phase.CHOSEN and not ledger.read:
        yield Step(StepKind.READ, days.coming_weekend(at), "chosen")
    elif ledger.phase is Phase.CHOSEN:
        yield Step(StepKind.WRITE, days.working(at, settings.write_days), "known-enough")
    elif ledger.phase in _ASKING:
        kind, reason, due = _ASKING[ledger.phase]
        about = {"since": at.isoformat()} | _until(ledger)
        yield Step(kind, due(ledger, at, settings, days), reason, reason_data=about)


def _count(number: int) -> dict[str, int]:
    return {"days": number}


def _until(ledger: Ledger) -> dict[str, str]:
    return {"until": ledger.until.isoformat()} if ledger.until else {}


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
        if ledger.moved and ledger.moved + NEWS < due:
            about = {"since": ledger.moved.isoformat()}
            yield Step(StepKind.TOUCH, ledger.moved + NEWS, "new-job", reason_data=about)
        else:
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
    held = ledger.held()
    if ledger.booked():
        return Stage.DATE
    if not all(talk.thanked for talk in held):
        return Stage.TALKED
    if ledger.phase in _PHASE_STAGE and question_open:
        return _PHASE_STAGE[ledger.phase]
    if not all(talk.debriefed for talk in held):
        return Stage.THANKED
    return Stage.IN_TOUCH if ledger.met else _unmet_stage(ledger, question_open)


def _unmet_stage(ledger: Ledger, question_open: bool) -> Stage:
    resting = ledger.phase is Phase.RESTED
    if ledger.asked and (resting or not question_open):
        return Stage.NO_ANSWER
    return Stage.NOT_NOW if resting else Stage.KNOWN
