"""L201: asking for a job in a letter that promised to ask for a talk."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import AFTER, Letter

_WORDS = "I would like to learn how you see this work, and whether it could be for me."
_AFTERWARDS = "Thank you for the talk; it helped me to see the work more clearly."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    span = letter.elements.get("job_ask")
    if span and letter.kind in AFTER:
        yield Hit(*span, _AFTERWARDS, level=Severity.WARN)
    elif span:
        yield Hit(*span, _WORDS)


RULE = Rule(
    code="L201",
    slug="job-ask",
    level=Severity.ERROR,
    message="Better not here: this asks for a job, and you are asking for a talk.",
    reason="A stranger can only say no to a job, but gladly says yes to a question.",
    sources=("S49: Dalton", "S01: Berkeley", "S07", "S13: Lawrence", "S15: Hampshire", "S53"),
    check=_check,
    dispute="X3: some guides name the posting in the first message (S42) or an internship (S47).",
    false_alarms="“I am not asking for a job”, “my job search” and openings on a calendar are not flagged.",
    must_flag=(
        "Hi Dana,\n\nAre there any openings on your team?",
        "Dear Dana, I am actively looking for a summer internship at your company.",
        "Hi Dana, could you refer me for the analyst role?",
        Example(
            "Dear Dana, thank you. I hope to be selected for the position.", {"kind": "thanks"}
        ),
    ),
    must_pass=(
        "Hi Dana, I am not asking for a job. I would like to learn about your work.",
        "Hi Dana, do you have any openings on your calendar next week?",
        "Hi Dana, as I begin my job search, I would like to hear how you chose.",
        "Hi Dana, could you refer me to someone who works in policy?",
    ),
)
