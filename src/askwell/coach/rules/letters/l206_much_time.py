"""L206: the letter asks for more time than a first talk should take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.letters import ASKING, Letter

_IN_WORDS = {"forty": 40, "forty-five": 45, "forty five": 45, "sixty": 60, "ninety": 90}


def _minutes(words: str) -> int:
    if "half" in words or "quarter" in words or "½" in words or "1/2" in words:
        return 30
    found = [int(number) for number in re.findall(r"\d+", words)]
    if "hour" in words or re.search(r"\bhrs?\b", words):
        return 60 * max(found, default=1)
    found += [value for word, value in _IN_WORDS.items() if word in words]
    return max(found, default=0)


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    span = letter.elements.get("time_ask")
    if not span or letter.kind not in ASKING:
        return
    if _minutes(letter.lowered[slice(*span)]) > numbers["minutes"]:
        yield Hit(*span, "Could I ask you for 20 minutes?")


RULE = Rule(
    code="L206",
    slug="much-time",
    level=Severity.WARN,
    message="That is a long first talk; a smaller one is easier to give.",
    reason="Most guides ask for 20 to 30 minutes, and people often stay longer by themselves.",
    sources=("S13: Lawrence", "S30: FlexJobs", "S38: Kibo"),
    check=_check,
    numbers={"minutes": 30},
    dispute="X5: S31 and S37 allow an hour.",
    must_flag=(
        "Hi Dana, could we talk for an hour?",
        "Hi Dana, could I have 45 minutes of your time?",
        "Hi Dana, would 30 to 60 minutes be possible?",
    ),
    must_pass=(
        "Hi Dana, could I have 20 minutes?",
        "Hi Dana, would half an hour be possible?",
        "Hi Dana, could we talk for 20-30 minutes?",
    ),
)
