"""Cues: words that announce something, and the expression that makes sure of it.

A cue costs one look-up until one of its words is in a sentence; its expression is compiled on
first use and sees one sentence in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from askwell.coach.text.letters import Sentence

Span = tuple[int, int]
Test = Callable[["Sentence", "re.Match[str]"], bool]


class Cue:
    """One way of saying something.

    *words* are lower-case words of which one must be in the sentence; *pattern* is searched in the
    sentence, *unless* must not be found in it. With *filled*, a blank inside the clause
    disqualifies. *kinds* limits the cue to letters of these kinds, *but* bars kinds. *test* has the
    last word about a match; *needs* is a text that must be in the sentence. A blank in an expression stands for any run of white space.
    """

    __slots__ = (
        "_compiled",
        "_unless",
        "but",
        "filled",
        "kinds",
        "needs",
        "pattern",
        "test",
        "unless",
        "words",
    )

    def __init__(
        self,
        words: str,
        *pattern: str,
        unless: str = "",
        filled: bool = False,
        kinds: Iterable[str] = (),
        but: Iterable[str] = (),
        test: Test | None = None,
        needs: str = "",
    ) -> None:
        self.words = frozenset(words.split())
        self.pattern = "|".join(pattern)
        self.unless = unless
        self.filled = filled
        self.kinds = frozenset(kinds)
        self.but = frozenset(but)
        self.test = test
        self.needs = needs
        self._compiled: re.Pattern[str] | None = None
        self._unless: re.Pattern[str] | None = None

    def suits(self, kind: str) -> bool:
        """Whether the cue means anything in a letter of this kind."""
        return kind not in self.but and (not self.kinds or kind in self.kinds)

    def find(self, sentence: Sentence) -> Span | None:
        """Where the cue stands in the sentence, counted from the start of the sentence."""
        if self.needs not in sentence.lowered:
            return None
        if self._compiled is None:
            self._compiled = _compiled(self.pattern)
            self._unless = _compiled(self.unless) if self.unless else None
        for match in self._compiled.finditer(sentence.lowered):
            if self._unless is not None and self._unless.search(sentence.lowered):
                return None
            if self.filled and sentence.blank_near(*match.span()):
                continue
            if self.test is None or self.test(sentence, match):
                return match.span()
        return None


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(_factored(source.replace(" ?", r"\s*").replace(" ", r"\s+")))


def _factored(source: str) -> str:
    """The same alternatives with one shared word boundary in front: most places are then skipped."""
    at_words, others = [], []
    for branch in _branches(source):
        if branch.startswith(r"\b"):
            at_words.append(branch[2:])
        else:
            others.append(branch)
    if len(at_words) < 2:
        return source
    return "|".join([rf"\b(?:{'|'.join(at_words)})", *others])


def _branches(source: str) -> list[str]:
    """The alternatives at the top of an expression."""
    found, start, depth, inside = [], 0, 0, False
    for mark in _STRUCTURE.finditer(source):
        char = mark.group()
        if inside:
            inside = char != "]"
        elif char == "[":
            inside = True
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == "|" and depth == 0:
            found.append(source[start : mark.start()])
            start = mark.end()
    return [*found, source[start:]]


_STRUCTURE = re.compile(r"\\.|[()|\[\]]")


class CueIndex:
    """All cues of several elements, found by the words of a sentence."""

    __slots__ = ("_by_word", "elements")

    def __init__(self, elements: dict[str, tuple[Cue, ...]]) -> None:
        self.elements = elements
        self._by_word: dict[str, list[tuple[str, Cue]]] = {}
        for name, cues in elements.items():
            for cue in cues:
                for word in cue.words:
                    self._by_word.setdefault(word, []).append((name, cue))

    def find(
        self, sentences: Iterable[Sentence], kind: str, vocabulary: frozenset[str]
    ) -> dict[str, Span]:
        """The first place of every element, in whole-text offsets; absent ones are left out."""
        by_word = self._by_word
        present = vocabulary & by_word.keys()
        found: dict[str, Span] = {}
        for sentence in sentences:
            if len(found) == len(self.elements):
                break
            tried: set[tuple[str, int]] = set()
            places: dict[int, Span | None] = {}
            for word in sentence.words:
                if word not in present:
                    continue
                for name, cue in by_word[word]:
                    if name in found or (name, id(cue)) in tried:
                        continue
                    tried.add((name, id(cue)))
                    if not cue.suits(kind):
                        continue
                    if id(cue) not in places:
                        places[id(cue)] = cue.find(sentence)
                    span = places[id(cue)]
                    if span is not None:
                        found[name] = (sentence.start + span[0], sentence.start + span[1])
        return found
