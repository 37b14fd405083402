"""Q205: nobody is asked who else to talk to."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.courtesies import REFERRAL
from askwell.coach.text.items import QuestionSet

_WORDS = "Who else would you suggest I talk to? I would be glad to write to them myself."


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    if len(whole.items) >= numbers["least"] and not whole.asks_for(REFERRAL):
        end = len(whole.text.raw)
        yield Hit(end, end, _WORDS)


_FOUR = "How did you start?\nWhat is a typical day like?\nWhat surprised you?\nWhat would you tell a beginner?\n"

RULE = Rule(
    code="Q205",
    slug="who-else",
    level=Severity.WARN,
    message="End with a question about who else to talk to.",
    reason="Nearly every next conversation comes from this one; say that you will do the writing.",
    sources=("S12: NC State", "S34: Saylor", "S36: Outreachy, three names", "S61: freeCodeCamp"),
    check=_check,
    scope="set",
    numbers={"least": 4},
    dispute="X3: asking for people to talk to is fine everywhere; a referral for a job is not.",
    false_alarms="A list of ideas that is not yet the plan for a talk.",
    must_flag=(
        Example(_FOUR),
        Example(_FOUR + "What changed?"),
        Example(_FOUR + "Could we meet on Tuesday?"),
    ),
    must_pass=(
        Example(_FOUR + "Who else should I talk to?"),
        Example(_FOUR + "Can you suggest two people I could speak with?"),
        Example("How did you start?"),
    ),
)
