"""L217: a name or an organization that is in none of the facts given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.names import near_miss
from askwell.coach.text.patterns import ExactPattern
from askwell.coach.text.wordlists import COMMON_CAPITALS

_CAPITAL = ExactPattern(
    r"\b[A-Z][\w'&-]*(?:[ ](?:(?:of|the|de|van|von|der|la)[ ]){0,2}[A-Z][\w'&-]*)*"
)
_FACTS = {
    "facts": {"person.name": "Dana Roe", "person.organization": "Streamside", "me.name": "Sam Lee"}
}


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if not letter.facts:
        return
    known = letter.known_words
    openings = {sentence.start for sentence in letter.sentences}
    first, last = letter.own
    for found in _CAPITAL.finditer(letter.text.plain, first, min(last, first + 30_000)):
        words = [word for word in re.findall(r"[\w'-]+", found.group()) if word[0].isupper()]
        if found.start() in openings or _opens(letter.text.plain, found.start()):
            words = words[1:] if len(words) > 1 else []
        strange = [word for word in words if _strange(word, known)]
        if strange and not any(near_miss(strange[0], name) for name in letter.names):
            start = found.start() + found.group().index(strange[0])
            yield Hit(start, start + len(strange[0]), params={"name": strange[0]})


def _opens(plain: str, offset: int) -> bool:
    """Whether a sentence begins here, after a stage direction or a list mark too."""
    before = plain[max(0, offset - 4) : offset].rstrip(" \t")
    return not before or before[-1] in ".!?():;\n-•*\"'"


def _strange(word: str, known: frozenset[str]) -> bool:
    lowered = word.lower().removesuffix("'s").rstrip("'")
    return len(lowered) > 1 and lowered not in known and lowered not in COMMON_CAPITALS


RULE = Rule(
    code="L217",
    slug="unknown-name",
    level=Severity.WARN,
    message="“{name}” is not in your notes. Is it right?",
    reason="A wrong name or company is the one mistake nobody forgets.",
    sources=("S27: Georgia Law", "S56"),
    check=_check,
    false_alarms="Names that are right but not yet in the notebook are asked about too.",
    must_flag=(
        Example("Hi Dana, I love what Brookfield does.", _FACTS),
        Example("Hi Dana, I met Priya at the fair.", _FACTS),
        Example("Hi Dana, we both know Tomas.", _FACTS),
    ),
    must_pass=(
        Example("Hi Dana, I love what Streamside does.", _FACTS),
        Example("Hi Dana, can we talk on Monday by Zoom? Best, Sam", _FACTS),
        "Hi Dana, I love what Brookfield does.",
    ),
)
