"""Where what is known of somebody comes from: which file said it, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.people.models import ContactPoint, Education, ImportRow, Note, Person, Position
from askwell.people.words import CONTACTS
from askwell.workspaces.access import Scope


@dataclass(frozen=True)
class Fact:
    """One thing known, and the row of a file that said so; None: it was written here."""

    what: str
    value: str
    row: ImportRow | None


def provenance(scope: Scope, person: Person) -> list[Fact]:
    """Every fact about somebody with its source, in a fixed number of statements."""
    rows = ImportRow.objects.filter(workspace=scope.workspace, person=person)
    known = list(rows.select_related("batch").order_by("pk"))
    by_uid = {str(row.uid): row for row in known}
    origin: dict[str, str] = person.origin
    facts = []
    for name, what, value in _fields(person):
        said = by_uid.get(origin.get(name, origin.get("*", "")))
        plain = isinstance(value, date)
        shown = date_format(value, "DATE_FORMAT") if isinstance(value, date) else str(value)
        facts.append(Fact(what, shown, said if plain else _saying(shown, said, known)))
    facts += [Fact(what, value, _saying(value, None, known)) for what, value in _details(person)]
    return facts


def _fields(person: Person) -> Iterator[tuple[str, str, Any]]:
    employer = person.organization.name if person.organization else ""
    found = (
        ("given", _("First name"), person.given),
        ("family", _("Last name"), person.family),
        ("honorific", _("Title"), person.honorific),
        ("role", _("What they do"), person.role),
        ("organization_id", _("Organization"), employer),
        ("place", _("Place"), person.place),
        ("birthday", _("Birthday"), person.birthday),
        ("connected_on", _("Connected on"), person.connected_on),
        ("labels", _("Labels"), ", ".join(person.labels)),
    )
    return ((name, what, value) for name, what, value in found if value)


def _details(person: Person) -> Iterator[tuple[str, str]]:
    for kind, value in ContactPoint.objects.filter(person=person).values_list("kind", "value"):
        if kind in CONTACTS:
            yield str(CONTACTS[kind]), value
    jobs = Position.objects.filter(person=person, is_current=False)
    for title, employer in jobs.values_list("title", "organization__name"):
        yield _("Earlier job"), ", ".join(filter(None, (title, employer)))
    for school in Education.objects.filter(person=person).values_list("school", flat=True):
        yield _("School"), school
    for text in Note.objects.filter(person=person).values_list("text", flat=True)[:50]:
        yield _("Note"), text[:120]


def _saying(value: str, said: ImportRow | None, known: Sequence[ImportRow]) -> ImportRow | None:
    """The row that holds the value, the one named first: what was changed by hand stands in none."""
    for row in [said, *known] if said else known:
        if row and _holds(row, value):
            return row
    return None


def _holds(row: ImportRow, value: str) -> bool:
    """Whether the raw record has every word of the value (it may be written otherwise there)."""
    raw = " ".join(map(str, row.raw.values())).replace("\\", "").casefold()
    words = value.casefold().rstrip("/").rpartition("/in/")[2].replace(",", " ").split()
    return bool(words) and all(word in raw for word in words[:8])
