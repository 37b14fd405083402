"""Tables of any other kind: what each column probably holds, guessed from headers and values.

The guess is shown on a page, where it is put right once; the answer is remembered by the set of
headers (`fingerprint`) and given back to `open_source`.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from . import values
from .contact_table import FURTHER, ContactTable, meanings
from .records import FormatError
from .table import Header, Table
from .values import fold

MEANINGS = (
    "display", "given", "middle", "family", "honorific", "email", "phone", "url", "organization",
    "role", "place", "school", "degree", "graduated", "may_be_asked", "requests_per_term",
    "skills", "labels", "birthday", "connected", "how_met", "notes", "uid",
)  # fmt: skip
"""What a column can hold; "" for what is left out."""

_SAMPLE = 50
_SHOWN = 6
_ENOUGH = 0.6
_NAMES = frozenset(("display", "given", "family", "email"))


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a table, and what each column seems to hold."""

    fingerprint: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: tuple[str, ...]


class UnknownColumns(FormatError):
    """A table whose columns only its owner can name; `preview` is its beginning."""

    def __init__(self, error: FormatError, preview: Preview) -> None:
        super().__init__(error.reason, **error.params)
        self.preview = preview


def fingerprint(header: Iterable[str]) -> str:
    """The same for the same set of headers, in any order and spelling."""
    names = sorted(fold(name) for name in header)
    return hashlib.sha256("\x1f".join(names).encode("utf-8", "replace")).hexdigest()[:16]


def look(table: Table) -> Preview:
    """The first rows of a table and a guess. Takes them out of `table.rows`."""
    rows = [row.cells for row in islice(table.rows, _SAMPLE) if not row.broken]
    shown = tuple(tuple(cell[:80] for cell in cells) for cells in rows[:_SHOWN])
    return Preview(fingerprint(table.header), tuple(table.header), shown, guess(table.header, rows))


def guess(header: Header, rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A meaning, or "", for each column: by its name, else by what most of its cells look like."""
    found = [""] * len(header)
    for meaning, places in meanings(header).items():
        for place in places:
            if meaning in MEANINGS:
                found[place] = meaning
    for place in range(len(header)):
        cells = [values.clean(row[place]) for row in rows if place < len(row)]
        cells = [cell for cell in cells if cell]
        looks = _looks_like(cells) if cells else ""
        if looks == "email" or not found[place]:  # an address is one, whatever the header says
            found[place] = looks
    _find_the_name(found, rows)
    return tuple(found)


def _looks_like(cells: Sequence[str]) -> str:
    for meaning, test in _TESTS:
        if sum(map(test, cells)) >= _ENOUGH * len(cells):
            return meaning
    return ""


def _find_the_name(found: list[str], rows: Sequence[Sequence[str]]) -> None:
    """Without any column of names, the first one whose cells look like names is it."""
    if _NAMES & set(found) - {"email"}:
        return
    for place, meaning in enumerate(found):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        if not meaning and cells and sum(map(_is_name, cells)) >= _ENOUGH * len(cells):
            found[place] = "display"
            return


def _is_email(text: str) -> bool:
    return bool(values.email(text))


def _is_link(text: str) -> bool:
    return ("://" in text or "www." in text or "linkedin.com" in text) and bool(values.link(text))


def _is_phone(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return 7 <= digits <= 16 and not any(c.isalpha() for c in text) and not _is_day(text)


def _is_day(text: str) -> bool:
    try:
        return len(text) <= 30 and len(values.partial_date(text)) == 10
    except ValueError:
        return False


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[0].isalpha() for word in words) and "@" not in text


_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("email", _is_email),
    ("url", _is_link),
    ("phone", _is_phone),
)


def remembered(text: str) -> tuple[str, tuple[str, ...]]:
    """Fingerprint and columns of what `to_remember` made; empty for anything else."""
    key, _, rest = text.partition(":")
    columns = tuple(rest.split(","))
    known = all(not name or name in MEANINGS for name in columns)
    return (key, columns) if known and key and any(columns) else ("", ())


def to_remember(key: str, columns: Sequence[str]) -> str:
    """A choice of columns as one line of text."""
    return f"{key}:{','.join(columns)}"


def is_enough(columns: Iterable[str]) -> bool:
    """Can anybody be recognised by these columns?"""
    return bool(_NAMES & set(columns))


class MappedTable(ContactTable):
    """Rows of a table whose columns somebody has named."""

    def __init__(self, table: Table, file: str, columns: Sequence[str]) -> None:
        super().__init__(table, file)
        self.columns = {}
        for place, meaning in enumerate(columns[: len(table.header)]):
            if meaning:
                self.columns.setdefault(meaning, []).append(place)
        self.tells_more = bool(FURTHER & self.columns.keys())
