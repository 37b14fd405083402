"""Q201: how many questions of the set are open."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.items import QuestionSet

_BELOW_AIM = "{open} of {counted} questions are open; a few more would bring more stories."


def _check(whole: QuestionSet, numbers: Numbers) -> Iterator[Hit]:
    share, counted = whole.open_share, len(whole.counted)
    if share is None or counted < numbers["least"] or share >= numbers["aim"]:
        return
    params = {"open": round(share * counted), "counted": counted}
    words = "Turn one or two into “What …”, “How …” or “Tell me about …”."
    low = share < numbers["floor"]
    level, message = (None, "") if low else (Severity.INFO, _BELOW_AIM)
    yield Hit(0, 0, words, level=level, message=message, params=params)


_CLOSED = "Is it hard?\nDo you travel?\nAre you happy?\nHow did you start?\n"

RULE = Rule(
    code="Q201",
    slug="open-share",
    level=Severity.WARN,
    message="Only {open} of {counted} questions are open; more open ones would bring more stories.",
    reason="Half open is the floor, seven of ten the aim; closing and scheduling questions do not count.",
    sources=("R2: MITI 3.1.1", "S30: flexjobs.com", "S59: Saylor"),
    check=_check,
    scope="set",
    numbers={"floor": 0.5, "aim": 0.7, "least": 3},
    dispute="X11: closed checks of one's own research and a closed opener are praised by some.",
    false_alarms="Figures borrowed from counselling; they are an aim, not a pass mark.",
    must_flag=(
        Example(_CLOSED),
        Example("Is it hard?\nDo you travel?\nWhat surprised you?"),
        Example("- Do you code?\n- Do you write tests?\n- Do you deploy on Fridays?"),
    ),
    must_pass=(
        Example("How did you start?\nWhat do you enjoy?\nWhat surprised you?\nIs it hard?"),
        Example(
            "What surprised you?\nHow did you start?\nTell me about last week.\nMay I use your name?\nIs there anyone else I should talk to?"
        ),
        Example("Is it hard?"),
    ),
)
