"""Who invited, recommended and endorsed whom, and companies followed (interop.md §1.5)."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from . import values
from .linkedin_messages import plain
from .linkedin_rows import Cells, moment, open_rows, party
from .records import (
    EndorsementRecord,
    FollowRecord,
    InvitationRecord,
    Party,
    RecommendationRecord,
    Tie,
)

_Reader = Callable[[Cells, str, int], Tie | None]


def read_ties(stream: BinaryIO, file: str, kind: str) -> Iterator[Tie]:
    """The rows of one such table. Raises FormatError if its columns are missing."""
    known, reader = _READERS[kind]
    for line, cells in open_rows(stream, known):
        if found := reader(cells, file, line):
            yield found


def _invitation(cells: Cells, file: str, line: int) -> Tie | None:
    mine = cells.get("direction", "").strip().upper() == "OUTGOING"
    name = cells.get("to" if mine else "from", "")
    link = cells.get("inviteeprofileurl" if mine else "inviterprofileurl", "")
    other = party(name, link)
    if not (other.name or other.link):
        return None
    at = moment(cells.get("sentat", ""))
    return InvitationRecord(file, line, other, at, mine, plain(cells.get("message", "")))


def _recommendation(cells: Cells, file: str, line: int) -> Tie | None:
    name = f"{cells.get('firstname', '')} {cells.get('lastname', '')}"
    other = Party(values.clean(name))
    if not other.name:
        return None
    return RecommendationRecord(
        file=file,
        line=line,
        other=other,
        organization=values.clean(cells.get("company", "")),
        role=values.clean(cells.get("jobtitle", "")),
        at=moment(cells.get("creationdate", "")),
        mine="given" in values.fold(file),
        text=plain(cells.get("text", "")),
    )


def _endorsement(cells: Cells, file: str, line: int) -> Tie | None:
    mine = "endorseefirstname" in cells
    who = "endorsee" if mine else "endorser"
    name = f"{cells.get(who + 'firstname', '')} {cells.get(who + 'lastname', '')}"
    other = party(name, cells.get(f"{who}publicurl", ""))
    skill = values.clean(cells.get("skillname", ""))
    rejected = cells.get("endorsementstatus", "").strip().upper() == "REJECTED"
    if not skill or rejected or not (other.name or other.link):
        return None
    at = moment(cells.get("endorsementdate", ""))
    return EndorsementRecord(file, line, other, skill, at, mine)


def _follow(cells: Cells, file: str, line: int) -> Tie | None:
    name = values.clean(cells.get("organization", ""))
    return FollowRecord(file, line, name, moment(cells.get("followedon", ""))) if name else None


_READERS: dict[str, tuple[str, _Reader]] = {
    "invitations": ("sentat", _invitation),
    "recommendations": ("creationdate", _recommendation),
    "endorsements": ("endorsementdate", _endorsement),
    "companyfollows": ("followedon", _follow),
}
