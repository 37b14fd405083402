"""Who of the speakers came to learn: the one named, or the one who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from askwell.coach.text.labels import ANSWERING, ASKING, fold
from askwell.coach.text.names import edit_distance
from askwell.coach.text.spoken import Asked
from askwell.coach.text.turns import Turn

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn with what was read in it."""

    turn: Turn
    words: int
    seconds: float | None
    asked: Asked | None
    follow_up: bool = False

    @property
    def place(self) -> Span:
        """The turn's place in the text as given."""
        return self.turn.span

    def question_place(self, number: int = 0) -> Span:
        """The place of one of the turn's questions in the text as given."""
        if self.asked is None:
            return self.place
        return self.turn.place(*self.asked.spans[number])


def find_seeker(turns: Sequence[Spoken], told: str | None) -> tuple[str | None, float | None]:
    """The label of the one who came to learn, and how sure that is (0 to 1).

    Told a name, the label that fits it best; else the one who asks, speaks less, and opens the talk.
    """
    labels = list(dict.fromkeys(s.turn.speaker for s in turns if s.turn.speaker))
    if not labels:
        return None, None
    if told:
        found = _fitting(labels, told)
        if found:
            return found
    return _who_asks(labels, turns)


def _fitting(labels: list[str], told: str) -> tuple[str, float] | None:
    best = max(labels, key=lambda label: _likeness(label, told))
    likeness = _likeness(best, told)
    return (best, likeness) if likeness >= 0.6 else None


def _likeness(label: str, told: str) -> float:
    """How well a label fits a name: 1 for the same, 0 for another; case and accents do not count."""
    mine, theirs = fold(told), fold(label)
    words, others = mine.split(), theirs.split()
    if not words or not others:
        return float(label.strip() == told.strip())
    shorter, longer = sorted((set(words), set(others)), key=len)
    degrees = (
        (1.0, mine == theirs),
        (0.95, shorter <= longer),
        (0.85, words[0] == others[0]),
        (0.8, theirs == _initials(words) or mine == _initials(others)),
        (0.8, len(mine) > 3 and edit_distance(mine, theirs, limit=2) <= 2),
        (0.7, len(words[0]) > 3 and edit_distance(words[0], others[0], limit=1) <= 1),
        (0.6, words[-1] == others[-1] or mine.startswith(theirs) or theirs.startswith(mine)),
    )
    return next((likeness for likeness, fits in degrees if fits), 0.0)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _who_asks(labels: list[str], turns: Sequence[Spoken]) -> tuple[str | None, float | None]:
    scores = sorted(
        ((_seeking(label, turns, len(labels)), label) for label in labels), reverse=True
    )
    best, label = scores[0]
    if best <= 0:
        return None, None
    ahead = best - (scores[1][0] if len(scores) > 1 else 0.0)
    asked = sum(spoken.asked is not None for spoken in turns)
    return label, round(min(0.99, 0.5 + ahead / 3) * (1 if asked >= 3 else 0.7), 2)


def _seeking(label: str, turns: Sequence[Spoken], speakers: int) -> float:
    own = [spoken for spoken in turns if spoken.turn.speaker == label]
    asked = [spoken for spoken in own if _ends_asking(spoken)]
    every = sum(_ends_asking(spoken) for spoken in turns) or 1
    words = sum(spoken.words for spoken in turns) or 1
    long = [spoken for spoken in own if spoken.words >= 3] or own
    score = 2 * len(asked) / every + len(asked) / len(long)
    score -= sum(spoken.words for spoken in own) / words
    role = fold(label).split()
    if role and not ASKING.isdisjoint(role[:1]):
        score += 1
    if role and not ANSWERING.isdisjoint(role[:1]):
        score -= 1
    first = next((spoken for spoken in turns if spoken.turn.speaker), None)
    return score + 0.2 * (first is not None and first.turn.speaker == label)


def _ends_asking(spoken: Spoken) -> bool:
    """Whether the turn leaves the word to the other with a question."""
    if spoken.asked is None:
        return False
    rest = spoken.turn.text[spoken.asked.spans[-1][1] :]
    return len(rest) < 160
