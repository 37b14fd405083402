"""A406: more questions than the time allows."""

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
    core = sum(box.minutes or 0 for box in plan.of(CORE))
    minutes = core or plan.stated or plan.minutes
    number = len(plan.main_questions)
    if not minutes or number < numbers["questions"] or minutes / number >= numbers["each"]:
        return
    params = {"number": number, "minutes": round(minutes), "each": round(minutes / number, 1)}
    last = plan.main_questions[-1]
    yield Hit(*last, "Mark the three you want most, and keep the others spare.", params=params)


RULE = Rule(
    code="A406",
    slug="many-questions",
    level=Severity.WARN,
    message="{number} questions in {minutes} minutes leave {each} minutes each.",
    reason="A good answer takes two to four minutes, and follow-ups need room.",
    sources=("B19: two to four minutes each", "S35: Saylor", "S39: BrightCrowd"),
    check=_check,
    numbers={"each": 2, "questions": 4},
    dispute="X14: four to ten questions, whatever the length.",
    must_flag=(
        _PLAN.replace("3-24", "3-10"),
        "20 minutes\n" + "- What surprised you?\n" * 12,
        "0-5 Opening\n5-15 Questions\n" + "- How do you plan a week?\n" * 8 + "15-20 Closing",
    ),
    must_pass=(
        _PLAN,
        "30 minutes\n" + "- What surprised you?\n" * 7,
        "- What surprised you?\n- How did you start?",
    ),
)
