"""L211: the reader cannot tell how the writer came upon them."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind != "request" or letter.channel not in ("email", "letter"):
        return
    if not (letter.has("how_found") or letter.has("personal") or letter.has("specific")):
        yield Hit(letter.end, letter.end, "I found you through our alumni directory.")


RULE = Rule(
    code="L211",
    slug="found-how-missing",
    level=Severity.INFO,
    message="Say how you found them.",
    reason="A stranger's first thought is: how did you get my name?",
    sources=("S37: Turing", "S49: Dalton", "S50"),
    check=_check,
    must_flag=(
        "Hi Dana, I would love to learn about your work.",
        "Dear Ms. Roe, I am a student of law with two questions.",
        "Hello, could I have 15 minutes?",
    ),
    must_pass=(
        "Hi Dana, I found your name in the alumni directory.",
        "Hi Dana, I read your essay on maps.",
        Example("Hi Dana, I would love to learn about your work.", {"channel": "linkedin-note"}),
    ),
)
