"""L232: nearly the letter that went to somebody else of the same organization."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.tokens import Text

_SIZE = 4
_SENT = (
    "Hi Lee, I read about your team and liked how you work with maps. I would love to hear how you "
    "started. Could I ask you for 20 minutes next week? Thank you for reading this."
)


def _pieces(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _SIZE]) for at in range(len(words) - _SIZE + 1)}


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if not letter.previous:
        return
    own = _pieces([word for sentence in letter.body for word in sentence.words])
    if len(own) < numbers["pieces"]:
        return
    shared = max(len(own & _pieces(Text(sent).words)) for sent in letter.previous)
    if shared / len(own) >= numbers["share"]:
        yield Hit(letter.parts.body[0], letter.end, "Change the part that is about them.")


RULE = Rule(
    code="L232",
    slug="near-copy",
    level=Severity.WARN,
    message="This is nearly the letter somebody else there got from you.",
    reason="Colleagues show each other their mail.",
    sources=("S27: Georgia Law", "S56", "S44"),
    check=_check,
    numbers={"share": 0.75, "pieces": 12},
    must_flag=(
        Example(_SENT.replace("Lee", "Dana"), {"previous": (_SENT,)}),
        Example(_SENT.replace("20", "15"), {"previous": (_SENT,)}),
        Example(_SENT + " Sam", {"previous": ("Hi!", _SENT)}),
    ),
    must_pass=(
        Example(
            "Hi Dana, your essay on dams made me think of my own river. How did you start?",
            {"previous": (_SENT,)},
        ),
        _SENT,
        Example("Hi Dana!", {"previous": (_SENT,)}),
    ),
)
