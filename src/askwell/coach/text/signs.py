"""What a sentence of a letter does, judged by all of its words at once.

A linear model over words, pairs of neighbours and classes of words: few writers offer, praise or
ask in the same phrase, but most use some of the same words for it. `bench/coach_letter_signs.py`
trains the weights on the project's own letters; labels as in playbook §7.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from math import sqrt
from pkgutil import get_data

from askwell.coach.text.tokens import word_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Letter, Sentence

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
_ROOM = 17  # bits for the sum of one label: the longest sentence stays below
_HALF = 1 << _ROOM - 1
_MASK = (1 << _ROOM) - 1
_EVEN = sum(_HALF << _ROOM * place for place in range(len(SIGNED)))
# How much a cue adds to what the other words of its sentence say.
TRUST = {"offer": 3.0, "referral_ask": 4.0, "job_ask": 4.0}
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


class _Tokens(dict[str, tuple[str, ...]]):
    """What the model sees of a word as written; found once, kept while there is room."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _MOST_WORDS:
            self.clear()
        lowered = word.lower()
        if lowered in _SPECIAL:
            found = _SPECIAL[lowered]
        elif lowered[0] <= "9":
            found = ("#n",)
        else:
            found = ("#C" if lowered[0] != word[0] else lowered,)
        self[word] = found
        return found


_tokens = _Tokens()


def tokens(sentence: Sentence) -> list[str]:
    """The words as the model sees them: #C a name, #n a number, #d a day, #m a month, #b a blank.

    A greeting is left out; the first word after it is no name for being written large.
    """
    letter = sentence.letter
    first, last = sentence.first, sentence.first + len(sentence.words)
    greeted = letter.parts.greeting[1]
    if sentence.start < greeted:
        first = letter.text.word_at(greeted)
    found = ["^"]
    if letter.blanks and letter.blank_between(sentence.start, sentence.end):
        _with_blanks(letter, first, last, found)
    elif first < last:
        found += _tokens[letter.text.words[first]]
        written = letter.text.written[first + 1 : last]
        found.extend(chain.from_iterable(map(_tokens.__getitem__, written)))
    found.append("?" if sentence.asks else ".")
    return found


def _with_blanks(letter: Letter, first: int, last: int, found: list[str]) -> None:
    starts = letter.text.starts
    for place in range(first, last):
        word = letter.text.written[place]
        if letter.blank_between(starts[place], starts[place] + len(word)):
            if found[-1] != "#b":
                found.append("#b")
        else:
            found += _tokens[word if len(found) > 1 else word.lower()]


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
_NOTHING: dict[str, int] = {}


class _Entries(dict[str, Entry]):
    """Per word what it weighs by itself, before the next word and before the one after that."""

    def __init__(self, group: str, rows: dict[str, dict[str, str]]) -> None:
        self.group = group
        self.rows = rows

    def __missing__(self, word: str) -> Entry:
        if len(self) > _MOST_WORDS:
            self.clear()
        single = self.rows[""]
        own = sum([_packed(single[each]) for each in _of_word(word, self.group) if each in single])
        self[word] = entry = (own, self._before(word), self._before(word + " _"))
        return entry

    def _before(self, word: str) -> dict[str, int]:
        rows = self.rows.get(word)
        return {last: _packed(row) for last, row in rows.items()} if rows else _NOTHING


class Model:
    """The weights, ordered for reading.

    The weights of all labels stand side by side in one number, so that they add up at once. Sums
    are kept above zero: the highest bit of a label's room tells whether its sum is.
    """

    def __init__(self, bias: list[float], step: float, weights: dict[str, str]) -> None:
        self.step = step
        self.bias = bias
        rows: dict[str, dict[str, str]] = {"": {}}
        for feature, row in weights.items():
            before, _, word = feature.rpartition(" ")
            rows.setdefault(before, {})[word] = row
        self._single = rows[""]
        by_group = {group: _Entries(group, rows) for group in set(GROUPS.values())}
        self._by_kind = {
            kind: (by_group[group], self._of_kind(kind, group)) for kind, group in GROUPS.items()
        }
        self._blank = self._alone("@blank")
        self._least: dict[int, int] = {}

    def _of_kind(self, kind: str, group: str) -> int:
        return _EVEN + self._alone("@" + group) + self._alone("@@" + kind)

    def _alone(self, feature: str) -> int:
        return _packed(self._single.get(feature, ""))

    def total(self, found: list[str], kind: str) -> int:
        """The sum of all that is weighed in a sentence, for all labels."""
        entries, total = self._by_kind[kind]
        if "#b" in found:
            total += self._blank
        after_last = after_last_but_one = coming = _NOTHING
        for word in found:
            if word in after_last:
                total += after_last[word]
            if word in after_last_but_one:
                total += after_last_but_one[word]
            after_last_but_one = coming
            own, after_last, coming = entries[word]
            total += own
        return total

    def hopeless(self, total: int, size: int) -> bool:
        """Whether no label, with a cue for those that have one, can be above zero."""
        least = self._least.get(size)
        if least is None:
            near = [b + TRUST.get(name, 0.0) for name, b in zip(SIGNED, self.bias, strict=True)]
            least = self._least[size] = sum(
                int(n * sqrt(size) / self.step) << _ROOM * place for place, n in enumerate(near)
            )
        return not (total + least) & _EVEN

    def scores(self, total: int, size: int) -> list[float]:
        """How much speaks for each of `SIGNED`; above zero the sentence does it."""
        share = self.step / sqrt(size)
        return [
            ((total >> _ROOM * place & _MASK) - _HALF) * share + bias
            for place, bias in enumerate(self.bias)
        ]


def _packed(row: str) -> int:
    return sum((ord(letter) - MIDDLE) << _ROOM * place for place, letter in enumerate(row))


@cache
def model() -> Model:
    """The model with the weights that came with the package."""
    return Model(*read_weights((get_data(_PACKAGE, "letter_weights.txt") or b"").decode()))


def read_weights(text: str) -> tuple[list[float], float, dict[str, str]]:
    """Bias, step and rows of a weights' file: two lines of numbers, then a row and its feature."""
    bias, step, *lines = text.splitlines()
    weights = {line[len(SIGNED) + 1 :]: line[: len(SIGNED)] for line in lines}
    return [float(number) for number in bias.split()], float(step), weights
