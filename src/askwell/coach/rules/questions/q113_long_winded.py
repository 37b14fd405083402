"""Q113: so many words that the question gets lost."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.tokens import count_words

_LONG = "I have been reading about the history of the profession, and about how the rules changed over the years in several countries, and I have also followed a few people online who write about it a lot, so "


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    if len(item.text.raw) < 2 * numbers["words"]:
        return
    words = count_words(item.text.raw)
    if words > numbers["words"]:
        yield Hit(
            0,
            len(item.text.raw),
            "Say in one short sentence what you know, then ask.",
            params={"words": words},
        )


RULE = Rule(
    code="Q113",
    slug="long-winded",
    level=Severity.INFO,
    message="{words} words are a lot to keep in mind; the question may get lost.",
    reason="A long run-up takes the time that belongs to the answer.",
    sources=("S37: Turing", "R5: Boomerang, on plain words"),
    check=_check,
    numbers={"words": 45},
    false_alarms="A preamble with one's own research is worth its words when it stays short.",
    must_flag=(
        Example(_LONG + "what do you think about all of that in your daily work?"),
        Example(_LONG + "how did you come to the point where you stand today?"),
        Example(_LONG + "where would you begin if you had to start again now?"),
    ),
    must_pass=(
        "What do you think about the new rules?",
        "I read that the rules changed last year. How does that touch your work?",
        "How did you come to this work?",
    ),
)
