"""LinkedIn's "Get a copy of your data": Connections.csv in all its forms, alone or in the zip.

Rules: interop.md §1. A further file of the archive (messages, invitations) is one more function
here that yields its own records, and one more line in `read_archive`.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from . import values
from .archive import Archive, Member
from .contact_table import EXPECTED, WORDS, ContactTable, score
from .decode import detect
from .me import read_me
from .records import (
    FormatError,
    Item,
    OrganizationRecord,
    Outcome,
    PersonRecord,
    Problem,
    gettext_noop,
)
from .table import Header, Row, Table, read_table

DEPARTED = gettext_noop("This member left LinkedIn or hides their name: only a date is left.")
_OWN_PROFILE = frozenset(("headline", "geolocation"))
_EXPORT_DATE = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)


class Connections(ContactTable):
    """Rows of Connections.csv."""

    def __init__(self, table: Table, file: str) -> None:
        super().__init__(table, file)
        if "title" in self.columns:
            self.columns.setdefault("role", []).extend(self.columns.pop("title"))

    def item(self, row: Row, notes: list[Problem]) -> PersonRecord | OrganizationRecord | Problem:
        """As for any table, but a row with nothing but a date is a departed member."""
        dates = self.columns.get("connected", ())
        if not any(cell.strip() for n, cell in enumerate(row.cells) if n not in dates):
            return self.problem(row, DEPARTED, Outcome.SKIPPED)
        return super().item(row, notes)


def is_connections(header: Header) -> bool:
    """True if these are the columns of Connections.csv, in any order or known language."""
    return "connected" in WORDS.columns(header)


def is_own_profile(header: Header) -> bool:
    """True for Profile.csv, which is about the exporting person themselves."""
    return {values.fold(name) for name in header} >= _OWN_PROFILE


def read_connections(stream: BinaryIO, file: str) -> Iterator[Item]:
    """The people of a Connections.csv. Raises FormatError if no header is found."""
    table = read_table(stream, detect(stream), score, EXPECTED)
    return Connections(table, file).read()


def exported_on(name: str) -> date | None:
    """The day of the export, from the name LinkedIn gives the zip."""
    found = _EXPORT_DATE.search(name)
    try:
        return date(int(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def read_archive(archive: Archive) -> Iterator[Item]:
    """What is known about myself, then the people. A file that is not in the zip is normal,
    but without Connections there is nobody to add: FormatError."""
    member = archive.find("connections")
    if member is None:
        raise FormatError(
            gettext_noop(
                "This LinkedIn archive holds no Connections.csv. Ask LinkedIn again and tick "
                "“Connections”, or wait for the complete archive."
            )
        )
    if me := read_me(archive):
        yield me
    with archive.open(member) as stream:
        yield from read_connections(stream, member.label)


def is_archive(archive: Archive) -> bool:
    """True if the zip looks like LinkedIn's: Connections, or the exporting person's Profile."""
    members: list[Member | None] = [
        archive.find(n) for n in ("connections", "profile", "positions")
    ]
    return any(members)
