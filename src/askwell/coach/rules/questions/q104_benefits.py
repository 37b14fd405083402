"""Q104: vacation, insurance and other benefits."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.offlimits import BENEFITS, BORDERLINE

_INSTEAD = "What makes people stay with the organization?"


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    found = item.offlimits
    if found and found.kind == BENEFITS:
        level = Severity.INFO if found.strength == BORDERLINE else None
        yield Hit(found.start, found.end, _INSTEAD, Fix(*item.first, _INSTEAD, safe=False), level)


RULE = Rule(
    code="Q104",
    slug="benefits",
    level=Severity.WARN,
    message="Benefits belong to a job interview; in this talk they sound like applying.",
    reason="An informational talk is about the work; benefits can be read in the job advertisement.",
    sources=("S54: interviewstrategies.com",),
    traits=frozenset({"benefits"}),
    check=_check,
    dispute="Lists for job interviews ask this; it depends on the kind of meeting.",
    false_alarms="“Benefits” in the sense of advantages (“the benefits of networking”) is not flagged.",
    must_flag=(
        "How much vacation do you get?",
        "What benefits does your company offer?",
        "Do you get health insurance?",
    ),
    must_pass=(
        "is there a benefit of using ChatGPT in your reports?",
        "What are the benefits of networking?",
        "What does work-life balance mean here?",
        "What is your policy on working from home?",
    ),
)
