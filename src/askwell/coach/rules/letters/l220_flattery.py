"""L220: praise that could be said of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Hit, Severity
from askwell.coach.rule import Numbers, Pattern, Rule
from askwell.coach.text.letters import Letter
from askwell.coach.text.wordlists import words

_PRAISE = Pattern(
    r"\b(?:your|such an?|an?|so|truly|really|incredibly|very) (?:\w+ ){0,2}?(?:amazing|impressive|incredible|outstanding|remarkable|extraordinary|fantastic|awesome|phenomenal|stellar|inspiring|illustrious|esteemed|prestigious|exceptional)\b",
    r"\bi(?:'m| am| was)? (?:\w+ )?(?:in awe of|blown away by|a huge fan of|so impressed (?:by|with)|truly inspired by|greatly admire|really admire)\b",
    r"\bi(?:'ve| have)? (?:long |always |really )?admired? (?:you|your (?:work|career|profile))\b",
)


def _check(letter: Letter, numbers: Numbers) -> Iterator[Hit]:
    if letter.has("personal") or letter.has("specific"):
        return
    found = _PRAISE.search(letter.text.plain, letter.own[0])
    if found:
        yield Hit(*found.span(), "Say what exactly: the piece, the project, the step they took.")


RULE = Rule(
    code="L220",
    slug="flattery",
    level=Severity.WARN,
    message="Praise is kind; a fact says it better.",
    reason="“Impressive” can be copied to anybody, one thing they did cannot.",
    sources=("S34: Saylor", "S39: BrightCrowd", "S41"),
    check=_check,
    triggers=words(
        "amazing impressive incredible outstanding remarkable extraordinary fantastic awesome phenomenal stellar inspiring illustrious esteemed prestigious exceptional awe blown fan impressed inspired admire admired"
    ),
    must_flag=(
        "Hi Dana, you have such an impressive career! Could we talk?",
        "Hi Dana, I am in awe of you. May I ask two questions?",
        "Dear Dana, your amazing profile made me write.",
    ),
    must_pass=(
        "Hi Dana, your talk on river law was impressive.",
        "Hi Dana, I read your impressive article on dams.",
        "Hi Dana, could we talk about maps?",
    ),
)
