"""Q111: gossip and controversy about the organization."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Pattern, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.tokens import word_set

_GOSSIP = Pattern(
    r"\b(?:rumou?rs?|scandals?|lawsuits?|gossip|toxic|office politics|who do you (?:hate|dislike)|(?:bad|terrible|awful|worst) (?:boss|manager|coworker|colleague)s?|(?:got|was|were|been) fired|"
    r"sued|harass\w+|controvers(?:y|ies|ial)|bad press|glassdoor reviews?|dirt on|hates? (?:the|your) boss)\b"
)


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    found = _GOSSIP.search(item.text.plain)
    if found:
        words = "How has your team dealt with the changes of the last years?"
        yield Hit(found.start(), found.end(), words)


RULE = Rule(
    code="Q111",
    slug="gossip",
    level=Severity.INFO,
    message="This could put them on the spot about their own organization.",
    reason="What is in the press is theirs to raise; a polite, general form gets the more honest answer.",
    sources=("S40: Udacity",),
    check=_check,
    dispute="Lists for job candidates do ask about office politics.",
    false_alarms="Negative-sounding questions about the work itself are fine and not flagged (Q17).",
    triggers=word_set(
        "rumor rumors rumour rumours scandal scandals lawsuit lawsuits gossip toxic politics hate "
        "dislike boss bosses manager managers coworker coworkers colleague colleagues fired sued "
        "harassment harassed controversy controversies controversial press glassdoor dirt hates"
    ),
    must_flag=(
        "Is the culture as toxic as people say?",
        "What happened with the lawsuit?",
        "How bad are the office politics?",
    ),
    must_pass=(
        "What is your least favourite part of the job?",
        "How do you work with your manager?",
        "What frustrates you about the field?",
    ),
)
