"""T302: one turn of the seeker goes on and on."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_WORDS = "And then there was another thing that I did in the second year of it. "


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    for spoken in talk.mine:
        if spoken.words > numbers["words"]:
            words = "Say why you ask in one sentence, then ask."
            yield Hit(*spoken.place, words, params={"words": spoken.words})


RULE = Rule(
    code="T302",
    slug="long-turn",
    level=Severity.INFO,
    message="Here you spoke {words} words without a pause.",
    reason="Context fits into two sentences; a long preface makes the question hard to find.",
    sources=("S37: Turing School", "S10: rcelconnect.org"),
    check=_check,
    numbers={"words": 120},
    false_alarms="An introduction that the other asked for.",
    must_flag=(
        Example("Sam: " + _WORDS * 9 + "\nInes: Oh.", {"me": "Sam"}),
        Example("Sam: Hi.\nInes: Hi.\nSam: " + _WORDS * 9 + "\nInes: Well.", {"me": "Sam"}),
        Example("Ines: Tell me about you.\nSam: " + _WORDS * 12, {"me": "Sam"}),
    ),
    must_pass=(
        Example("Sam: " + _WORDS * 3 + "\nInes: Oh.", {"me": "Sam"}),
        Example("Sam: How did you start?\nInes: " + _WORDS * 12, {"me": "Sam"}),
        Example("Sam: Hi.\nInes: Hi.", {"me": "Sam"}),
    ),
)
