"""What a question is about: twelve topics, with a tie order in which the first that fits wins.

A small linear model (`topic_weights.json`, trained by `bench/coach_topics.py`) weighs the words of
the question, the classes they belong to (`topic_words.txt`), how the question is built, and the
patterns of `topic_signs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt
from pkgutil import get_data

from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.tokens import Text, word_set
from askwell.coach.text.topic_signs import TOPICS, signs

__all__ = ["LETTERS", "LOWEST", "TOPICS", "features", "topic"]

Span = tuple[int, int]
_PACKAGE = "askwell.coach.text"
_STEM = 7
_AUXILIARIES = word_set(
    "do does did is are was were am can could would will should shall may might must have has had"
)
_QUESTION_WORDS = word_set("what how why which who whom whose when where")
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


def features(plain: str, asked: Span, marks: Iterable[str] = ()) -> set[str]:
    """What the model weighs in the question at *asked* and, apart, in what stands around it.

    *plain* is in lower case. Names beginning with `@`, `%` or `#` are patterns, classes of words
    and the caller's *marks*: what speaks for words not seen in training.
    """
    question = plain[slice(*asked)]
    around = plain[: asked[0]] + " " + plain[asked[1] :]
    whole = _WORDS.compiled.findall(question)
    stems = [word[:_STEM] for word in whole]
    found = set(stems)
    found.update(f"{left} {right}" for left, right in pairwise(("^", *stems, "$")))
    found.update(_frame(whole))
    found.update(_classes_in(whole))
    found.update(f"#{mark}" for mark in marks)
    shown = signs(question, _bare(whole))
    found.update(_shown("@q", shown))
    other = _WORDS.compiled.findall(around)
    if other:
        found.update("p " + word[:_STEM] for word in other)
        shown = signs(plain, _bare([*whole, *other]))
    found.update(_shown("@", shown))
    found.update(f"@{left}+{right}" for left in shown for right in shown if left < right)
    return found


def _bare(words: list[str]) -> set[str]:
    return {word.partition("'")[0] for word in words}


def _shown(mark: str, topics: list[str]) -> Iterator[str]:
    yield f"{mark}1{topics[0] if topics else 'none'}"
    for name in topics:
        yield mark + name


def _frame(words: list[str]) -> Iterator[str]:
    """How the question is built: its first words, and who is asked to be or do what, and when."""
    start = next((n for n, word in enumerate(words[:6]) if word not in _FILLERS), 0)
    for count in (1, 2, 3):
        yield f"^{count} {' '.join(words[start : start + count])}"
    place = next((n for n, word in enumerate(words[:-1]) if word in _AUXILIARIES), None)
    if place is None:
        return
    verb = words[place]
    before = words[max(0, place - 6) : place]
    asking = next((word for word in before if word in _QUESTION_WORDS), "-")
    subject = next(
        (_SUBJECTS[word] for word in words[place + 1 : place + 5] if word in _SUBJECTS), "N"
    )
    yield f"f {asking} {verb} {subject}"
    yield f"g {verb} {subject}"
    if subject in ("you", "i", "we", "they"):
        for doing in words[place + 2 : place + 4]:
            yield f"v {verb} {subject} {doing[:6]}"


def _classes_in(words: list[str]) -> Iterator[str]:
    once: set[str] = set()
    for word in words:
        for name in _classes(word):
            yield f"%{name}2" if name in once else f"%{name}"
            once.add(name)


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for line in (get_data(_PACKAGE, "topic_words.txt") or b"").decode().splitlines():
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


def topic(text: Text, asked: Span | None = None, marks: Iterable[str] = ()) -> str:
    """The topic of the question at *asked*, one of `TOPICS`; *marks* say what else is known of it."""
    rows, bias = _model()
    lowered = text.lowered
    found = features(lowered, asked or (0, len(lowered)), marks)
    total = sum([rows[name] for name in found if name in rows])
    reach = sqrt(len(found))
    scores = [(total >> place & _MASK) + share * reach for place, share in bias]
    return TOPICS[scores.index(max(scores))]


# A weight is one letter from LOWEST on. The letters of a feature stand side by side in one number,
# with room for sums, so that the weights of all topics add up at once.
LOWEST, LETTERS = 35, 92
_ROOM = 3
_MASK = (1 << 8 * _ROOM) - 1


@cache
def _model() -> tuple[dict[str, int], list[tuple[int, float]]]:
    import json

    raw = json.loads(get_data(_PACKAGE, "topic_weights.json") or b"{}")
    bias = [(8 * _ROOM * index, share) for index, share in enumerate(raw["bias"])]
    return {name: _side_by_side(row) for name, row in raw["weights"].items()}, bias


def _side_by_side(row: str) -> int:
    spread = bytearray(_ROOM * len(row))
    spread[::_ROOM] = row.encode()
    return int.from_bytes(spread, "little")
