"""How a name is read for comparing: letters made plain, pet names known, near spellings found."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from askwell.people.likeness.scripts import latin, spoken

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"['’ʼ`´]")
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")
_DOUBLE = ("欧阳", "司徒", "上官", "诸葛", "歐陽", "諸葛")
_TITLES_WORDS = (
    "dr prof professor mr mrs ms miss mx sir dame rev ing dipl mag phd md mba jr sr ii iii iv "
    "esq cpa"
)
_TITLES = frozenset(_TITLES_WORDS.split())
_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("tch", "c"), ("ch", "c"), ("cz", "c"), ("ck", "k"), ("ph", "f"),
    ("kh", "h"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("zh", "j"), ("ts", "c"), ("tz", "c"),
    ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
)  # fmt: skip

_PARTICLES_WORDS = (
    "al ap da das de del della den der di do dos du e el la le les los mac mc o of san st ten "
    "ter van vande vander von vom y zu zum zur bin bint ibn ben abu"
)
_PARTICLES = frozenset(_PARTICLES_WORDS.split())

Name = tuple[str, str]
"""Given and family name, folded and squeezed."""


@lru_cache(maxsize=60_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded, in Latin letters, without titles."""
    if text.isascii() and text.isalpha():
        return (text.lower(),)
    found = _WORD.findall(_JOINED.sub("", latin(text)))
    kept = [word for word in found if word not in _TITLES]
    return tuple(kept or found)


def readings(name: str, given: str, family: str) -> tuple[Name, ...]:
    """The ways to read one name as (given, family); the first is the whole of it.

    Middle names and second family names may be missing elsewhere, so shorter readings follow; a
    Chinese name is itself first, and then how it sounds.
    """
    if not family:
        given, family = _parted(name or given)
    first, last = words(given), words(family)
    whole = ("".join(first), "".join(last))
    found = [whole]
    if not whole[0].isascii() or not whole[1].isascii():
        found.append((spoken(whole[0]), spoken(whole[1])))
    if len(first) > 1 or len(last) > 1:
        families = [word for word in last if word not in _PARTICLES] or [whole[1]]
        found += [(g, f) for g in first[:1] or ("",) for f in {families[0], families[-1]}]
    return tuple(dict.fromkeys(found))


def _parted(name: str) -> tuple[str, str]:
    if _HAN.fullmatch(name):
        cut = 2 if len(name) > 2 and name[:2] in _DOUBLE else 1
        return name[cut:], name[:cut]
    if _HANGUL.fullmatch(name):
        return name[1:], name[:1]
    if "," in name:
        family, _comma, given = name.partition(",")
        if given.strip() and words(given)[:1] and words(given)[0] not in _TITLES:
            return given, family
    found = words(name)
    return (" ".join(found[:-1]), found[-1]) if len(found) > 1 else (name, "")


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    text = files(__package__).joinpath("nicknames.txt").read_text("utf-8")
    for number, line in enumerate(text.splitlines()):
        for word in line.split():
            groups["".join(words(word))].add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def _members() -> dict[int, list[str]]:
    members: dict[int, list[str]] = defaultdict(list)
    for word, numbers in _groups().items():
        for number in numbers:
            members[number].append(word)
    return members


def pet_names(word: str) -> set[str]:
    """Other forms of a given name: Robert, Bob, Roberto."""
    return {other for number in _groups().get(word, ()) for other in _members()[number]} - {word}


@lru_cache(maxsize=60_000)
def sound(word: str) -> str:
    """A rough sound: what one hears alike in several languages. Vowels count only at the start."""
    for spelt, heard in _SOUNDS:
        word = word.replace(spelt, heard)
    rest = "".join(c for c in word[1:] if c not in "aeiouyh'")
    squeezed = "".join(c for c, before in zip(rest, word[:1] + rest, strict=False) if c != before)
    return word[:1] + squeezed


def one_slip(one: str, other: str) -> bool:
    """Do two words differ by one letter left out, put in, changed, or changed places?"""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    tail = one[start + 1 :] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return tail or (swapped and one[start + 2 :] == other[start + 2 :])


def near_spellings(vocabulary: Iterable[str]) -> dict[str, list[str]]:
    """For each word the others one slip away, or that sound alike, within the vocabulary.

    Words with one letter left out meet in the same place, so no word is compared with all others.
    """
    places: dict[str, list[str]] = defaultdict(list)
    sounds: dict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        if not word or word.isdigit():
            continue
        places[word].append(word)
        for at in range(len(word) if len(word) > 1 else 0):
            if at == 0 or word[at] != word[at - 1]:
                places[word[:at] + word[at + 1 :]].append(word)
        if len(word) > 2:
            sounds[sound(word)].append(word)
    near: dict[str, set[str]] = defaultdict(set)
    for met in places.values():
        if 1 < len(met) <= 60:
            _pair_up(near, met, slips=True)
    for met in sounds.values():
        if 1 < len(met) <= 30:
            _pair_up(near, met, slips=False)
    return {word: sorted(others) for word, others in near.items()}


def _pair_up(near: dict[str, set[str]], met: list[str], *, slips: bool) -> None:
    for at, one in enumerate(met):
        for other in met[at + 1 :]:
            if one != other and (_slipped(one, other) if slips else _heard(one, other)):
                near[one].add(other)
                near[other].add(one)


def _slipped(one: str, other: str) -> bool:
    """One slip apart; of short words, only a letter written twice."""
    if len(one) + len(other) > 6 or not (one + other).isascii():
        return one_slip(one, other) and (len(one) + len(other) > 3 or _doubled(one, other))
    return _doubled(one, other)


def _doubled(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and long == short + short[-1]


def _heard(one: str, other: str) -> bool:
    """Two words of one sound: long enough to tell, or one of them written without vowels."""
    if len(sound(one)) > 2:
        return abs(len(one) - len(other)) < 3
    return not (spelt_out(one) and spelt_out(other)) and abs(len(one) - len(other)) < 5


def spelt_out(word: str) -> bool:
    """Is it written with its vowels? In Arabic and Hebrew it mostly is not."""
    return sum(c in "aeiouy" for c in word) * 4 > len(word)


def overlap(one: str, other: str) -> float:
    """How much two words have in common: pairs of neighbouring letters (Dice)."""
    mine = {one[i : i + 2] for i in range(len(one) - 1)}
    theirs = {other[i : i + 2] for i in range(len(other) - 1)}
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))
