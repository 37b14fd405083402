"""The exporting person's own files in a LinkedIn archive: profile, jobs, schools, skills."""

import re
from collections.abc import Iterator

from . import values
from .archive import Source
from .contact_table import distinct
from .linkedin_rows import Cells, member_rows
from .records import MeEducation, MePosition, MeRecord

_MAX_ROWS = 2000
_SITE = re.compile(r"https?://[^\s,\]]+")


def read_me(source: Source) -> MeRecord | None:
    """What the archive says about its owner; None if it says nothing."""
    profile = next(_rows(source, "profile", "headline"), {})
    me = MeRecord(
        given=values.clean(profile.get("firstname", "")),
        family=values.clean(profile.get("lastname", "")),
        headline=values.clean(profile.get("headline", "")),
        summary=values.clean_lines(profile.get("summary", "")),
        location=values.clean(profile.get("geolocation", "") or profile.get("location", "")),
        emails=distinct(values.email(r.get("emailaddress", "")) for r in _emails(source)),
        phones=distinct(
            values.phone(r.get("number", "")) for r in _rows(source, "phonenumbers", "number")
        ),
        links=distinct(values.link(url) for url in _SITE.findall(profile.get("websites", ""))),
        positions=tuple(_positions(source)),
        education=tuple(_education(source)),
        skills=_skills(source),
        follows=distinct(
            values.clean(r.get("organization", ""))
            for r in _rows(source, "companyfollows", "organization")
        ),
    )
    return me if me != MeRecord() else None


def _rows(source: Source, name: str, known: str) -> Iterator[Cells]:
    return member_rows(source, name, known, _MAX_ROWS)


def _emails(source: Source) -> list[Cells]:
    found = list(_rows(source, "emailaddresses", "emailaddress"))
    return sorted(found, key=lambda row: row.get("primary", "").lower() != "yes")


def _positions(source: Source) -> Iterator[MePosition]:
    for row in _rows(source, "positions", "title"):
        yield MePosition(
            organization=values.clean(row.get("companyname", "")),
            title=values.clean(row.get("title", "")),
            started=_date(row.get("startedon", "")),
            finished=_date(row.get("finishedon", "")),
            location=values.clean(row.get("location", "")),
            description=values.clean_lines(row.get("description", "")),
        )


def _education(source: Source) -> Iterator[MeEducation]:
    for row in _rows(source, "education", "schoolname"):
        yield MeEducation(
            school=values.clean(row.get("schoolname", "")),
            degree=values.clean(row.get("degreename", "")),
            started=_date(row.get("startdate", "")),
            finished=_date(row.get("enddate", "")),
            notes=values.clean_lines(row.get("notes", "")),
        )


def _skills(source: Source) -> tuple[str, ...]:
    """Skills once each: LinkedIn repeats them in other letter case."""
    seen: dict[str, str] = {}
    for row in _rows(source, "skills", "name"):
        name = values.clean(row.get("name", ""))
        if name:
            seen.setdefault(name.casefold(), name)
    return tuple(seen.values())


def _date(text: str) -> str:
    try:
        return values.partial_date(text)
    except ValueError:
        return ""
