"""L212: thanks without anything given back."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_WORDS = "If I can ever help you with something, please ask."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind == "thanks" and letter.channel != "card" and not letter.has("offer"):
        yield Hit(letter.end, letter.end, _WORDS)


RULE = Rule(
    code="L212",
    slug="offer-missing",
    level=Severity.INFO,
    message="You could offer something back, however small.",
    reason="A talk in which both give something is easier to continue.",
    sources=("S34: Saylor", "S38: Kibo", "S43"),
    check=_check,
    must_flag=(
        Example("Dear Dana, thank you for the talk.", {"kind": "thanks"}),
        Example("Hi Dana, thanks! I will read the book you named.", {"kind": "thanks"}),
        Example("Dear Lee, I am grateful for your advice on labs.", {"kind": "thanks"}),
    ),
    must_pass=(
        Example(
            "Dear Dana, thank you! If I can ever return the favor, tell me.", {"kind": "thanks"}
        ),
        Example("Dear Dana, thank you! Next time coffee is on me.", {"kind": "thanks"}),
        Example("Dear Dana, thank you!", {"kind": "thanks", "channel": "card"}),
    ),
)
