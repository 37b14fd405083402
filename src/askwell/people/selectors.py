"""Reads of people and organizations: the only door to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from askwell.coach.cadence import EventKind
from askwell.people.models import (
    ContactPoint,
    Education,
    Event,
    ImportBatch,
    Merge,
    Note,
    Organization,
    Person,
    Position,
    Reading,
    Standing,
)
from askwell.people.words import EVENTS, READINGS, event_words
from askwell.plumbing.errors import NotFound
from askwell.workspaces.access import Scope

Row = TypeVar("Row", bound=Model)


def people(scope: Scope) -> QuerySet[Person]:
    """Everybody in the notebook who was not merged into somebody else."""
    return Person.objects.filter(workspace=scope.workspace, merged_into=None)


def get_person(scope: Scope, uid: UUID | str) -> Person:
    """One person with their organization; one who was merged leads to the winner.

    Raises NotFound when there is none in this notebook.
    """
    rows = Person.objects.filter(workspace=scope.workspace)
    found = rows.select_related("organization", "merged_into").filter(uid=uid).first()
    while found is not None and found.merged_into_id is not None:
        found = rows.select_related("organization").filter(pk=found.merged_into_id).first()
    if found is None:
        raise NotFound
    return found


def get_organization(scope: Scope, uid: UUID | str) -> Organization:
    """One organization; one that was merged leads to the winner. Raises NotFound."""
    rows = Organization.objects.filter(workspace=scope.workspace)
    found = rows.filter(uid=uid).first()
    while found is not None and found.merged_into_id is not None:
        found = rows.filter(pk=found.merged_into_id).first()
    if found is None:
        raise NotFound
    return found


def get_batch(scope: Scope, uid: UUID | str) -> ImportBatch:
    """One import. Raises NotFound when it is not in this notebook."""
    return _one(ImportBatch.objects.filter(workspace=scope.workspace, uid=uid))


def awaits_columns(scope: Scope, uid: UUID | str) -> bool:
    """Does this import only wait for somebody to say what the columns of its table hold?"""
    batch = ImportBatch.objects.filter(workspace=scope.workspace, uid=uid).first()
    return batch is not None and bool(batch.counts.get("columns"))


def get_contact(scope: Scope, uid: UUID | str) -> ContactPoint:
    """One way to reach somebody, with the person. Raises NotFound."""
    return _one(_detail(ContactPoint, scope, uid))


def get_position(scope: Scope, uid: UUID | str) -> Position:
    """One job of somebody, with the person. Raises NotFound."""
    return _one(_detail(Position, scope, uid))


def get_education(scope: Scope, uid: UUID | str) -> Education:
    """One school of somebody, with the person. Raises NotFound."""
    return _one(_detail(Education, scope, uid))


def get_reading(scope: Scope, uid: UUID | str) -> Reading:
    """One thing read about somebody, with the person. Raises NotFound."""
    return _one(_detail(Reading, scope, uid))


def get_note(scope: Scope, uid: UUID | str) -> Note:
    """One note, with the person. Raises NotFound."""
    return _one(_detail(Note, scope, uid))


def get_merge(scope: Scope, uid: UUID | str) -> Merge:
    """One "same person". Raises NotFound."""
    return _one(Merge.objects.filter(workspace=scope.workspace, uid=uid))


def _detail(model: type[Row], scope: Scope, uid: UUID | str) -> QuerySet[Row]:
    rows = model._default_manager.filter(workspace=scope.workspace, uid=uid)
    return rows.select_related("person")


def _one(rows: QuerySet[Row]) -> Row:
    found = rows.first()
    if found is None:
        raise NotFound
    return found


# --- where everybody stands ---


def standings(scope: Scope) -> QuerySet[Standing]:
    """Where everybody stands who is or was in play, with person, organization and question."""
    rows = Standing.objects.filter(workspace=scope.workspace)
    return rows.select_related("person__organization", "exploration")


def standings_of(scope: Scope, person: Person) -> QuerySet[Standing]:
    """Where one person stands, under each question."""
    return standings(scope).filter(person=person).order_by("due_at")


# --- one person ---


@dataclass(frozen=True)
class Entry:
    """One line of somebody's story."""

    at: datetime
    text: Any
    about: str = ""
    until: str = ""


