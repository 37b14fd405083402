"""Q105: asking for a job, an internship, a referral for a position or a mentor."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.offlimits import HARD, JOB_ASK
from askwell.coach.text.rewrites import instead_of_job_ask


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    found = item.offlimits
    if found and found.kind == JOB_ASK and found.strength == HARD:
        words = instead_of_job_ask(item.lowered)
        yield Hit(found.start, found.end, words, Fix(*item.first, words, safe=False))


RULE = Rule(
    code="Q105",
    slug="job-ask",
    level=Severity.ERROR,
    message="Better not here: this asks for a job, and the talk was promised to be about learning.",
    reason="Once a job is asked for, the other person can only say yes or no, and the conversation closes.",
    sources=("S52: recruiterscouch.com", "S53: schofieldstrategies.com", "S01: Berkeley"),
    traits=frozenset({"job-ask"}),
    check=_check,
    dispute="X3: a few guides ask for a referral once there is rapport (S41, S42).",
    false_alarms="Hiring as a topic (“When you hire, what do you look for?”) is not flagged.",
    must_flag=(
        "Are you hiring?",
        "If you knew of an opening, would you consider me or refer me?",
        "Could you pass my résumé on to your manager?",
    ),
    must_pass=(
        "When you hire a new graduate, what do you look for?",
        "What are the most effective strategies for seeking a job in this field?",
        "Could you refer me to someone who works in policy?",
    ),
)
