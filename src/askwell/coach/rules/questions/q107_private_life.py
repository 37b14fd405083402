"""Q107: age, family, origin, religion, health, politics, money, private social media."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.finding import Fix, Hit, Severity
from askwell.coach.rule import Numbers, Rule
from askwell.coach.text.items import Question
from askwell.coach.text.offlimits import BORDERLINE, PERSONAL
from askwell.coach.text.rewrites import instead_of_private

_SOFT = "This is close to private life; let them bring it up if they like."


def _check(item: Question, numbers: Numbers) -> Iterator[Hit]:
    found = item.offlimits
    if not found or found.kind != PERSONAL:
        return
    words = instead_of_private(item.lowered)
    fix = Fix(*item.first, words, safe=False)
    if found.strength == BORDERLINE:
        yield Hit(found.start, found.end, words, fix, Severity.INFO, _SOFT)
    else:
        yield Hit(found.start, found.end, words, fix)


RULE = Rule(
    code="Q107",
    slug="private-life",
    level=Severity.ERROR,
    message="Better not here: this is about private life.",
    reason="Age, family, origin, faith, health and money are theirs to mention, not ours to ask.",
    sources=("S60: Saylor, Human Resource Management", "S40: Udacity"),
    traits=frozenset({"personal"}),
    check=_check,
    false_alarms="Working with children, family businesses and policies for families are not flagged.",
    must_flag=(
        "Are you married?",
        "Are you planning on having children?",
        "Do you want to share, how old is your kid?",
    ),
    must_pass=(
        "Are you family friendly?",
        "Do you enjoy working with children?",
        "How do you balance work and family?",
    ),
)
