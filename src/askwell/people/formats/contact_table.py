"""Contact tables whose columns are known by name: what LinkedIn, Outlook and others share."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from . import values
from .columns import WORDS
from .names import display_name, greeting_name
from .records import OrganizationRecord, Outcome, PersonRecord, Problem, gettext_noop
from .table import Header, Row, Table

EXPECTED = "First Name, Last Name, Email Address, Company, Position"

BAD_DATE = gettext_noop("“%(value)s” in %(column)s is no date that exists; the rest was kept.")
NOTHING = gettext_noop("Neither a name nor an address, so there is nobody to add.")
OPEN_QUOTE = gettext_noop("A quotation mark is opened and never closed in this row.")
EITHER_WAY = gettext_noop(
    "“%(value)s” in %(column)s can be read in two ways; it was read as %(read)s."
)

_IDENTITY = frozenset(("given", "family", "display", "email"))
_COMPANIONS = frozenset(
    (
        *("given", "family", "display", "email", "phone", "url", "organization", "role"),
        *("connected", "school", "degree", "graduated"),
    )
)
FURTHER = frozenset(
    (
        *("place", "school", "degree", "graduated", "may_be_asked", "requests_per_term"),
        *("skills", "how_met", "uid"),
    )
)
_PARTS = re.compile(r"[;,\n|]")
_ENGLISH = frozenset(("firstname", "lastname", "givenname", "familyname", "name"))
_SYSTEM_GROUPS = frozenset(("mycontacts", "starred"))


def score(header: Header) -> int:
    """How much this line looks like the header of a contact table; 0 if it does not."""
    found = WORDS.columns(header)
    if not _IDENTITY & found.keys() or len(_COMPANIONS & found.keys()) < 2:
        return 0
    # Spelled just so: what tells Imię in the Polish code page from Imiê in the Western one.
    return len(found) + sum(map(WORDS.spells, header))


class ContactTable:
    """Reads rows of a table into people, companies and problems."""

    def __init__(self, table: Table, file: str) -> None:
        self.table = table
        self.file = file
        self.columns = meanings(table.header)
        self.day_first = not any(values.fold(name) in _ENGLISH for name in table.header)
        self.tells_more = bool(FURTHER & self.columns.keys())

    def read(self) -> Iterator[PersonRecord | OrganizationRecord | Problem]:
        """Every row: a person, a company, or a problem; notes on dates come beside."""
        for row in self.table.rows:
            if row.broken:
                yield self.problem(row, OPEN_QUOTE)
                continue
            notes: list[Problem] = []
            yield self.item(row, notes)
            yield from notes

    def item(self, row: Row, notes: list[Problem]) -> PersonRecord | OrganizationRecord | Problem:
        """What one row holds; remarks on it are appended to `notes`."""
        fields = self.fields(row, notes)
        if not (fields["display_name"] or fields["emails"] or fields["phones"] or fields["links"]):
            if fields["organization"]:
                return OrganizationRecord(
                    self.file, row.line, fields["organization"], raw=fields["raw"]
                )
            return self.problem(row, NOTHING, Outcome.SKIPPED)
        if self.tells_more:
            fields |= self.further(row, notes)
        return PersonRecord(file=self.file, line=row.line, **fields)

    def fields(self, row: Row, notes: list[Problem]) -> dict[str, Any]:
        """The fields of a PersonRecord that this row gives."""
        given, family = self.text(row, "given"), self.text(row, "family")
        middle, shown = self.text(row, "middle"), self.text(row, "display")
        shown = display_name(given, family, middle) or shown
        return {
            "raw": self.table.raw(row.cells),
            "given": given,
            "family": family,
            "display_name": shown,
            "greeting_name": greeting_name(given, shown),
            "honorific": self.text(row, "honorific"),
            "emails": self._emails(row),
            "phones": distinct(map(values.phone, self.all(row, "phone"))),
            "links": distinct(map(values.link, self.all(row, "url"))),
            "organization": self.text(row, "organization"),
            "role": self.text(row, "role"),
            "notes": values.clean_lines(told) if (told := self.first(row, "notes")) else "",
            "labels": labels(
                self.first(row, "labels"), ";" if self.table.delimiter != ";" else ","
            ),
            "birthday": self._birthday(row, notes),
            "connected_on": self._connected(row, notes),
        }

    def further(self, row: Row, notes: list[Problem]) -> dict[str, Any]:
        """What an alumni directory or a table of one's own may say besides."""
        year = self.first(row, "graduated")
        skills = (values.clean(part) for part in _PARTS.split(self.first(row, "skills")[:2000]))
        return {
            "place": self.text(row, "place")[:200],
            "school": self.text(row, "school"),
            "degree": self.text(row, "degree"),
            "graduated": self.date(row, values.class_year(year), "graduated", notes),
            "may_be_asked": values.yes_or_no(self.first(row, "may_be_asked")),
            "requests_per_term": values.small_number(self.first(row, "requests_per_term")),
            "skills": distinct(skills),
            "how_met": values.clean_lines(self.first(row, "how_met")),
            "uid": self.text(row, "uid")[:200],
        }

    def first(self, row: Row, meaning: str) -> str:
        """The first filled cell of this meaning."""
        for place in self.columns.get(meaning, ()):
            if place < len(row.cells) and row.cells[place]:
                return row.cells[place]
        return ""

    def text(self, row: Row, meaning: str) -> str:
        """The first filled cell of this meaning, clean."""
        return values.clean(self.first(row, meaning)) if meaning in self.columns else ""

    def all(self, row: Row, meaning: str) -> list[str]:
        """All filled cells of this meaning."""
        cells = row.cells
        places = self.columns.get(meaning, ())
        return [cells[place] for place in places if place < len(cells) and cells[place]]

    def problem(
        self, row: Row, reason: str, outcome: Outcome = Outcome.FAILED, **params: str
    ) -> Problem:
        """A problem with this row."""
        return Problem(self.file, row.line, reason, outcome, params, self.table.raw(row.cells))

    def _emails(self, row: Row) -> tuple[str, ...]:
        plain = distinct(map(values.email, self.all(row, "email")))
        if plain or "email_display" not in self.columns:
            return plain
        return distinct(values.email_inside(text) for text in self.all(row, "email_display"))

    def _birthday(self, row: Row, notes: list[Problem]) -> str:
        if "birth_month" in self.columns:
            parts = ("birth_year", "birth_month", "birthday")
            text = _thunderbird_date(*(self.first(row, part) for part in parts))
        else:
            text = self.first(row, "birthday")
        return self.date(row, text, "birthday", notes) if text else ""

    def _connected(self, row: Row, notes: list[Problem]) -> date | None:
        text = self.first(row, "connected")
        iso = self.date(row, text, "connected", notes) if text else ""
        return values.whole_day(iso)

    def date(self, row: Row, text: str, meaning: str, notes: list[Problem]) -> str:
        """ISO text of a date cell; what does not exist becomes a note, never a guess."""
        try:
            iso = values.partial_date(text, day_first=self.day_first)
        except ValueError:
            params = {"value": values.clean(text)[:40], "column": self._column(meaning)}
            notes.append(self.problem(row, BAD_DATE, Outcome.NOTED, **params))
            return ""
        if meaning == "birthday" and not self.day_first and values.either_way(text):
            column = self._column(meaning)
            params = {"value": values.clean(text), "column": column, "read": iso}
            notes.append(self.problem(row, EITHER_WAY, Outcome.NOTED, **params))
        return iso

    def _column(self, meaning: str) -> str:
        return next((self.table.header[p] for p in self.columns.get(meaning, ())), meaning)


