"""L202: saying that one is looking for a job, which is a status and not a request."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.letters import ASKING, Letter

_WORDS = "I am exploring what comes next, and I would like to understand this work first."


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    span = letter.elements.get("job_status")
    if span and letter.kind in ASKING and not letter.has("job_ask"):
        yield Hit(*span, _WORDS)


RULE = Rule(
    code="L202",
    slug="job-search",
    level=Severity.INFO,
    message="This is true and may stay; it can still be heard as asking for a job.",
    reason="People who expect to be asked for a job answer less often.",
    sources=("S49: Dalton", "S13: Lawrence"),
    check=_check,
    dispute="S47 says openly that a search is on.",
    must_flag=(
        "Hi Dana, as I begin my job search, I would like to hear how you chose.",
        "Hi Dana, I was laid off in May and I am taking stock.",
        "Hi Dana, I am looking for a new role and would value your view.",
    ),
    must_pass=(
        "Hi Dana, I would like to hear how you chose your field.",
        "Hi Dana, I am not looking for a job.",
        "Hi Dana, what does your role look like on a usual day?",
    ),
)
