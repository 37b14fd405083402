"""L224: "pick your brain"."""

from __future__ import annotations

from askwell.coach.finding import Severity
from askwell.coach.rule import Phrases, Rule

RULE = Rule(
    code="L224",
    slug="pick-your-brain",
    level=Severity.INFO,
    message="“Pick your brain” can sound like taking.",
    reason="A named question is easier to say yes to than an open-ended picking.",
    sources=("S61: here-are-4-best-ways",),
    check=Phrases(
        r"\bpick(?:ing)? (?:your|ur|their|his|her) brains?\b", suggestion="hear how you see it"
    ),
    triggers=frozenset(["brain", "brains"]),
    dispute="S47 and a Turing sample (S37) use it.",
    must_flag=(
        "Hi Dana, could I pick your brain?",
        "Hi Dana, I'd love picking your brain about maps.",
        "Hi Dana, a quick call to pick your brains?",
    ),
    must_pass=(
        "Hi Dana, could I hear how you see it?",
        "Hi Dana, I read your book about the brain.",
        "Hi Dana, I study brains.",
    ),
)
