"""T301: who spoke how much."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.talks import Talk

_FAR = "You spoke {share} % of the words; the other person hardly came to tell."
_ABOUT_ME = "I studied this and that and then I thought about it for a while, and my plan is to do more of it. "
_TALKY = "Sam: " + _ABOUT_ME * 3 + "Is that right?\nInes: Yes, I think so.\n"


def _check(talk: Talk, numbers: Numbers) -> Iterator[Hit]:
    share, longest = talk.my_share, talk.longest
    if share is None or longest is None or talk.words < numbers["least"]:
        return
    if share > numbers["most"]:
        params = {"share": round(share * 100)}
        far = _FAR if share > numbers["far"] else ""
        words = "Ask, then count to three before you go on."
        yield Hit(*longest.place, words, message=far, params=params)


RULE = Rule(
    code="T301",
    slug="talk-share",
    level=Severity.WARN,
    message="You spoke {share} % of the words; a third is a good aim.",
    reason="The other person came to tell; what you say you knew before.",
    sources=(
        "S10: rcelconnect.org",
        "S37: Turing School",
        "R7: talk share in sales calls, a proxy only",
    ),
    check=_check,
    numbers={"most": 0.5, "far": 0.65, "least": 60},
    dispute="D3: no guide gives a measured share; 20 to 40 % is an aim.",
    false_alarms="A talk in which the other asks you to present yourself first.",
    must_flag=(
        Example(_TALKY, {"me": "Sam"}),
        Example(_TALKY + "Ines: I see.\nSam: " + _ABOUT_ME, {"me": "Sam"}),
        Example("Ines: How are things?\nSam: " + _ABOUT_ME * 3 + "\nInes: Nice.", {"me": "Sam"}),
    ),
    must_pass=(
        Example("Sam: How did you start?\nInes: " + _ABOUT_ME * 4, {"me": "Sam"}),
        Example(_TALKY, {"me": "Ines"}),
        Example("Sam: I talk.\nInes: Yes.", {"me": "Sam"}),
    ),
)
