"""Text as search knows it: folded and cut into tokens, and found again in what is shown."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

MOST_WORDS = 8
IN_NAME, IN_TEXT, KIND = "¶", "¤", "§"
"""Where a token stands: in the name of a thing, anywhere in it, or as the kind of thing it is. Not of
ASCII, or the index would cut there."""

_FIRST, _NOTEBOOKS = 0xF0000, 65_000
"""A range that Unicode leaves to private use: never letters, so never in a token."""

_MAX_TOKENS = 2000
_MAX_TOKEN = 40
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_DENSE = re.compile(
    r"([\u0600-\u06ff\u0750-\u077f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uac00-\ud7af\uf900-\ufaff]+)"
)
"""Scripts whose words are not parted by blanks, or grow prefixes: cut into overlapping pairs."""


def fold(text: str) -> str:
    """Without case, accents and ligatures."""
    if text.isascii():
        return text.lower()
    text = text.casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def tokens(text: str) -> list[str]:
    """The words of a text as the index knows them."""
    folded = fold(text)
    words = _WORD.findall(folded)
    if folded.isascii():
        return [word[:_MAX_TOKEN] for word in words]
    return [token for word in words for token in _cut(word)]


def _cut(word: str) -> Iterator[str]:
    for part in _DENSE.split(word):
        if not part:
            continue
        if _DENSE.match(part) and len(part) > 1:
            yield from (part[i : i + 2] for i in range(len(part) - 1))
        else:
            yield part[:_MAX_TOKEN]


def distinct(text: str) -> dict[str, None]:
    """The tokens of a text once each, in their order; of a very long one, the first."""
    return dict.fromkeys(tokens(text)[:_MAX_TOKENS])


def place_mark(workspace: int, where: str) -> str:
    """What a token of this notebook begins with: two characters no text can hold.

    The first stands for the notebook. Two of 65,000 may share one: what is found is held against the
    notebook again when it is read. Always two, because the index keeps beginnings of fixed lengths.
    """
    return chr(_FIRST + workspace % _NOTEBOOKS) + where


def together(words: Iterable[str], workspace: int, where: str) -> str:
    """Tokens as the index keeps them: each marked with its notebook and place."""
    mark = place_mark(workspace, where)
    line = f" {mark}".join(words)
    return mark + line if line else ""


def plain(marked_tokens: str, where: str) -> Iterator[str]:
    """The tokens of one place, without their marks."""
    return (token[2:] for token in marked_tokens.split() if token[1:2] == where)


def typed(text: str) -> list[str]:
    """The tokens of what somebody looks for; no more than any search needs."""
    return list(dict.fromkeys(tokens(text)))[:MOST_WORDS]


def holds(words: Sequence[str], known: Iterable[str]) -> bool:
    """Whether each of these words is, or begins, one of the tokens known."""
    kept = list(known)
    return all(any(token.startswith(word) for token in kept) for word in words)


# --- what is shown ---

Marked = list[tuple[str, bool]]
"""A text in pieces; those that were looked for are true."""


def marked(text: str, sought: str) -> Marked:
    """The text in pieces, with those marked that `sought` asks for."""
    words = tuple(_WORD.findall(fold(sought)))[:MOST_WORDS]
    pieces: Marked = []
    last = 0
    for start, end in _spans(text, words):
        if start > last:
            pieces.append((text[last:start], False))
        pieces.append((text[start:end], True))
        last = end
    if last < len(text):
        pieces.append((text[last:], False))
    return pieces


def excerpt(text: str, sought: str, *, most: int = 140) -> str:
    """So much of a text as fits a line, around the first word looked for."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    words = tuple(_WORD.findall(fold(sought)))[:MOST_WORDS]
    first = next((start for start, _end in _spans(text, words)), 0)
    start = max(0, min(first - most // 3, len(text) - most))
    if start:
        start = text.find(" ", start) + 1 or start
    end = text.rfind(" ", start, start + most)
    end = end if start + most < len(text) and end > start else start + most
    return ("… " if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _spans(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where words of a text begin with what was looked for; dense scripts are looked into."""
    for found in _WORD.finditer(text):
        whole = found.group()
        folded = fold(whole)
        for word in sorted(words, key=len, reverse=True):
            place = folded.find(word) if _DENSE.search(word) else -1 + folded.startswith(word)
            if place >= 0:
                start = _shown(whole, place)
                yield found.start() + start, found.start() + _shown(whole, place + len(word))
                break


@lru_cache(maxsize=4096)
def _shown(word: str, length: int) -> int:
    """How many characters of a word stand for so many of its folded ones."""
    if word.isascii():
        return length
    return next((n for n in range(len(word) + 1) if len(fold(word[:n])) >= length), len(word))
