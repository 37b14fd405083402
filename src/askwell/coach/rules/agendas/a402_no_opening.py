"""A402: no opening is planned."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.plans import OPENING, Plan

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
    if len(plan.boxes) >= numbers["boxes"] and not plan.of(OPENING):
        yield Hit(*plan.boxes[0].place, "0–3 Opening: thanks, and why I ask")


RULE = Rule(
    code="A402",
    slug="no-opening",
    level=Severity.INFO,
    message="There is no opening.",
    reason="Two minutes to say thanks and why you ask make the rest easier.",
    sources=("S04: MIT", "S35: Saylor", "Q11: order of the questions"),
    check=_check,
    numbers={"boxes": 2},
    must_flag=(
        "5 min: Questions\n5 min: Closing",
        "0-20 Questions\n20-25 Closing\n25-30 Buffer",
        "- Career (10 min)\n- Skills (10 min)\n- Wrap-up (5 min)",
    ),
    must_pass=(_PLAN, "5 min: Intro\n15 min: Questions", "0-5 Small talk\n5-20 Core\n20-30 Close"),
)
