"""L218: a number or a date that is in none of the facts given."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.patterns import ExactPattern, Pattern

_NUMBER = ExactPattern(r"(?<![\w.-])\d[\d.,:/-]*\d\b|(?<![\w.-])\d\b")
_FACTS = {"facts": {"person.name": "Dana Roe", "meeting.when": "Monday, 23 November, 10:00"}}
_FREE = Pattern(
    r"\s*-?(?:(?:to|or|and)\s\d+\s)?(?:minutes?|mins?|hours?|questions?|weeks?|days?|am|pm|a\.m|p\.m|o'clock|lines?)\b"
)


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if not letter.facts:
        return
    known = "\n".join(letter.facts.values())
    first, last = letter.own
    asked = letter.elements.get("time_ask", (0, 0))
    for found in _NUMBER.finditer(letter.text.plain, first, min(last, first + 30_000)):
        start, end = found.span()
        if asked[0] <= start < asked[1] or _FREE.match(letter.text.plain, end):
            continue
        if found.group() not in known and letter.kind != "schedule":
            yield Hit(start, end, params={"number": found.group()})


RULE = Rule(
    code="L218",
    slug="unknown-number",
    level=Severity.WARN,
    message="“{number}” is not in your notes. Is it right?",
    reason="A wrong date or figure costs more than it says.",
    sources=("S56", "S37: Turing"),
    check=_check,
    false_alarms="Figures that are right but not yet in the notebook are asked about too; times offered are not.",
    must_flag=(
        Example("Hi Dana, see you on 24 November.", {**_FACTS, "kind": "reminder"}),
        Example("Hi Dana, you have led the team since 2017.", _FACTS),
        Example("Hi Dana, I read your 12 essays.", _FACTS),
    ),
    must_pass=(
        Example("Hi Dana, see you on 23 November at 10:00.", {**_FACTS, "kind": "reminder"}),
        Example("Hi Dana, could I have 15 minutes?", _FACTS),
        "Hi Dana, you have led the team since 2017.",
    ),
)
