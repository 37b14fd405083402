"""Folds a journal into what is open: the phase of asking, talks, promises, names, loops."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto

from askwell.coach.happenings import TOUCHES, EventKind, Happening


class Phase(Enum):
    """Where asking somebody stands; talks are kept apart."""

    NONE = auto()
    CHOSEN = auto()
    WAITING = auto()
    REMINDED = auto()
    AWAY = auto()
    BOUNCED = auto()
    ANSWERED = auto()
    DECLINED = auto()
    LATER = auto()
    NOT_NOW = auto()
    ACCEPTED = auto()
    PROPOSED = auto()
    MISSED = auto()
    DONE = auto()
    RESTED = auto()


_BEING_ASKED = frozenset(
    {Phase.WAITING, Phase.REMINDED, Phase.AWAY, Phase.BOUNCED, Phase.ANSWERED, Phase.ACCEPTED}
    | {Phase.PROPOSED}
)


@dataclass
class Talk:
    """One talk with this person, as far as the journal knows it."""

    uid: str
    booked_at: datetime
    starts_at: datetime
    minutes: int
    prepared: bool = False
    confirmed: bool = False
    started_at: datetime | None = None
    ended_at: datetime | None = None
    recalled: bool = False
    thanked_at: datetime | None = None
    debriefed: bool = False
    missed: str = ""
    missed_at: datetime | None = None
    afterword: bool = False

    @property
    def ends_at(self) -> datetime:
        """The end that was agreed."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def thanked(self) -> bool:
        """Whether the thank-you is out."""
        return self.thanked_at is not None


@dataclass
class Ledger:
    """All that is open with somebody under one question."""

    phase: Phase = Phase.NONE
    phase_at: datetime | None = None
    until: datetime | None = None
    read: bool = False
    asked: bool = False
    decline_to_thank: bool = False
    met: bool = False
    rhythm: int | None = None
    last_touch: datetime | None = None
    moved: datetime | None = None
    snoozed_until: datetime | None = None
    talks: dict[str, Talk] = field(default_factory=dict)
    promises: dict[str, tuple[datetime, bool]] = field(default_factory=dict)
    names: dict[str, datetime] = field(default_factory=dict)
    loops: dict[str, datetime] = field(default_factory=dict)

    def move(self, phase: Phase, at: datetime) -> None:
        """Enter a phase. Nobody who declined is moved back by anything but their own yes."""
        if self.phase is not Phase.DECLINED:
            self.phase, self.phase_at = phase, at

    def booked(self) -> list[Talk]:
        """Talks that are neither over nor missed."""
        return [t for t in self.talks.values() if t.ended_at is None and t.missed_at is None]

    def held(self) -> list[Talk]:
        """Talks that took place."""
        return [t for t in self.talks.values() if t.ended_at is not None]


def fold(happenings: Iterable[Happening]) -> Ledger:
    """Read the journal in order, leaving out what was retracted."""
    entries = list(happenings)
    gone = {h.text("event") for h in entries if h.kind is EventKind.RETRACTED}
    ledger = Ledger()
    for happening in entries:
        if happening.kind is EventKind.RETRACTED or (happening.uid and happening.uid in gone):
            continue
        _note(ledger, happening)
        reader = _READERS.get(happening.kind)
        if reader and (happening.here or happening.kind in _WIDE_READERS):
            reader(ledger, happening)
    return ledger


def _note(ledger: Ledger, h: Happening) -> None:
    if h.kind in TOUCHES:
        ledger.last_touch = h.at if ledger.last_touch is None else max(ledger.last_touch, h.at)
        ledger.moved = None
    if h.kind is EventKind.TALK_ENDED:
        ledger.met = True
    if h.kind is not EventKind.SNOOZED and h.here:
        ledger.snoozed_until = None


def _phase(phase: Phase) -> Callable[[Ledger, Happening], None]:
    def read(ledger: Ledger, h: Happening) -> None:
        ledger.move(phase, h.at)
        ledger.until = h.moment("until") if "until" in h.data else None

    return read


