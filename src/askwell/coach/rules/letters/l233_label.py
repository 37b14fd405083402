"""L233: the label "informational interview"."""

from __future__ import annotations

from askwell.coach.finding import Severity
from askwell.coach.rule import Phrases, Rule

RULE = Rule(
    code="L233",
    slug="informational-interview",
    level=Severity.OFF,
    message="“A talk” sounds lighter than “an informational interview”.",
    reason="Some readers hear the word interview and think of a job.",
    sources=("careervalet.com",),
    check=Phrases(r"\binformational interviews?\b", suggestion="a short talk"),
    triggers=frozenset(["informational"]),
    dispute="NC State, Kibo and BLS use the label.",
    must_flag=(
        "Hi Dana, could I ask you for an informational interview?",
        "Hi Dana, I do informational interviews.",
        "Subject: Informational interview\n\nHi Dana,",
    ),
    must_pass=(
        "Hi Dana, could I ask you for a talk?",
        "Hi Dana, your talk was informative.",
        "Hi Dana, I heard your interview.",
    ),
)
