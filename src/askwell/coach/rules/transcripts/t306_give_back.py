"""T306: nothing was given back."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_SIX = "Sam: What do you count?\nInes: I count numbers and people every day.\n" * 6


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    if len(talk.asking) >= numbers["questions"] and not talk.reflections:
        yield Hit(*talk.asking[-1].place, "So for you the … mattered more than the …")


RULE = Rule(
    code="T306",
    slug="give-back",
    level=Severity.INFO,
    message="You never said back what you heard.",
    reason="A short “so you …” shows that you listened, and lets the other correct you.",
    sources=("R2: MITI 3.1.1, an aim", "D5: Macmillan page"),
    check=_check,
    numbers={"questions": 6},
    dispute="R2 is a standard of counsellors: use it as an aim, not as a pass mark.",
    false_alarms="Words that give back without the usual openings.",
    must_flag=(
        Example(_SIX, {"me": "Sam"}),
        Example(_SIX + "Sam: Thanks.\n", {"me": "Sam"}),
        Example("Ines: Hi.\n" + _SIX, {"me": "Sam"}),
    ),
    must_pass=(
        Example(
            _SIX + "Sam: So you started with numbers and moved to people.\nInes: Yes.\n",
            {"me": "Sam"},
        ),
        Example("Sam: How did you start?\nInes: Late.\n", {"me": "Sam"}),
        Example(
            _SIX
            + "Ines: We count the wild birds.\nSam: It sounds like the birds come first. Why?\n",
            {"me": "Sam"},
        ),
    ),
)
