"""The exporting person's own files in a LinkedIn archive: profile, jobs, schools, skills."""

import re
from collections.abc import Iterator

from . import values
from .archive import Archive
from .contact_table import distinct
from .decode import detect
from .records import FormatError, MeEducation, MePosition, MeRecord
from .table import read_table

_MAX_ROWS = 2000
_SITE = re.compile(r"https?://[^\s,\]]+")


def read_me(archive: Archive) -> MeRecord | None:
    """What the archive says about its owner; None if it says nothing."""
    profile = next(_rows(archive, "profile", "headline"), {})
    me = MeRecord(
        given=values.clean(profile.get("firstname", "")),
        family=values.clean(profile.get("lastname", "")),
        headline=values.clean(profile.get("headline", "")),
        summary=values.clean_lines(profile.get("summary", "")),
        location=values.clean(profile.get("geolocation", "") or profile.get("location", "")),
        emails=distinct(values.email(r.get("emailaddress", "")) for r in _emails(archive)),
        phones=distinct(
            values.phone(r.get("number", "")) for r in _rows(archive, "phonenumbers", "number")
        ),
        links=distinct(values.link(url) for url in _SITE.findall(profile.get("websites", ""))),
        positions=tuple(_positions(archive)),
        education=tuple(_education(archive)),
        skills=_skills(archive),
        follows=distinct(
            values.clean(r.get("organization", ""))
            for r in _rows(archive, "companyfollows", "organization")
        ),
    )
    return me if me != MeRecord() else None


def _rows(archive: Archive, name: str, known: str) -> Iterator[dict[str, str]]:
    """Rows of a member as folded header → cell; a damaged or missing file gives none."""
    member = archive.find(name)
    if member is None:
        return
    try:
        with archive.open(member) as stream:
            table = read_table(
                stream, detect(stream), lambda h: sum(values.fold(c) == known for c in h), known
            )
            header = [values.fold(name) for name in table.header]
            for count, row in enumerate(table.rows):
                if count >= _MAX_ROWS:
                    return
                yield dict(zip(header, row.cells, strict=False))
    except FormatError:
        return


def _emails(archive: Archive) -> list[dict[str, str]]:
    found = list(_rows(archive, "emailaddresses", "emailaddress"))
    return sorted(found, key=lambda row: row.get("primary", "").lower() != "yes")


def _positions(archive: Archive) -> Iterator[MePosition]:
    for row in _rows(archive, "positions", "title"):
        yield MePosition(
            organization=values.clean(row.get("companyname", "")),
            title=values.clean(row.get("title", "")),
            started=_date(row.get("startedon", "")),
            finished=_date(row.get("finishedon", "")),
            location=values.clean(row.get("location", "")),
            description=values.clean_lines(row.get("description", "")),
        )


def _education(archive: Archive) -> Iterator[MeEducation]:
    for row in _rows(archive, "education", "schoolname"):
        yield MeEducation(
            school=values.clean(row.get("schoolname", "")),
            degree=values.clean(row.get("degreename", "")),
            started=_date(row.get("startdate", "")),
            finished=_date(row.get("enddate", "")),
            notes=values.clean_lines(row.get("notes", "")),
        )


def _skills(archive: Archive) -> tuple[str, ...]:
    """Skills once each: LinkedIn repeats them in other letter case."""
    seen: dict[str, str] = {}
    for row in _rows(archive, "skills", "name"):
        name = values.clean(row.get("name", ""))
        if name:
            seen.setdefault(name.casefold(), name)
    return tuple(seen.values())


def _date(text: str) -> str:
    try:
        return values.partial_date(text)
    except ValueError:
        return ""
