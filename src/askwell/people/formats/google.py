"""Google Contacts CSV, the layout until 2024 and the one since (interop.md §2.1)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from . import values
from .contact_table import ContactTable, distinct, label
from .records import Problem
from .table import Header, Row, Table
from .values import fold

EXPECTED = "First Name, Last Name, E-mail 1 - Value, Organization Name"
_NUMBERED = re.compile(
    r"(E-?mail|Phone|Address|Website|Event|Relation|Custom Field|Organization|IM) (\d+) - (.+)",
    re.I,
)
_TOWN = ("city", "region", "country")
_JOIN = ":::"
_OWN = {
    "namesuffix": "suffix",
    "organizationtitle": "role",
    "groupmembership": "labels",
}


def is_google(header: Header) -> bool:
    """True if any column is one of Google's numbered ones."""
    return any(_NUMBERED.fullmatch(name.strip()) for name in header)


def score(header: Header) -> int:
    """How much this line looks like a header of Google's."""
    return sum(bool(_NUMBERED.fullmatch(name.strip())) for name in header)


class GoogleTable(ContactTable):
    """Rows of a Google CSV: numbered columns, cells that hold several values."""

    def __init__(self, table: Table, file: str) -> None:
        super().__init__(table, file)
        self.tells_more = False
        # Google's Name is the whole name, and its dates are ISO.
        self.columns.pop("email", None)
        self.columns.pop("phone", None)
        self.columns.pop("title", None)
        self.numbered: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, name in enumerate(table.header):
            if found := _NUMBERED.fullmatch(name.strip()):
                self.numbered[fold(found[1]), fold(found[3])].append(place)
            elif meaning := _OWN.get(fold(name)):
                self.columns.setdefault(meaning, []).append(place)
        for meaning, part in (("organization", "name"), ("role", "title")):
            if places := self.numbered.get(("organization", part)):
                self.columns.setdefault(meaning, []).extend(places)
        self.town = [self.numbered.get(("address", part), [])[:1] for part in _TOWN]

    def fields(self, row: Row, notes: list[Problem]) -> dict[str, object]:
        """As for any table, with the numbered columns and joined cells taken apart."""
        fields = super().fields(row, notes)
        fields["emails"] = distinct(values.email(v) for v in self._values(row, "email"))
        fields["phones"] = distinct(values.phone(v) for v in self._values(row, "phone"))
        fields["links"] = distinct(values.link(v) for v in self._values(row, "website"))
        fields["labels"] = distinct(map(label, self.first(row, "labels").split(_JOIN)))
        fields["place"] = self._place(row)
        return fields

    def _place(self, row: Row) -> str:
        parts = [values.clean(row.cells[p]) for ps in self.town for p in ps if p < len(row.cells)]
        return ", ".join(filter(None, parts))[:200]

    def _values(self, row: Row, kind: str) -> Iterator[str]:
        for place in self.numbered.get((kind, "value"), ()):
            if place < len(row.cells):
                yield from row.cells[place].split(_JOIN)
