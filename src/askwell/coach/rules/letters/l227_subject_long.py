"""L227: a subject longer than a phone shows."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.tokens import count_words


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if not letter.subject:
        return
    count = count_words(letter.text.raw[slice(*letter.subject)])
    if count > numbers["words"]:
        yield Hit(*letter.subject, "Three or four words are enough.", params={"count": count})


RULE = Rule(
    code="L227",
    slug="subject-long",
    level=Severity.INFO,
    message="{count} words in the subject; a phone shows about five.",
    reason="Subjects of three or four words got the most replies.",
    sources=("R5: Boomerang", "S43", "S46"),
    check=_check,
    numbers={"words": 9},
    must_flag=(
        "Subject: A student who would very much like to ask you a few questions\n\nHi Dana,",
        "Subject: Request for an informational interview about your career in river law\n\nHi Dana,",
        "Subject: Following up on my earlier message about talking with you soon\n\nHi Dana,",
    ),
    must_pass=(
        "Subject: Your talk on dams\n\nHi Dana,",
        "Subject: Fellow Oberlin alum with a question\n\nHi Dana,",
        "Hi Dana,",
    ),
)
