"""Q209: nothing is offered in return."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.courtesies import GIVING
from askwell.coach.text.items import QuestionSet


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    if len(whole.items) >= numbers["least"] and not whole.asks_for(GIVING):
        end = len(whole.text.raw)
        yield Hit(end, end, "Is there anything I can do for you in return?")


_SIX = "How did you start?\nWhat is a typical day like?\nWhat surprised you?\nWhat would you tell a beginner?\nWho else should I talk to?\nWhat changed?\n"

RULE = Rule(
    code="Q209",
    slug="give-back",
    level=Severity.INFO,
    message="You could offer something in return.",
    reason="A talk that goes both ways is remembered; a small offer is enough.",
    sources=("techtonica", "S34: Saylor", "S38: Kibo", "S43: freeCodeCamp"),
    check=_check,
    scope="set",
    numbers={"least": 6},
    false_alarms="The offer may be planned for the thank-you letter.",
    must_flag=(
        Example(_SIX),
        Example(_SIX + "What is next for you?"),
        Example(_SIX + "May I use your name?"),
    ),
    must_pass=(
        Example(_SIX + "How can I help you in return?"),
        Example(_SIX + "Is there anything I can do for you?"),
        Example("How did you start?"),
    ),
)
