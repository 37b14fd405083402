"""L219: a name written almost as in the facts."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Example, Numbers, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.names import near_miss
from askwell.coach.text.patterns import ExactPattern
from askwell.coach.text.wordlists import COMMON_CAPITALS

_CAPITAL = ExactPattern(r"\b[^\W\d_a-z][\w-]+")
_FACTS = {"facts": {"person.name": "Danielle Müller", "person.organization": "Streamside"}}


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    names = letter.names
    if not names:
        return
    known = letter.known_words
    first, last = letter.own
    for found in _CAPITAL.finditer(letter.text.plain, first, min(last, first + 30_000)):
        word = found.group()
        if word.lower() in known or word.lower() in COMMON_CAPITALS:
            continue
        right = next((name for name in names if word[0] == name[0] and near_miss(word, name)), None)
        if right:
            yield Hit(
                *found.span(),
                right,
                Fix(*found.span(), right),
                params={"word": word, "name": right},
            )


RULE = Rule(
    code="L219",
    slug="name-misspelt",
    level=Severity.WARN,
    message="“{word}”: in your notes this name is “{name}”.",
    reason="People notice their own name first.",
    sources=("S27: Georgia Law", "S56", "S37: Turing"),
    check=_check,
    must_flag=(
        Example("Dear Daniele, I read your piece.", _FACTS),
        Example("Dear Ms. Müler, I read your piece.", _FACTS),
        Example("Dear Danielle, I admire Steamside.", _FACTS),
    ),
    must_pass=(
        Example("Dear Danielle, I read your piece.", _FACTS),
        Example("Dear Ms. Müller, I like what Streamside does.", _FACTS),
        "Dear Daniele, I read your piece.",
    ),
)
