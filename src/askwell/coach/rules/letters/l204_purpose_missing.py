"""L204: the letter does not say what it wants to learn."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_KINDS = frozenset(["request", "forwardable", "intro-request", "who-do-you-know"])
_WORDS = "I would like to learn how your work looks in a usual week."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind in _KINDS and not letter.has("purpose"):
        yield Hit(letter.end, letter.end, _WORDS)


RULE = Rule(
    code="L204",
    slug="purpose-missing",
    level=Severity.WARN,
    message="It does not say yet what you would like to learn.",
    reason="Somebody who knows what you want to learn knows whether they can help.",
    sources=("S37: Turing", "S49: Dalton", "S50", "S38: Kibo"),
    check=_check,
    must_flag=(
        "Hi Dana, do you have 20 minutes this week?",
        "Dear Ms. Roe, my name is Sam. Kind regards, Sam",
        Example("Hi Lee, are you free on Monday?", {"kind": "forwardable"}),
    ),
    must_pass=(
        "Hi Dana, I would love to hear how you got started.",
        "Hi Dana, I am curious about your move into policy.",
        Example("Hi Dana, thank you for the talk.", {"kind": "thanks"}),
    ),
)
