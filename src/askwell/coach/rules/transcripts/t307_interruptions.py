"""T307: the other was cut short."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_CUT = "Ines: And then I went to the —\nSam: Did you like it there?\n"


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    found = talk.interruptions
    if len(found) >= numbers["times"]:
        yield Hit(*found[0].place, "Count to two.", params={"number": len(found)})


RULE = Rule(
    code="T307",
    slug="interruptions",
    level=Severity.INFO,
    message="You began {number} times before the other had finished.",
    reason="The best part often comes after a pause.",
    sources=("S37: Turing School", "S10: rcelconnect.org"),
    check=_check,
    numbers={"times": 3},
    false_alarms="Recorders that let turns overlap; a dash that only marks a pause.",
    must_flag=(
        Example(_CUT * 3, {"me": "Sam"}),
        Example(_CUT * 4, {"me": "Sam"}),
        Example("Sam: Hi.\n" + _CUT * 3, {"me": "Sam"}),
    ),
    must_pass=(
        Example(_CUT, {"me": "Sam"}),
        Example(_CUT.replace("—", ".") * 3, {"me": "Sam"}),
        Example(_CUT * 3, {"me": "Ines"}),
    ),
)
