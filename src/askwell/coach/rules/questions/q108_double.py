"""Q108: two questions in one."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.rewrites import split


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    if not item.double:
        return
    raw = item.text.raw
    start, end = item.asking[0][0], item.asking[-1][1]
    parts = [raw[slice(*span)] for span in item.asking]
    if len(parts) == 1:
        parts = split(parts[0])
    if len(parts) < 2:
        yield Hit(start, end, "Ask one, and keep the other for when it is answered.")
        return
    words = "\n".join(parts)
    safe = start == 0 and end == len(raw)
    yield Hit(start, end, words, Fix(start, end, words, safe))


RULE = Rule(
    code="Q108",
    slug="two-in-one",
    level=Severity.WARN,
    message="These are two questions; asked one after the other, both get an answer.",
    reason="People answer the last part of a double question, or the easier one.",
    sources=("S59: Saylor, Sociological Inquiry", "S60: Saylor"),
    traits=frozenset({"double"}),
    check=_check,
    false_alarms="Synonyms, rephrasings, why-tags and shorter horizons (“in one year? five?”) are one question.",
    must_flag=(
        "What do you like and dislike about the job?",
        "Are you family friendly? Do you offer flexible hours?",
        "What do you do, and how did you get there?",
    ),
    must_pass=(
        "What skills, abilities and attributes does it take?",
        "What was your path; what steps did you take?",
        "Where do you see yourself in one year? Five years?",
        "What do you enjoy most? Why?",
    ),
)