def _chosen(ledger: Ledger, h: Happening) -> None:
    """Choosing counts for who is not being asked: a letter dated earlier than the choice stands."""
    if ledger.phase not in _BEING_ASKED:
        _phase(Phase.CHOSEN)(ledger, h)


def _read_up(ledger: Ledger, h: Happening) -> None:
    ledger.read = True
    if ledger.phase is Phase.CHOSEN:
        ledger.phase_at = h.at


def _sent(ledger: Ledger, h: Happening) -> None:
    ledger.asked = ledger.read = True
    ledger.move(Phase.WAITING, h.at)


def _reminded(ledger: Ledger, h: Happening) -> None:
    ledger.asked = True
    ledger.move(Phase.REMINDED, h.at)


def _touched(ledger: Ledger, h: Happening) -> None:
    """A word of mine answers theirs; whoever was only being asked is waited for again."""
    if ledger.phase is Phase.ANSWERED:
        ledger.move(Phase.DONE if ledger.met else Phase.WAITING, h.at)


def _declined(ledger: Ledger, h: Happening) -> None:
    ledger.move(Phase.DECLINED, h.at)
    ledger.decline_to_thank = h.here


def _decline_thanked(ledger: Ledger, h: Happening) -> None:
    ledger.decline_to_thank = False


def _willing(ledger: Ledger, h: Happening) -> None:
    """Their own yes or offer also takes back an earlier no."""
    ledger.phase, ledger.phase_at = Phase.ACCEPTED, h.at
    ledger.decline_to_thank = False


def _talk(ledger: Ledger, h: Happening) -> Talk:
    """The talk an entry is about; one that was never booked is made from the entry itself."""
    uid = h.text("talk")
    if uid not in ledger.talks:
        ledger.talks[uid] = Talk(uid, h.at, h.moment("starts_at"), int(h.data.get("minutes", 30)))
    return ledger.talks[uid]


def _booked(ledger: Ledger, h: Happening) -> None:
    talk = _talk(ledger, h)
    talk.starts_at, talk.minutes = h.moment("starts_at"), int(h.data.get("minutes", 30))
    talk.confirmed, talk.missed, talk.missed_at = False, "", None
    ledger.phase, ledger.phase_at, ledger.decline_to_thank = Phase.DONE, h.at, False


def _prepared(ledger: Ledger, h: Happening) -> None:
    _talk(ledger, h).prepared = True


def _confirmed(ledger: Ledger, h: Happening) -> None:
    talk = _talk(ledger, h)
    talk.prepared = talk.confirmed = True


def _missed(ledger: Ledger, h: Happening) -> None:
    talk = _talk(ledger, h)
    talk.missed, talk.missed_at = h.kind.value, h.at


def _afterword(ledger: Ledger, h: Happening) -> None:
    talk = _talk(ledger, h)
    talk.afterword = True
    ledger.move(Phase.MISSED, h.at)


def _started(ledger: Ledger, h: Happening) -> None:
    _talk(ledger, h).started_at = h.at


def _ended(ledger: Ledger, h: Happening) -> None:
    talk = _talk(ledger, h)
    talk.ended_at, talk.missed_at = h.at, None
    ledger.move(Phase.DONE, h.at)


def _recalled(ledger: Ledger, h: Happening) -> None:
    talk = _talk(ledger, h)
    talk.recalled = True
    if talk.ended_at is None:
        talk.ended_at, ledger.met = h.at, True
        ledger.move(Phase.DONE, h.at)


def _thanked(ledger: Ledger, h: Happening) -> None:
    _recalled(ledger, h)
    _talk(ledger, h).thanked_at = h.at


def _debriefed(ledger: Ledger, h: Happening) -> None:
    _recalled(ledger, h)
    _talk(ledger, h).debriefed = True


def _named(ledger: Ledger, h: Happening) -> None:
    ledger.names[h.text("ref")] = h.at