def parts(scope: Scope, person: Person) -> dict[str, Any]:
    """What the fragments of the person page rest on, not read yet (see `plumbing/together.py`)."""
    # The person alone: with the workspace beside it, SQLite takes the wrong one of two indexes.
    mine = {"person": person}
    jobs = Position.objects.filter(**mine).select_related("organization")
    contacts = ContactPoint.objects.filter(**mine).exclude(kind=ContactPoint.Kind.VCARD_UID)
    return {
        "contacts": contacts.order_by("-is_primary", "-works", "pk"),
        "positions": jobs.order_by("-is_current", "-started", "-pk"),
        "educations": Education.objects.filter(**mine).order_by("-ended", "-pk"),
        "readings": Reading.objects.filter(**mine),
        "notes": Note.objects.filter(**mine)[:100],
        "timeline": _happened(person),
        "merges": merges(scope, person),
    }


def details(found: dict[str, Any]) -> dict[str, Any]:
    """The parts, once they are read, as the fragments of the person page show them:
    `people/_identity.html`, `_path.html`, `_reading.html`, `_notes.html` and `_timeline.html`."""
    return found | {
        "contacts": _distinct(found["contacts"]),
        "readings": _by_kind(found["readings"]),
        "timeline": _told(found["timeline"]),
    }


def _distinct(rows: Iterable[ContactPoint]) -> list[ContactPoint]:
    """Once each: two merged people may both bring the same address."""
    return list({(row.kind, row.key): row for row in reversed(list(rows))}.values())[::-1]


def _by_kind(rows: Iterable[Reading]) -> list[dict[str, Any]]:
    found: dict[str, list[Reading]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return [
        {"kind": kind, "title": title, "hint": hint, "rows": found.get(kind, [])}
        for kind, (title, hint) in READINGS.items()
    ]


def _happened(person: Person) -> QuerySet[Event]:
    rows = Event.objects.filter(person=person).select_related("exploration")
    return rows.order_by("-at", "-recorded_at", "-pk")[:300]


def _told(events: Iterable[Event], limit: int = 60) -> list[Entry]:
    """What happened with somebody, newest first; what was taken back is left out."""
    rows = list(events)
    gone = {event.data.get("event") for event in rows if event.kind == "retracted"}
    return [
        Entry(
            event.at,
            event_words(event.kind, event.data),
            event.exploration.sentence if event.exploration else "",
            str(event.data.get("until", ""))[:10],
        )
        for event in rows
        if event.kind in EVENTS and str(event.uid) not in gone
    ][:limit]


def merges(scope: Scope, person: Person | Organization) -> QuerySet[Merge]:
    """What was merged into them and can be taken apart again."""
    rows = Merge.objects.filter(workspace=scope.workspace, winner_uid=person.uid, undone_at=None)
    return rows.order_by("-merged_at")[:20]


def maybe_the_same(scope: Scope, person: Person) -> list[Person]:
    """Others who share an address or the name with somebody: to look at, never to assume.

    A first name alone is enough where one of the two has no other.
    """
    keys = ContactPoint.objects.filter(person=person).values_list("key", flat=True)
    sharing = ContactPoint.objects.filter(
        workspace=scope.workspace, kind__in=list(ContactPoint.Kind), key__in=list(keys)
    )
    ids = set(sharing.values_list("person", flat=True)[:50])
    named = people(scope).filter(sort_key=person.sort_key)
    first = people(scope).filter(given__iexact=person.given) if person.given else named
    for alike in (named, first.filter(family="") if person.family else first):
        ids |= set(alike.values_list("pk", flat=True)[:50])
    rows = people(scope).filter(pk__in=ids - {person.pk}).select_related("organization")
    return list(rows.order_by("sort_key", "pk")[:10])


# --- imports ---


def batches(scope: Scope) -> QuerySet[ImportBatch]:
    """The latest imports, without their long lists."""
    rows = ImportBatch.objects.filter(workspace=scope.workspace)
    return rows.defer("problems").order_by("-created_at")[:10]


# --- the journal ---


def counted(scope: Scope, *kinds: EventKind) -> QuerySet[Event]:
    """Entries of the journal of these kinds, without those that were taken back."""
    rows = Event.objects.filter(workspace=scope.workspace)
    back = rows.filter(kind=EventKind.RETRACTED).values_list("data", flat=True)
    return rows.filter(kind__in=kinds).exclude(uid__in=[UUID(data["event"]) for data in back])
