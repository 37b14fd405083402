"""L234: a greeting for nobody in particular."""

from __future__ import annotations

from askwell.coach.finding import Severity
from askwell.coach.rule import Phrases, Rule
from askwell.coach.text.wordlists import words

RULE = Rule(
    code="L234",
    slug="nobody-greeted",
    level=Severity.INFO,
    message="Greet them by their name.",
    reason="A letter to nobody in particular is answered by nobody in particular.",
    sources=("S27: Georgia Law", "S37: Turing"),
    check=Phrases(
        r"\bto whom it may concern\b|\bdear (?:sir(?: or |/| and )?(?:madam)?|madam|hiring manager|professional|recruiter|alumni?|alumna|friend|contact)\b(?= ?[,:;\n]|\Z)",
        suggestion="Dear Ms. Roe,",
    ),
    triggers=words(
        "whom sir madam manager professional recruiter alum alumni alumna friend contact"
    ),
    must_flag=(
        "To whom it may concern,\n\nI would like to talk.",
        "Dear Sir or Madam,\n\nI would like to talk.",
        "Dear Hiring Manager,\n\nI would like to talk.",
    ),
    must_pass=(
        "Dear Ms. Roe,\n\nI would like to talk.",
        "Hi Dana,\n\nmy friend Lee named you.",
        "Dear Madam Secretary Roe,\n\nI would like to talk.",
    ),
)
