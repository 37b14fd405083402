"""T310: the seeker asked about a job."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.offlimits import BORDERLINE, JOB_ASK
from askwell.coach.text.talks import Talk

_WORDS = "Who else in this field would you talk to in my place?"


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    for place, limits, raised in talk.off_limits:
        if limits.kind == JOB_ASK:
            lower = raised or limits.strength == BORDERLINE
            yield Hit(*place, _WORDS, level=Severity.INFO if lower else None)


RULE = Rule(
    code="T310",
    slug="asked-for-a-job",
    level=Severity.ERROR,
    message="You asked for a job.",
    reason="The talk was given for learning; asking for a job breaks that promise.",
    sources=("S52: recruiterscouch.com", "S53: schofieldstrategies.com", "S01: Berkeley"),
    check=_check,
    dispute="X3: some ask for a referral once there is rapport.",
    must_flag=(
        Example("Sam: Are you hiring right now?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: Could you refer me for a position on your team?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: Would you consider me for an internship?\nInes: Hm.\n", {"me": "Sam"}),
    ),
    must_pass=(
        Example("Sam: When you hire a graduate, what do you look for?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How do people find work in this field?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: Who else should I talk to?\nInes: Hm.\n", {"me": "Sam"}),
        Example("Sam: How are you?\nInes: Are you hiring right now?\n", {"me": "Sam"}),
    ),
)
