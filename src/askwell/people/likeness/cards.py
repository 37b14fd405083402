"""What is compared of one person: plain values, read once, never written."""

from collections.abc import Hashable
from dataclasses import dataclass

from askwell.people.likeness.names import Name


@dataclass(slots=True, eq=False)
class Card:
    """One person as far as it helps to recognise them. Every value is normalised."""

    key: int
    readings: tuple[Name, ...]
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    """UIDs that address books gave them."""
    addresses: tuple[str, ...] = ()
    organizations: frozenset[Hashable] = frozenset()
    schools: frozenset[Hashable] = frozenset()
    titles: frozenset[str] = frozenset()
    place: str = ""
    birthday: str = ""
    connected: Hashable = None
