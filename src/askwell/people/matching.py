"""What an import would do: each record of a file against the people already here. Reads only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from askwell.people.formats import Outcome, PersonRecord, Problem
from askwell.people.formats.records import gettext_noop
from askwell.people.identity import (
    Contact,
    Key,
    contacts_of,
    forgotten_digest,
    identity_keys,
    nameless_digest,
    organization_key,
)
from askwell.people.models import (
    ContactPoint,
    Education,
    ForgottenKey,
    ImportRow,
    Note,
    Person,
    Position,
)
from askwell.people.record_parts import (
    Stretch,
    labels_of,
    note_of,
    past_jobs_of,
    school_key,
    schools_of,
)
from askwell.people.same_organizations import other_keys
from askwell.plumbing.ids import new_uids, uid_in
from askwell.workspaces.access import Scope

_UID = ContactPoint.Kind.VCARD_UID.value

FORGOTTEN = gettext_noop("You asked Askwell to forget this person.")
FILLED = (
    "given", "family", "honorific", "place", "birthday", "connected_on", "how_known",
    "happy_to_talk",
)  # fmt: skip
"""Fields that a later file may fill but never change."""
_CALLED = {"how_known": "how_met", "happy_to_talk": "may_be_asked"}
"""What a record calls them, where that is another name."""

NEW, UPDATED, UNCHANGED = "new", "updated", "unchanged"


@dataclass(slots=True)
class Candidate:
    """A record with what it is recognised by, the strongest first: made before anything is locked."""

    record: PersonRecord
    contacts: list[Contact]
    keys: list[Key]


@dataclass(slots=True)
class Known:
    """What is known of one person, as far as an import may add to it.

    For somebody who is new in this chunk `made_from` says it all; the rest is filled when a second
    record of theirs turns up.
    """

    uid: Any
    pk: int | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    contacts: set[Key] = field(default_factory=set)
    jobs: set[tuple[str, str]] = field(default_factory=set)
    labels: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    schools: set[tuple[str, str]] = field(default_factory=set)
    made_from: Candidate | None = None


@dataclass(slots=True)
class Changes:
    """What one record adds to a person; for somebody new `fields` and `labels` stand in the record."""

    fields: dict[str, Any] = field(default_factory=dict)
    contacts: list[Contact] = field(default_factory=list)
    job: tuple[str, str] | None = None
    labels: list[str] = field(default_factory=list)
    note: str = ""
    schools: list[Stretch] = field(default_factory=list)
    past: list[Stretch] = field(default_factory=list)
    moved: bool = False
    """The job is at another organization than any known of them."""

    def __bool__(self) -> bool:
        small = self.fields or self.contacts or self.job or self.labels or self.note
        return bool(small or self.schools or self.past)


@dataclass(slots=True)
class Decision:
    """What becomes of one record: `outcome` is new, updated, unchanged, skipped or failed.

    The writer adds the uid of the row that keeps the raw record, and what stood there `before`.
    """

    record: PersonRecord | Problem
    outcome: str
    person: Known | None = None
    changes: Changes | None = None
    key: str = ""
    row: str = ""
    before: dict[str, Any] = field(default_factory=dict)


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
        self.aliases = other_keys(self.workspace)

    def candidates(self, records: Iterable[PersonRecord | Problem]) -> list[Candidate | Problem]:
        """Records with their keys; every record must come by once, and in order."""
        return [self._candidate(r) if isinstance(r, PersonRecord) else r for r in records]

    def _candidate(self, record: PersonRecord) -> Candidate:
        """One without any identity key is recognised as a whole."""
        contacts = contacts_of(record)
        keys = identity_keys(contacts)
        if not keys:
            plain = nameless_digest(record, 0)
            self.repeats[plain] += 1
            keys = [("row", nameless_digest(record, self.repeats[plain]))]
        return Candidate(record, contacts, keys)

    def decide(self, found: Sequence[Candidate | Problem]) -> list[Decision]:
        """One decision per record, in order, in a fixed number of queries."""
        if not self.remember:
            self.memory = {}
        people = [one for one in found if isinstance(one, Candidate)]
        self._learn(people)
        uids = new_uids(len(people))
        uids.reverse()
        return [
            self._decide(one, uids.pop())
            if isinstance(one, Candidate)
            else Decision(one, one.outcome.value)
            for one in found
        ]

    def _decide(self, one: Candidate, uid: str) -> Decision:
        record, keys, memory = one.record, one.keys, self.memory
        row_key = keys[0][1] if keys[0][0] == "row" else ""
        if self.forgotten and any(forgotten_digest(*key) in self.forgotten for key in keys):
            problem = Problem(record.file, record.line, FORGOTTEN, Outcome.SKIPPED)
            return Decision(problem, Outcome.SKIPPED.value)
        known = next((memory[key] for key in keys if key in memory), None)
        if known is None:
            known = Known(uid, made_from=one)
            outcome, changes = NEW, _all_of(one)
        else:
            if known.made_from:
                _learn_itself(known, known.made_from)
            changes = _difference(one, known)
            # An address that already belongs to somebody else stays theirs.
            changes.contacts = [
                c for c in changes.contacts if memory.get((c[0], c[2]), known) is known
            ]
            _absorb(known, changes)
            outcome = UPDATED if changes else UNCHANGED
        for key in keys:
            memory.setdefault(key, known)
        return Decision(record, outcome, known, changes, row_key)

    def _learn(self, people: list[Candidate]) -> None:
        """Find the people behind these keys and what is known of them."""
        keys = {key for one in people for key in one.keys}
        owners = owners_of(self.workspace, keys - self.memory.keys() if self.memory else keys)
        if owners:
            known = _known(self.workspace, set(owners.values()))
            if any(note_of(one.record) for one in people):
                _add_notes(known)
            if any(schools_of(one.record) for one in people):
                _add_schools(known)
            if self.aliases:
                for person in known.values():
                    person.jobs |= _by_other_names(person.jobs, self.aliases)
            self.memory |= {key: known[pk] for key, pk in owners.items() if pk in known}


def _by_other_names(
    jobs: set[tuple[str, str]], aliases: dict[str, set[str]]
) -> set[tuple[str, str]]:
    """The same jobs under the other names of the organizations: no move is made of a name."""
    return {(other, title) for key, title in jobs for other in aliases.get(key, ())}


def owners_of(workspace: Any, keys: set[Key]) -> dict[Key, int]:
    """Key → person. An address that several people share points to the one known longest."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in keys:
        by_kind.setdefault(kind, []).append(key)
    found: dict[Key, int] = {}
    if rows := by_kind.pop("row", []):
        told = ImportRow.objects.filter(workspace=workspace, key__in=rows, person__isnull=False)
        for key, pk in told.exclude(key="").values_list("key", "person"):
            found["row", key] = pk
    for kind, values in by_kind.items():
        # Sorted here: asked for an order, SQLite walks the whole notebook instead of the keys.
        points = ContactPoint.objects.filter(workspace=workspace, kind=kind, key__in=values)
        for _pk, key, person in sorted(points.values_list("pk", "key", "person"), reverse=True):
            found[kind, key] = person
    return _under_our_number(workspace, by_kind.get(_UID, [])) | found


