"""Q204: the order, from easy and general to advice and who else."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.courtesies import REFERRAL
from askwell.coach.text.items import Question, QuestionSet

_LATE = frozenset({"entry-advice", "advice-on-me", "network-referral"})
_EARLY = frozenset({"career-path", "day-to-day"})


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    items = whole.items
    if len(items) < numbers["least"]:
        return
    for place, item in enumerate(items):
        if item.courtesy == REFERRAL and place < len(items) / 2:
            yield _hit(item, "Keep “who else should I talk to?” for the end, when they know you.")
            return
    if items[0].topic in _LATE and any(item.topic in _EARLY for item in items[1:]):
        yield _hit(items[0], "Start with how they came to this work; it is easy to answer.")


def _hit(item: Question, words: str) -> Hit:
    return Hit(item.start, item.end, words)


RULE = Rule(
    code="Q204",
    slug="order",
    level=Severity.INFO,
    message="This question may work better at another place in the talk.",
    reason="Easy and general first, then specific, then advice, and who else at the end.",
    sources=("brooksmendell.com", "S35: Saylor", "S46: freeCodeCamp"),
    check=_check,
    scope="set",
    numbers={"least": 4},
    dispute="S34 tests hypotheses early.",
    false_alarms="A list that is not yet in order.",
    must_flag=(
        Example(
            "Who else should I talk to?\nHow did you get into the field?\nWhat is a typical day like?\nWhat skills matter?"
        ),
        Example(
            "What advice would you give a beginner?\nHow did you get into the field?\nWhat is a typical day like?\nWhat trends do you see?"
        ),
        Example(
            "How did you get here?\nIs there anyone else I should speak with?\nWhat is a typical day like?\nWhat changed?\nWhat surprised you?"
        ),
    ),
    must_pass=(
        Example(
            "How did you get into the field?\nWhat is a typical day like?\nWhat advice would you give a beginner?\nWho else should I talk to?"
        ),
        Example("Who else should I talk to?"),
        Example(
            "What is a typical day like?\nWhat skills matter?\nWhat changed?\nWho else should I talk to?"
        ),
    ),
)
