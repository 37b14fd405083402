"""The one tokeniser: words with exact offsets, and everything that is counted from them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from askwell.coach.text.lazy import lazy


def word_set(words: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(words.split())


WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APART = re.compile(rf"({WORD.pattern})")  # every second part is a word
_APART_ASCII = re.compile(r"([A-Za-z0-9]+(?:'[A-Za-z0-9]+)*)")  # the same there, and faster
_STRAIGHT = str.maketrans("‘’‛ʼ“”„‟ ", "''''\"\"\"\" ")
_CLOCK = re.compile(r"[\[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])>]?[,.;:]?\Z")
_SQUARE = re.compile(r"\[[^\[\]\n]{0,80}\]")
_ROUND = re.compile(r"\(([^()\n]{1,60})\)")
_STAGE = word_set(
    "laugh laughs laughing laughter chuckle chuckles chuckling giggles sigh sighs sighing "
    "applause applauding clapping inaudible crosstalk unintelligible unclear indistinct music "
    "pause pauses silence coughs coughing overlapping overtalk foreign noise beep bleep snort "
    "snorts smiles gasps sniffs cheering audience"
)


class Text:
    """A text as given, read once. Offsets count code points of *raw*.

    *plain* has the same length as *raw* with curly quotes and hard blanks made straight, so that
    a pattern needs only one spelling and its offsets stay true.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @lazy
    def plain(self) -> str:
        """*raw* with straight quotes and ordinary blanks; same offsets."""
        return self.raw if self.raw.isascii() else self.raw.translate(_STRAIGHT)

    @lazy
    def lowered(self) -> str:
        """*plain* in lower case; same offsets."""
        lowered = self.plain.lower()
        if len(lowered) == len(self.plain):
            return lowered
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.plain)

    @lazy
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every word."""
        return [(start, start + len(word)) for start, word in zip(*self._read, strict=True)]

    @lazy
    def words(self) -> list[str]:
        """Every word in lower case, apostrophes straight."""
        if len(self.lowered) == len(self.plain) and self.lowered.isascii():
            return " ".join(self.written).lower().split()
        lowered = self.lowered
        return [lowered[start : start + len(word)] for start, word in zip(*self._read, strict=True)]

    @lazy
    def written(self) -> list[str]:
        """Every word as written, small and large, apostrophes straight."""
        return self._read[1]

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The set of words, for triggering rules."""
        return frozenset(self.words)

    @lazy
    def starts(self) -> list[int]:
        """Start of every word, ascending."""
        return self._read[0]

    @lazy
    def _read(self) -> tuple[list[int], list[str]]:
        parts = (_APART_ASCII if self.plain.isascii() else _APART).split(self.plain)
        places = list(accumulate(map(len, parts)))
        return places[:-1:2], parts[1::2]

    def word_at(self, offset: int) -> int:
        """Index of the first word that starts at or after *offset*."""
        return bisect_left(self.starts, offset)

    def words_between(self, start: int, end: int) -> list[str]:
        """The lower-case words that start inside [start, end)."""
        return self.words[self.word_at(start) : self.word_at(end)]

    def part(self, start: int, end: int) -> Text:
        """A text of its own for [start, end); its offsets start at zero again."""
        return Text(self.raw[start:end])

    def line_of(self, offset: int) -> int:
        """Line number of *offset*, counted from one."""
        return bisect_left(self._breaks, offset) + 1

    @lazy
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.raw)]


def count_words(text: str, *, spoken: bool = False) -> int:
    """Count blank-separated tokens with a letter or digit, without clock times.

    With *spoken*, stage directions in brackets are left out too ("[laughter]", "(inaudible)").
    """
    if spoken:
        text = without_stage_directions(text)
    tokens = text.split()
    unsure = [token for token in tokens if not token.isalpha()]
    return len(tokens) - len(unsure) + sum(map(_counts, unsure))


def _counts(token: str) -> bool:
    if ":" in token and _CLOCK.match(token):
        return False
    return token[0].isalnum() or any(map(str.isalnum, token))


def without_stage_directions(text: str) -> str:
    """Blank out "[laughter]" and "(laughs)"; the length, and so every offset, stays the same."""
    if "[" in text:
        text = _SQUARE.sub(_blank, text)
    if "(" in text:
        text = _ROUND.sub(_blank_if_stage, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _blank_if_stage(found: re.Match[str]) -> str:
    words = [word.lower() for word in WORD.findall(found.group(1))]
    if words and len(words) <= 5 and not _STAGE.isdisjoint(words):
        return _blank(found)
    return found.group()


def utf16_length(text: str) -> int:
    """Length in UTF-16 units: what a browser and LinkedIn count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_offset(text: str, offset: int) -> int:
    """The same place in UTF-16 units, for an editor in a browser."""
    return utf16_length(text[:offset])
