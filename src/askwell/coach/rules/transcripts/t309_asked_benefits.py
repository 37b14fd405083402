"""T309: the seeker asked about benefits."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.offlimits import BENEFITS, BORDERLINE
from askwell.coach.text.talks import Talk

_WORDS = "What does a good week look like for you?"


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    for place, limits, raised in talk.off_limits:
        if limits.kind == BENEFITS:
            lower = raised or limits.strength == BORDERLINE
            yield Hit(*place, _WORDS, level=Severity.INFO if lower else None)


RULE = Rule(
    code="T309",
    slug="asked-benefits",
    level=Severity.WARN,
    message="You asked about benefits.",
    reason="Holidays and perks belong into a job interview.",
    sources=("S54: interviewstrategies.com",),
    check=_check,
    dispute="Normal in job interviews.",
    must_flag=(
        Example("Sam: What benefits do you get?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How many vacation days do you have?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: Is there a good dental plan?\nInes: Hm.\n", {"me": "Sam"}),
    ),
    must_pass=(
        Example("Sam: What are the benefits of networking?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: What does balance mean to you?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How does the team rest?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How are you?\nInes: What benefits do you get?\n", {"me": "Sam"}),
    ),
)
