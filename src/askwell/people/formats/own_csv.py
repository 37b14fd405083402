"""Askwell's own table of people, read back: what `csv_write.write_people` wrote, cell by cell."""

from typing import Any

from . import values
from .contact_table import ContactTable, distinct
from .csv_write import JOIN, PEOPLE, plain_cell
from .names import greeting_name
from .records import Problem
from .table import Header, Row, Table
from .vcard_lines import split_unescaped

_SIGNATURE = frozenset(("Name", "E-mail", "How I know them", "Id"))
_PLACES = {
    "Name": "display_name",
    "First name": "given",
    "Last name": "family",
    "Honorific": "honorific",
    "Role": "role",
    "Organization": "organization",
    "Place": "place",
    "Id": "uid",
}


def is_own(header: Header) -> bool:
    """True if these are the columns that Askwell writes."""
    return frozenset(header) >= _SIGNATURE


def score(header: Header) -> int:
    """How much this line looks like a header of our own."""
    return len(PEOPLE) * 2 if is_own(header) else 0


class OwnTable(ContactTable):
    """Rows of Askwell's own CSV."""

    def __init__(self, table: Table, file: str) -> None:
        super().__init__(table, file)
        self.columns = {name: [place] for place, name in enumerate(table.header)}
        self.day_first = self.tells_more = False

    def fields(self, row: Row, notes: list[Problem]) -> dict[str, Any]:
        """The fields of a PersonRecord, without the apostrophes that guard formulas."""
        cells = {
            name: plain_cell(cell) for name, cell in zip(self.table.header, row.cells, strict=False)
        }
        plain = {field: values.clean(cells.get(name, "")) for name, field in _PLACES.items()}
        day = self.date(row, cells.get("Connected on", ""), "Connected on", notes)
        return plain | {
            "raw": self.table.raw(row.cells),
            "greeting_name": greeting_name(plain["given"], plain["display_name"]),
            "emails": distinct(map(values.email, cells.get("E-mail", "").split(JOIN))),
            "phones": distinct(map(values.phone, cells.get("Phone", "").split(JOIN))),
            "links": distinct(map(values.link, cells.get("Links", "").split(JOIN))),
            "birthday": self.date(row, cells.get("Birthday", ""), "Birthday", notes),
            "how_met": values.clean_lines(cells.get("How I know them", "")),
            "connected_on": values.whole_day(day),
            "labels": distinct(map(values.clean, split_unescaped(cells.get("Labels", ""), ";"))),
            "notes": values.clean_lines(cells.get("Notes", "")),
        }
