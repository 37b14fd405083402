"""LinkedIn's "Get a copy of your data": Connections.csv in all its forms, and the whole archive.

Rules: interop.md §1. The archive comes as a zip, a folder, or loose files; what it tells besides
the connections is in `linkedin_messages.py`, `linkedin_ties.py` and `me.py`.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from .archive import Folder, Member, Source
from .columns import WORDS
from .contact_table import EXPECTED, ContactTable, score
from .decode import detect
from .linkedin_messages import read_messages
from .linkedin_rows import MINE
from .linkedin_ties import read_ties
from .me import read_me
from .records import (
    FormatError,
    Item,
    OrganizationRecord,
    Outcome,
    Party,
    PersonRecord,
    Problem,
    gettext_noop,
)
from .table import Header, Row, Table, read_table

NO_CONNECTIONS = gettext_noop(
    "This LinkedIn archive holds no Connections.csv. Ask LinkedIn again and tick “Connections”, or "
    "wait for the complete archive."
)
UNREADABLE = gettext_noop("%(file)s could not be read: %(why)s")
DEPARTED = gettext_noop("This member left LinkedIn or hides their name: only a date is left.")
_OWN = ("profile", "positions", "education", "skills")
_KINDS = {
    "invitations": "invitations",
    "recommendationsreceived": "recommendations",
    "recommendationsgiven": "recommendations",
    "endorsementreceivedinfo": "endorsements",
    "endorsementgiveninfo": "endorsements",
    "companyfollows": "companyfollows",
}
_TIES = (("messages",), *((name,) for name in _KINDS))
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


def read_archive(source: Source) -> Iterator[Item]:
    """What is known about myself, then the people, then what ties me to them.

    A file that is not there is normal; guides and role plays, which look like messages, are never
    asked for. Raises FormatError if there is nothing at all.
    """
    me = read_me(source)
    if me:
        yield me
    found = me is not None
    if member := source.find("connections"):
        with source.open(member) as stream:
            yield from read_connections(stream, member.label)
        found = True
    known = Party(f"{me.given} {me.family}".strip()) if me else Party()
    for names in _TIES:
        if member := source.find(*names):
            found = True
            yield from _read_ties(source, member, known)
    if not found:
        raise FormatError(NO_CONNECTIONS)


def _read_ties(source: Source, member: Member, me: Party) -> Iterator[Item]:
    """One further file; if it is damaged the rest is still worth having."""
    try:
        with source.open(member) as stream:
            if member.key == "messages":
                yield from read_messages(stream, member.label, me)
            else:
                yield from read_ties(stream, member.label, _KINDS[member.key])
    except FormatError as error:
        params = {"file": member.label, "why": str(error)}
        yield Problem(member.label, 1, UNREADABLE, Outcome.NOTED, params)


def read_loose(stream: BinaryIO, file: str, kind: str, me: Party) -> Iterator[Item]:
    """One file of the archive, alone: `kind` is what its columns say it is."""
    if kind == "messages":
        yield from read_messages(stream, file, me)
    elif kind in MINE:
        found = read_me(Folder([(f"{kind}.csv", stream)]))
        yield from [found] if found else []
    else:
        yield from read_ties(stream, file, kind)


def members_of(source: Source) -> list[Member]:
    """The files of LinkedIn's that tell of people or of me; none means it is something else."""
    found = (source.find(name) for name in ("connections", "messages", *_OWN, *_KINDS))
    return [member for member in found if member]
