"""What the small linear model weighs in a question: words, their classes, how it is built.

The classes stand in `word_classes.txt`. Those that begin with `x-` speak of what is delicate – family,
health, money, a job – and are joined with who it is about: "your" son is one thing, a school's children another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import combinations, pairwise
from pkgutil import get_data

from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.tokens import word_set

Span = tuple[int, int]
_PACKAGE = "askwell.coach.text"
_STEM, _BESIDE = 7, 5
_DELICATE = "x-"
_AUXILIARIES = word_set(
    "do does did is are was were am can could would will should shall may might must have has had"
)
_QUESTION_WORDS = word_set("what how why which who whom whose when where")
_PEOPLE = word_set("you your i me my there they")
_FILLERS = word_set("so and well okay um also but now then")
_WORDS = LowerPattern(r"[a-zé]+(?:'[a-z]+)?")
_SUBJECTS = {
    word: kind
    for kind, words in {
        "YOURS": "your you're",
        "NEW": "someone somebody anyone one student students graduates graduate beginner newcomer",
        "FIELD": "field industry profession occupation sector discipline trade",
        "TEAM": "team colleagues boss manager management supervisor people employees staff leadership",
        "ORG": "company companies firm organization organisation organizations employer business "
        "startup agency institution hospital department division bank corporation foundation "
        "nonprofit charity office studio brand group ministry school practice clinic shop",
    }.items()
    for word in words.split()
} | {word: word for word in word_set("you i we me my they it that this there he she")}


def features(plain: str, asked: Span) -> set[str]:
    """What the model weighs in the question at *asked* and, apart, in what stands around it.

    *plain* is in lower case. Names beginning with `%` are classes of words: what speaks for words not
    seen in training.
    """
    question = plain[slice(*asked)]
    around = plain[: asked[0]] + " " + plain[asked[1] :]
    whole = _WORDS.compiled.findall(question)
    stems = [word[:_STEM] for word in whole]
    found = set(stems)
    found.update([f"{left} {right}" for left, right in pairwise(("^", *stems, "$"))])
    found.update(_frame(whole))
    found.update(_classes_in(whole))
    found.update(["p " + word[:_STEM] for word in _WORDS.compiled.findall(around)])
    return found


def _frame(words: list[str]) -> list[str]:
    """How the question is built: its first words, and who is asked to be or do what, and when."""
    start = next((n for n, word in enumerate(words[:6]) if word not in _FILLERS), 0)
    built = [f"^{count} {' '.join(words[start : start + count])}" for count in (1, 2, 3)]
    if _AUXILIARIES.isdisjoint(words[:-1]):
        return built
    place = next(n for n, word in enumerate(words) if word in _AUXILIARIES)
    verb = words[place]
    before = words[max(0, place - 6) : place]
    asking = next((word for word in before if word in _QUESTION_WORDS), "-")
    subject = next(
        (_SUBJECTS[word] for word in words[place + 1 : place + 5] if word in _SUBJECTS), "N"
    )
    built += [f"f {asking} {verb} {subject}", f"g {verb} {subject}"]
    if subject in ("you", "i", "we", "they"):
        built += [f"v {verb} {subject} {doing[:6]}" for doing in words[place + 2 : place + 4]]
    return built


def _classes_in(words: list[str]) -> Iterable[str]:
    found: list[str] = []
    delicate: set[str] = set()
    before = "^"
    for word in words:
        for name in _classes(word):
            found.append(f"%{name}2" if f"%{name}" in found else f"%{name}")
            if name[:2] == _DELICATE:
                delicate.add(name)
                found.append(f"%{before[:_BESIDE]}>{name}")
        before = word
    return [*found, *_joined(delicate, words)] if delicate else found


def _joined(delicate: set[str], words: list[str]) -> Iterator[str]:
    """Delicate classes with one another, with who is spoken of, and with the word after them."""
    people = _PEOPLE.intersection(words)
    names = sorted(delicate)
    for name in names:
        for person in people:
            yield f"%{name}&{person}"
    for left, right in combinations(names, 2):
        yield f"%{left}&{right}"
    for word, after in pairwise((*words, "$")):
        for name in _classes(word):
            if name in delicate:
                yield f"%{name}>{after[:_BESIDE]}"


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for line in (get_data(_PACKAGE, "word_classes.txt") or b"").decode().splitlines():
        name, _, words = line.partition(": ")
        for word in words.split():
            classes[word] = (*classes.get(word, ()), name)
    return classes


_ENDINGS = (
    ("'s", ""), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ly", "")
)  # fmt: skip


@lru_cache(4096)
def _classes(word: str) -> tuple[str, ...]:
    """The classes of a word, or of the word without its ending."""
    listed = _listed()
    if word in listed:
        return listed[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            base = word[: -len(ending)] + instead
            if base in listed:
                return listed[base]
    return ()
