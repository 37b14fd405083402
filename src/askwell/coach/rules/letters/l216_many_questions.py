"""L216: more questions than can be answered in a letter."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    most = int(numbers["questions"])
    if len(letter.questions) > most:
        first = letter.questions[most]
        params = {"count": len(letter.questions)}
        yield Hit(
            first.start, first.end, "Keep one, and bring the others to the talk.", params=params
        )


RULE = Rule(
    code="L216",
    slug="many-questions",
    level=Severity.WARN,
    message="{count} questions in one letter; one to three get an answer.",
    reason="Many questions turn an answer into homework.",
    sources=("S41", "S43", "R5: Boomerang"),
    check=_check,
    numbers={"questions": 3},
    dispute="S45 asks one question only.",
    must_flag=(
        "Hi Dana,\n\nWhat do you do? How did you start? What is hard? What is next?",
        "Hi Dana,\n\nWhy maps? Why now? Why there? Who else? What next?",
        Example("Hi Dana,\n\nWhen? Where? How? With whom?", {"kind": "schedule"}),
    ),
    must_pass=(
        "Hi Dana,\n\nHow did you start? What is hard?",
        "Hi Dana,\n\nCould I have 15 minutes?",
        "Hi Dana,\n\nWhat do you do? How did you start? What is hard?",
    ),
)
