"""Q207: the same question twice."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.items import QuestionSet
from askwell.coach.text.tokens import word_set

_IDLE = word_set(
    "a an the of to in on for at with and or is are was were do does did you your what how "
    "would could can me tell about it this that i have has be like most so"
)


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    seen: dict[frozenset[str], int] = {}
    by_word: dict[str, list[frozenset[str]]] = {}
    for item in whole.items:
        words = frozenset(item.text.vocabulary - _IDLE)
        if not words:
            continue
        twin = words if words in seen else _twin(words, by_word, numbers["alike"])
        if twin is not None:
            yield Hit(item.start, item.end, params={"line": seen[twin]})
            continue
        seen[words] = item.line
        for word in words:
            by_word.setdefault(word, []).append(words)


def _twin(
    words: frozenset[str], by_word: dict[str, list[frozenset[str]]], alike: float
) -> frozenset[str] | None:
    rarest = min(words, key=lambda word: len(by_word.get(word, ())))
    for other in by_word.get(rarest, [])[:50]:
        if len(words & other) / len(words | other) >= alike:
            return other
    return None


RULE = Rule(
    code="Q207",
    slug="duplicate",
    level=Severity.INFO,
    message="This asks nearly the same as line {line}.",
    reason="A question that comes back takes a place another could have.",
    sources=("S35: Saylor",),
    check=_check,
    scope="set",
    numbers={"alike": 0.8},
    false_alarms="Two questions that differ only in a small word.",
    must_flag=(
        Example("What skills matter most?\nWhat skills matter most?"),
        Example("What advice would you give a beginner?\nWhat advice do you give to a beginner?"),
        Example("How do you handle stress?\nWhat surprised you?\nHow do you handle the stress?"),
    ),
    must_pass=(
        Example("What skills matter most?\nWhat trends matter most to you?"),
        Example("What surprised you?\nWhat changed?"),
        Example("What skills matter?"),
    ),
)
