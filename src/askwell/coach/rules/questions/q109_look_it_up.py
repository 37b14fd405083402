"""Q109: a fact that the web site, a profile or a job advertisement tells."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.rewrites import instead_of_fact


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    if item.googleable and not item.offlimits:
        start, end = item.first
        words = instead_of_fact(item.lowered)
        yield Hit(start, end, words, Fix(start, end, words, safe=False))


RULE = Rule(
    code="Q109",
    slug="look-it-up",
    level=Severity.WARN,
    message="You can read this up beforehand; ask for what only this person can tell.",
    reason="Their minutes are better spent on experience than on facts from the web site or a profile.",
    sources=("S28: HBR", "S40: Udacity", "S41: freeCodeCamp", "S42: freeCodeCamp"),
    traits=frozenset({"googleable"}),
    check=_check,
    dispute="S34: the same fact is a good question when it tests one's own research.",
    false_alarms="“My research says … – is that accurate?” is not flagged.",
    must_flag=(
        "What was your major?",
        "How many employees does the company have?",
        "What other roles have you worked in?",
    ),
    must_pass=(
        "What do you do?",
        "I read on your website that you have two labs. Is that accurate?",
        "How did your degree prepare you for this work?",
    ),
)
