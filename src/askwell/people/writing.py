"""Writing what `matching` decided: one chunk at a time, in bulk, inside the caller's transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from askwell.people import search
from askwell.people.bulk import ids_by_uid, insert_many, update_many
from askwell.people.formats import OrganizationRecord, PersonRecord, Problem
from askwell.people.identity import organization_key, sort_key
from askwell.people.matching import FILLED, Changes, Decision, Known
from askwell.people.models import (
    ContactPoint,
    ImportBatch,
    ImportRow,
    Note,
    Organization,
    Person,
    Position,
    Source,
)
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

_PERSON = (
    "workspace", "uid", "name", "given", "family", "honorific", "greeting", "sort_key", "role",
    "organization", "birthday", "source", "source_detail", "connected_on", "labels", "origin",
    "created_at", "updated_at",
)  # fmt: skip
_ROW = (
    "workspace", "uid", "batch", "file", "line", "outcome", "reason", "key", "raw", "person",
    "before",
)  # fmt: skip
_UPDATED = (*FILLED, "role", "organization", "labels", "origin", "updated_at")


class Writer:
    """Writes the decisions of one import."""

    def __init__(
        self, scope: Scope, batch: ImportBatch, *, now: datetime, seen_at: datetime, detail: str
    ) -> None:
        self.scope = scope
        self.batch = batch
        self.now = now
        self.seen_at = seen_at
        self.detail = detail
        self.organizations: dict[str, int] = {}

    def write(self, decisions: Sequence[Decision], companies: Iterable[OrganizationRecord]) -> None:
        """Write one chunk; the number of statements does not depend on its size."""
        changing = [d for d in decisions if d.outcome in ("new", "updated")]
        rows = {id(d): new_uid() for d in decisions}
        self._find_organizations(changing, companies)
        fresh = self._persons([d for d in changing if d.outcome == "new"], rows)
        added, ended = self._details(changing)
        before = self._updates([d for d in changing if d.outcome == "updated"], rows, ended)
        self._rows(decisions, rows, added, before)
        self._index(fresh)
        self._reindex({d.person.pk for d in changing if d.outcome == "updated" and d.person})

    # --- organizations ---

    def _find_organizations(
        self, changing: list[Decision], companies: Iterable[OrganizationRecord]
    ) -> None:
        names = [d.changes.job[0] for d in changing if d.changes and d.changes.job]
        names += [company.name for company in companies]
        wanted = {organization_key(name): name for name in reversed(names) if name}
        missing = wanted.keys() - self.organizations.keys()
        if not missing:
            return
        self._look_up(missing)
        fresh = sorted(missing - self.organizations.keys())
        insert_many(
            Organization,
            ("workspace", "uid", "name", "key", "origin", "created_at"),
            [
                (
                    self.scope.workspace.pk,
                    new_uid(),
                    wanted[key][:300],
                    key,
                    {"batch": str(self.batch.uid)},
                    self.now,
                )
                for key in fresh
            ],
        )
        self._look_up(set(fresh))
        index_organizations(self.scope, fresh)

    def _look_up(self, keys: set[str]) -> None:
        rows = Organization.objects.filter(workspace=self.scope.workspace, key__in=keys)
        found = rows.order_by("-pk").values_list("key", "pk", "merged_into")
        self.organizations |= {key: merged or pk for key, pk, merged in found}

    def _organization(self, name: str) -> int | None:
        return self.organizations[organization_key(name)] if name else None

    # --- people ---

    def _persons(self, fresh: list[Decision], rows: dict[int, UUID]) -> list[Decision]:
        insert_many(Person, _PERSON, [self._person(d, str(rows[id(d)])) for d in fresh])
        uids = [d.person.uid for d in fresh if d.person]
        ids = ids_by_uid(Person, self.scope.workspace, uids) if uids else {}
        for decision in fresh:
            if decision.person:
                decision.person.pk = ids[decision.person.uid]
        return fresh

    def _person(self, decision: Decision, row: str) -> tuple[Any, ...]:
        record, known = _record(decision), _known(decision)
        name = record.label[:300]
        return (
            self.scope.workspace.pk,
            known.uid,
            name,
            record.given[:150],
            record.family[:150],
            record.honorific[:50],
            record.greeting_name[:150],
            sort_key(name, record.given, record.family),
            record.role[:300],
            self._organization(record.organization),
            record.birthday,
            Source.IMPORT.value,
            self.detail,
            record.connected_on,
            list(record.labels),
            {"*": row},
            self.now,
            self.now,
        )

    def _details(self, changing: list[Decision]) -> tuple[dict[int, Any], dict[int, list[str]]]:
        """Ways to reach, jobs and notes of all; returns what was added and which jobs ended."""
        ended = self._end_jobs([d for d in changing if d.outcome == "updated" and _job(d)])
        added: dict[int, dict[str, list[str]]] = {}
        points: list[Any] = []
        jobs: list[Any] = []
        notes: list[Any] = []
        for decision in changing:
            changes, person = _changes(decision), _known(decision).pk
            head: tuple[Any, ...] = (self.scope.workspace.pk, person)
            new_points = [(new_uid(), *head, *c) for c in changes.contacts]
            new_jobs = [(new_uid(), *head, *self._job(changes))] if changes.job else []
            new_notes = [(new_uid(), *head, changes.note, self.now)] if changes.note else []
            points += new_points
            jobs += new_jobs
            notes += new_notes
            if decision.outcome == "updated":
                kinds = {"contactpoint": new_points, "position": new_jobs, "note": new_notes}
                added[id(decision)] = {k: [str(row[0]) for row in v] for k, v in kinds.items() if v}
        head_names = ("uid", "workspace", "person")
        insert_many(ContactPoint, (*head_names, "kind", "value", "key"), points)
        insert_many(Position, (*head_names, "organization", "title", "seen_at"), jobs)
        insert_many(Note, (*head_names, "text", "created_at"), notes)
        return added, ended

    def _job(self, changes: Changes) -> tuple[int | None, str, datetime]:
        name, role = changes.job or ("", "")
        return (self._organization(name), role[:300], self.seen_at)

    def _end_jobs(self, moving: list[Decision]) -> dict[int, list[str]]:
        """A job change is written down: what was the present job stays, no longer present."""
        people = [_known(d).pk for d in moving]
        now = Position.objects.filter(person__in=people, is_current=True)
        found: dict[int, list[str]] = {}
        for person, uid in now.values_list("person", "uid"):
            found.setdefault(person, []).append(str(uid))
        now.update(is_current=False)
        return {id(d): found.get(_known(d).pk or 0, []) for d in moving}

    def _updates(
        self, updated: list[Decision], rows: dict[int, UUID], ended: dict[int, list[str]]
    ) -> dict[int, Any]:
        """Fill empty fields and set the new job; returns what was there before, for undo."""
        people = Person.objects.in_bulk([_known(d).pk for d in updated])
        before: dict[int, Any] = {}
        for decision in updated:
            person, changes = people[_known(decision).pk or 0], _changes(decision)
            new: dict[str, Any] = dict(changes.fields)
            if changes.labels:
                new["labels"] = [*person.labels, *changes.labels]
            if changes.job:
                new["organization_id"] = self._organization(changes.job[0])
                new["role"] = changes.job[1][:300]
            old = {name: getattr(person, name) for name in new}
            before[id(decision)] = {"old": _plain(old), "new": _plain(new)}
            if ended.get(id(decision)):
                before[id(decision)]["ended"] = ended[id(decision)]
            person.origin |= dict.fromkeys(new, str(rows[id(decision)]))
            person.updated_at = max(person.updated_at, person.created_at)
            for name, value in new.items():
                setattr(person, name, value)
        update_many(Person, _UPDATED, list(people.values()))
        return before

    # --- what was read, and what can be found ---

    def _rows(
        self,
        decisions: Sequence[Decision],
        rows: dict[int, UUID],
        added: dict[int, Any],
        before: dict[int, Any],
    ) -> None:
        insert_many(
            ImportRow,
            _ROW,
            [
                (
                    self.scope.workspace.pk,
                    rows[id(d)],
                    self.batch.pk,
                    d.record.file[:200],
                    d.record.line,
                    d.outcome,
                    str(d.record)[:300] if isinstance(d.record, Problem) else "",
                    d.key,
                    dict(d.record.raw),
                    d.person.pk if d.person else None,
                    _plain_before(added.get(id(d)), before.get(id(d))),
                )
                for d in decisions
                if d.outcome != "unchanged"
            ],
        )

    def _index(self, fresh: list[Decision]) -> None:
        search.index_many(
            self.scope,
            [
                search.Entry(
                    "person",
                    _known(d).uid,
                    _record(d).label,
                    ", ".join(filter(None, (_record(d).role, _record(d).organization))),
                    _known(d).uid,
                    self.now,
                    _words(_record(d)),
                )
                for d in fresh
            ],
            fresh=True,
        )

    def _reindex(self, ids: set[int | None]) -> None:
        if ids:
            index_people(self.scope, [pk for pk in ids if pk])


def index_people(scope: Scope, ids: Iterable[int]) -> None:
    """Make these people findable under what is known of them now. Two reads."""
    keys = list(ids)
    words: dict[int, list[str]] = {}
    for person, value in ContactPoint.objects.filter(person__in=keys).values_list(
        "person", "value"
    ):
        words.setdefault(person, []).append(value)
    people = Person.objects.filter(workspace=scope.workspace, pk__in=keys, merged_into=None)
    rows = people.annotate(employer=F("organization__name")).values(
        "pk", "uid", "name", "given", "family", "role", "employer", "labels", "updated_at"
    )
    search.index_many(
        scope,
        [
            search.Entry(
                "person",
                row["uid"],
                row["name"],
                ", ".join(filter(None, (row["role"], row["employer"]))),
                row["uid"],
                row["updated_at"],
                " ".join([row["given"], row["family"], *row["labels"], *words.get(row["pk"], [])]),
            )
            for row in rows
        ],
    )


def index_organizations(scope: Scope, keys: Iterable[str]) -> None:
    """Make the organizations with these keys findable."""
    rows = Organization.objects.filter(
        workspace=scope.workspace, key__in=list(keys), merged_into=None
    )
    search.index_many(
        scope,
        [
            search.Entry("organization", uid, name, about)
            for uid, name, about in rows.values_list("uid", "name", "about")
        ],
    )


def _words(record: PersonRecord) -> str:
    told = (record.given, record.family, *record.emails, *record.links, *record.labels)
    return " ".join((*told, *record.phones))


def _record(decision: Decision) -> PersonRecord:
    assert isinstance(decision.record, PersonRecord)  # noqa: S101 - new and updated are people
    return decision.record


def _known(decision: Decision) -> Known:
    assert decision.person is not None  # noqa: S101
    return decision.person


def _changes(decision: Decision) -> Changes:
    return decision.changes or Changes()


def _job(decision: Decision) -> bool:
    return bool(_changes(decision).job)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Values as JSON holds them."""
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in values.items()}


def _plain_before(added: Any, before: Any) -> dict[str, Any]:
    return ({"added": added} if added else {}) | (before or {})
