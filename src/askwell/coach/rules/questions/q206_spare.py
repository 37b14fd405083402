"""Q206: no spare question for the end."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.courtesies import SPARE
from askwell.coach.text.items import QuestionSet


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    if len(whole.items) >= numbers["least"] and not whole.asks_for(SPARE):
        end = len(whole.text.raw)
        yield Hit(end, end, "What should I have asked you that I didn't?")


_FOUR = "How did you start?\nWhat is a typical day like?\nWhat surprised you?\nWhat would you tell a beginner?\n"

RULE = Rule(
    code="Q206",
    slug="spare-question",
    level=Severity.INFO,
    message="Keep a spare open question for the last minute.",
    reason="The best answer often comes to the question nobody prepared.",
    sources=("S14: Drexel", "uatshadygrove.org"),
    check=_check,
    scope="set",
    numbers={"least": 4},
    false_alarms="A list of ideas that is not yet the plan for a talk.",
    must_flag=(
        Example(_FOUR),
        Example(_FOUR + "Who else should I talk to?"),
        Example(_FOUR + "What changed?"),
    ),
    must_pass=(
        Example(_FOUR + "Is there anything else I should have asked?"),
        Example(_FOUR + "What should I have asked you that I didn't?"),
        Example("What changed?"),
    ),
)
