"""L229: thanks that come later than a day after the talk."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Pattern, Rule
from askwell.coach.text.letters import Letter

_THANKS = {"kind": "thanks"}
_LATE = Pattern(
    r"\b(?:last (?:week|month|spring|summer|fall|winter|mon|tues|wednes|thurs|fri)(?:day)?|(?:two|three|four|several|a few|many|\d+) (?:days|weeks|months) ago|a (?:week|month|while) ago|some time ago|the other (?:day|week))\b",
    r"\b(?:sorry|apologi[sz]e|apologies) (?:for|that) (?:\w+ ){0,4}?(?:late|delay|delayed|belated)\b|\bbelated\b|\blate (?:thank|reply|note)",
)


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind != "thanks":
        return
    hours = _hours(letter)
    if hours is not None and hours > numbers["hours"]:
        yield Hit(letter.own[0], letter.own[0], "Thank you; our talk is still with me.")
    elif hours is None and (found := _LATE.search(letter.text.plain, letter.own[0])):
        yield Hit(*found.span(), "Thank you; our talk is still with me.", level=Severity.INFO)


def _hours(letter: Letter) -> float | None:
    """Hours from the end of the talk to the letter, when the facts tell both."""
    facts = letter.facts or {}
    if "meeting.ended_at" not in facts:
        return None
    from datetime import datetime

    try:
        ended = datetime.fromisoformat(facts["meeting.ended_at"])
        written = datetime.fromisoformat(facts["letter.written_at"])
        return (written - ended).total_seconds() / 3600
    except (KeyError, ValueError, TypeError):
        return None


RULE = Rule(
    code="L229",
    slug="late-thanks",
    level=Severity.WARN,
    message="Thanks are best within a day; late is still far better than never, so send it now.",
    reason="While the talk is fresh, thanks are remembered together with it.",
    sources=("S06: Yale", "S12: NC State", "S35: Saylor", "S57"),
    check=_check,
    numbers={"hours": 24},
    dispute="X4: S15 allows two or three days, S24 three to five.",
    must_flag=(
        Example("Dear Dana, thank you for talking with me last week.", _THANKS),
        Example("Dear Dana, sorry for the late note, and thank you.", _THANKS),
        Example(
            "Dear Dana, thank you.",
            {
                "kind": "thanks",
                "facts": {
                    "meeting.ended_at": "2026-11-20T10:00",
                    "letter.written_at": "2026-11-22T09:00",
                },
            },
        ),
    ),
    must_pass=(
        Example("Dear Dana, thank you for talking with me yesterday.", _THANKS),
        Example("Dear Dana, thank you for today.", _THANKS),
        "Dear Dana, I heard you speak last week.",
    ),
)
