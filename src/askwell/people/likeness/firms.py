"""Which names of organizations and schools may mean the same one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from askwell.people.legal_forms import LEGAL_FORMS
from askwell.people.likeness.names import near_spellings, one_slip
from askwell.people.likeness.scripts import latin

_PLAIN_WORDS = (
    "the of and und et y e de des der die das di del la le les los for fur group gruppe groupe grupo "
    "holding holdings international global worldwide technologies technology solutions services europe "
    "emea uk usa us germany deutschland france ireland india as school college"
)
_PLAIN = LEGAL_FORMS.union(_PLAIN_WORDS.split())
_SCHOOL_WORDS = (
    "university universitat universitaet universite universidad universita uniwersytet universidade "
    "universiteit univ uni universitet"
)
_SCHOOLS = frozenset(_SCHOOL_WORDS.split())
_LETTERS = re.compile(r"[^\W_]+")
_FEW = 25
"""More names than this under one mark say nothing about any two of them."""


@dataclass(frozen=True, slots=True)
class Firm:
    """One organization, as far as its names tell. `names` are all it is known by."""

    key: int
    names: tuple[str, ...]
    site: str = ""
    domains: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Twins:
    """Two organizations that may be one."""

    a: int
    b: int
    bits: float
    codes: tuple[str, ...]


_BITS = {
    "firm-name": 9.0, "firm-site": 7.0, "firm-words": 6.0, "firm-near": 4.0, "firm-domain": 3.5,
    "firm-initials": 3.5,
}  # fmt: skip


def likely_twins(firms: Sequence[Firm]) -> list[Twins]:
    """Every two that may be one, the likeliest first."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for code, marks in (
        ("firm-name", _marked(firms, _squeezed)),
        ("firm-words", _marked(firms, _bag)),
        ("firm-site", [(f.site, f.key) for f in firms if f.site]),
        ("firm-domain", [(d, f.key) for f in firms for d in f.domains]),
    ):
        for pair in _meeting(marks):
            found[pair].add(code)
    for pair in _near(firms):
        found[pair].add("firm-near")
    for pair in _short_for(firms):
        found[pair].add("firm-initials")
    twins = [
        Twins(a, b, sum(_BITS[c] for c in _told(codes)), tuple(_told(codes)))
        for (a, b), codes in found.items()
    ]
    return sorted((t for t in twins if t.bits >= 4), key=lambda t: (-t.bits, t.a, t.b))


def _told(codes: set[str]) -> list[str]:
    """Each reason once: the same name is the same words, too."""
    kept = codes - {"firm-words", "firm-near"} if "firm-name" in codes else codes
    return sorted(kept, key=lambda code: (-_BITS[code], code))


def _meeting(marks: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    holders: dict[str, set[int]] = defaultdict(set)
    for mark, key in marks:
        holders[mark].add(key)
    for keys in holders.values():
        if 1 < len(keys) <= _FEW:
            yield from combinations(sorted(keys), 2)


def _marked(firms: Sequence[Firm], mark: object) -> list[tuple[str, int]]:
    assert callable(mark)  # noqa: S101
    found = [(mark(name), firm.key) for firm in firms for name in firm.names]
    return [(text, key) for text, key in found if text]


def _words(name: str) -> list[str]:
    found = _LETTERS.findall(latin(name).replace(".", "").replace("'", ""))
    return ["university" if word in _SCHOOLS else word for word in found]


def _squeezed(name: str) -> str:
    """All words that tell something, without blanks: "Data Works" is "DataWorks"."""
    return "".join(_telling(name))


def _telling(name: str) -> list[str]:
    words = _words(name)
    return [word for word in words if word not in _PLAIN] or words


def _bag(name: str) -> str:
    """The telling words in any order: "University of Oxford", "Oxford University"."""
    words = sorted(set(_telling(name)))
    return " ".join(words) if len(words) > 1 else ""


def _short_for(firms: Sequence[Firm]) -> Iterator[tuple[int, int]]:
    """Abbreviations of three letters or more, and what they may stand for."""
    short: dict[str, set[int]] = defaultdict(set)
    long: dict[str, set[int]] = defaultdict(set)
    for firm in firms:
        for name in firm.names:
            words = _words(name)
            if len(words) == 1 and 3 <= len(words[0]) <= 6 and name.strip(". ").isupper():
                short[words[0]].add(firm.key)
            elif len(words) > 2:
                telling = [word for word in words if word not in {"of", "the", "and", "for", "de"}]
                long["".join(word[0] for word in telling)].add(firm.key)
    for letters, keys in short.items():
        for one in keys:
            for other in sorted(long.get(letters, set()) - {one})[:_FEW]:
                yield (one, other) if one < other else (other, one)


def _near(firms: Sequence[Firm]) -> Iterator[tuple[int, int]]:
    """Names with a slip in a long word; in a short one it may well be another name."""
    holders: dict[str, set[int]] = defaultdict(set)
    for firm in firms:
        for name in firm.names:
            if not any(map(str.isdigit, text := _squeezed(name))):
                holders[text].add(firm.key)
    words: dict[str, set[str]] = defaultdict(set)
    for firm in firms:
        for name in firm.names:
            for word in _telling(name):
                if len(word) > _LONG:
                    words[word].add(_squeezed(name))
    for one, others in near_spellings(words).items():
        for other in others:
            if one < other and one[0] == other[0] and one_slip(one, other):
                yield from _replaced(holders, words, one, other)


def _replaced(
    holders: dict[str, set[int]], words: dict[str, set[str]], one: str, other: str
) -> Iterator[tuple[int, int]]:
    """Names that are the same but for this word."""
    for text in words[one]:
        for mine in holders.get(text, ()):
            for theirs in holders.get(text.replace(one, other), ()):
                if mine != theirs:
                    yield (mine, theirs) if mine < theirs else (theirs, mine)


_LONG = 7
