"""T304: questions came one after another, whatever was answered."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_LIST = (
    "Sam: How did you get into banking?\nInes: My aunt took me along to her office one summer.\n"
    "Sam: What does a typical day look like?\nInes: Calls until noon, then spreadsheets.\n"
    "Sam: What skills does one need?\nInes: Patience, and a thick skin with clients.\n"
    "Sam: What is the culture of the company?\nInes: Friendly, a little loud on Fridays.\n"
    "Sam: What advice would you give students?\nInes: Read annual reports.\n"
    "Sam: Where will the industry be in five years?\nInes: Smaller, and mostly automatic.\n"
)
_HEARD = (
    "Sam: How did you start?\nInes: My aunt took me along to her office one summer.\n"
    "Sam: What did you see at your aunt's office?\nInes: People shouting into three telephones.\n"
    "Sam: Why were they shouting?\nInes: The market had fallen that morning.\n"
    "Sam: What did that do to you?\nInes: I wanted to know why it fell.\n"
    "Sam: And how did you find out?\nInes: I asked her boss at lunch.\n"
    "Sam: What did he say?\nInes: That nobody knows.\n"
)


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    share, asking = talk.follow_up_share, talk.asking
    if share is None or len(asking) < numbers["least"] or share >= numbers["floor"]:
        return
    missed = next((spoken for spoken in asking[1:] if not spoken.follow_up), asking[-1])
    params = {"number": round(share * len(asking)), "asked": len(asking)}
    yield Hit(*missed.question_place(), "What made that so …? Tell me more about …", params=params)


RULE = Rule(
    code="T304",
    slug="no-follow-ups",
    level=Severity.WARN,
    message="{number} of your {asked} questions took up what you had just heard.",
    reason="Following up is what makes people feel heard; it is the kind of question that is liked most.",
    sources=("R1: Huang et al. 2017", "S10: rcelconnect.org"),
    check=_check,
    numbers={"floor": 0.25, "least": 6},
    false_alarms="A question that takes something up in other words is not always seen.",
    must_flag=(
        Example(_LIST, {"me": "Sam"}),
        Example(_LIST + "Sam: Do you travel?\nInes: No.\n", {"me": "Sam"}),
        Example(_LIST.replace("Sam", "Interviewer"), {}),
    ),
    must_pass=(
        Example(_HEARD, {"me": "Sam"}),
        Example("Sam: How did you start?\nInes: As a cook.\n", {"me": "Sam"}),
        Example(_LIST, {"me": "Ines"}),
    ),
)
