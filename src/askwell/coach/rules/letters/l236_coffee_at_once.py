"""L236: asking for coffee in the connection request itself."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Pattern, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.wordlists import words

_COFFEE = Pattern(r"\b(?:coffee|lunch|a drink|drinks)\b")
_NOTE = {"channel": "linkedin-note"}


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.channel == "linkedin-note" and letter.kind == "request":
        found = _COFFEE.search(letter.text.plain)
        if found:
            yield Hit(*found.span(), "May I ask you one question about your work?")


RULE = Rule(
    code="L236",
    slug="coffee-at-once",
    level=Severity.INFO,
    message="Connect first; the coffee can come with the next message.",
    reason="A small yes comes before a larger one.",
    sources=("S45",),
    check=_check,
    triggers=words("coffee lunch drink drinks"),
    dispute="X7: S44 asks at once, in 300 characters.",
    must_flag=(
        Example("Hi Dana, coffee some time?", _NOTE),
        Example("Hi Dana, I read your essay. May I buy you lunch?", _NOTE),
        Example("Hi Dana, let us get drinks.", _NOTE),
    ),
    must_pass=(
        Example("Hi Dana, I read your essay. May I ask a question?", _NOTE),
        "Hi Dana, coffee some time?",
        Example("Hi Dana, thanks for the coffee!", {"channel": "linkedin-note", "kind": "thanks"}),
    ),
)
