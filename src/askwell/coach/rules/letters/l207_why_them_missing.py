"""L207: nothing tells why this person of all people."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter

_WORDS = "I read your piece on …, and one thought stayed with me."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.kind == "request" and not letter.has("personal") and not letter.has("specific"):
        yield Hit(letter.end, letter.end, _WORDS)


RULE = Rule(
    code="L207",
    slug="why-them-missing",
    level=Severity.WARN,
    message="Say why you are writing to this person: a school you share, a piece they wrote, a friend in common.",
    reason="One fact that only fits them shows that the letter is not a mailing.",
    sources=("S34: Saylor", "S37: Turing", "S39: BrightCrowd", "S41", "S49: Dalton"),
    check=_check,
    false_alarms="A reason that only the two of you would recognise is not seen.",
    must_flag=(
        "Hi Dana, I would love to learn about your work. Could I have 15 minutes?",
        "Dear Sir, I am a student and want to know more about law.",
        "Hi Dana, I read your article on [topic] and have questions.",
    ),
    must_pass=(
        "Hi Dana, I read your article on river law and have two questions.",
        "Hi Dana, as a fellow Oberlin alum I was glad to find you.",
        "Hi Dana, Marta Ruiz suggested that I write to you.",
        Example("Hi Dana, thank you for the talk.", {"kind": "thanks"}),
    ),
)
