"""T303: most questions could be answered with yes or no."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.openness import CLOSED
from askwell.coach.text.talks import Talk

_CLOSED = (
    "Sam: Is it hard?\nInes: Yes.\nSam: Do you travel?\nInes: No.\n"
    "Sam: Are you happy?\nInes: I am.\nSam: Did you study law?\nInes: I did.\n"
)
_OPEN = (
    "Sam: How did you start?\nInes: Late.\nSam: What surprised you?\nInes: The noise.\n"
    "Sam: What do you enjoy?\nInes: People.\nSam: Tell me about last week.\nInes: Long.\n"
)


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    share, counted = talk.open_share, talk.counted
    if share is None or len(counted) < numbers["least"] or share >= numbers["floor"]:
        return
    first = next(spoken for spoken in counted if spoken.asked and spoken.asked.openness == CLOSED)
    params = {"open": round(share * len(counted)), "counted": len(counted)}
    words = "Begin with “What …”, “How …” or “Tell me about …”."
    yield Hit(*first.question_place(), words, params=params)


RULE = Rule(
    code="T303",
    slug="closed-questions",
    level=Severity.WARN,
    message="Only {open} of {counted} questions were open.",
    reason="Half open is the floor; “how” and “what” bring stories where “do you” brings a yes.",
    sources=("R2: MITI 3.1.1", "S30: flexjobs.com"),
    check=_check,
    numbers={"floor": 0.5, "least": 4},
    dispute="X11: a closed check of your own research is praised by some.",
    false_alarms="Figures borrowed from counselling.",
    must_flag=(
        Example(_CLOSED, {"me": "Sam"}),
        Example(_CLOSED + "Sam: How did you start?\nInes: Well.", {"me": "Sam"}),
        Example(_CLOSED + "Sam: May I use your name?\nInes: Yes.", {"me": "Sam"}),
    ),
    must_pass=(
        Example(_OPEN, {"me": "Sam"}),
        Example(_OPEN + _CLOSED, {"me": "Sam"}),
        Example("Sam: Is it hard?\nInes: Yes.", {"me": "Sam"}),
    ),
)
