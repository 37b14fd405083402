"""T317: several questions at once."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    for spoken in talk.asking:
        number = len(spoken.asked.spans) if spoken.asked else 0
        if number >= numbers["questions"]:
            yield Hit(*spoken.place, "Keep the first one.", params={"number": number})


RULE = Rule(
    code="T317",
    slug="stacked-questions",
    level=Severity.INFO,
    message="You asked {number} questions in one breath.",
    reason="People answer the last one; ask one and wait.",
    sources=("S59: Saylor, survey design", "Q3: one question at a time"),
    check=_check,
    numbers={"questions": 3},
    false_alarms="A question said again in other words.",
    must_flag=(
        Example("Sam: How did you start? Was it hard? Who helped you?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: What do you do? Where? And since when?\nInes: Hm.\n", {"me": "Sam"}),
        Example(
            "Sam: Hi.\nInes: Hi.\nSam: Do you travel? How often? What do you see there? Why?\nInes: Hm.\n",
            {"me": "Sam"},
        ),
    ),
    must_pass=(
        Example("Sam: How did you start? Was it hard?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: So, right? You know? What surprised you?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: Why?\nInes: Why? Who? What?\n", {"me": "Sam"}),
    ),
)
