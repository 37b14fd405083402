"""Which kind of table a file is, and how its rows are read: CSV of any program, or a workbook."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from . import contact_table, google, linkedin, linkedin_rows, outlook, own_csv
from .archive import Archive
from .decode import Encoding
from .mapping import MappedTable, Preview, UnknownColumns, fingerprint, look
from .records import FormatError, Item, Party
from .table import Header, Table, guess_table, read_table, table_of
from .xlsx import read_sheet

Chosen = Mapping[str, Sequence[str]]
_ALUMNI = frozenset(("graduated", "may_be_asked", "requests_per_term"))


@dataclass(frozen=True, slots=True)
class Found:
    """A table whose kind is known, and what reads it."""

    format: str
    read: Callable[[], Iterator[Item]]
    guessed: bool = False


def open_csv(stream: BinaryIO, name: str, encoding: Encoding, me: Party, chosen: Chosen) -> Found:
    """A CSV or TSV. Raises UnknownColumns if only its owner can say what they hold."""
    likes = partial(_score, name=name)
    try:
        table = read_table(stream, encoding, likes, contact_table.EXPECTED)
    except FormatError as error:
        table = guess_table(stream, encoding)
        if len(table.header) < 2:
            raise
        return _chosen(table, name, chosen, error)
    if kind := linkedin_rows.kind_of(table.header, name):
        loose = partial(linkedin.read_loose, stream, name, kind, me)
        return Found(f"linkedin-{kind}", loose, table.encoding.guessed)
    return _known(table, name, chosen)


def open_workbook(stream: BinaryIO, name: str, archive: Archive, chosen: Chosen) -> Found:
    """An Excel workbook. Raises UnknownColumns as `open_csv`."""
    likes = partial(_score, name="")
    try:
        table = table_of(read_sheet(stream, archive), likes, contact_table.EXPECTED)
    except FormatError as error:
        table = table_of(read_sheet(stream, archive))
        if len(table.header) < 2:
            raise
        return _chosen(table, name, chosen, error)
    return _known(table, name, chosen)


def look_at_csv(stream: BinaryIO, name: str, encoding: Encoding) -> Preview:
    """The beginning of a CSV, for a page on which its columns are named."""
    try:
        return look(read_table(stream, encoding, partial(_score, name=name), ""))
    except FormatError:
        return look(guess_table(stream, encoding))


def look_at_workbook(stream: BinaryIO, archive: Archive) -> Preview:
    """The beginning of a workbook, likewise."""
    try:
        return look(table_of(read_sheet(stream, archive), partial(_score, name=""), ""))
    except FormatError:
        return look(table_of(read_sheet(stream, archive)))


def _score(header: Header, name: str) -> int:
    others = google.score(header) + contact_table.score(header) + own_csv.score(header)
    return others + linkedin_rows.score(header, name)


def _chosen(table: Table, name: str, chosen: Chosen, error: FormatError) -> Found:
    columns = chosen.get(fingerprint(table.header))
    if columns is None:
        raise UnknownColumns(error, look(table)) from error
    return Found("table", MappedTable(table, name, columns).read, table.encoding.guessed)


def _known(table: Table, name: str, chosen: Chosen) -> Found:
    guessed = table.encoding.guessed
    if own_csv.is_own(table.header):
        return Found("askwell-csv", own_csv.OwnTable(table, name).read, guessed)
    if google.is_google(table.header):
        return Found("google-csv", google.GoogleTable(table, name).read, guessed)
    if columns := chosen.get(fingerprint(table.header)):
        return Found("table", MappedTable(table, name, columns).read, guessed)
    if linkedin.is_connections(table.header):
        return Found("linkedin-connections", linkedin.Connections(table, name).read, guessed)
    reader = outlook.OutlookTable(table, name)
    kind = "alumni-csv" if _ALUMNI & reader.columns.keys() else "outlook-csv"
    return Found(kind, reader.read, guessed)
