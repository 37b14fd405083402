"""T316: most questions had nothing to do with the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_TALK = (
    "Sam: What is your favourite food in the city?\nInes: Soup.\n"
    "Sam: When do trains leave for the coast?\nInes: Daily.\n"
    "Sam: Do you watch football on the weekend?\nInes: Never.\n"
    "Sam: Which museum has the oldest clocks?\nInes: Ours.\n"
)


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    drift = talk.drift
    if drift is None or len(talk.counted) < numbers["questions"] or drift <= numbers["share"]:
        return
    params = {"share": round(drift * 100)}
    yield Hit(*talk.counted[-1].question_place(), "May I come back to …?", params=params)


RULE = Rule(
    code="T316",
    slug="drift",
    level=Severity.INFO,
    message="{share} % of your questions were neither planned nor follow-ups.",
    reason="Leaving the list is good when an answer leads there; else the plan was better.",
    sources=("S10: rcelconnect.org", "Q11: order of the questions"),
    check=_check,
    numbers={"share": 0.5, "questions": 4},
    false_alarms="A question that belongs to the agenda in other words.",
    must_flag=(
        Example(_TALK, {"me": "Sam", "agenda": ("Who pays for the research?",)}),
        Example(_TALK, {"me": "Sam", "agenda": ("Night shifts and sleep", "Union rules")}),
        Example(_TALK * 2, {"me": "Sam", "agenda": ("Laboratory budgets",)}),
    ),
    must_pass=(
        Example(_TALK, {"me": "Sam"}),
        Example(
            _TALK,
            {
                "me": "Sam",
                "agenda": (
                    "favourite food in the city",
                    "trains to the coast",
                    "football on the weekend",
                ),
            },
        ),
        Example("Sam: Why?\nInes: So.\n", {"me": "Sam", "agenda": ("Union rules",)}),
    ),
)
