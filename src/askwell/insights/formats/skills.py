"""Skill names out of a LinkedIn export (the zip or its Skills.csv) or a JSON Resume."""

import io
import json
from collections.abc import Iterator
from typing import Any

from askwell.people.formats import FormatError
from askwell.people.formats.archive import Archive
from askwell.people.formats.decode import detect
from askwell.people.formats.me import read_me
from askwell.people.formats.records import gettext_noop
from askwell.people.formats.table import read_table

MOST = 500
LONGEST = 120
BIGGEST = 300 << 20
BIGGEST_TEXT = 2 << 20

_NOTHING = gettext_noop("There are no skills in this file. What you had is kept.")
_UNKNOWN = gettext_noop(
    "This is neither a LinkedIn export nor a Skills.csv nor a JSON Resume. What you had is kept."
)
_TOO_BIG = gettext_noop("This file is far bigger than a list of skills. What you had is kept.")


def read_skills(stream: io.BufferedIOBase, size: int) -> tuple[str, ...]:
    """The names, each once whatever its letter case, in the order of the file.

    Raises FormatError with one sentence when the file is something else, or holds none.
    """
    if size > BIGGEST:
        raise FormatError(_TOO_BIG)
    head = stream.read(4)
    stream.seek(0)
    names = _distinct(_zipped(stream) if head.startswith(b"PK") else _plain(stream, size))
    if not names:
        raise FormatError(_NOTHING)
    return names


def _zipped(stream: Any) -> Iterator[str]:
    me = read_me(Archive(stream))
    yield from me.skills if me else ()


def _plain(stream: Any, size: int) -> Iterator[str]:
    if size > BIGGEST_TEXT:
        raise FormatError(_TOO_BIG)
    data = stream.read()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _json_resume(data)
    else:
        yield from _table(io.BytesIO(data))


def _json_resume(data: bytes) -> Iterator[str]:
    """`skills` holds groups (`name`) with their `keywords`; a group of keywords is no skill itself."""
    try:
        resume = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FormatError(_UNKNOWN) from error
    rows = resume.get("skills")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, str):
            yield row
        elif isinstance(row, dict):
            words = row.get("keywords")
            yield from (
                str(word)
                for word in (
                    words if isinstance(words, list) and words else [row.get("name") or ""]
                )
            )


def _table(stream: Any) -> Iterator[str]:
    table = read_table(
        stream, detect(stream), lambda header: sum(_is_name(cell) for cell in header), "Name"
    )
    place = next(i for i, cell in enumerate(table.header) if _is_name(cell))
    for row in table.rows:
        if place < len(row.cells):
            yield row.cells[place]


def _is_name(cell: str) -> bool:
    return cell.strip().lstrip("\ufeff").casefold() in ("name", "skill", "skills")


def _distinct(names: Iterator[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        plain = " ".join(name.split())[:LONGEST]
        if plain and len(seen) < MOST:
            seen.setdefault(plain.casefold(), plain)
    return tuple(seen.values())
