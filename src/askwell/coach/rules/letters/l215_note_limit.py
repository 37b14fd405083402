"""L215: a connection note longer than the platform takes."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_NOTE = {"channel": "linkedin-note"}


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    limit = numbers["characters"]
    if letter.channel == "linkedin-note" and letter.characters > limit:
        params = {"count": letter.characters, "limit": int(limit)}
        yield Hit(*letter.own, "Who you are, why them, one question.", params=params)


RULE = Rule(
    code="L215",
    slug="note-limit",
    level=Severity.WARN,
    message="{count} characters; the note is cut off at {limit}.",
    reason="The platform cuts the note, and the end is where the question stands.",
    sources=("S44", "R6: InMail study"),
    check=_check,
    numbers={"characters": 300},
    dispute="The limit changes by account and year (200 or 300): set your own.",
    must_flag=(
        Example("Hi Dana, " + "rivers " * 50, _NOTE),
        Example("Hi Dana, " + "😀" * 160, _NOTE),
        Example("Hi Dana, I read your piece. " * 12, _NOTE),
    ),
    must_pass=(
        Example("Hi Dana, " + "rivers " * 40, _NOTE),
        Example("Hi Dana!", _NOTE),
        "Hi Dana, " + "rivers " * 50,
    ),
)
