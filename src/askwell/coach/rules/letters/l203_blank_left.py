"""L203: a blank that was never filled in."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    for blank in letter.blanks[: int(numbers["most"])]:
        yield Hit(blank.start, blank.end, "Put your own words here.", params={"blank": blank.text})


RULE = Rule(
    code="L203",
    slug="blank-left",
    level=Severity.ERROR,
    message="A blank is still open: {blank}",
    reason="A blank tells the reader that the letter was not written for them.",
    sources=("S27: Georgia Law", "S56", "S37: Turing"),
    check=_check,
    numbers={"most": 50},
    false_alarms="Tick boxes, footnotes, links and “[sic]” are not blanks; brackets inside a given fact are the fact.",
    must_flag=(
        "Hi [Name], I read your post.",
        "Hi ${firstName}, I read your post.",
        "Hi _,\n\nI read your post.",
        "Dear <first name>, I work at XYZ.",
        "Hi Dana, thank you for [one thing they said that stayed with you].",
    ),
    must_pass=(
        "Hi Dana, she wrote “teh [sic] first” in her post [1].",
        "Hi Dana, see [my page](https://example.org).",
        Example(
            "Hi Dana, I read Learning [in] public.", {"facts": {"read": "Learning [in] public"}}
        ),
    ),
)
