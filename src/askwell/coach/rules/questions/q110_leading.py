"""Q110: a question that carries its answer."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Pattern, Rule
from askwell.coach.text.items import Question

_LEADING = Pattern(
    r"\A(?:so |and |but |well |surely )*(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|wouldn't|won't|shouldn't|haven't|hasn't) (?:you|it|this|that|they|we|the|there|your|most|people)\b(?! (?:like|enjoy) (?:least|about))",
    r"\bwouldn't you (?:say|agree)\b|\byou(?:'d| would)? agree\b|\bdon't you (?:think|agree|feel|find)\b|\bi assume (?:you|that)\b|\byou must (?:love|hate|like|be)\b|\bisn't it true\b",
    r",\s*(?:right|correct|no|yes|true|isn't it|aren't you|don't you|doesn't it|wasn't it|didn't you|won't it|wouldn't you|isn't that (?:right|so)|am i right)\s*\?\s*\Z",
)


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    start, end = item.first
    found = _LEADING.search(item.text.plain[start:end])
    if found and not item.offlimits:
        words = "Leave your own view out: “What do you think about …?”"
        yield Hit(start + found.start(), start + found.end(), words)


RULE = Rule(
    code="Q110",
    slug="leading",
    level=Severity.WARN,
    message="This already holds an answer; people tend to agree with it.",
    reason="A neutral question brings what they think, not what they believe you would like to hear.",
    sources=("S59: Saylor, Sociological Inquiry", "S60: Saylor", "reefpoints"),
    check=_check,
    false_alarms="In speech “right?” is mostly a habit; transcripts do not count it.",
    must_flag=(
        "You like this in green, right?",
        "Don't you think the field is overcrowded?",
        "It's a lot of writing, isn't it?",
    ),
    must_pass=(
        "What do you think about the crowded field?",
        "What didn't you expect when you started?",
        "Why don't more people know about this work?",
    ),
)