def meanings(header: Header) -> dict[str, list[int]]:
    """Columns by meaning, with the words that mean different things in different programs settled."""
    columns = WORDS.columns(header)
    title = columns.pop("title", [])
    if title:  # Outlook's Title is "Dr."; in a hand-made table it is the job
        kind = "honorific" if {"role", "suffix"} & columns.keys() else "role"
        columns.setdefault(kind, []).extend(title)
    if "family" not in columns and "given" in columns and "display" in columns:
        plain = [p for p in columns["display"] if values.fold(header[p]) == "name"]
        if plain:  # German "Vorname, Name"
            columns["family"] = plain
            columns["display"] = [p for p in columns["display"] if p not in plain]
    return columns


def distinct(found: Iterable[str]) -> tuple[str, ...]:
    """Without blanks and repeats, in order."""
    return tuple(dict.fromkeys(filter(None, found)))


def labels(text: str, mark: str) -> tuple[str, ...]:
    """Labels of a cell without the groups that programs make by themselves."""
    return distinct(label(part) for part in text.split(mark)) if text else ()


def label(text: str) -> str:
    """One label, or "" for a system group (`* myContacts`, `My Contacts`)."""
    text = values.clean(text)
    if text.startswith("*") or values.fold(text) in _SYSTEM_GROUPS:
        return ""
    return text[:100]


def _thunderbird_date(year: str, month: str, day: str) -> str:
    if not (month and day):
        return year
    return f"{year or '-'}-{month.zfill(2)}-{day.zfill(2)}"
