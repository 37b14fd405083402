"""Which two of a notebook are worth comparing, and what the comparison says.

Not everybody with everybody: two meet if they share an address, or a name up to one slip in each
half, a pet name, an initial, or the order of its halves.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
    initials: dict[Name, list[str]] = defaultdict(list)
    for given, family in whole:
        initials[given[:1], family].append(given)
    for name, group in whole.items():
        for other in _alike(name, whole, initials, near):
            if other >= name:
                reason = names.compare(name, other)
                for two in _some(cards, group, whole[other]):
                    yield two, reason
        for other in _alike(name, short, {}, near):
            reason = _shortened(names.compare(name, other), cards[short[other][0]].readings[0])
            for two in _some(cards, group, short[other]):
                yield two, reason


def _shortened(reason: Reason, whole: Name) -> Reason:
    """Part of a name agrees with the whole of another; a Chinese one is only heard, not shortened."""
    code, bits = reason
    if "".join(whole).isascii():
        return ("name-short" if code == "name" else code, bits - 3)
    return (code, bits - 1)


def _alike(
    name: Name,
    holders: dict[Name, list[int]],
    initials: dict[Name, list[str]],
    near: dict[str, list[str]],
) -> set[Name]:
    """The names of this notebook that may be another spelling of this one (and itself)."""
    given, family = name
    givens = (given, *near.get(given, ()), *pet_names(given))
    families = (family, *near.get(family, ()))
    found = {(g, f) for f in families for g in givens if (g, f) in holders}
    found |= {(f, g) for f in families for g in (given, *near.get(given, ())) if (f, g) in holders}
    if len(given) == 1:
        found |= {(g, f) for f in families for g in initials.get((given, f), ())}
    else:
        found |= {(given[:1], f) for f in families if (given[:1], f) in holders}
    return found


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
