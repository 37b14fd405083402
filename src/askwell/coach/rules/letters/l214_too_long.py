"""L214: more words than this kind of letter can carry."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    name = "thanks" if letter.kind == "thanks" and letter.channel == "email" else letter.channel
    aim = numbers.get(name.replace("-", "_"), 0)
    if aim and letter.word_count > aim:
        most = numbers[f"{name.replace('-', '_')}_most"]
        level = Severity.WARN if letter.word_count > most else Severity.INFO
        params = {"words": letter.word_count, "aim": int(aim)}
        yield Hit(
            letter.parts.body[0],
            letter.end,
            "Keep what they need in order to say yes.",
            level=level,
            params=params,
        )


RULE = Rule(
    code="L214",
    slug="too-long",
    level=Severity.WARN,
    message="{words} words; about {aim} are easier to answer.",
    reason="Short letters are read on a phone and answered at once; 50 to 125 words got the most replies.",
    sources=("R5: Boomerang", "S49: Dalton", "S37: Turing", "S56"),
    check=_check,
    numbers={
        "email": 125,
        "email_most": 200,
        "thanks": 150,
        "thanks_most": 250,
        "linkedin_message": 100,
        "linkedin_message_most": 150,
        "card": 90,
        "card_most": 150,
        "phone": 110,
        "phone_most": 180,
        "letter": 250,
        "letter_most": 400,
    },
    dispute="S43 allows 300 words; S49 asks for fewer than 75 to 100.",
    must_flag=(
        "Hi Dana, " + "rivers move slowly here. " * 60,
        Example("Hi Dana, thank you. " + "It was good. " * 60, {"kind": "thanks"}),
        Example("Hi Dana, " + "rivers move slowly. " * 40, {"channel": "linkedin-message"}),
    ),
    must_pass=(
        "Hi Dana, could I have 15 minutes?",
        Example("Dear Dana, " + "rivers move. " * 70, {"channel": "letter"}),
        Example("Dear Dana, " + "rivers move. " * 70, {"kind": "thanks"}),
    ),
)
