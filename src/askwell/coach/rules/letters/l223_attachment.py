"""L223: a résumé pushed along with the first letter."""

from __future__ import annotations

from askwell.coach.finding import Severity
from askwell.coach.rule import Phrases, Rule
from askwell.coach.text.wordlists import words

_PAPER = r"(?:resume|résumé|resumé|cv|c\.v\.|cover letter|portfolio|transcript)"

RULE = Rule(
    code="L223",
    slug="attachment",
    level=Severity.WARN,
    message="Better without a résumé attached; it turns a question into an application.",
    reason="Who wants to see it will ask; a link under your name is enough.",
    sources=("S10", "S11: Evansville", "S34: Saylor", "S49: Dalton"),
    check=Phrases(
        rf"\b(?:attach(?:ed|ing)?|enclos(?:ed|ing|e)|includ(?:ed|ing))\b[^.?!\n]{{0,40}}\b{_PAPER}\b",
        rf"\b{_PAPER}\b[^.?!\n]{{0,30}}\b(?:is|are|attached|enclosed|below for)\b[^.?!\n]{{0,12}}\b(?:attached|enclosed)\b",
        rf"\b(?:please )?(?:see|find|review|take a look at|look at) (?:\w+ )?(?:my |the )?(?:attached|enclosed) {_PAPER}\b",
        rf"\b{_PAPER} (?:attached|enclosed)\b",
        suggestion="You find more about me under the link below my name.",
        unless_negated=True,
    ),
    triggers=words("resume résumé resumé cv c cover portfolio transcript"),
    dispute="X1: S48 attaches it, seed 003 allows it in a later letter.",
    must_flag=(
        "Hi Dana, I have attached my resume.",
        "Hi Dana, please find enclosed my CV.",
        "Hi Dana, my résumé is attached for your review.",
    ),
    must_pass=(
        "Hi Dana, I would value your feedback on my resume some day.",
        "Hi Dana, I have attached the article on dams.",
        "Hi Dana, I have not attached my resume.",
    ),
)
