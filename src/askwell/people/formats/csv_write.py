"""Writing CSV that a spreadsheet opens without running anything, and that we read back whole."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from .records import PersonRecord

# Column names stay English in every language: other programs look for them.
PEOPLE = (
    "Name", "First name", "Last name", "Honorific", "Role", "Organization", "Place", "E-mail",
    "Phone", "Links", "Birthday", "How I know them", "Connected on", "Labels", "Notes", "Id",
)  # fmt: skip
JOIN = "; "
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def safe_cell(text: str) -> str:
    """A cell that would start a formula gets a leading apostrophe (interop.md §0)."""
    return "'" + text if _FORMULA.match(text) else text


def plain_cell(text: str) -> str:
    """The cell as it was before `safe_cell`."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """UTF-8 with BOM (so that Excel sees it), CRLF; cells safe against formula injection."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    yield ("\ufeff" + buffer.getvalue()).encode()
    for row in rows:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(["" if cell is None else safe_cell(str(cell)) for cell in row])
        yield buffer.getvalue().encode("utf-8", "replace")


def write_people(people: Iterable[PersonRecord]) -> Iterator[bytes]:
    """A table of people with the columns `PEOPLE`; several addresses share a cell."""
    return write_csv(PEOPLE, map(_row, people))


def _row(person: PersonRecord) -> tuple[object, ...]:
    joined = [JOIN.join(values) for values in (person.emails, person.phones, person.links)]
    labels = JOIN.join(label.replace("\\", "\\\\").replace(";", "\\;") for label in person.labels)
    return (
        person.display_name or person.label,
        *(person.given, person.family, person.honorific, person.role, person.organization),
        *(person.place, *joined, person.birthday, person.how_met, person.connected_on),
        *(labels, person.notes, person.uid),
    )
