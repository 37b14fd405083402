"""L208: neither a time nor a way to answer."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_KINDS = frozenset(["request", "schedule"])
_CHANNELS = frozenset(["email", "letter", "phone", "card"])
_WORDS = "I am free on weekday mornings, and glad to fit around your calendar."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind not in _KINDS or letter.channel not in _CHANNELS:
        return
    if not letter.has("availability_or_contact"):
        yield Hit(letter.end, letter.end, _WORDS)


RULE = Rule(
    code="L208",
    slug="answer-how-missing",
    level=Severity.WARN,
    message="Say when you could talk, or how to reach you.",
    reason="The less there is to work out, the easier it is to say yes.",
    sources=("S37: Turing", "S39: BrightCrowd", "S41", "S50"),
    check=_check,
    dispute="S38 prefers to ask for their times.",
    must_flag=(
        "Hi Dana, could I ask you for 20 minutes?",
        "Dear Ms. Roe, I would love to hear about your work.",
        Example("Hi Dana, glad you said yes! Shall we talk?", {"kind": "schedule"}),
    ),
    must_pass=(
        "Hi Dana, could I have 20 minutes next week?",
        "Hi Dana, could we talk? You can reach me at 555-010-4477.",
        "Hi Dana, could we talk at a time that suits you?",
        Example("Hi Dana, could I have 20 minutes?", {"channel": "linkedin-note"}),
    ),
)
