"""The further tables of a LinkedIn archive: known by their columns, read as header → cell."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO

from . import values
from .archive import Source
from .decode import detect
from .records import FormatError, Party
from .table import Header, Table, read_table
from .values import fold

Cells = dict[str, str]

# What a table is, by columns that no other of LinkedIn's tables has together.
KINDS = {
    "messages": ("from", "to", "date", "content", "folder"),
    "invitations": ("from", "to", "sentat", "direction"),
    "recommendations": ("firstname", "lastname", "text", "creationdate", "status"),
    "endorsements": ("endorsementdate", "skillname"),
    "companyfollows": ("organization", "followedon"),
    "profile": ("firstname", "lastname", "headline", "geolocation"),
    "positions": ("companyname", "title", "startedon", "finishedon"),
    "education": ("schoolname", "startdate", "enddate", "degreename"),
    "emailaddresses": ("emailaddress", "confirmed", "primary"),
    "phonenumbers": ("extension", "number", "type"),
}
MINE = ("profile", "positions", "education", "emailaddresses", "phonenumbers", "skills")


def kind_of(header: Header, file: str) -> str:
    """The name of LinkedIn's table that has these columns, or "". `file` matters for skills only,
    whose one column says nothing."""
    found = {fold(name) for name in header}
    if found == {"name"}:
        return "skills" if fold(file).startswith("skills") else ""
    return next((name for name, needed in KINDS.items() if found.issuperset(needed)), "")


def score(header: Header, file: str) -> int:
    """How much this line looks like the header of such a table: more than any other reading."""
    kind = kind_of(header, file)
    return 10 * len(KINDS.get(kind, " ")) if kind else 0


def cells_of(table: Table) -> Iterator[tuple[int, Cells]]:
    """Line and cells by folded header of every whole row."""
    header = [fold(name) for name in table.header]
    for row in table.rows:
        if not row.broken:
            yield row.line, dict(zip(header, row.cells, strict=False))


def open_rows(stream: BinaryIO, known: str) -> Iterator[tuple[int, Cells]]:
    """The rows below the header that has a column `known`. Raises FormatError if none has."""

    def likes(header: Header) -> int:
        return sum(fold(name) == known for name in header)

    yield from cells_of(read_table(stream, detect(stream), likes, known))


def member_rows(source: Source, name: str, known: str, limit: int) -> Iterator[Cells]:
    """Rows of a member of the archive; a damaged or missing one gives none."""
    member = source.find(name)
    if member is None:
        return
    try:
        with source.open(member) as stream:
            for count, (_line, cells) in enumerate(open_rows(stream, known)):
                if count >= limit:
                    return
                yield cells
    except FormatError:
        return


def party(name: str, link: str) -> Party:
    """Somebody by name and profile address."""
    return Party(values.clean(name), values.profile_url(link.strip()))


def moment(text: str) -> datetime | date | None:
    """As `values.moment`, None for what is no date."""
    try:
        return values.moment(text)
    except ValueError:
        return None
