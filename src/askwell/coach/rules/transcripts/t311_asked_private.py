"""T311: the seeker asked about private life."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.offlimits import BORDERLINE, PERSONAL
from askwell.coach.text.talks import Talk

_WORDS = "What does a good week look like for you?"


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    for place, limits, raised in talk.off_limits:
        if limits.kind == PERSONAL:
            lower = raised or limits.strength == BORDERLINE
            yield Hit(*place, _WORDS, level=Severity.INFO if lower else None)


RULE = Rule(
    code="T311",
    slug="asked-private",
    level=Severity.ERROR,
    message="You asked about private life.",
    reason="Family, faith, age and health are for the other to bring up.",
    sources=("S60: Saylor, hiring law", "S40"),
    check=_check,
    dispute="If the other brought it up, a light follow-up is kind.",
    must_flag=(
        Example("Sam: Are you married?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: Are you planning on having children?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How old are you?\nInes: Hm.\n", {"me": "Sam"}),
    ),
    must_pass=(
        Example("Sam: How does the team handle school holidays?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: What do you do to rest?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How old is the company?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How are you?\nInes: Are you married?\n", {"me": "Sam"}),
    ),
)
