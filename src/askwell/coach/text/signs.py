"""What a sentence of a letter does, judged by all of its words at once.

A linear model over words, pairs of neighbours and classes of words: few writers offer, praise or
ask in the same phrase, but most use some of the same words for it. `bench/coach_letter_signs.py`
trains the weights on the project's own letters; labels as in playbook §7.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import sqrt
from pkgutil import get_data

from askwell.coach.text.tokens import word_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Sentence

SIGNED = (
    "purpose",
    "availability_or_contact",
    "specific",
    "personal",
    "offer",
    "referral_ask",
    "job_ask",
)
GROUPS = {
    "request": "ask",
    "nudge": "ask",
    "forwardable": "ask",
    "intro-request": "intro",
    "who-do-you-know": "intro",
    "schedule": "plan",
    "confirm": "plan",
    "reminder": "plan",
    "missed": "plan",
    "thanks": "after",
    "update": "after",
    "check-in": "after",
    "answer": "after",
    "decline-reply": "after",
}
# A weight is one letter of the file, counted from the middle one.
LOWEST, LETTERS = 35, 91
MIDDLE = LOWEST + LETTERS // 2
_ROOM = 24  # bits for the sum of one label
_HALF = 1 << _ROOM - 1
_MASK = (1 << _ROOM) - 1
_MOST_WORDS = 20_000
_PACKAGE = "askwell.coach.text"
_ENDINGS = ("ing", "ed", "ies", "es", "s", "ly")
_MEANT = {"'d": "would", "'ll": "will", "'m": "am", "'ve": "have", "'re": "are"}
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays "
    "fridays saturdays sundays mon tue tues wed thu thur thurs fri"
)
_MONTHS = word_set(
    "january february march april june july august september october november december "
    "jan feb apr jun jul aug sept oct nov dec"
)
_DENIED = word_set("do does did is are was were have has had would could should")
_SPECIAL: dict[str, tuple[str, ...]] = {
    "i": ("i",),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    **dict.fromkeys(_DAYS, ("#d",)),
    **dict.fromkeys(_MONTHS, ("#m",)),
    **{f"{verb}n't": (verb, "not") for verb in _DENIED},
    **{
        who + ending: (who, verb)
        for who in ("i", "you", "we", "they", "he", "she", "it", "that", "there")
        for ending, verb in _MEANT.items()
    },
}


def tokens(sentence: Sentence) -> list[str]:
    """The words as the model sees them: #C a name, #n a number, #d a day, #m a month, #b a blank."""
    letter = sentence.letter
    starts, plain = letter.text.starts, letter.text.plain
    blanks = bool(letter.blanks)
    words, first = sentence.words, sentence.first
    greeted = letter.parts.greeting[1]
    if sentence.start < greeted:
        skipped = letter.text.word_at(greeted) - first
        words, first = words[skipped:], first + skipped
    found = ["^"]
    for place, word in enumerate(words, first):
        if blanks and letter.blank_between(starts[place], starts[place] + len(word)):
            if found[-1] != "#b":
                found.append("#b")
        elif word in _SPECIAL:
            found += _SPECIAL[word]
        elif word[0] <= "9":
            found.append("#n")
        elif plain[starts[place]] != word[0] and len(found) > 1:
            found.append("#C")
        else:
            found.append(word)
    found.append("?" if sentence.asks else ".")
    return found


def features(found: list[str], kind: str) -> Iterator[str]:
    """Everything the model weighs in a sentence; what comes twice counts twice."""
    group = GROUPS[kind]
    yield "@" + group
    yield "@@" + kind
    if "#b" in found:
        yield "@blank"
    for place, word in enumerate(found):
        yield from _of_word(word, group)
        if place > 0:
            yield f"{found[place - 1]} {word}"
        if place > 1:
            yield f"{found[place - 2]} _ {word}"


def _of_word(word: str, group: str) -> Iterator[str]:
    yield "=" + stem(word)
    for name in _classes().get(word, ()):
        yield "%" + name
        yield f"%{name}@{group}"


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    listed: dict[str, tuple[str, ...]] = {}
    for line in (get_data(_PACKAGE, "letter_words.txt") or b"").decode().splitlines():
        name, _, words = line.partition(": ")
        for word in words.split():
            listed[word] = (*listed.get(word, ()), name)
    return listed


def stem(word: str) -> str:
    """A word without its ending, roughly."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


Entry = tuple[int, dict[str, int], dict[str, int]]


class Model:
    """The weights, ordered for reading: per word its own sum and those of the words that follow.

    The weights of all labels stand side by side in one number, so that they add up at once.
    """

    def __init__(self, bias: list[float], step: float, weights: dict[str, str]) -> None:
        self.step = step
        self.bias = bias
        self._single: dict[str, int] = {}
        self._next: dict[str, dict[str, int]] = {}
        self._later: dict[str, dict[str, int]] = {}
        for feature, row in weights.items():
            first, _, rest = feature.partition(" ")
            if not rest:
                self._single[first] = _packed(row)
            elif rest.startswith("_ "):
                self._later.setdefault(first, {})[rest[2:]] = _packed(row)
            else:
                self._next.setdefault(first, {})[rest] = _packed(row)
        self._entries: dict[str, dict[str, Entry]] = {group: {} for group in GROUPS.values()}
        self._even = sum(_HALF << _ROOM * place for place in range(len(SIGNED)))

    def scores(self, found: list[str], kind: str) -> list[float]:
        """How much speaks for each of `SIGNED`; above zero the sentence does it."""
        group = GROUPS[kind]
        entries, single = self._entries[group], self._single
        total = self._even + single.get("@" + group, 0) + single.get("@@" + kind, 0)
        if "#b" in found:
            total += single.get("@blank", 0)
        after_last = after_last_but_one = coming = _NOTHING
        for word in found:
            if word in after_last:
                total += after_last[word]
            if word in after_last_but_one:
                total += after_last_but_one[word]
            after_last_but_one = coming
            own, after_last, coming = entries.get(word) or self._entry(word, group)
            total += own
        share = self.step / sqrt(len(found))
        return [
            ((total >> _ROOM * place & _MASK) - _HALF) * share + bias
            for place, bias in enumerate(self.bias)
        ]

    def _entry(self, word: str, group: str) -> Entry:
        entries = self._entries[group]
        if len(entries) > _MOST_WORDS:
            entries.clear()
        single = self._single
        own = sum(single.get(feature, 0) for feature in _of_word(word, group))
        entry = own, self._next.get(word, _NOTHING), self._later.get(word, _NOTHING)
        entries[word] = entry
        return entry


_NOTHING: dict[str, int] = {}


def _packed(row: str) -> int:
    return sum((ord(letter) - MIDDLE) << _ROOM * place for place, letter in enumerate(row))


@cache
def model() -> Model:
    """The model with the weights that came with the package."""
    import json

    raw = json.loads(get_data(_PACKAGE, "letter_weights.json") or b"{}")
    return Model(raw["bias"], raw["step"], raw["weights"])
