"""What an import would do: each record of a file against the people already here. Reads only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from askwell.people.formats import Outcome, PersonRecord, Problem
from askwell.people.formats.records import gettext_noop
from askwell.people.identity import (
    Key,
    contacts_of,
    forgotten_digest,
    identity_keys,
    nameless_digest,
    organization_key,
)
from askwell.people.models import ContactPoint, ForgottenKey, ImportRow, Note, Person, Position
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

FORGOTTEN = gettext_noop("You asked Askwell to forget this person.")
FILLED = ("given", "family", "honorific", "birthday", "connected_on")
"""Fields that a later file may fill but never change."""


@dataclass(slots=True)
class Known:
    """What is known of one person, as far as an import may add to it."""

    uid: UUID
    pk: int | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    contacts: set[Key] = field(default_factory=set)
    jobs: set[tuple[str, str]] = field(default_factory=set)
    labels: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Changes:
    """What one record adds to a person."""

    fields: dict[str, Any] = field(default_factory=dict)
    contacts: list[tuple[str, str, str]] = field(default_factory=list)
    job: tuple[str, str] | None = None
    labels: list[str] = field(default_factory=list)
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.fields or self.contacts or self.job or self.labels or self.note)


@dataclass(slots=True)
class Decision:
    """What becomes of one record: `outcome` is new, updated, unchanged, skipped or failed."""

    record: PersonRecord | Problem
    outcome: str
    person: Known | None = None
    changes: Changes | None = None
    key: str = ""


class Matcher:
    """Decides record by record. With `remember` it keeps what it decided (a dry run writes
    nothing, so the second record of the same person must be recognised from memory)."""

    def __init__(self, scope: Scope, *, remember: bool) -> None:
        self.workspace = scope.workspace
        self.remember = remember
        self.forgotten = set(
            ForgottenKey.objects.filter(workspace=self.workspace).values_list("digest", flat=True)
        )
        self.memory: dict[Key, Known] = {}
        self.repeats: Counter[str] = Counter()

    def decide(self, records: Sequence[PersonRecord | Problem]) -> list[Decision]:
        """One decision per record, in order, in a fixed number of queries."""
        if not self.remember:
            self.memory = {}
        people = [record for record in records if isinstance(record, PersonRecord)]
        keys = [self.keys(person) for person in people]
        self._learn({key for found in keys for key in found} - self.memory.keys(), people)
        waiting = iter(keys)
        return [
            self._decide(record, next(waiting))
            if isinstance(record, PersonRecord)
            else Decision(record, record.outcome.value)
            for record in records
        ]

    def keys(self, record: PersonRecord) -> list[Key]:
        """What to recognise a record by; one without identity is recognised as a whole."""
        found = identity_keys(record)
        if found:
            return found
        plain = nameless_digest(record, 0)
        self.repeats[plain] += 1
        return [("row", nameless_digest(record, self.repeats[plain]))]

    def _decide(self, record: PersonRecord, keys: list[Key]) -> Decision:
        row_key = next((key for kind, key in keys if kind == "row"), "")
        if self.forgotten and any(forgotten_digest(*key) in self.forgotten for key in keys):
            problem = Problem(record.file, record.line, FORGOTTEN, Outcome.SKIPPED)
            return Decision(problem, Outcome.SKIPPED.value)
        known = next((self.memory[key] for key in keys if key in self.memory), None)
        if known is None:
            known = Known(new_uid())
            outcome, changes = "new", _difference(record, known)
        else:
            outcome, changes = "", _difference(record, known)
        # An address that already belongs to somebody else stays theirs.
        changes.contacts = [
            c for c in changes.contacts if self.memory.get((c[0], c[2]), known) is known
        ]
        _absorb(known, changes)
        for key in keys:
            self.memory.setdefault(key, known)
        outcome = outcome or ("updated" if changes else "unchanged")
        return Decision(record, outcome, known, changes, row_key)

    def _learn(self, keys: set[Key], records: list[PersonRecord]) -> None:
        """Find the people behind these keys and what is known of them."""
        owners = _owners(self.workspace, keys)
        if owners:
            known = _known(self.workspace, set(owners.values()), any(r.notes for r in records))
            self.memory |= {key: known[pk] for key, pk in owners.items() if pk in known}


def _owners(workspace: Any, keys: set[Key]) -> dict[Key, int]:
    """Key → person. An address that several people share points to the one known longest."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in keys:
        by_kind.setdefault(kind, []).append(key)
    rows = ImportRow.objects.filter(
        workspace=workspace, key__in=by_kind.pop("row", []), person__isnull=False
    ).exclude(key="")
    found = {("row", key): pk for key, pk in rows.values_list("key", "person")}
    for kind, values in by_kind.items():
        points = ContactPoint.objects.filter(workspace=workspace, kind=kind, key__in=values)
        for key, pk in points.order_by("-pk").values_list("key", "person"):
            found[kind, key] = pk
    return found


def _known(workspace: Any, ids: set[int], with_notes: bool) -> dict[int, Known]:
    people = Person.objects.filter(workspace=workspace, pk__in=ids)
    known = {
        row["pk"]: Known(
            row["uid"],
            row["pk"],
            {name: row[name] for name in (*FILLED, "role", "organization")},
            labels=list(row["labels"]),
        )
        for row in people.values("pk", "uid", "role", "organization", "labels", *FILLED)
    }
    points = ContactPoint.objects.filter(person__in=known)
    for pk, kind, key in points.values_list("person", "kind", "key"):
        known[pk].contacts.add((kind, key))
    jobs = Position.objects.filter(person__in=known)
    for pk, org, title in jobs.values_list("person", "organization__key", "title"):
        known[pk].jobs.add((org or "", title.casefold()))
    people_now = people.values_list("pk", "organization__key", "role")
    for pk, org, role in people_now:
        known[pk].jobs.add((org or "", role.casefold()))
    if with_notes:
        for pk, text in Note.objects.filter(person__in=known).values_list("person", "text"):
            known[pk].notes.add(text)
    return known


def _difference(record: PersonRecord, known: Known) -> Changes:
    """What the record knows and we do not. What is here already is never overwritten."""
    fields = {
        name: value
        for name in FILLED
        if (value := getattr(record, name)) and not known.fields.get(name)
    }
    contacts = [c for c in contacts_of(record) if (c[0], c[2]) not in known.contacts]
    job = None
    if record.organization or record.role:
        told = (organization_key(record.organization) if record.organization else "", record.role)
        if (told[0], told[1].casefold()) not in known.jobs:
            job = (record.organization, record.role)
    labels = [label for label in record.labels if label not in known.labels]
    note = record.notes if record.notes not in known.notes else ""
    return Changes(fields, contacts, job, labels, note)


def _absorb(known: Known, changes: Changes) -> None:
    known.fields |= changes.fields
    known.contacts |= {(kind, key) for kind, _value, key in changes.contacts}
    known.labels += changes.labels
    if changes.job:
        org, role = changes.job
        known.jobs.add((organization_key(org) if org else "", role.casefold()))
    if changes.note:
        known.notes.add(changes.note)