def _under_our_number(workspace: Any, keys: list[str]) -> dict[Key, int]:
    """Cards that went out under the number a person has here come back to that person."""
    numbers = {number: key for key in keys if (number := uid_in(key))}
    if not numbers:
        return {}
    people = Person.objects.filter(workspace=workspace, uid__in=list(numbers))
    found: dict[Key, int] = {}
    for pk, uid, merged in people.values_list("pk", "uid", "merged_into"):
        found[_UID, numbers[uid]] = merged or pk
    return found


def _known(workspace: Any, ids: set[int]) -> dict[int, Known]:
    names = (*FILLED, "role", "organization")
    people = Person.objects.filter(workspace=workspace, pk__in=ids)
    known = {}
    rows = people.values_list("pk", "uid", "labels", "organization__key", *names)
    for pk, uid, labels, employer, *rest in rows:
        fields = dict(zip(names, rest, strict=True))
        jobs = {(employer or "", fields["role"].casefold())}
        known[pk] = Known(uid, pk, fields, labels=list(labels), jobs=jobs)
        known[pk].contacts.add((_UID, str(uid)))
    points = ContactPoint.objects.filter(person__in=known)
    for pk, kind, key in points.values_list("person", "kind", "key"):
        known[pk].contacts.add((kind, key))
    positions = Position.objects.filter(person__in=known)
    for pk, org, title in positions.values_list("person", "organization__key", "title"):
        known[pk].jobs.add((org or "", title.casefold()))
    return known


