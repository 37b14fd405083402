"""A405: no time is left free."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.plans import BUFFER, Plan

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
    free = (plan.stated or 0) - (plan.minutes or 0)
    if len(plan.boxes) < numbers["boxes"] or plan.minutes is None or free >= numbers["minutes"]:
        return
    if not plan.of(BUFFER):
        yield Hit(*plan.boxes[-1].place, "Buffer (2 min)")


RULE = Rule(
    code="A405",
    slug="no-buffer",
    level=Severity.INFO,
    message="No minute is left free.",
    reason="Calls begin late and good answers run on; two or three free minutes save the ending.",
    sources=("D1: stop at the promised time", "B1: short talks often run over"),
    check=_check,
    numbers={"boxes": 3, "minutes": 1},
    must_flag=(
        "5 min: Opening\n15 min: Questions\n5 min: Closing",
        "Total: 25 minutes\n5 min: Opening\n15 min: Questions\n5 min: Closing",
        "0-5 Opening\n5-20 Core\n20-30 Close",
    ),
    must_pass=(
        _PLAN,
        "Total: 30 minutes\n5 min: Opening\n15 min: Questions\n5 min: Closing",
        "5 min: Opening\n15 min: Questions",
    ),
)
