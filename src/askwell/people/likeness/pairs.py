"""Which two of a notebook are worth comparing, and what the comparison says.

Not everybody with everybody: two meet if they share an address, or a name up to one slip in each
half, a pet name, an initial, or the order of its halves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from askwell.people.likeness.cards import Card
from askwell.people.likeness.names import Name, near_spellings, pet_names
from askwell.people.likeness.weights import THRESHOLD, Names, Notebook, Reason, total, weigh

CROWD = 40
"""More than this of one name are only compared where they share something else."""
_SWITCHBOARD = 12
"""An address of more people than this says nothing about any two of them."""


_WHOLE_DAY = len("1988-06-15")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one, with the reasons for and against."""

    a: int
    b: int
    bits: float
    reasons: tuple[Reason, ...]


def likely_pairs(cards: Sequence[Card], people: int = 0) -> list[Pair]:
    """Every pair that is worth a look, the likeliest first.

    `people` is how many there are in the whole notebook, if these are only some of them.
    """
    book = Notebook.of(cards, people)
    near = near_spellings({word for card in cards for name in card.readings for word in name})
    names = Names(book, near)
    met: dict[tuple[int, int], Reason] = {}
    for two, reason in _by_name(cards, names, near):
        if two not in met or met[two][1] < reason[1]:
            met[two] = reason
    for two in _by_key(cards):
        if two not in met:
            met[two] = names.compare(cards[two[0]].readings[0], cards[two[1]].readings[0])
    found = []
    for (a, b), name in met.items():
        reasons = weigh(book, cards[a], cards[b], name)
        bits = total(book, reasons)
        if bits >= THRESHOLD:
            found.append(Pair(cards[a].key, cards[b].key, bits, tuple(reasons)))
    return sorted(found, key=lambda pair: (-pair.bits, pair.a, pair.b))


def _by_key(cards: Sequence[Card]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        for key in (*card.emails, *card.phones, *card.links, *card.cards, *card.addresses):
            holders[key].append(at)
        if len(card.birthday) == _WHOLE_DAY:
            holders[card.birthday].append(at)
    for group in holders.values():
        if 1 < len(group) <= _SWITCHBOARD:
            yield from _within(group)


def _within(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(group):
        for other in group[at + 1 :]:
            if one != other:
                yield (one, other) if one < other else (other, one)


def _by_name(
    cards: Sequence[Card], names: Names, near: dict[str, list[str]]
) -> Iterator[tuple[tuple[int, int], Reason]]:
    """Two whole names that are alike, or a whole one and the shorter reading of another."""
    whole: dict[Name, list[int]] = defaultdict(list)
    short: dict[Name, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        whole[card.readings[0]].append(at)
        for reading in card.readings[1:]:
            short[reading].append(at)
    spelt = _Spellings(near)
    families, short_families = _by_family(whole), _by_family(short)
    for name, group in whole.items():
        for other in spelt.alike(name, families):
            if other >= name:
                reason = names.compare(name, other)
                for two in _some(cards, group, whole[other]):
                    yield two, reason
        for other in spelt.alike(name, short_families):
            reason = _shortened(names.compare(name, other), cards[short[other][0]].readings[0])
            for two in _some(cards, group, short[other]):
                yield two, reason


def _by_family(holders: Iterable[Name]) -> dict[str, set[str]]:
    """Family name → the given names of its bearers."""
    found: dict[str, set[str]] = defaultdict(set)
    for given, family in holders:
        found[family].add(given)
    return dict(found)


def _shortened(reason: Reason, whole: Name) -> Reason:
    """Part of a name agrees with the whole of another; a Chinese one is only heard, not shortened."""
    code, bits = reason
    if "".join(whole).isascii():
        return ("name-short" if code == "name" else code, bits - 3)
    return (code, bits - 1)


class _Spellings:
    """Finds the names of a notebook that may be another spelling of one."""

    def __init__(self, near: dict[str, list[str]]) -> None:
        self.near = {word: frozenset((word, *others)) for word, others in near.items()}
        self.forms: dict[str, frozenset[str]] = {}

    def _near(self, word: str) -> frozenset[str]:
        return self.near.get(word) or frozenset((word,))

    def _given(self, word: str) -> frozenset[str]:
        """All forms of a given name: one slip away, pet names, the initial."""
        if word not in self.forms:
            self.forms[word] = self._near(word) | pet_names(word) | {word[:1]}
        return self.forms[word]

    def alike(self, name: Name, families: dict[str, set[str]]) -> Iterator[Name]:
        """The name itself if it is there, and all that differ by one slip in each half, by a pet name,
        an initial, or the order. Sets are intersected family by family, not tried pair by pair."""
        given, family = name
        forms = self._given(given)
        for like in self._near(family):
            if bearers := families.get(like):
                for other in bearers & forms:
                    yield other, like
                if len(given) == 1:
                    yield from ((g, like) for g in bearers if g[:1] == given and g not in forms)
        spelt = self._near(family)
        for like in self._near(given):
            if like != family and (bearers := families.get(like)):
                for other in bearers & spelt:
                    if like not in spelt or other not in forms:
                        yield other, like


def _some(cards: Sequence[Card], one: list[int], other: list[int]) -> Iterator[tuple[int, int]]:
    """Every two of two groups; of a crowd only those who share a place of work or of living."""
    if len(one) * len(other) <= CROWD * CROWD:
        yield from _across(one, other)
        return
    parts: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, group in enumerate((one, other)):
        for at in group:
            for mark in (*cards[at].organizations, cards[at].place):
                if mark:
                    parts[mark][side].append(at)
    for left, right in parts.values():
        if len(left) * len(right) <= CROWD * CROWD:
            yield from _across(left, right)


def _across(one: list[int], other: list[int]) -> Iterator[tuple[int, int]]:
    for a in one:
        for b in other:
            if a < b:
                yield a, b
            elif b < a and one is not other:
                yield b, a