def _add_notes(known: dict[int, Known]) -> None:
    """One by one, and together as they go out."""
    notes: dict[int, list[str]] = {}
    rows = Note.objects.filter(person__in=known).order_by("pk")
    for pk, text in rows.values_list("person", "text"):
        notes.setdefault(pk, []).append(text)
    for pk, texts in notes.items():
        known[pk].notes.update((*texts, "\n\n".join(texts)))


def _add_schools(known: dict[int, Known]) -> None:
    rows = Education.objects.filter(person__in=known)
    for pk, school, degree in rows.values_list("person", "school", "degree"):
        known[pk].schools.add(school_key((school, degree, "", "")))


def _all_of(one: Candidate) -> Changes:
    """Everything somebody new brings along that is not in the row of the person."""
    record = one.record
    changes = Changes(contacts=one.contacts, job=_job(record), note=note_of(record))
    if record.school or record.educations:
        changes.schools = schools_of(record)
    if record.positions:
        changes.past = past_jobs_of(record)
    return changes


def _job(record: PersonRecord) -> tuple[str, str] | None:
    told = record.organization or record.role
    return (record.organization, record.role) if told else None


def _job_key(job: tuple[str, str]) -> tuple[str, str]:
    organization, role = job
    return (organization_key(organization) if organization else "", role.casefold())


def _difference(one: Candidate, known: Known) -> Changes:
    """What the record knows and we do not. What is here already is never overwritten."""
    record = one.record
    fields = {
        name: value
        for name in FILLED
        if (value := told(record, name)) and not known.fields.get(name)
    }
    contacts = [c for c in one.contacts if (c[0], c[2]) not in known.contacts]
    job = _job(record)
    if job and _job_key(job) in known.jobs:
        job = None
    labels = [label for label in labels_of(record) if label not in known.labels]
    note = note_of(record)
    schools = [one for one in schools_of(record) if school_key(one) not in known.schools]
    past = [one for one in past_jobs_of(record) if _job_key(one[:2]) not in known.jobs]
    note = note if note not in known.notes else ""
    return Changes(fields, contacts, job, labels, note, schools, past, _moves(job, known))


def told(record: PersonRecord, name: str) -> Any:
    """What a record says of one of the `FILLED` fields."""
    return getattr(record, _CALLED.get(name, name))


def _moves(job: tuple[str, str] | None, known: Known) -> bool:
    if not job or not job[0]:
        return False
    earlier = {organization for organization, _ in known.jobs if organization}
    return bool(earlier) and organization_key(job[0]) not in earlier


def _learn_itself(known: Known, one: Candidate) -> None:
    """Somebody of this chunk is met again: know what their first record said."""
    known.made_from = None
    _absorb(known, _difference(one, known))


def _absorb(known: Known, changes: Changes) -> None:
    known.fields |= changes.fields
    known.contacts |= {(kind, key) for kind, _value, key in changes.contacts}
    known.labels += changes.labels
    if changes.job:
        known.jobs.add(_job_key(changes.job))
    known.jobs |= {_job_key(one[:2]) for one in changes.past}
    known.schools |= {school_key(one) for one in changes.schools}
    if changes.note:
        known.notes.add(changes.note)
