"""T308: the seeker asked about pay."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.offlimits import BORDERLINE, SALARY
from askwell.coach.text.talks import Talk

_WORDS = "I read that people in this field begin at about …; does that fit what you see?"


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    for place, limits, raised in talk.off_limits:
        if limits.kind == SALARY:
            lower = raised or limits.strength == BORDERLINE
            yield Hit(*place, _WORDS, level=Severity.INFO if lower else None)


RULE = Rule(
    code="T308",
    slug="asked-pay",
    level=Severity.ERROR,
    message="You asked about pay.",
    reason="A person’s own pay is private; a range for the field, looked up before, is something to confirm.",
    sources=("S36: Outreachy", "S40", "S54: interviewstrategies.com"),
    check=_check,
    dispute="X2: the range of a field is fine for most guides; a direct question only for S51.",
    must_flag=(
        Example("Sam: How much do you make?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: What is your salary?\nInes: Hm.\n", {"me": "Sam"}),
        Example(
            "Sam: Could you tell me how much you made in your last role?\nInes: Hm.\n",
            {"me": "Sam"},
        ),
    ),
    must_pass=(
        Example("Sam: How does the company make money?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How much freedom do you have?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: What made you stay?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How are you?\nInes: How much do you make?\n", {"me": "Sam"}),
    ),
)
