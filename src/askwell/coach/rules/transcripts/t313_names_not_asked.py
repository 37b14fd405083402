"""T313: nobody was asked who else to talk to."""

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
    if len(talk.asking) >= numbers["questions"] and not talk.asked_for_names:
        end = len(talk.text.raw.rstrip())
        yield Hit(end, end, "Who else would you talk to in my place? I will write to them myself.")


RULE = Rule(
    code="T313",
    slug="names-not-asked",
    level=Severity.WARN,
    message="You did not ask who else to talk to.",
    reason="Nearly every next conversation comes from this question.",
    sources=("S12: NC State", "S34: Saylor", "S36: Outreachy, three names"),
    check=_check,
    numbers={"questions": 3},
    dispute="X3: people to talk to, yes; a referral for a job is another matter.",
    false_alarms="A transcript that ends before the talk did; podcasts.",
    must_flag=(
        Example(_THREE, {"me": "Sam"}),
        Example(_THREE + "Sam: Thank you!\n", {"me": "Sam"}),
        Example(_THREE * 2, {"me": "Sam"}),
    ),
    must_pass=(
        Example(_THREE + "Sam: Who else should I talk to?\nInes: Omar.\n", {"me": "Sam"}),
        Example(
            _THREE + "Sam: Is there anyone you would suggest I speak with?\nInes: Omar.\n",
            {"me": "Sam"},
        ),
        Example("Sam: Why?\nInes: So.\n", {"me": "Sam"}),
    ),
)
