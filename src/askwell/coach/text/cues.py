"""Cues: words that announce something, and the expression that makes sure of it.

A cue costs one look-up until one of its words is in a sentence; its expression is compiled on
first use and sees one sentence in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable

from askwell.coach.text.patterns import factored

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
        match = self._compiled.search(sentence.lowered)
        while match is not None:
            if self._holds(sentence, match):
                if self._unless is not None and self._unless.search(sentence.lowered):
                    return None
                return match.span()
            match = self._compiled.search(sentence.lowered, max(match.end(), match.start() + 1))
        return None

    def _holds(self, sentence: Sentence, match: re.Match[str]) -> bool:
        if self.filled and sentence.blank_near(*match.span()):
            return False
        return self.test is None or self.test(sentence, match)


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(factored(source.replace(" ?", r"\s*").replace(" ", r"\s+")))


class CueIndex:
    """All cues of several elements, found by the words of a sentence."""

    __slots__ = ("_by_kind", "elements")

    def __init__(self, elements: dict[str, tuple[Cue, ...]]) -> None:
        self.elements = elements
        self._by_kind: dict[str, dict[str, list[tuple[str, Cue]]]] = {}

    def _for_kind(self, kind: str) -> dict[str, list[tuple[str, Cue]]]:
        by_word: dict[str, list[tuple[str, Cue]]] = {}
        for name, cues in self.elements.items():
            for cue in cues:
                for word in cue.words if cue.suits(kind) else ():
                    by_word.setdefault(word, []).append((name, cue))
        return by_word

    def find(
        self,
        sentences: Iterable[Sentence],
        kind: str,
        vocabulary: frozenset[str],
        wanted: Callable[[Sentence], Container[str]] | None = None,
    ) -> dict[str, Span]:
        """The first place of every element, in whole-text offsets; absent ones are left out.

        *wanted* tells the elements worth looking for in a sentence; without it, all are.
        """
        if kind not in self._by_kind:
            self._by_kind[kind] = self._for_kind(kind)
        by_word = self._by_kind[kind]
        present = vocabulary & by_word.keys()
        found: dict[str, Span] = {}
        for sentence in sentences:
            if len(found) == len(self.elements):
                break
            chosen = {
                entry: None for word in sentence.words if word in present for entry in by_word[word]
            }
            allowed = wanted(sentence) if wanted else self.elements
            places: dict[Cue, Span | None] = {}
            for name, cue in chosen:
                if name in found or name not in allowed:
                    continue
                if cue not in places:
                    places[cue] = cue.find(sentence)
                span = places[cue]
                if span is not None:
                    found[name] = (sentence.start + span[0], sentence.start + span[1])
        return found
