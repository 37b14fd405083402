"""Q114: a blank that was never filled in."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.blanks import find_blanks
from askwell.coach.text.items import Question
from askwell.coach.text.patterns import ExactPattern

# Every notation has one of these: a mark, a capital inside, or one of the little words.
_MAY = ExactPattern(r"[_{\[(<«*%$@…/]|\.{6}|.[A-HJ-Z]|\b(?:[XYZ]|xyz|xxx+)\b")


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    if _MAY.search(item.text.raw) is None:
        return
    for blank in find_blanks(item.text):
        yield Hit(blank.start, blank.end, "Put the real name or figure here.")


RULE = Rule(
    code="Q114",
    slug="blank-left",
    level=Severity.ERROR,
    message="A blank is still open here.",
    reason="A blank read aloud tells that the question came from a list.",
    sources=("S27: Georgia Law", "S56", "S37: Turing"),
    check=_check,
    false_alarms="A check box at the start of a line is not a blank.",
    must_flag=(
        "What do you like about [company]?",
        "How is life at {{company}}?",
        "Do beginners earn between ___ and ___?",
    ),
    must_pass=(
        "What do you like about Acme?",
        "- [ ] What is a typical day like?",
        "How do you use C++ and <3 of your fans?",
    ),
)
