"""L209: no word of thanks."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_WARM = frozenset(["thanks", "update", "decline-reply", "answer"])
_ASKED = frozenset(["request", "intro-request", "who-do-you-know", "forwardable", "nudge"])
_WORDS = "Thank you for your time."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.has("thanks"):
        return
    if letter.kind in _WARM:
        yield Hit(letter.end, letter.end, _WORDS)
    elif letter.kind in _ASKED:
        yield Hit(letter.end, letter.end, "Thank you for reading this.", level=Severity.INFO)


RULE = Rule(
    code="L209",
    slug="thanks-missing",
    level=Severity.WARN,
    message="There is no word of thanks yet.",
    reason="Thanks cost a line, and people who are thanked feel better about it than writers expect.",
    sources=("S12: NC State", "S53", "Kumar & Epley 2018"),
    check=_check,
    must_flag=(
        "Hi Dana, could I have 15 minutes?",
        Example("Hi Dana, our talk about maps was a joy.", {"kind": "thanks"}),
        Example("Hi Dana, I met Lee, as you suggested.", {"kind": "update"}),
    ),
    must_pass=(
        "Hi Dana, could I have 15 minutes? Thanks so much!",
        Example("Hi Dana, thank you for the talk.", {"kind": "thanks"}),
        Example("Hi Dana, I appreciate your answer.", {"kind": "decline-reply"}),
        Example("Hi Dana, see you on Monday at 10.", {"kind": "reminder"}),
    ),
)
