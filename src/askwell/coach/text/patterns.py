"""Patterns that cost nothing until they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import maxsize


class Pattern:
    """Alternatives of a regular expression, compiled on first use, case ignored."""

    __slots__ = ("_compiled", "source")
    flags: int = re.IGNORECASE

    def __init__(self, *alternatives: str) -> None:
        self.source = "|".join(alternatives)
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(factored(self.source), self.flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """First match at or after *start*, not reaching beyond *end*."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Match exactly at *start*."""
        return self.compiled.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Every match from *start*, left to right, not reaching beyond *end*."""
        return self.compiled.finditer(text, start, end)


class ExactPattern(Pattern):
    """The same with the case as it stands: several times faster to search."""

    __slots__ = ()
    flags = re.NOFLAG


class LowerPattern(ExactPattern):
    """For text that is in lower case already."""

    __slots__ = ()


def factored(source: str) -> str:
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
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            found.append(source[start : mark.start()])
            start = mark.end()
    return [*found, source[start:]]


_STRUCTURE = re.compile(r"\\.|[()|\[\]]")
