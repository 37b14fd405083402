"""L228: a subject in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.letters import Letter

_WORD = re.compile(r"[^\W\d_]{2,}")


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if not letter.subject:
        return
    raw = letter.text.raw[slice(*letter.subject)]
    words = _WORD.findall(raw)
    if len(words) >= 2 and sum(word.isupper() for word in words) > len(words) / 2:
        calm = raw[:1].upper() + raw[1:].lower()
        yield Hit(*letter.subject, calm, Fix(*letter.subject, calm, safe=False))


RULE = Rule(
    code="L228",
    slug="subject-capitals",
    level=Severity.WARN,
    message="Capitals shout; write the subject as you would say it.",
    reason="Subjects in capitals got about a third fewer replies.",
    sources=("R5: Boomerang",),
    check=_check,
    must_flag=(
        "Subject: QUICK QUESTION\n\nHi Dana,",
        "Subject: PLEASE READ: RIVERS\n\nHi Dana,",
        "Subject: URGENT REQUEST\n\nHi Dana,",
    ),
    must_pass=(
        "Subject: Quick question\n\nHi Dana,",
        "Subject: NASA alum\n\nHi Dana,",
        "Hi Dana, QUICK QUESTION",
    ),
)
