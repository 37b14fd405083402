"""Excel workbooks (.xlsx): the first sheet with something in it, row by row, as text.

openpyxl in its reading mode keeps one row at a time in memory. (calamine, the quicker one, lays the
sheet out as a rectangle first: two cells far apart in a file of 5 kB end the process.) What it reads
is looked through before: no DTD, no entities, no bomb.
"""

import re
import warnings
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any, BinaryIO

from .archive import Archive, Member
from .records import FormatError, gettext_noop
from .table import MAX_COLUMNS, Row

MAX_ROWS = 210_000
_WIDTH = 200
_EMPTY_ROWS = 1000
_MAX_CELL = 1 << 15
_MAX_UNZIPPED = 200 << 20
_MAX_RATIO = 60
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)

DAMAGED = gettext_noop("This workbook is damaged or cut short. Save it again, or as CSV (UTF-8).")
UNSAFE = gettext_noop("This workbook holds what no honest one does, so it was not opened.")
TOO_LARGE = gettext_noop(
    "This workbook is larger than any list of contacts. Save the sheet with the people as CSV."
)
NO_CELLS = gettext_noop("There is nothing in this workbook.")


def is_workbook(archive: Archive) -> bool:
    """True for an Excel workbook, whatever its name."""
    return any(m.path.replace("\\", "/") == "xl/workbook.xml" for m in archive.members)


def read_sheet(stream: BinaryIO, archive: Archive) -> Iterator[Row]:
    """The rows of the first sheet that has any. Raises FormatError for damaged and unsafe files."""
    _look_through(archive)
    stream.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from _rows(stream)
    except (FormatError, GeneratorExit):
        raise
    except Exception as error:  # openpyxl lets everything through that XML and zip can raise
        raise FormatError(DAMAGED) from error


def _look_through(archive: Archive) -> None:
    """Refuse declarations in any XML part, and parts that unpack to far more than a list needs."""
    unzipped = sum(member.size for member in archive.members)
    packed = sum(member.packed for member in archive.members)
    if unzipped > _MAX_UNZIPPED or unzipped > (1 << 20) + _MAX_RATIO * packed:
        raise FormatError(TOO_LARGE)
    for member in archive.members:
        if member.suffix in (".xml", ".rels", ".vml"):
            with archive.open(member) as part:
                _refuse_declarations(part, member)


def _refuse_declarations(part: BinaryIO, member: Member) -> None:
    held = b""
    size = 0
    while block := part.read(1 << 16):
        size += len(block)
        if size > member.size:
            raise FormatError(UNSAFE)
        if b"\x00" in block or _DECLARED.search(held + block):  # NULs: XML in another encoding
            raise FormatError(UNSAFE)
        held = block[-16:]


def _rows(stream: BinaryIO) -> Iterator[Row]:
    # A third of a second, for this format only.
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets[:20]:
            sheet.reset_dimensions()
            found = False
            for row in _filled(sheet.iter_rows(max_col=_WIDTH, values_only=True)):
                found = True
                yield row
            if found:
                return
    finally:
        book.close()
    raise FormatError(NO_CELLS)


def _filled(rows: Iterator[tuple[Any, ...]]) -> Iterator[Row]:
    empty = 0
    for number, values in enumerate(rows, start=1):
        cells = [_text(value) for value in values[:MAX_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            empty = 0
            yield Row(number, cells)
        else:
            empty += 1
        if number > MAX_ROWS or empty > _EMPTY_ROWS:
            return


def _text(value: Any) -> str:
    """A cell as somebody would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    elif isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return str(value)[:_MAX_CELL]
