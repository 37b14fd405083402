"""L226: an e-mail without a subject."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.channel == "email" and not letter.subject:
        level = Severity.WARN if letter.parts.headers else Severity.INFO
        yield Hit(0, 0, "A question about your work", level=level)


RULE = Rule(
    code="L226",
    slug="subject-missing",
    level=Severity.WARN,
    message="Give it a subject of three or four words.",
    reason="Letters without a subject got the fewest replies.",
    sources=("R5: Boomerang", "S37: Turing"),
    check=_check,
    must_flag=(
        "From: sam@example.org\nSubject:\n\nHi Dana, could we talk?",
        "From: sam@example.org\n\nHi Dana, could we talk?",
        "Hi Dana, could we talk?",
    ),
    must_pass=(
        "Subject: Your talk on dams\n\nHi Dana, could we talk?",
        Example("Hi Dana, could we talk?", {"channel": "linkedin-message"}),
        Example("Hi Dana, thank you!", {"channel": "card", "kind": "thanks"}),
    ),
)
