"""L210: thanks that could go to anybody."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_WORDS = "What you said about … stayed with me."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.has("specific"):
        return
    if letter.kind == "thanks":
        yield Hit(letter.end, letter.end, _WORDS)
    elif letter.kind == "update":
        yield Hit(letter.end, letter.end, _WORDS, level=Severity.INFO)


RULE = Rule(
    code="L210",
    slug="specific-missing",
    level=Severity.WARN,
    message="Name one thing they said that stayed with you.",
    reason="Something particular shows that you listened; thanks alone could go to anybody.",
    sources=("S10", "S13: Lawrence", "S46", "S56"),
    check=_check,
    must_flag=(
        Example(
            "Dear Dana, thank you for your time and your advice. Best, Sam", {"kind": "thanks"}
        ),
        Example("Hi Dana, thanks so much for meeting with me today!", {"kind": "thanks"}),
        Example("Hi Dana, thank you for [what they said].", {"kind": "thanks"}),
        Example("Hi Dana, thank you. You answered all my questions.", {"kind": "thanks"}),
    ),
    must_pass=(
        Example("Hi Dana, thanks for connecting me with Lee.", {"kind": "thanks"}),
        Example("Hi Dana, thank you. Your advice to learn R first helps.", {"kind": "thanks"}),
        Example(
            "Hi Dana, thank you. You mentioned that rivers move; I keep thinking of it.",
            {"kind": "thanks"},
        ),
        "Hi Dana, could I have 15 minutes?",
    ),
)
