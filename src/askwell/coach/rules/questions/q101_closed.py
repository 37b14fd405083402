"""Q101: a closed question, with an open form to use instead."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.openness import CLOSED
from askwell.coach.text.rewrites import opened

_GENERAL = "Begin with “What” or “How”, or with “Tell me about …”."


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    if item.openness != CLOSED or item.exempt or item.offlimits or item.googleable or item.double:
        return
    start, end = item.first
    rewrite = opened(item.text.raw[start:end])
    if rewrite is None:
        yield Hit(start, end, _GENERAL)
    else:
        words, safe = rewrite
        yield Hit(start, end, words, Fix(start, end, words, safe))


RULE = Rule(
    code="Q101",
    slug="closed-question",
    level=Severity.INFO,
    message="This can be answered with one word. An open form brings the story behind it.",
    reason="Open questions let the other person choose what matters; a few closed ones are fine.",
    sources=("R2: MITI, 50 % open as a floor, 70 % as the aim", "S30: flexjobs.com", "S59: Saylor"),
    traits=frozenset({"closed"}),
    check=_check,
    dispute="X11: some guides praise a closed opener; so this is a hint, and only the share of a whole set warns.",
    false_alarms="A closed question that checks one's own research is good preparation.",
    must_flag=("Is this role rewarding?", "Do you enjoy your work?", "How often do you travel?"),
    must_pass=(
        "What do you find rewarding about this role?",
        "Can you tell me about your team?",
        "Is there anyone else I should talk to?",
        "May I use your name when I write to her?",
    ),
)
