"""People for other programs: some of them or all, as cards or as a table, piece by piece."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from askwell.people.formats import PersonRecord
from askwell.people.formats.csv_write import write_people
from askwell.people.formats.vcard_write import write_jcards, write_vcards
from askwell.people.lists import Filters, narrowed, ordered
from askwell.people.models import ContactPoint, Note, Person
from askwell.workspaces.access import Scope

_CHUNK = 500
MOST = 1_000_000

VCARD, VCARD_4, JCARD, TABLE = "vcf", "vcf4", "json", "csv"
TYPES = {
    VCARD: "text/vcard; charset=utf-8",
    VCARD_4: "text/vcard; charset=utf-8",
    JCARD: "application/vcard+json",
    TABLE: "text/csv; charset=utf-8",
}
ENDINGS = {VCARD: "vcf", VCARD_4: "vcf", JCARD: "json", TABLE: "csv"}


def written(
    scope: Scope, filters: Filters, text: str, *, form: str, now: datetime
) -> Iterator[bytes]:
    """The people found, or everybody, in one of the forms of `TYPES`."""
    people = records(scope, chosen(scope, filters, text, now=now))
    if form == TABLE:
        return write_people(people)
    if form == JCARD:
        return write_jcards(people, revised=now)
    return write_vcards(people, revised=now, version="4.0" if form == VCARD_4 else "3.0")


def chosen(scope: Scope, filters: Filters, text: str, *, now: datetime) -> list[UUID]:
    """Numbers of the people meant, in the order of the list."""
    if text:
        return ordered(scope, filters, text, now=now, limit=MOST)
    rows = narrowed(scope, filters, now).order_by("sort_key", "pk")
    return list(rows.values_list("uid", flat=True))


def records(scope: Scope, uids: Sequence[UUID]) -> Iterator[PersonRecord]:
    """People as the formats know them, three statements for five hundred.

    A card that came in with a UID of its own goes out under it; else it is ours.
    """
    for start in range(0, len(uids), _CHUNK):
        chunk = uids[start : start + _CHUNK]
        rows = Person.objects.filter(workspace=scope.workspace, uid__in=chunk)
        people = {row.uid: row for row in rows.select_related("organization")}
        keys = [row.pk for row in people.values()]
        ways, notes = _ways(keys), _notes(keys)
        for uid in chunk:
            if row := people.get(uid):
                yield _record(row, ways.get(row.pk, {}), notes.get(row.pk, []))


def _record(row: Person, ways: dict[str, list[str]], notes: list[str]) -> PersonRecord:
    return PersonRecord(
        given=row.given,
        family=row.family,
        display_name=row.name,
        honorific=row.honorific,
        emails=tuple(ways.get("email", ())),
        phones=tuple(ways.get("phone", ())),
        links=tuple(ways.get("link", ())),
        organization=row.organization.name if row.organization else "",
        role=row.role,
        notes="\n\n".join(notes),
        birthday=row.birthday,
        labels=tuple(map(str, row.labels)),
        connected_on=row.connected_on,
        uid=next(iter(ways.get("vcard-uid", ())), str(row.uid)),
        place=row.place,
        how_met=row.how_known,
    )


def _ways(keys: Iterable[int]) -> dict[int, dict[str, list[str]]]:
    found: dict[int, dict[str, list[str]]] = {}
    rows = ContactPoint.objects.filter(person__in=list(keys)).order_by("-is_primary", "pk")
    for person, kind, value in rows.values_list("person", "kind", "value"):
        found.setdefault(person, {}).setdefault(kind, []).append(value)
    return found


def _notes(keys: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = Note.objects.filter(person__in=list(keys)).order_by("pk")
    for person, text in rows.values_list("person", "text"):
        found.setdefault(person, []).append(text)
    return found
