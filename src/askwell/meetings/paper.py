"""Notes typed up from paper: one line a note, what kind of note by how the line begins."""

import re

from askwell.meetings.models import RoomNote

Tag = RoomNote.Tag
SIGNS = {
    '"': Tag.QUOTE,
    "“": Tag.QUOTE,
    "„": Tag.QUOTE,
    "«": Tag.QUOTE,
    "@": Tag.PERSON,
    ">": Tag.PROMISE,
    "<": Tag.OFFERED,
    "+": Tag.SKILL,
    "*": Tag.OPENING,
    "!": Tag.SURPRISE,
    "?": Tag.FOLLOW_UP,
    "=": Tag.FACT,
}
_QUOTES = '"“”„«»'
_BULLET = re.compile(r"^(?:[-–—•·]|\d{1,2}[.)])\s+")


def read_line(line: str) -> tuple[RoomNote.Tag, str]:
    """Tag and words of one line; a list mark in front is no part of the note.

    A quotation keeps its words and loses its quotation marks: the tag says the same.
    """
    words = _BULLET.sub("", " ".join(line.split()))
    tag = SIGNS.get(words[:1])
    if tag is None:
        return Tag.NOTE, words
    if tag is Tag.QUOTE:
        return tag, _unquoted(words)
    return tag, words[1:].strip() or words


def _unquoted(words: str) -> str:
    closed = words.rstrip(" .")
    if len(closed) > 1 and closed[-1] in _QUOTES and not set(closed[1:-1]) & set(_QUOTES):
        return closed[1:-1].strip()
    return words


def read_page(text: str) -> list[tuple[RoomNote.Tag, str]]:
    """Every line with words in it."""
    return [read_line(line) for line in text.splitlines() if line.strip()]
