"""T315: lines of the agenda were not reached."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_TALK = (
    "Sam: How did you start?\nInes: Late.\nSam: What surprised you about the noise?\nInes: All.\n"
)


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    left = talk.uncovered
    if talk.mine and len(left) > numbers["lines"]:
        lines = "; ".join(item.text for item in left[:3]) + (" …" if len(left) > 3 else "")
        yield Hit(*talk.mine[-1].place, "Ask it in your thank-you letter.", params={"lines": lines})


RULE = Rule(
    code="T315",
    slug="agenda-left",
    level=Severity.INFO,
    message="Not reached: {lines}",
    reason="What you wanted to know most belongs into the first half.",
    sources=("Q11: order of the questions", "S35: Saylor"),
    check=_check,
    numbers={"lines": 0},
    false_alarms="A line that was covered in other words.",
    must_flag=(
        Example(_TALK, {"me": "Sam", "agenda": ("Who pays for the research?",)}),
        Example(_TALK, {"me": "Sam", "agenda": ("How did you start?", "Night shifts and sleep")}),
        Example(_TALK, {"me": "Sam", "agenda": ("Who else should I talk to?",)}),
    ),
    must_pass=(
        Example(_TALK, {"me": "Sam"}),
        Example(_TALK, {"me": "Sam", "agenda": ("How did you start?",)}),
        Example(
            _TALK,
            {
                "me": "Sam",
                "agenda": ("0-3 Opening", "What surprised you about the noise?", "Buffer"),
            },
        ),
    ),
)
