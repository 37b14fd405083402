"""Turns of a talk with their exact places, and what collects them while a transcript is read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from askwell.coach.text import captions
from askwell.coach.text.captions import Cue
from askwell.coach.text.labels import is_generic
from askwell.coach.text.tokens import count_words

Span = tuple[int, int]
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said until another one spoke.

    *speaker* is the label as written (None when nobody is named), *start* and *end* are seconds of
    the recording if any. *span* is the turn's place in the text as given; *places* pairs offsets of
    *text* with offsets of the text as given.
    """

    speaker: str | None
    start: float | None
    end: float | None
    text: str
    span: Span
    places: Places

    @property
    def words(self) -> int:
        """Words spoken, without stage directions and clock times."""
        return count_words(self.text, spoken=True)

    def place(self, start: int, end: int) -> Span:
        """Where [start, end) of the turn's text stands in the text as given."""
        first = self._at(start)
        return first, max(first, self._at(max(start, end - 1)) + (end > start))

    def _at(self, offset: int) -> int:
        index = bisect_right(self.places, (offset, self.span[1])) - 1
        if index < 0:
            return self.span[0]
        own, given = self.places[index]
        return min(given + offset - own, self.span[1])


@dataclass(frozen=True, slots=True)
class Transcript:
    """A talk as read. *duration* is the length in seconds, when times or the recorder tell it."""

    turns: tuple[Turn, ...]
    duration: float | None

    @property
    def speakers(self) -> tuple[str, ...]:
        """The labels in the order in which they first speak."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))

    @property
    def people(self) -> tuple[str, ...]:
        """The labels that may be names: no "Speaker 1", no room, no device."""
        return tuple(label for label in self.speakers if not is_generic(label))


class Moment:
    """When something is said, as far as that is known."""

    __slots__ = ("end", "start")

    def __init__(self, start: float | None, end: float | None = None) -> None:
        self.start = start
        self.end = end


class Builder:
    """Collects what is said, and closes a turn when somebody else speaks."""

    def __init__(self, joint: str, *, merge: bool = True) -> None:
        self.turns: list[Turn] = []
        self.merges = merge
        self.speaker: str | None = None
        self._joint = joint
        self._said: list[tuple[str, int, str]] = []
        self._first: Cue | Moment = Moment(None)
        self._last: Cue | Moment = self._first

    def say(
        self,
        speaker: str | None,
        when: Cue | Moment,
        words: str,
        place: int,
        *,
        new: bool = False,
        joint: str = "",
    ) -> None:
        """Add words; a turn goes on while the speaker is the same and nothing says *new*."""
        said = words.strip()
        if not said:
            return
        if new or speaker != self.speaker or not self._said:
            self.close(when)
            self.speaker, self._first = speaker, when
        if words[0] != said[0]:
            place += words.index(said[0])
        self._last = when
        self._said.append((said, place, joint or self._joint))

    def close(self, before: Cue | Moment | None = None) -> None:
        """End the turn; *before* is when the next one starts."""
        if not self._said:
            return
        start, end = self._first.start, self._last.end
        if end is None and before is not None:
            end = before.start
        if start is None or (end is not None and end < start):
            end = None
        words, places = _joined(self._said)
        last, at, _ = self._said[-1]
        span = self._said[0][1], at + len(last)
        self.turns.append(Turn(self.speaker, start, end, words, span, places))
        self._said = []


def _joined(said: list[tuple[str, int, str]]) -> tuple[str, Places]:
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for words, place, joint in said:
        if parts:
            parts.append(joint)
            length += len(joint)
        for part, at in captions.pieces(words, place):
            parts.append(part)
            places.append((length, at))
            length += len(part)
    return "".join(parts), tuple(places)
