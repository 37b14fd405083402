"""Blanks that were left in a letter, in every notation people use for them.

A letter with a blank must not go out: Copy, Open in mail, Print and Send wait for
:func:`find_blanks` to find nothing. "I already wrote" never waits. The notations are the coach's.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell import coach


@dataclass(frozen=True)
class Blank:
    """One blank: what stands there and where (``where`` is "body" or "subject")."""

    text: str
    start: int
    end: int
    where: str = "body"


def find_blanks(text: str, *, known: Iterable[str] = (), where: str = "body") -> list[Blank]:
    """All blanks in a text, in order, with exact offsets.

    ``known`` are texts of the writer's own facts: brackets inside one of them (a title such as
    "Learning [in] public") are the fact, not a blank.
    """
    found = coach.find_blanks(text, known=tuple(known))
    return [Blank(blank.text, blank.start, blank.end, where) for blank in found]
