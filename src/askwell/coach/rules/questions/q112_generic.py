"""Q112: an opener so general that the answer is a speech."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Pattern, Rule
from askwell.coach.text.items import Question

_GENERIC: tuple[tuple[Pattern, str], ...] = (
    (
        Pattern(r"\A(?:so,? |and )?what do you (?:actually )?do(?: for (?:work|a living))?\W*\Z"),
        "What did you work on yesterday?",
    ),
    (
        Pattern(
            r"\A(?:so,? |can you |could you |please )*tell me (?:a (?:bit|little) )?about (?:yourself|your (?:job|work|career|company))\W*\Z"
        ),
        "What moment on the way here mattered most?",
    ),
    (Pattern(r"\Awhat(?:'s| is) (?:your job|it) like\W*\Z"), "What was last week like at work?"),
)


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    start, end = item.first
    for pattern, words in _GENERIC:
        if pattern.match(item.lowered):
            yield Hit(start, end, words, Fix(start, end, words, safe=False))


RULE = Rule(
    code="Q112",
    slug="generic",
    level=Severity.INFO,
    message="A good opener; something more specific would be easier to answer.",
    reason="A small, concrete question shows interest and starts a story.",
    sources=("S41: freeCodeCamp", "S39: BrightCrowd"),
    check=_check,
    dispute="X12: “Tell me about yourself” is standard in job interviews; the career path opens nearly every list.",
    false_alarms="As the very first words of a talk it does no harm.",
    must_flag=("What do you do?", "Tell me about yourself.", "So, what do you do for a living?"),
    must_pass=(
        "What do you do when a client says no?",
        "Tell me about the project you are proud of.",
        "What did you work on yesterday?",
    ),
)
