"""A401: the time boxes do not add up."""

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
    if plan.stated is None or plan.minutes is None or len(plan.boxes) < 2:
        return
    if abs(plan.minutes - plan.stated) > numbers["minutes"]:
        params = {"sum": round(plan.minutes), "stated": round(plan.stated)}
        yield Hit(*plan.stated_at, params=params)


RULE = Rule(
    code="A401",
    slug="sum",
    level=Severity.WARN,
    message="The boxes take {sum} minutes; {stated} are agreed.",
    reason="A plan that is longer than the talk ends without its ending.",
    sources=("D1: stop at the promised time", "S10: rcelconnect.org"),
    check=_check,
    numbers={"minutes": 0},
    must_flag=(
        "Total: 30 minutes\n5 min: Opening\n10 min: Questions\n5 min: Closing",
        "# Talk with Ines (20 minutes)\n- Opening (5 min)\n- Core (20 min)\n- Closing (5 min)",
        _PLAN.replace("30 minutes", "45 minutes"),
    ),
    must_pass=(
        _PLAN,
        "5 min: Opening\n10 min: Questions\n5 min: Closing",
        "Total: 20 minutes\n5 min: Opening\n10 min: Questions\n5 min: Closing",
    ),
)
