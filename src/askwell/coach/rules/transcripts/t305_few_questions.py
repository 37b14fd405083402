"""T305: few questions for so much time."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    minutes, asked = talk.minutes, len(talk.asking)
    if minutes is None or minutes < numbers["minutes"] or not talk.mine:
        return
    if asked < minutes / numbers["each"]:
        words = "Short questions that take up the last answer are the easiest to add."
        yield Hit(*talk.mine[0].place, words, params={"asked": asked, "minutes": round(minutes)})


RULE = Rule(
    code="T305",
    slug="few-questions",
    level=Severity.INFO,
    message="{asked} questions in {minutes} minutes.",
    reason="Nine questions in a quarter of an hour were liked better than four.",
    sources=("R1: Huang et al. 2017", "B19: prepared questions, two to four minutes each"),
    check=_check,
    numbers={"minutes": 10, "each": 6},
    false_alarms="Somebody who tells a long story well needs few questions.",
    must_flag=(
        Example(
            "Sam  0:00\nHow did you start?\n\nInes  0:10\nLate.\n\nSam  29:50\nThanks.\n",
            {"me": "Sam"},
        ),
        Example(
            "[00:00] Sam: How did you start?\n[00:10] Ines: Late.\n[14:00] Sam: Bye.\n",
            {"me": "Sam"},
        ),
        Example("[00:00] Sam: Hi.\n[00:10] Ines: Late.\n[40:00] Sam: Why?\n", {"me": "Sam"}),
    ),
    must_pass=(
        Example("Sam: How did you start?\nInes: Late.\n", {"me": "Sam"}),
        Example(
            "[00:00] Sam: How did you start?\n[00:10] Ines: Late.\n[05:00] Sam: Bye.\n",
            {"me": "Sam"},
        ),
        Example(
            "[00:00] Sam: How did you start?\n[00:10] Ines: Late.\n[05:00] Sam: Why?\n[05:10] Ines: So.\n[11:00] Sam: And then?\n",
            {"me": "Sam"},
        ),
    ),
)
