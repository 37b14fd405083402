"""Patterns that cost nothing until they are used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Pattern:
    """Alternatives of a regular expression, compiled on first use, case ignored.

    From then on `search`, `match` and `finditer` are those of the compiled expression itself.
    """

    __slots__ = ("compiled", "finditer", "match", "search", "source")
    flags: int = re.IGNORECASE
    compiled: re.Pattern[str]
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, *alternatives: str) -> None:
        self.source = "|".join(alternatives)

    def __getattr__(self, name: str) -> object:
        if name not in Pattern.__slots__ or name == "source":
            raise AttributeError(name)
        compiled = self.compiled = re.compile(factored(self.source), self.flags)
        self.search, self.match, self.finditer = (
            compiled.search,
            compiled.match,
            compiled.finditer,
        )
        return getattr(self, name)


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
