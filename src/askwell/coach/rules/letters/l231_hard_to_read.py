"""L231: long words in long sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.letters import Letter

_VOWELS = re.compile(r"[aeiouy]+")
_HEAVY = (
    "The interdisciplinary methodological considerations underlying contemporary organizational transformation "
    "necessitate comprehensive professional development opportunities, notwithstanding considerable institutional "
    "limitations regarding international collaboration and administrative responsibilities across departments. "
)


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    body = letter.body
    count = sum(len(sentence.words) for sentence in body)
    if count < numbers["words"]:
        return
    first, last = letter.parts.body
    if (last - first) / count < numbers["letters"] and count / len(body) < 25:
        return  # short words in sentences of bearable length: no need to count syllables
    syllables = len(_VOWELS.findall(letter.lowered, first, last))
    grade = 0.39 * count / len(body) + 11.8 * syllables / count - 15.59
    if grade > numbers["grade"]:
        longest = max(body, key=lambda sentence: len(sentence.words))
        yield Hit(
            longest.start,
            longest.end,
            "Make two short sentences of it.",
            params={"grade": round(grade)},
        )


RULE = Rule(
    code="L231",
    slug="hard-to-read",
    level=Severity.INFO,
    message="Shorter words and sentences would be easier to read.",
    reason="Plain letters got more replies than learned ones.",
    sources=("R5: Boomerang",),
    check=_check,
    numbers={"grade": 16, "words": 40, "letters": 6.5},
    dispute="Measured on sales letters; a hint at most.",
    must_flag=(
        "Dear Dana,\n\n" + _HEAVY * 2,
        "Dear Dana,\n\n" + _HEAVY * 3 + "Thank you.",
        "Dear Dana,\n\nI write because " + _HEAVY.lower() * 2,
    ),
    must_pass=(
        "Dear Dana,\n\n" + "I read your essay on dams and liked it a lot. " * 6,
        "Dear Dana,\n\nInterdisciplinary considerations necessitate conversation.",
        "Dear Dana,\n\n"
        + "Could we talk for a while about your work? I would love to hear how you began. " * 4,
    ),
)
