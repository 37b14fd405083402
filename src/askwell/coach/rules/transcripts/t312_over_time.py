"""T312: the talk went on longer than agreed."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_HOUR = (
    "[00:00] Sam: How did you start?\n[00:10] Ines: Late.\n[20:00] Sam: Why?\n[41:00] Ines: So.\n"
)


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    agreed, minutes = talk.minutes_agreed, talk.minutes
    if agreed is None or minutes is None or not talk.mine:
        return
    if minutes > agreed + max(numbers["grace"], agreed * numbers["share"]):
        params = {"agreed": round(agreed), "minutes": round(minutes)}
        words = "We have five minutes left; may I ask one last question?"
        yield Hit(*talk.mine[-1].place, words, params=params)


RULE = Rule(
    code="T312",
    slug="over-time",
    level=Severity.WARN,
    message="You agreed on {agreed} minutes and took {minutes}.",
    reason="Keeping the time is the easiest way to be welcome again.",
    sources=("S10: rcelconnect.org", "S01: Berkeley", "S29: Dorie Clark"),
    check=_check,
    numbers={"grace": 2, "share": 0.1},
    false_alarms="The other person may have asked to go on.",
    must_flag=(
        Example(_HOUR, {"me": "Sam", "minutes": 30}),
        Example(_HOUR, {"me": "Sam", "minutes": 20}),
        Example(_HOUR, {"me": "Ines", "minutes": 35}),
    ),
    must_pass=(
        Example(_HOUR, {"me": "Sam", "minutes": 45}),
        Example(_HOUR, {"me": "Sam"}),
        Example(_HOUR, {"me": "Sam", "minutes": 40}),
    ),
)
