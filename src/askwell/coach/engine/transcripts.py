"""The review of a transcript: who spoke how much, who asked what, who listened, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from askwell.coach.engine.config import Config
from askwell.coach.engine.core import rule_set
from askwell.coach.engine.ignores import blank_comments, read_ignores
from askwell.coach.finding import Finding
from askwell.coach.text.openness import CLOSED, INDIRECT, OPEN
from askwell.coach.text.seekers import Spoken
from askwell.coach.text.talks import Talk
from askwell.coach.text.tokens import Text

SCHEMA = 1
_MOST_TO_TRY = 3
# Rules about a talk look at its figures, not at words, so nobody needs all words of an hour.
_NO_TRIGGERS = Text("")


@dataclass(frozen=True, slots=True)
class Speaker:
    """What one speaker did. *share* is the share of all words; times are None without times."""

    name: str
    seconds: float | None
    words: int
    share: float
    questions: Mapping[str, int]
    follow_ups: int
    longest_turn_seconds: float | None

    def as_dict(self) -> dict[str, object]:
        """The published JSON form."""
        return {
            "name": self.name,
            "seconds": self.seconds,
            "words": self.words,
            "share": self.share,
            "questions": dict(self.questions),
            "follow_ups": self.follow_ups,
            "longest_turn_seconds": self.longest_turn_seconds,
        }


@dataclass(frozen=True, slots=True)
class TurnReview:
    """What one turn does; *place* is its span in the text as given, *words* its length."""

    speaker: str | None
    start: float | None
    asks: bool
    openness: str | None
    follow_up: bool
    words: int
    place: tuple[int, int]

    def as_dict(self) -> dict[str, object]:
        """The published JSON form."""
        return {
            "speaker": self.speaker,
            "start": self.start,
            "asks": self.asks,
            "openness": self.openness,
            "follow_up": self.follow_up,
        }


@dataclass(frozen=True, slots=True)
class Metrics:
    """Figures about the seeker's part; *drift* is the share of questions off the agenda."""

    open_share: float | None
    follow_up_share: float | None
    reflections: int
    interruptions: int
    agenda_covered: float | None
    minutes: float | None
    asked_for_names: bool
    thanked: bool
    drift: float | None
    longest_words: int
    off_limits: int

    def as_dict(self) -> dict[str, object]:
        """The published JSON form."""
        return {
            "open_share": self.open_share,
            "follow_up_share": self.follow_up_share,
            "reflections": self.reflections,
            "interruptions": self.interruptions,
            "agenda_covered": self.agenda_covered,
            "minutes": self.minutes,
            "asked_for_names": self.asked_for_names,
            "thanked": self.thanked,
        }


@dataclass(frozen=True, slots=True)
class TranscriptReview:
    """What was read in a talk. *good* is to be said first, *try_next* holds at most three things."""

    me: str | None
    confidence: float | None
    speakers: tuple[Speaker, ...]
    turns: tuple[TurnReview, ...]
    metrics: Metrics
    findings: tuple[Finding, ...]
    good: tuple[str, ...]
    try_next: tuple[Finding, ...]

    def as_dict(self) -> dict[str, object]:
        """The published JSON form (schema 1)."""
        return {
            "schema": SCHEMA,
            "me": self.me,
            "confidence": self.confidence,
            "speakers": [speaker.as_dict() for speaker in self.speakers],
            "turns": [turn.as_dict() for turn in self.turns],
            "metrics": self.metrics.as_dict(),
            "findings": [finding.as_dict() for finding in self.findings],
        }


def review_transcript(
    text: str,
    *,
    me: str | None = None,
    minutes: float | None = None,
    agenda: Sequence[str] = (),
    config: Config | None = None,
) -> TranscriptReview:
    """Review a talk written down in any of the text formats.

    *me* is the seeker's name, however spelt; without it the seeker is the one who asks. *minutes* is
    the time agreed, *agenda* the lines planned. Offsets count code points of *text*; a comment
    `<!-- askwell: ignore T301 -->` silences a rule.
    """
    ignores = read_ignores(text)
    talk = Talk(blank_comments(text, ignores), me=me, minutes=minutes, agenda=agenda)
    found: list[Finding] = []
    if talk.me:
        found = ignores.keep(rule_set("transcripts", "item", config).run(talk, _NO_TRIGGERS), text)
    return TranscriptReview(
        talk.me,
        talk.confidence,
        tuple(_speakers(talk)),
        tuple(_turn(spoken) for spoken in talk.turns),
        _metrics(talk),
        tuple(found),
        tuple(_good(talk)) if talk.me else (),
        tuple(_to_try(found)),
    )


def _speakers(talk: Talk) -> Iterator[Speaker]:
    for name in talk.transcript.speakers:
        own = [spoken for spoken in talk.turns if spoken.turn.speaker == name]
        words = sum(spoken.words for spoken in own)
        times = [spoken.seconds for spoken in own if spoken.seconds is not None]
        questions = dict.fromkeys((OPEN, INDIRECT, CLOSED), 0)
        for spoken in own:
            if spoken.asked:
                questions[spoken.asked.openness] += 1
        yield Speaker(
            name,
            round(sum(times), 3) if times else None,
            words,
            round(words / talk.words, 4) if talk.words else 0.0,
            questions,
            sum(spoken.follow_up for spoken in own),
            round(max(times), 3) if times else None,
        )


def _turn(spoken: Spoken) -> TurnReview:
    turn, asked = spoken.turn, spoken.asked
    openness = asked.openness if asked else None
    return TurnReview(
        turn.speaker,
        turn.start,
        asked is not None,
        openness,
        spoken.follow_up,
        spoken.words,
        turn.span,
    )


def _metrics(talk: Talk) -> Metrics:
    return Metrics(
        _rounded(talk.open_share),
        _rounded(talk.follow_up_share),
        talk.reflections if talk.me else 0,
        len(talk.interruptions) if talk.me else 0,
        _rounded(talk.agenda_covered),
        talk.minutes,
        talk.asked_for_names,
        talk.thanked,
        _rounded(talk.drift),
        talk.longest.words if talk.longest else 0,
        len(talk.off_limits),
    )


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _to_try(found: list[Finding]) -> Iterator[Finding]:
    """The weightiest finding of each rule, three at most."""
    rules: set[str] = set()
    for finding in sorted(found, key=lambda finding: -finding.level.rank):
        if finding.code not in rules and len(rules) < _MOST_TO_TRY:
            rules.add(finding.code)
            yield finding


def _good(talk: Talk) -> Iterator[str]:
    """What to say first."""
    share = talk.my_share
    if share is not None and share <= 0.4 and talk.asking:
        yield "You left most of the talking to the other person."
    if talk.follow_up_share is not None and talk.follow_up_share >= 0.5:
        yield "You followed up on what you heard."
    if talk.open_share is not None and talk.open_share >= 0.7:
        yield "Most of your questions were open."
    if talk.reflections:
        yield "You gave back what you heard, so the other person knew you listened."
    if talk.asked_for_names:
        yield "You asked who else to talk to."
    if talk.thanked:
        yield "You said thank you at the end."
