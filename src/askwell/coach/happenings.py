"""The words of the journal: what can happen with somebody, what can be next, where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What happened. The comment names the payload keys (`Happening.data`), if any."""

    CHOSEN = "chosen"  # to be asked
    NOT_NOW = "not-now"  # a suggestion put aside
    NEVER = "never"  # a suggestion refused for good
    READ = "read"  # I know enough about their work
    LETTER_SENT = "letter-sent"  # letter
    REMINDED = "reminded"  # letter
    ANSWERED = "answered"  # they wrote something that is neither yes nor no
    AWAY = "away"  # until: automatic reply
    BOUNCED = "bounced"  # the address did not work
    DECLINED = "declined"
    DECLINE_THANKED = "decline-thanked"
    LATER = "later"  # until
    ACCEPTED = "accepted"  # said yes
    OFFERED = "offered"  # they offered of their own accord
    TIMES_PROPOSED = "times-proposed"
    BOOKED = "booked"  # talk, starts_at, minutes; also a change of time
    PREPARED = "prepared"  # talk
    CONFIRMED = "confirmed"  # talk
    CANCELLED = "cancelled"  # talk
    NO_SHOW = "no-show"  # talk
    AFTERWORD = "afterword"  # talk: the kind letter after a cancelled or missed talk
    TALK_STARTED = "talk-started"  # talk
    TALK_ENDED = "talk-ended"  # talk
    RECALLED = "recalled"  # talk
    THANKED = "thanked"  # talk
    CONNECTED = "connected"  # talk: LinkedIn was offered once
    DEBRIEFED = "debriefed"  # talk
    NAMED = "named"  # ref: they named somebody (introduction)
    NAME_FOLLOWED = "name-followed"  # ref
    LOOP_OPENED = "loop-opened"  # ref: I talked to somebody through them
    LOOP_TOLD = "loop-told"  # ref
    PROMISED = "promised"  # ref, due, mine
    PROMISE_KEPT = "promise-kept"  # ref
    PROMISE_DROPPED = "promise-dropped"  # ref
    TOUCHED = "touched"  # any other contact; how, mine, theirs, batch if it was read from a file
    MOVED = "moved"  # they work somewhere else now; position, batch
    RHYTHM_SET = "rhythm-set"  # days; 0 = none
    SNOOZED = "snoozed"  # until: not today
    RESTED = "rested"  # let it rest
    RETRACTED = "retracted"  # event: uid of the one taken back


class StepKind(StrEnum):
    """What can be next; the order breaks ties between equal due times."""

    TALK = "talk"
    RECALL = "recall"
    THANK = "thank"
    CONFIRM = "confirm"
    PREPARE = "prepare"
    PROPOSE = "propose"
    ANSWER = "answer"
    KIND_LETTER = "kind-letter"
    THANK_DECLINE = "thank-decline"
    ANOTHER_WAY = "another-way"
    KEEP_PROMISE = "keep-promise"
    PROPOSE_AGAIN = "propose-again"
    ASK_AGAIN = "ask-again"
    NUDGE = "nudge"
    REST = "rest"
    WRITE = "write"
    READ = "read"
    DEBRIEF = "debrief"
    FOLLOW_NAME = "follow-name"
    TELL = "tell"
    CHECK_OFFER = "check-offer"
    TOUCH = "touch"


class Stage(StrEnum):
    """The track of a person under a question, and the three words beside it."""

    KNOWN = "known"
    THOUGHT = "thought"
    ASKED = "asked"
    YES = "yes"
    DATE = "date"
    TALKED = "talked"
    THANKED = "thanked"
    IN_TOUCH = "in-touch"
    NOT_NOW = "not-now"
    NO_THANKS = "no-thanks"
    NO_ANSWER = "no-answer"


TOUCHES = frozenset(
    {
        EventKind.LETTER_SENT,
        EventKind.REMINDED,
        EventKind.ANSWERED,
        EventKind.DECLINED,
        EventKind.DECLINE_THANKED,
        EventKind.LATER,
        EventKind.ACCEPTED,
        EventKind.OFFERED,
        EventKind.TIMES_PROPOSED,
        EventKind.CONFIRMED,
        EventKind.AFTERWORD,
        EventKind.TALK_ENDED,
        EventKind.THANKED,
        EventKind.LOOP_TOLD,
        EventKind.TOUCHED,
    }
)
"""Kinds that are contact with the person and so reset the rhythm."""

WIDE = TOUCHES | {EventKind.DECLINED, EventKind.NEVER, EventKind.RHYTHM_SET, EventKind.MOVED}
"""Kinds that count for the person under every question, not only where they happened."""

SILENT = frozenset({EventKind.TOUCHED, EventKind.MOVED, EventKind.RETRACTED})
"""Kinds that put nobody in play: alone they are lines of a history, and no question's business."""


@dataclass(frozen=True)
class Happening:
    """One entry of the journal, as the rules see it.

    `here` is False for a :data:`WIDE` kind that happened under another question.
    Dates in `data` are ISO 8601 text with offset.
    """

    kind: EventKind
    at: datetime
    uid: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    here: bool = True

    def text(self, key: str) -> str:
        """A payload value as text, empty when missing."""
        return str(self.data.get(key, ""))

    def moment(self, key: str) -> datetime:
        """A payload value as an aware moment; the time of the entry itself when missing."""
        value = self.data.get(key)
        return datetime.fromisoformat(value) if value else self.at
