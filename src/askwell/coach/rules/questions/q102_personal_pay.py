"""Q102: what the person, or the company, pays."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.offlimits import HARD, SALARY
from askwell.coach.text.rewrites import instead_of_pay


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    found = item.offlimits
    if found and found.kind == SALARY and found.strength == HARD:
        words = instead_of_pay(item.lowered)
        yield Hit(found.start, found.end, words, Fix(*item.first, words, safe=False))


RULE = Rule(
    code="Q102",
    slug="personal-pay",
    level=Severity.ERROR,
    message="Better not here: this asks what somebody earns.",
    reason="Pay of a person or a company is private; the range of the field can be read up and then checked.",
    sources=("S36: Outreachy", "S40: Udacity", "S54: interviewstrategies.com"),
    traits=frozenset({"salary"}),
    check=_check,
    dispute="X2: one guide (S51) asks directly about pay in the person's role.",
    false_alarms="“How do you make money?” to a company is about its business and is not flagged.",
    must_flag=(
        "How much do you make?",
        "What is the salary range?",
        "Could you tell me how much you made in your last role?",
    ),
    must_pass=(
        "How do you make money?",
        "If you didn't have to work for money, what would you do?",
        "What's a typical entry-level salary?",
        "What do you make of the new rules?",
    ),
)
