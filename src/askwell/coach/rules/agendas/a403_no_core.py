"""A403: no time for questions is planned."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.plans import CORE, Plan

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
    if len(plan.boxes) >= numbers["boxes"] and not plan.of(CORE):
        yield Hit(*plan.boxes[0].place, "3–24 Questions")


RULE = Rule(
    code="A403",
    slug="no-core",
    level=Severity.WARN,
    message="There is no box for your questions.",
    reason="The middle is what you came for; give it most of the time.",
    sources=("S35: Saylor", "B19: prepared questions"),
    check=_check,
    numbers={"boxes": 2},
    must_flag=(
        "5 min: Opening\n5 min: Closing",
        "0-5 Intro\n5-10 Wrap-up\n10-15 Buffer",
        "- Opening (3 min)\n- Thanks (2 min)",
    ),
    must_pass=(
        _PLAN,
        "5 min: Opening\n15 min: Her story\n5 min: Closing",
        "0-20 Questions\n20-25 Closing",
    ),
)
