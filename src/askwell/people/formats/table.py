"""Tables as text: the header found by meaning, rows read one by one with their line numbers."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO

from . import values
from .decode import Encoding, text_lines
from .records import FormatError, gettext_noop
from .values import fold

csv.field_size_limit(1 << 22)

MAX_COLUMNS = 1000
_HEADER_WITHIN = 20
_ROW_LINES = 2000
_ROW_SIZE = 1 << 19
_PATIENCE = 10
_HEADER_SIZE = 1 << 16
_SCORED = 1 << 13
_MAX_CELLS = 20_000
_BLANK = frozenset(("\n", "\r\n", "\r"))
_MARKS = (",", ";", "\t")
_CODE_PAGES = ("cp1252", "cp1250", "cp1251", "cp932", "cp950", "cp1253", "cp1254")

Header = list[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line it starts on, its cells, and whether a quotation mark stayed open."""

    line: int
    cells: list[str]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it."""

    header: Header
    line: int
    delimiter: str
    encoding: Encoding
    rows: Iterator[Row]

    def raw(self, cells: list[str]) -> Mapping[str, str]:
        """The record as it stood: header name → cell, empty cells left out."""
        raw = {k: v for k, v in zip(self.header, cells, strict=False) if v}
        for number, extra in enumerate(cells[len(self.header) :], start=len(self.header) + 1):
            if extra:
                raw[f"#{number}"] = extra
        return raw


def read_table(
    stream: BinaryIO, encoding: Encoding, score: Callable[[Header], int], expected: str
) -> Table:
    """Find the header within the first lines – the one `score` likes best – and read on from there.

    Preambles ("Notes:", padded or not) are passed over on raw lines, so that a stray quote there
    cannot swallow the file. Raises FormatError with the headers seen if `score` likes none.
    """
    if encoding.guessed:
        encoding = _code_page(stream, encoding, score)
    lines = text_lines(stream, encoding)
    head = list(islice(lines, _HEADER_WITHIN))
    best, place, delimiter = 0, 0, ","
    for number, text in enumerate(head):
        for mark in _MARKS:
            points = score(split(text[:_SCORED], mark))
            if points > best:
                best, place, delimiter = points, number, mark
    if not best:
        raise _no_header([split(text, max(_MARKS, key=text.count)) for text in head], expected)
    return _below(head, lines, place, delimiter, encoding)


def guess_table(stream: BinaryIO, encoding: Encoding) -> Table:
    """A table whose columns nobody knows: its header is the first of the lines with most cells.

    A first line that holds an address is no header; the columns are then called by number.
    """
    lines = text_lines(stream, encoding)
    head = list(islice(lines, _HEADER_WITHIN))
    cuts = [(mark, [split(text[:_SCORED], mark) for text in head]) for mark in _MARKS]
    delimiter, rows = max(cuts, key=lambda cut: max(map(_filled, cut[1]), default=0))
    place = max(range(len(rows)), key=lambda n: (_filled(rows[n]), -n), default=0)
    if rows and any(values.email(cell) for cell in rows[place]):
        numbered = [f"#{n + 1}" for n in range(len(rows[place]))]
        body = _rows(chain(head[place:], lines), place + 1, delimiter)
        return Table(numbered, place, delimiter, encoding, body)
    return _below(head, lines, place, delimiter, encoding)


def _below(
    head: list[str], lines: Iterator[str], place: int, delimiter: str, encoding: Encoding
) -> Table:
    header = _header(split(head[place], delimiter) if head else [])
    body = _rows(chain(head[place + 1 :], lines), place + 2, delimiter)
    return Table(header, place + 1, delimiter, encoding, body)


def _header(cells: Header) -> Header:
    if len(cells) > MAX_COLUMNS:
        raise FormatError(gettext_noop("The table has more columns than any contacts file."))
    return [name.strip().lstrip("\ufeff") for name in cells]


def table_of(
    rows: Iterator[Row], score: Callable[[Header], int] | None = None, expected: str = ""
) -> Table:
    """A table of rows that are cut into cells already; the header is found as in `read_table`.

    Without `score` it is the first of the rows with most cells. Raises FormatError likewise.
    """
    head = list(islice(rows, _HEADER_WITHIN))
    points = [score(row.cells) if score else _filled(row.cells) for row in head]
    place = points.index(max(points)) if points else 0
    if score and not (points and points[place]):
        raise _no_header([row.cells for row in head], expected)
    header = _header(head[place].cells if head else [])
    line = head[place].line if head else 0
    return Table(header, line, ",", Encoding("utf-8"), chain(head[place + 1 :], rows))


def _filled(cells: Header) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def split(text: str, delimiter: str) -> Header:
    """The cells of one line; damaged quoting gives what can be had."""
    text = text[:_HEADER_SIZE].rstrip("\r\n").lstrip("\ufeff")
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return []


def _code_page(stream: BinaryIO, guess: Encoding, score: Callable[[Header], int]) -> Encoding:
    """Among the usual code pages the one whose header makes most sense (a tie keeps the guess)."""

    def points(name: str) -> int:
        lines = islice(text_lines(stream, Encoding(name)), _HEADER_WITHIN)
        return max((score(split(t[:_SCORED], d)) for t in lines for d in _MARKS), default=0)

    best = max(_CODE_PAGES, key=points)
    return Encoding(best, skip=guess.skip, guessed=True)


def _no_header(head: list[Header], expected: str) -> FormatError:
    for cells in head:
        seen = [re.sub(r"[^\w .:@-]+", " ", cell)[:40].strip() for cell in cells][:12]
        seen = [cell for cell in seen if cell][:8]
        if seen:
            return FormatError(
                gettext_noop(
                    "This table has no columns that Askwell knows. It starts with: %(seen)s. "
                    "Expected columns such as: %(expected)s."
                ),
                seen=", ".join(seen),
                expected=expected,
            )
    return FormatError(gettext_noop("The file is empty."))


def _rows(lines: Iterable[str], number: int, delimiter: str) -> Iterator[Row]:
    """Records of one or more lines; a quote that never closes costs one record, not the file."""
    opening = re.compile(rf"(?:^|{re.escape(delimiter)})[ ]*\"")
    source = _Pushback(lines)
    patience = _PATIENCE
    for text in source:
        if text in _BLANK:
            number += 1
            continue
        held = [text]
        if text.count('"') % 2 and opening.search(text) and patience:
            held += _until_closed(source)
            if sum(part.count('"') for part in held) % 2:
                source.push(held[1:])
                held, patience = [text], patience - 1
        record = "".join(held)
        broken = len(held) == 1 and text.count('"') % 2 == 1 and bool(opening.search(text))
        cells = _cells(record, delimiter)
        if any(cells):
            yield Row(number, cells, broken)
        number += len(held)


def _cells(record: str, delimiter: str) -> list[str]:
    if '"' not in record or record.count(delimiter) > _MAX_CELLS:
        return record.rstrip("\r\n").split(delimiter, _MAX_CELLS)
    try:
        return next(csv.reader([record.rstrip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return record.rstrip("\r\n").split(delimiter, _MAX_CELLS)


def _until_closed(source: "_Pushback") -> list[str]:
    held: list[str] = []
    size = 0
    for text in source:
        held.append(text)
        size += len(text)
        if text.count('"') % 2 or len(held) >= _ROW_LINES or size >= _ROW_SIZE:
            break
    return held


class _Pushback:
    """An iterator that takes lines back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._held: list[str] = []

    def __iter__(self) -> "_Pushback":
        return self

    def __next__(self) -> str:
        return self._held.pop() if self._held else next(self._lines)

    def push(self, lines: list[str]) -> None:
        self._held.extend(reversed(lines))


class Vocabulary:
    """Header names by meaning: spelled in many languages, compared without case, accents, blanks."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._meaning = {
            fold(name): meaning for meaning, names in words.items() for name in names.split("|")
        }
        self._spelled = {n.casefold() for names in words.values() for n in names.split("|")}

    def spells(self, name: str) -> bool:
        """Is this one of the names, accents and all?"""
        return name.strip().casefold() in self._spelled

    def meaning(self, name: str) -> str:
        """What a column of this name holds, or ""."""
        return self._meaning.get(fold(name), "")

    def columns(self, header: Header) -> dict[str, list[int]]:
        """Meaning → positions of the columns that hold it, in the order of the file."""
        found: dict[str, list[int]] = {}
        for place, name in enumerate(header[:MAX_COLUMNS]):
            if meaning := self.meaning(name):
                found.setdefault(meaning, []).append(place)
        return found
