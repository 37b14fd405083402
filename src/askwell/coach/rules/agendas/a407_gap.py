"""A407: boxes leave a gap or overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
    for before, box in pairwise(plan.boxes):
        if before.ends is None or box.begins is None:
            continue
        if abs(box.begins - before.ends) > numbers["minutes"]:
            params = {"begins": round(box.begins), "ends": round(before.ends)}
            yield Hit(*box.place, params=params)


RULE = Rule(
    code="A407",
    slug="gap",
    level=Severity.INFO,
    message="This box begins at minute {begins}; the one before ends at {ends}.",
    reason="A clock you can read at a glance is the point of time boxes.",
    sources=("D1: stop at the promised time",),
    check=_check,
    numbers={"minutes": 0},
    must_flag=(
        "0-5 Opening\n7-20 Questions\n20-25 Closing",
        "0-5 Opening\n4-20 Questions\n20-25 Closing",
        "10:00-10:05 Opening\n10:10-10:20 Questions",
    ),
    must_pass=(
        _PLAN,
        "10:00-10:05 Opening\n10:05-10:20 Questions",
        "5 min: Opening\n15 min: Questions",
    ),
)
