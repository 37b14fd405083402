"""Cards as CSV: a table that spreadsheets open, and that comes back without a letter lost.

A cell that would begin a formula gets an apostrophe, and one that begins with apostrophes and such a
character gets one more, so that reading can take exactly one away. When a card comes again and how
it was answered stand in two columns of JSON, digit for digit.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

COLUMNS = (
    "id", "kind", "stage", "front", "back", "a", "b", "better", "rules", "source", "due",
    "schedule", "answers",
)  # fmt: skip
MOST_ROWS = 20_000
_GUARDED = re.compile(r"'*[=+\-@\t\r]")
_GUARD = re.compile(r"'+[=+\-@\t\r]")


class NotCards(ValueError):
    """The file is no table of cards; the message says what is missing."""


@dataclass(frozen=True)
class Row:
    """One card of a file. ``schedule`` and ``answers`` are as they were written, or empty."""

    id: str = ""
    kind: str = ""
    stage: str = ""
    front: str = ""
    back: str = ""
    a: str = ""
    b: str = ""
    better: str = ""
    rules: str = ""
    source: str = ""
    due: str = ""
    schedule: dict[str, Any] = field(default_factory=dict)
    answers: tuple[dict[str, Any], ...] = ()


def write(rows: Iterable[Row]) -> bytes:
    """The table: UTF-8 with a mark for Excel, lines end as the standard says."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        schedule = json.dumps(row.schedule) if row.schedule else ""
        answers = json.dumps(row.answers, ensure_ascii=False) if row.answers else ""
        plain = [getattr(row, name) for name in COLUMNS[:-2]]
        writer.writerow(map(_guarded, [*plain, schedule, answers]))
    return buffer.getvalue().encode("utf-8-sig", "replace")


def read(contents: bytes) -> Iterator[Row]:
    """The cards of a table; ``front`` is needed, other columns may be missing or more than ours.

    Raises :class:`NotCards`.
    """
    text = contents.decode("utf-8-sig", "replace").replace("\x00", "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        head = [name.strip().casefold() for name in next(reader, [])]
        if "front" not in head:
            raise NotCards("front")
        for number, cells in enumerate(reader):
            if number >= MOST_ROWS:
                raise NotCards("rows")
            found = dict(zip(head, map(_bare, cells), strict=False))
            if any(found.values()):
                yield _row(found)
    except csv.Error:
        raise NotCards("table") from None


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _row(found: dict[str, str]) -> Row:
    plain = {name: found.get(name, "") for name in COLUMNS[:-2]}
    schedule, answers = _json(found.get("schedule")), _json(found.get("answers"))
    return Row(
        **plain,
        schedule=schedule if isinstance(schedule, dict) else {},
        answers=tuple(a for a in answers if isinstance(a, dict))
        if isinstance(answers, list)
        else (),
    )


def _json(text: str | None) -> Any:
    try:
        return json.loads(text or "null")
    except (ValueError, RecursionError):
        return None


def _guarded(cell: str) -> str:
    return "'" + cell if _GUARDED.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if _GUARD.match(cell) else cell
