"""Q202: too many questions for the minutes agreed, or too few."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.items import QuestionSet

_FEW = "{count} questions may be few for {minutes} minutes; have one or two in reserve."
_MANY = "{count} questions are a lot; choose the five you would be sorry to miss."


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    count = len(whole.items)
    if whole.minutes is None:
        if count > numbers["most"]:
            yield Hit(0, 0, message=_MANY, params={"count": count})
        return
    params = {"count": count, "minutes": whole.minutes}
    if count * numbers["minutes_each"] > whole.minutes and count > numbers["fewest"]:
        words = "Mark the most important ones and let the rest go."
        yield Hit(0, 0, words, params=params)
    elif count < numbers["fewest"]:
        yield Hit(0, 0, "Add one about their path and one for advice.", message=_FEW, params=params)


_MANY_LINES = "\n".join(f"What did you learn in year {year}?" for year in range(1, 15))
_SIX = "What surprised you?\nHow did you start?\nWhat changed?\nWhat would you tell a beginner?\nHow do you decide?\nWho else should I talk to?"

RULE = Rule(
    code="Q202",
    slug="how-many",
    level=Severity.WARN,
    message="{count} questions are more than {minutes} minutes can hold.",
    reason="An answer takes two to four minutes; five to seven questions fill a short talk.",
    sources=(
        "S39: BrightCrowd, 5-10",
        "S35: Saylor, 6-8",
        "S30: flexjobs.com, 4-7",
        "S12: NC State, 4 basics",
    ),
    check=_check,
    scope="set",
    numbers={"minutes_each": 2, "fewest": 4, "most": 25},
    dispute="X14: guides say anything from four to ten.",
    false_alarms="A bank of questions to choose from may be long; give no minutes then.",
    must_flag=(
        Example(_MANY_LINES, {"minutes": 20}),
        Example("What surprised you?\nHow did you start?", {"minutes": 30}),
        Example("\n".join(f"How was year {year}?" for year in range(30))),
    ),
    must_pass=(
        Example(_SIX, {"minutes": 20}),
        Example(_SIX, {"minutes": 30}),
        Example("What surprised you?"),
    ),
)
