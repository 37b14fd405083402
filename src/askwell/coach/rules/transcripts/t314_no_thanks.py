"""T314: no thanks at the end."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_THREE = (
    "Sam: How did you start?\nInes: Late.\nSam: What surprised you?\nInes: The noise.\n"
    "Sam: What would you do again?\nInes: All of it.\n"
)


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    if len(talk.asking) >= numbers["questions"] and not talk.thanked:
        end = len(talk.text.raw.rstrip())
        yield Hit(end, end, "Thank you for your time; what you said about … helps me with …")


RULE = Rule(
    code="T314",
    slug="no-thanks",
    level=Severity.WARN,
    message="You did not say thank you at the end.",
    reason="They gave you their time; say so before you hang up.",
    sources=("S18: Puget Sound", "S61: freeCodeCamp"),
    check=_check,
    numbers={"questions": 3},
    false_alarms="A transcript that ends before the talk did.",
    must_flag=(
        Example(_THREE, {"me": "Sam"}),
        Example(_THREE + "Sam: Okay, bye.\nInes: Bye.\n", {"me": "Sam"}),
        Example("Sam: Thanks for having me.\n" + _THREE * 2, {"me": "Sam"}),
    ),
    must_pass=(
        Example(_THREE + "Sam: Thank you so much!\nInes: Bye.\n", {"me": "Sam"}),
        Example(_THREE + "Sam: I really appreciate it.\nInes: Sure.\nSam: Bye.\n", {"me": "Sam"}),
        Example("Sam: Why?\nInes: So.\n", {"me": "Sam"}),
    ),
)
