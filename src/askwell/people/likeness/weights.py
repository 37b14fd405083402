"""How much each agreement and each contradiction says, in bits.

A sum of log-likelihood ratios after Fellegi and Sunter (1969): an agreement counts for as much as
it is rare in this very notebook (Newcombe 1959), so that two of a rare name need less beside it than
two of a common one. The start is how unlikely two entries taken by chance are the same.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log2

from askwell.people.likeness.cards import Card
from askwell.people.likeness.names import Name, overlap, pet_names, spelt_out

THRESHOLD = 3.75
"""Bits above even odds from which a pair is worth a look."""
_STRANGERS = 1000
"""People outside the notebook that a frequency is smoothed with; makes a small notebook careful."""
_TWICE = 0.1
"""How many second entries one entry has, about."""
FREE_WORDS = (
    "gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com icloud.com me.com "
    "aol.com gmx.de gmx.net web.de mail.ru yandex.ru qq.com 163.com proton.me protonmail.com"
)
FREE = frozenset(FREE_WORDS.split())
"""Where anybody has an e-mail address: says nothing about an employer."""
_SHARED_WORDS = (
    "info office contact hello mail admin team sales support kontakt buero contacto contato "
    "hr jobs press service help enquiries"
)
_SHARED = frozenset(_SHARED_WORDS.split())

Reason = tuple[str, float]
"""A code (see `reasons`) and its bits."""


@dataclass
class Notebook:
    """How often everything occurs here."""

    people: int
    whole: Counter[Name] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    family: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    organizations: Counter[Hashable] = field(default_factory=Counter)
    schools: Counter[Hashable] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    profiles: int = 0

    @classmethod
    def of(cls, cards: Sequence[Card], people: int = 0) -> "Notebook":
        """Count everything once."""
        book = cls(max(people, len(cards)))
        for card in cards:
            given, family = card.readings[0]
            book.whole[card.readings[0]] += 1
            book.given[given] += 1
            book.family[family] += 1
            book.letters[given[:1]] += 1
            book.keys.update((*card.emails, *card.phones, *card.links, *card.cards))
            book.keys.update(card.addresses)
            book.organizations.update(card.organizations)
            book.schools.update(card.schools)
            book.titles.update(card.titles)
            book.places[card.place] += 1
            book.profiles += bool(card.links)
        return book

    @cached_property
    def start(self) -> float:
        """Bits before anything is known."""
        return log2(_TWICE * 2 / (self.people + _STRANGERS))

    @cached_property
    def shared_by_family(self) -> dict[str, tuple[int, float]]:
        """Family name → pairs that share the given name, too: how many, and how many by chance."""
        return self._shared(1, self.family, 0, self.given)

    @cached_property
    def shared_by_given(self) -> dict[str, tuple[int, float]]:
        """The same for given names."""
        return self._shared(0, self.given, 1, self.family)

    def _shared(
        self, of: int, counts: Counter[str], by: int, others: Counter[str]
    ) -> dict[str, tuple[int, float]]:
        seen: dict[str, tuple[int, float]] = {}
        for name, count in self.whole.items():
            pairs, chance = seen.get(name[of], (0, 0.0))
            among = counts[name[of]] - 1
            if among:
                chance += count * among * others[name[by]] / self.people / 2
                seen[name[of]] = (pairs + count * (count - 1) // 2, chance)
        return seen

    @cached_property
    def lone_profile(self) -> float:
        """What it says that one of two has a profile and the other none.

        Where nearly everybody has one, or nearly nobody, the odd one comes from another source, and
        second entries come from another source more often than not.
        """
        odd = 2 * self.profiles * (self.people - self.profiles) / max(1, self.people) ** 2
        return max(-0.5, min(3.0, log2(0.5 / (odd + 0.03))))

    def bits(self, count: int) -> float:
        """What an agreement says that `count` people here would share."""
        return -log2((count + 0.5) / (self.people + _STRANGERS))


# --- names ---


class Names:
    """Compares names within one notebook; `near` are its spellings one slip apart."""

    def __init__(self, book: Notebook, near: dict[str, list[str]]) -> None:
        self.book = book
        self.near = {word: frozenset(others) for word, others in near.items()}

    def compare(self, one: Name, other: Name) -> Reason:
        """The agreement of two names: what kind it is, and its bits."""
        code, bits = self._whole(one, other)
        if one[0] == other[1] or one[1] == other[0]:
            swapped = self._swapped(one, other)
            if swapped > bits:
                code, bits = "name-swapped", swapped
        if bits > 0:
            bits -= max(self.kinship(one, other), self.kinship(other, one))
        return code, bits

    def _swapped(self, one: Name, other: Name) -> float:
        """Agreement of given with family name: how often the word is either counts."""
        bits = -2.0
        for mine, theirs in ((one[0], other[1]), (one[1], other[0])):
            if mine == theirs:
                bits += self.book.bits(self.book.given[mine] + self.book.family[mine]) - 0.5
            elif theirs in self.near.get(mine, ()):
                bits += 3.0
            else:
                bits -= 12.0
        return bits

    def _whole(self, one: Name, other: Name) -> Reason:
        book = self.book
        code, bits = self._part(book.given, one[0], other[0], given=True)
        second, more = self._part(book.family, one[1], other[1], given=False)
        if bits < 0 or more < 0:
            return ("name-differs" if _OTHER[0] in (code, second) else "name-near", bits + more)
        return (max(code, second, key=_ODDITY.index), bits + more)

    def kinship(self, one: Name, other: Name) -> float:
        """Bits that a given and a family name say less together than apart.

        Helena and Nilsson are rare in a notebook of many countries, but not Helena among the
        Nilssons: counted is how often people of this family (given) name share the other one,
        against how often they would by chance. The pair itself is left out.
        """
        own = 1 if one == other else 0
        seen, chance = self.book.shared_by_family.get(one[1], (0, 0.0))
        also, as_well = self.book.shared_by_given.get(one[0], (0, 0.0))
        inflation = (max(0, seen + also - 2 * own) + 0.3) / (chance + as_well + 0.3)
        return max(0.0, min(6.0, log2(inflation)))

    def _part(self, counts: Counter[str], one: str, other: str, *, given: bool) -> Reason:
        book = self.book
        if one == other:
            return ("name", book.bits(counts[one]) - 0.5 if one else 0.0)
        if not one or not other:
            return ("name-short", -0.5)
        if _is_initial(one) or _is_initial(other):
            return self._initial(one, other)
        rarer, usual = sorted((counts[one], counts[other]))
        if given and other in pet_names(one):
            return ("name-pet", min(book.bits(usual) - 1.5, book.bits(rarer) - 3.5))
        if other in self.near.get(one, ()):
            slip = 6 if spelt_out(one) and spelt_out(other) else 3
            return ("name-near", max(0.5, min(book.bits(usual) - 0.5, book.bits(rarer) - slip)))
        return self._far(one, other, usual)

    def _initial(self, one: str, other: str) -> Reason:
        if one[0] != other[0]:
            return _OTHER
        return ("name-initial", self.book.bits(self.book.letters[one[0]]) - 1)

    def _far(self, one: str, other: str, usual: int) -> Reason:
        """Two words more than a slip apart: one begins the other, or most letters meet."""
        if one.startswith(other) or other.startswith(one):
            return ("name-short", self.book.bits(usual) - 3.5)
        return ("name-near", 1.0) if overlap(one, other) >= 0.6 else _OTHER


def _is_initial(word: str) -> bool:
    """One Latin letter; one Chinese sign is a whole name."""
    return len(word) == 1 and word.isascii()


_OTHER: Reason = ("name-differs", -12.0)
"""Another name altogether: only what belongs to one person alone outweighs it, as after a wedding."""


_ODDITY = (
    "name",
    "name-short",
    "name-pet",
    "name-initial",
    "name-near",
    "name-swapped",
    "name-differs",
)

# --- everything else ---


def weigh(book: Notebook, one: Card, other: Card, name: Reason) -> list[Reason]:
    """Every reason for and against two entries being one, the name first."""
    found = [name]
    for code, mine, theirs, same, differ in (
        ("email", one.emails, other.emails, 13.0, -1.0),
        ("phone", one.phones, other.phones, 11.0, -1.0),
        ("profile", one.links, other.links, 14.0, -1.3),
        ("card", one.cards, other.cards, 12.0, 0.0),
        ("address", one.addresses, other.addresses, 8.0, 0.0),
    ):
        if mine and theirs:
            found.append((code, _keys(book, mine, theirs, same, differ)))
        elif (mine or theirs) and code == "profile":
            found.append(("source", book.lone_profile))
    moved = _shared(found, book, "organization", book.organizations, one, other)
    _shared(found, book, "school", book.schools, one, other)
    if one.titles and other.titles:
        both = one.titles & other.titles
        bits = max((book.bits(book.titles[t]) for t in both), default=-0.4 if moved else -1.2)
        found.append(("title", bits))
    if one.place and other.place:
        same_place = one.place == other.place
        found.append(("place", book.bits(book.places[one.place]) if same_place else -2.0))
    if one.birthday and other.birthday:
        found.append(("birthday", _birthdays(one.birthday, other.birthday)))
    if one.connected and one.connected == other.connected:
        found.append(("connected", 5.0))
    return found


def _keys(
    book: Notebook, mine: tuple[str, ...], theirs: tuple[str, ...], same: float, differ: float
) -> float:
    both = [key for key in mine if key in theirs]
    if not both:
        return differ
    return max(
        same - 2 * log2(max(2, book.keys[key]) / 2) - (7 if _office(key) else 0) for key in both
    )


def _office(key: str) -> bool:
    local, at, _domain = key.partition("@")
    return bool(at) and local in _SHARED


def _shared(
    found: list[Reason],
    book: Notebook,
    code: str,
    counts: Counter[Hashable],
    one: Card,
    other: Card,
) -> bool:
    """Add what organizations (or schools) say; True if both have some, and none in common."""
    mine, theirs = getattr(one, f"{code}s"), getattr(other, f"{code}s")
    if not mine or not theirs:
        return False
    both = mine & theirs
    found.append((code, max((book.bits(counts[key]) for key in both), default=-1.5)))
    return not both


def _birthdays(one: str, other: str) -> float:
    if one == other:
        return 13.0 if len(one) >= 10 else 6.0
    if one.startswith(other) or other.startswith(one):
        return 4.0
    digits = sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))
    return 6.0 if digits <= 1 or sorted(one) == sorted(other) else -6.0


def total(book: Notebook, reasons: Iterable[Reason]) -> float:
    """Bits for the two being one. A name alone is never enough, and says so with the least there is."""
    reasons = list(reasons)
    if not any(bits >= 2 and code != "source" for code, bits in reasons[1:]):
        return -99.0
    return book.start + sum(bits for _code, bits in reasons)
