"""Q103: pay in the field, which guides judge differently."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.offlimits import BORDERLINE, SALARY
from askwell.coach.text.rewrites import instead_of_pay


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    found = item.offlimits
    if not found or found.kind != SALARY or found.strength != BORDERLINE:
        return
    words = instead_of_pay(item.lowered)
    if any(char.isdigit() for char in item.text.raw):
        return
    yield Hit(found.start, found.end, words, Fix(*item.first, words, safe=False))


RULE = Rule(
    code="Q103",
    slug="field-pay",
    level=Severity.INFO,
    message="Pay in the field is a fair topic; it goes best with figures you have looked up yourself.",
    reason="A researched range to confirm shows preparation and is easier to answer.",
    sources=("S34: Saylor, Six Steps", "S12: NC State", "S35: Saylor", "S50: USA Today College"),
    traits=frozenset({"salary"}),
    check=_check,
    dispute="X2: range of the field is fine (S12, S35, S50), better with one's own figure (S34, S36), never at all (S54).",
    false_alarms="Asking how pay is negotiated is close to this and is flagged too.",
    must_flag=(
        "What's a typical entry-level salary?",
        "How is compensation structured in this field generally?",
        "What can someone with two years of experience expect to earn?",
    ),
    must_pass=(
        "I found 50,000 to 60,000 for beginners in this field. Does that match what you see in salaries?",
        "How much do you make?",
        "How do you raise money for the museum?",
    ),
)
