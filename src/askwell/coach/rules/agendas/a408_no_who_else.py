"""A408: nobody is asked who else to talk to."""

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
    planned = len(plan.boxes) >= numbers["boxes"] or len(plan.questions) >= numbers["questions"]
    if planned and not plan.asks_for_names:
        end = len(plan.text.raw.rstrip())
        yield Hit(end, end, "Who else would you talk to in my place?")


RULE = Rule(
    code="A408",
    slug="no-who-else",
    level=Severity.WARN,
    message="Plan to ask who else to talk to.",
    reason="Nearly every next conversation comes from this question.",
    sources=("S12: NC State", "S34: Saylor", "S36: Outreachy, three names"),
    check=_check,
    numbers={"boxes": 3, "questions": 4},
    must_flag=(
        "5 min: Opening\n15 min: Questions\n5 min: Closing",
        "- What surprised you?\n" * 4,
        "0-5 Opening\n5-20 Questions\n20-25 Thanks\n25-30 Buffer",
    ),
    must_pass=(
        _PLAN,
        "5 min: Opening\n15 min: Questions\n5 min: Closing\n- Is there anyone else I should talk to?",
        "5 min: Opening\n15 min: Questions",
    ),
)
