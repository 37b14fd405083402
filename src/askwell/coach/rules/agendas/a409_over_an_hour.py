"""A409: the talk is longer than an hour."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.plans import Plan

_PLAN = """30 minutes
0-3 Opening: thanks, and why I ask
3-24 Questions
- How did you get into this?
- What does a week look like?
- What surprised you?
- What would you tell a beginner?
24-28 Closing: who else, thanks
28-30 Buffer
"""


def _check(plan: Plan, numbers: Numbers) -> Iterator[Hit]:
    minutes = plan.stated or plan.minutes
    if minutes and minutes > numbers["minutes"]:
        place = plan.stated_at if plan.stated else plan.boxes[0].place
        yield Hit(*place, "60 minutes", params={"minutes": round(minutes)})


RULE = Rule(
    code="A409",
    slug="over-an-hour",
    level=Severity.INFO,
    message="{minutes} minutes is long for a first talk.",
    reason="Up to an hour is fine; beyond that, ask for a second talk.",
    sources=("X5: 15, 20, 30 or 60 minutes", "S31: indeed.com, about an hour"),
    check=_check,
    numbers={"minutes": 60},
    dispute="X5: guides name 15, 20, 30 or 60 minutes.",
    must_flag=(
        "Total: 90 minutes\n5 min: Opening",
        "0-10 Opening\n10-80 Questions\n80-90 Closing",
        "Talk with Ines, 75 minutes\n- What surprised you?",
    ),
    must_pass=(
        _PLAN,
        "Total: 60 minutes\n5 min: Opening",
        "0-10 Opening\n10-50 Questions\n50-60 Closing",
    ),
)
