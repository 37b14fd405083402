"""L205: the letter does not say how much time it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_KINDS = frozenset(["request", "forwardable"])


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind in _KINDS and not letter.has("time_ask"):
        yield Hit(letter.end, letter.end, f"Could I ask you for {numbers['minutes']:.0f} minutes?")


RULE = Rule(
    code="L205",
    slug="time-missing",
    level=Severity.WARN,
    message="Say how much time you ask for, and make it small.",
    reason="“A chat” can be anything; twenty minutes fit into a day.",
    sources=("S02: Berkeley", "S11: Evansville", "S30: FlexJobs", "S35: Saylor", "S38: Kibo"),
    check=_check,
    numbers={"minutes": 20},
    dispute="X5: 15, 20, 30 or 60 minutes; most say 20 to 30.",
    must_flag=(
        "Hi Dana, could we talk some time about your work?",
        "Dear Dana, may I ask you a few questions? It would not take long.",
        "Hi Dana, I live 20 minutes away. Could we talk?",
    ),
    must_pass=(
        "Hi Dana, could I ask you for 15 minutes?",
        "Hi Dana, would half an hour next week be possible?",
        "Hi Dana, I would love a fifteen-minute call.",
        Example("Hi Dana, thank you for the talk.", {"kind": "thanks"}),
    ),
)
