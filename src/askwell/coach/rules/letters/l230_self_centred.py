"""L230: a letter that is mostly about the writer."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import AFTER, Letter

_ME = frozenset(["i", "i'm", "i've", "i'd", "my", "me"])
_YOU = frozenset(["you", "your", "you're"])
_LONG = "I am a student. I study law. I like rivers. I wrote a thesis. My grades are good. I won a prize. I swim. "


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind in AFTER or letter.word_count < numbers["words"]:
        return
    mine = len([word for word in letter.text.words if word in _ME])
    yours = len([word for word in letter.text.words if word in _YOU])
    if mine >= numbers["times"] * (yours + 1):
        yield Hit(
            letter.parts.body[0],
            letter.end,
            "Give a line of yours to them: what they did, what you would ask.",
        )


RULE = Rule(
    code="L230",
    slug="self-centred",
    level=Severity.INFO,
    message="There is much “I” and little “you” in it.",
    reason="Readers look for themselves; a letter about them is read to the end.",
    sources=("S37: Turing", "S39: BrightCrowd", "S41"),
    check=_check,
    numbers={"words": 40, "times": 3},
    must_flag=(
        "Hi Dana,\n\n" + _LONG * 3,
        "Hi Dana,\n\n"
        + _LONG * 2
        + "I hope we can talk, and I want to learn. I am free and I am near.",
        Example("Hi Dana,\n\n" + _LONG * 3 + "Could I ask you?", {"channel": "letter"}),
    ),
    must_pass=(
        "Hi Dana,\n\nI read your essay. What you wrote about dams stayed with me.",
        "Hi Dana,\n\n"
        + "I read your essay and your book. You ask what rivers want; your answer surprised me. "
        * 4,
        Example("Hi Dana,\n\n" + _LONG * 3, {"kind": "update"}),
    ),
)
