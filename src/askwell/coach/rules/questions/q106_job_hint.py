"""Q106: fishing for a way into this very company."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.offlimits import BORDERLINE, JOB_ASK
from askwell.coach.text.rewrites import instead_of_job_ask


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    found = item.offlimits
    if found and found.kind == JOB_ASK and found.strength == BORDERLINE:
        words = instead_of_job_ask(item.lowered)
        yield Hit(found.start, found.end, words, Fix(*item.first, words, safe=False))


RULE = Rule(
    code="Q106",
    slug="job-hint",
    level=Severity.WARN,
    message="This can sound like a way of asking for a job at their organization.",
    reason="A question about the field gets a freer answer than one about a place for you.",
    sources=("S01: Berkeley", "S53: schofieldstrategies.com"),
    traits=frozenset({"job-ask"}),
    check=_check,
    dispute="X3: S12 asks about interns, S15 finds general questions about openings fine when clearly framed.",
    false_alarms="How the hiring process works is not flagged.",
    must_flag=(
        "How can I stand out in the intern process at your company?",
        "May I send you my résumé?",
        "Does your company take on interns?",
    ),
    must_pass=(
        "How does the hiring process work at your company?",
        "Are internships common in this field?",
        "Would you be willing to look over my résumé and give me some feedback?",
    ),
)
