"""The small linear model: how much a question looks like each topic and each off-limits kind.

`weights.json` is trained by `bench/coach_model.py` on the project's own sentences. The topics and
kinds are its heads, all weighed in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import sqrt
from pkgutil import get_data

from askwell.coach.text.features import features
from askwell.coach.text.tokens import Text

Span = tuple[int, int]
# In tie order: of two topics that fit alike, the first.
TOPICS = (
    "network-referral",
    "advice-on-me",
    "entry-advice",
    "education",
    "skills",
    "industry-trends",
    "career-path",
    "work-life",
    "culture",
    "day-to-day",
    "company",
    "other",
)
KINDS = ("salary", "benefits", "job-ask", "personal")
HEADS = (*TOPICS, *KINDS)
_PACKAGE = "askwell.coach.text"
# A weight is one letter from LOWEST on, STEP apart. The letters of a feature stand side by side in one
# number, with room for sums, so that the weights of all heads add up at once.
LOWEST, LETTERS, STEP = 35, 92, 0.05
_ROOM = 4
_ZERO = LOWEST + LETTERS // 2


class Reading:
    """The weights of the features of one question, summed, and how many features there are."""

    __slots__ = ("_count", "_known", "_total")

    def __init__(self, total: int, count: int, known: int) -> None:
        self._total, self._count, self._known = total, count, known

    def with_marks(self, marks: Iterable[str]) -> Reading:
        """The same with what the caller knows besides the words."""
        names = [f"#{mark}" for mark in marks]
        if not names:
            return self
        rows = _model()[0]
        there = [rows[name] for name in names if name in rows]
        return Reading(self._total + sum(there), self._count + len(names), self._known + len(there))

    def topic(self) -> int:
        """The number of the head of the topics with the highest score."""
        sums, reach = self._sums(), sqrt(self._count) / STEP
        scores = [
            got + share * reach for got, share in zip(sums, _model()[1][:_TOPICS], strict=False)
        ]
        return scores.index(max(scores))

    def kind(self) -> tuple[float, int]:
        """The highest score of a kind, and the number of that kind; above zero speaks for it."""
        reach, zero = STEP / sqrt(self._count or 1), self._known * _ZERO
        scores = [
            (got - zero) * reach + share
            for got, share in zip(self._sums()[_TOPICS:], _model()[1][_TOPICS:], strict=True)
        ]
        best = max(scores)
        return best, scores.index(best)

    def _sums(self) -> list[int]:
        return memoryview(self._total.to_bytes(_ROOM * len(HEADS), "little")).cast("I").tolist()


_TOPICS = len(TOPICS)


def read(text: Text, asked: Span | None = None) -> Reading:
    """Weigh the question at *asked*, by default all of *text*."""
    rows = _model()[0]
    lowered = text.lowered
    found = features(lowered, asked or (0, len(lowered)))
    known = [rows[name] for name in found if name in rows]
    return Reading(sum(known), len(found), len(known))


@cache
def _model() -> tuple[dict[str, int], list[float]]:
    import json

    raw = json.loads(get_data(_PACKAGE, "weights.json") or b"{}")
    return {name: _side_by_side(row) for name, row in raw["weights"].items()}, raw["bias"]


def _side_by_side(row: str) -> int:
    spread = bytearray(_ROOM * len(row))
    spread[::_ROOM] = row.encode()
    return int.from_bytes(spread, "little")
