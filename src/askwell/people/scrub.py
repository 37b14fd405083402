"""Taking a person's name, addresses and links out of words that were written about others."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model

from askwell.people.models import ContactPoint, Person

NAMELESS = "…"
SHORTEST = 3


def pattern_of(person: Person) -> re.Pattern[str] | None:
    """Finds what only this person is called: full name, addresses, links. Longest first."""
    values = ContactPoint.objects.filter(person=person).values_list("value", flat=True)
    return pattern_for({person.name, *values})


def pattern_for(words: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of these words; None when there is none to look for."""
    found = sorted((word for word in words if len(word) >= SHORTEST), key=len, reverse=True)
    return re.compile("|".join(map(_whole, found)), re.IGNORECASE) if found else None


def _whole(word: str) -> str:
    """The word as a word of its own ("Ana" is not in "anatomy"), where its script has such."""
    dense = any(char >= "\u2e80" for char in word)
    return re.escape(word) if dense else rf"(?<!\w){re.escape(word)}(?!\w)"


Row = TypeVar("Row", bound=Model)


def scrub(rows: Iterable[Row], pattern: re.Pattern[str], columns: Iterable[str]) -> list[Row]:
    """Put dots in place of the words in these columns (text or JSON); returns the rows changed."""
    names = tuple(columns)
    found = []
    for row in rows:
        changed = []
        for name in names:
            old = getattr(row, name)
            new = without(old, pattern)
            if new != old:
                setattr(row, name, new)
                changed.append(name)
        if changed:
            row.save(update_fields=changed)
            found.append(row)
    return found


def without(value: Any, pattern: re.Pattern[str]) -> Any:
    """The value with dots in place of every match, inside lists and dictionaries, too."""
    if isinstance(value, str):
        return pattern.sub(NAMELESS, value)
    if isinstance(value, list):
        return [without(entry, pattern) for entry in value]
    if isinstance(value, dict):
        return {key: without(entry, pattern) for key, entry in value.items()}
    return value
