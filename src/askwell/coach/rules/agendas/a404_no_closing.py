"""A404: no closing is planned."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.plans import CLOSING, Plan

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
    if len(plan.boxes) >= numbers["boxes"] and not plan.of(CLOSING):
        yield Hit(*plan.boxes[-1].place, "Closing (4 min): who else, thanks")


RULE = Rule(
    code="A404",
    slug="no-closing",
    level=Severity.WARN,
    message="There is no closing.",
    reason="Who else to talk to, and thanks: both are lost when the time is up first.",
    sources=("D1: stop at the promised time", "S12: NC State", "S36: Outreachy"),
    check=_check,
    numbers={"boxes": 2},
    must_flag=(
        "5 min: Opening\n15 min: Questions",
        "0-5 Opening\n5-25 Questions\n25-30 Buffer",
        "- Intro (3 min)\n- Core (20 min)",
    ),
    must_pass=(
        _PLAN,
        "5 min: Opening\n15 min: Questions\n5 min: Wrap up",
        "0-20 Questions\n20-25 Who else, thanks",
    ),
)