def _name_followed(ledger: Ledger, h: Happening) -> None:
    ledger.names.pop(h.text("ref"), None)


def _loop_opened(ledger: Ledger, h: Happening) -> None:
    ledger.loops[h.text("ref")] = h.at


def _loop_told(ledger: Ledger, h: Happening) -> None:
    ledger.loops.pop(h.text("ref"), None)


def _promised(ledger: Ledger, h: Happening) -> None:
    ledger.promises[h.text("ref")] = (h.moment("due"), bool(h.data.get("mine", True)))


def _promise_done(ledger: Ledger, h: Happening) -> None:
    ledger.promises.pop(h.text("ref"), None)


def _rhythm(ledger: Ledger, h: Happening) -> None:
    ledger.rhythm = int(h.data.get("days", 0))


def _moved(ledger: Ledger, h: Happening) -> None:
    ledger.moved = h.at


def _snoozed(ledger: Ledger, h: Happening) -> None:
    ledger.snoozed_until = h.moment("until")


def _rested(ledger: Ledger, h: Happening) -> None:
    """Everything owed is let go, except talks to come and promises: those are somebody else's."""
    ledger.move(Phase.RESTED, h.at)
    ledger.decline_to_thank = False
    ledger.moved = None
    ledger.names.clear()
    ledger.loops.clear()
    for talk in ledger.talks.values():
        if talk.missed_at is not None:
            talk.afterword = True
        elif talk.ended_at is not None or talk.ends_at <= h.at:
            talk.ended_at = talk.ended_at or talk.ends_at
            talk.thanked_at = talk.thanked_at or h.at
            talk.debriefed = True
    if ledger.met:
        ledger.last_touch = h.at


_READERS: dict[EventKind, Callable[[Ledger, Happening], None]] = {
    EventKind.CHOSEN: _chosen,
    EventKind.NOT_NOW: _phase(Phase.NOT_NOW),
    EventKind.NEVER: _phase(Phase.RESTED),
    EventKind.READ: _read_up,
    EventKind.LETTER_SENT: _sent,
    EventKind.REMINDED: _reminded,
    EventKind.ANSWERED: _phase(Phase.ANSWERED),
    EventKind.AWAY: _phase(Phase.AWAY),
    EventKind.BOUNCED: _phase(Phase.BOUNCED),
    EventKind.DECLINED: _declined,
    EventKind.DECLINE_THANKED: _decline_thanked,
    EventKind.LATER: _phase(Phase.LATER),
    EventKind.ACCEPTED: _willing,
    EventKind.OFFERED: _willing,
    EventKind.TIMES_PROPOSED: _phase(Phase.PROPOSED),
    EventKind.BOOKED: _booked,
    EventKind.PREPARED: _prepared,
    EventKind.CONFIRMED: _confirmed,
    EventKind.CANCELLED: _missed,
    EventKind.NO_SHOW: _missed,
    EventKind.AFTERWORD: _afterword,
    EventKind.TALK_STARTED: _started,
    EventKind.TALK_ENDED: _ended,
    EventKind.RECALLED: _recalled,
    EventKind.THANKED: _thanked,
    EventKind.DEBRIEFED: _debriefed,
    EventKind.NAMED: _named,
    EventKind.NAME_FOLLOWED: _name_followed,
    EventKind.LOOP_OPENED: _loop_opened,
    EventKind.LOOP_TOLD: _loop_told,
    EventKind.PROMISED: _promised,
    EventKind.PROMISE_KEPT: _promise_done,
    EventKind.PROMISE_DROPPED: _promise_done,
    EventKind.TOUCHED: _touched,
    EventKind.RHYTHM_SET: _rhythm,
    EventKind.MOVED: _moved,
    EventKind.SNOOZED: _snoozed,
    EventKind.RESTED: _rested,
}

_WIDE_READERS = frozenset(
    {EventKind.DECLINED, EventKind.NEVER, EventKind.RHYTHM_SET, EventKind.MOVED}
)
