"""Writing what `matching` decided, a piece at a time and in bulk: planned first, then carried out."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from askwell.coach.cadence import EventKind
from askwell.people import search, touches
from askwell.people.bulk import Insert, Json, ready_insert, take_ids, update_many
from askwell.people.findable import index_people, reachable, work
from askwell.people.formats import OrganizationRecord, PersonRecord, Problem
from askwell.people.identity import organization_key, sort_key
from askwell.people.matching import FILLED, NEW, UNCHANGED, UPDATED, Changes, Decision, Known
from askwell.people.models import (
    ContactPoint,
    Education,
    ImportBatch,
    ImportRow,
    Note,
    Organization,
    Person,
    Position,
    Source,
)
from askwell.people.record_parts import labels_of
from askwell.people.same_organizations import known_by
from askwell.plumbing.ids import new_uids
from askwell.workspaces.access import Scope

_PERSON = (
    "id", "uid", "name", "given", "family", "honorific", "greeting", "sort_key", "role",
    "organization", "place", "birthday", "connected_on", "how_known", "happy_to_talk", "labels",
    "origin",
)  # fmt: skip
_ROW = ("uid", "file", "line", "outcome", "reason", "key", "raw", "person", "before")
_UPDATED = (*FILLED, "role", "organization", "labels", "origin", "updated_at")
_MOST = {"given": 150, "family": 150, "honorific": 50, "place": 200, "birthday": 20}
_NONE, _NOTHING = Json("[]"), Json("{}")
_encode = json.JSONEncoder(check_circular=False).encode


@dataclass(slots=True)
class Plan:
    """What one piece writes, and the decisions behind it."""

    decisions: Sequence[Decision]
    updated: set[int]
    inserts: list[Insert] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    """Jobs that another record of the same piece has replaced already."""
    changed: list[Person] = field(default_factory=list)
    found: list[Insert] = field(default_factory=list)
    moves: list[touches.Contact] = field(default_factory=list)


class Writer:
    """Plans and writes the decisions of one import."""

    def __init__(
        self,
        scope: Scope,
        batch: ImportBatch,
        *,
        now: datetime,
        seen_at: datetime,
        source: Source,
        detail: str,
    ) -> None:
        self.scope = scope
        self.batch = batch
        self.now = now
        self.seen_at = seen_at
        self.source, self.detail = source, detail
        self.mine = {"workspace": scope.workspace.pk}
        self.organizations: dict[str, int] = {}

    def plan(self, decisions: Sequence[Decision], companies: Iterable[OrganizationRecord]) -> Plan:
        """All that one piece writes, ready to be run. Reads only, so that no lock is held for it; the
        number of statements does not depend on the size of the piece."""
        for decision, uid in zip(decisions, new_uids(len(decisions)), strict=True):
            decision.row = uid
        fresh = [d for d in decisions if d.outcome == NEW]
        updated = [d for d in decisions if d.outcome == UPDATED]
        changing = fresh + updated
        plan = Plan(decisions, {pk for d in updated if (pk := _known(d).pk)})
        found = self._find_organizations(changing, companies, plan)
        self._persons(fresh, plan)
        self._end_jobs([d for d in updated if _changes(d).job], plan)
        self._contacts(changing, plan)
        self._jobs(changing, plan)
        self._past(changing, plan)
        found += self._notes(changing, plan)
        self._updates(updated, fresh, plan)
        self._rows(decisions, plan)
        plan.found = search.ready(self.scope, [*found, *map(self._entry, fresh)])
        return plan

    def forget_organizations(self) -> None:
        """Ask for them anew: between two pieces somebody may have merged or deleted one."""
        self.organizations = {}

    def carry_out(self, plan: Plan) -> None:
        """Write it."""
        for insert in plan.inserts:
            insert.run()
        if plan.ended:
            Position.objects.filter(pk__in=plan.ended).update(is_current=False)
        if plan.past:
            mine = Position.objects.filter(workspace=self.scope.workspace)
            mine.filter(uid__in=plan.past).update(is_current=False)
        update_many(Person, _UPDATED, plan.changed)
        search.put(plan.found)
        if plan.updated:
            index_people(self.scope, plan.updated)
        touches.write(self.scope, plan.moves, batch=self.batch, now=self.now)

    # --- organizations ---

    def _find_organizations(
        self, changing: list[Decision], companies: Iterable[OrganizationRecord], plan: Plan
    ) -> list[search.Entry]:
        """Who is not known yet is written down; `forget_organizations` when others have written."""
        names = [d.changes.job[0] for d in changing if d.changes and d.changes.job]
        names += [one[0] for d in changing for one in _changes(d).past]
        names += [company.name for company in companies]
        wanted = {organization_key(name): name for name in reversed(names) if name}
        missing = {key: wanted[key] for key in wanted.keys() - self.organizations.keys()}
        self.organizations |= known_by(self.scope, missing)
        fresh = sorted(missing.keys() - self.organizations.keys())
        ids, uids = take_ids(Organization, len(fresh)), new_uids(len(fresh))
        named = [(uid, wanted[key][:300], key) for uid, key in zip(uids, fresh, strict=True)]
        plan.inserts += ready_insert(
            Organization,
            ("id", "uid", "name", "key"),
            [(pk, *row) for pk, row in zip(ids, named, strict=True)],
            self.mine | {"origin": {"batch": str(self.batch.uid)}, "created_at": self.now},
        )
        self.organizations |= dict(zip(fresh, ids, strict=True))
        return [search.Entry("organization", uid, name) for uid, name, _ in named]

    def _organization(self, name: str) -> int | None:
        return self.organizations[organization_key(name)] if name else None

    # --- people ---

    def _persons(self, fresh: list[Decision], plan: Plan) -> None:
        for decision, key in zip(fresh, take_ids(Person, len(fresh)), strict=True):
            _known(decision).pk = key
        shared = {
            "source": self.source.value,
            "source_detail": self.detail,
            "created_at": self.now,
            "updated_at": self.now,
        }
        people = map(self._person, fresh)
        plan.inserts += ready_insert(Person, _PERSON, people, self.mine | shared)

    def _person(self, decision: Decision) -> tuple[Any, ...]:
        record, known = _record(decision), _known(decision)
        name = record.label[:300]
        return (
            known.pk,
            known.uid,
            name,
            record.given[: _MOST["given"]],
            record.family[: _MOST["family"]],
            record.honorific[: _MOST["honorific"]],
            record.greeting_name[:150],
            sort_key(name, record.given, record.family),
            record.role[:300],
            self._organization(record.organization),
            record.place[: _MOST["place"]],
            record.birthday[: _MOST["birthday"]],
            record.connected_on,
            record.how_met,
            bool(record.may_be_asked),
            _json(list(labels)) if (labels := labels_of(record)) else _NONE,
            Json(f'{{"*": "{_dashed(decision.row)}"}}'),
        )

    def _to_be(self, decision: Decision) -> Person:
        """Somebody new as they will stand there, for a second record in the same piece."""
        values = dict(zip(_PERSON, self._person(decision), strict=True))
        values["organization_id"] = values.pop("organization")
        values |= {name: json.loads(values[name]) for name in ("labels", "origin")}
        return Person(**values, created_at=self.now, updated_at=self.now)

    def _contacts(self, changing: list[Decision], plan: Plan) -> None:
        found = [(d, c) for d in changing for c in _changes(d).contacts]
        uids = new_uids(len(found))
        rows = [(uid, _known(d).pk, *c) for uid, (d, c) in zip(uids, found, strict=True)]
        names = ("uid", "person", "kind", "value", "key")
        plan.inserts += ready_insert(ContactPoint, names, rows, self.mine)
        _remember("contactpoint", uids, [d for d, _ in found])

    def _jobs(self, changing: list[Decision], plan: Plan) -> None:
        found = [(d, c.job) for d in changing if (c := _changes(d)).job]
        uids = new_uids(len(found))
        rows = [
            (uid, _known(d).pk, self._organization(job[0]), job[1][:300])
            for uid, (d, job) in zip(uids, found, strict=True)
            if job
        ]
        same = self.mine | {"seen_at": self.seen_at}
        names = ("uid", "person", "organization", "title")
        plan.inserts += ready_insert(Position, names, rows, same)
        _remember("position", uids, [d for d, _ in found])
        last: dict[int | None, str] = {}
        for uid, (decision, _) in zip(uids, found, strict=True):
            if earlier := last.get(_known(decision).pk):
                plan.past.append(earlier)
            last[_known(decision).pk] = uid
        plan.moves += [
            touches.Contact(
                _known(d).pk or 0, EventKind.MOVED, self.seen_at, {"position": _dashed(uid)}
            )
            for uid, (d, _) in zip(uids, found, strict=True)
            if _changes(d).moved
        ]

    def _past(self, changing: list[Decision], plan: Plan) -> None:
        """Earlier jobs and schools, where a file tells them."""
        jobs = [(d, one) for d in changing for one in _changes(d).past]
        schools = [(d, one) for d in changing for one in _changes(d).schools]
        uids = new_uids(len(jobs) + len(schools))
        rows = [
            (uid, _known(d).pk, self._organization(name), title[:300], began[:10], ended[:10])
            for uid, (d, (name, title, began, ended)) in zip(uids, jobs, strict=False)
        ]
        names = ("uid", "person", "organization", "title", "started", "ended")
        same = self.mine | {"seen_at": self.seen_at, "is_current": False}
        plan.inserts += ready_insert(Position, names, rows, same)
        _remember("position", uids[: len(jobs)], [d for d, _ in jobs])
        uids = uids[len(jobs) :]
        taught = [
            (uid, _known(d).pk, school[:300], degree[:300], began[:10], ended[:10])
            for uid, (d, (school, degree, began, ended)) in zip(uids, schools, strict=True)
        ]
        names = ("uid", "person", "school", "degree", "started", "ended")
        plan.inserts += ready_insert(Education, names, taught, self.mine)
        _remember("education", uids, [d for d, _ in schools])

    def _notes(self, changing: list[Decision], plan: Plan) -> list[search.Entry]:
        found = [(d, _changes(d).note) for d in changing if _changes(d).note]
        uids = new_uids(len(found))
        rows = [(uid, _known(d).pk, text) for uid, (d, text) in zip(uids, found, strict=True)]
        same = self.mine | {"created_at": self.now}
        plan.inserts += ready_insert(Note, ("uid", "person", "text"), rows, same)
        _remember("note", uids, [d for d, _ in found])
        return [
            search.Entry(
                "note",
                uid,
                text[:120],
                text,
                _known(d).uid,
                self.now,
                _record(d).label,
                named=False,
            )
            for uid, (d, text) in zip(uids, found, strict=True)
        ]

    def _end_jobs(self, moving: list[Decision], plan: Plan) -> None:
        """A job change is written down: what was the present job stays, no longer present."""
        if not moving:
            return
        now = Position.objects.filter(person__in=[_known(d).pk for d in moving], is_current=True)
        found: dict[int, list[str]] = {}
        for pk, person, uid in now.values_list("pk", "person", "uid"):
            plan.ended.append(pk)
            found.setdefault(person, []).append(str(uid))
        for decision in moving:
            if ended := found.pop(_known(decision).pk or 0, None):
                decision.before["ended"] = ended

    def _updates(self, updated: list[Decision], fresh: list[Decision], plan: Plan) -> None:
        """Fill empty fields and set the new job; keeps what was there before, for undo."""
        if not updated:
            return
        people = Person.objects.in_bulk([_known(d).pk for d in updated])
        again = {_known(d).pk for d in updated} - people.keys()
        people |= {pk: self._to_be(d) for d in fresh if (pk := _known(d).pk or 0) in again}
        for decision in updated:
            person, changes = people[_known(decision).pk or 0], _changes(decision)
            new: dict[str, Any] = {k: _fitting(k, v) for k, v in changes.fields.items()}
            if changes.labels:
                new["labels"] = [*person.labels, *changes.labels]
            if changes.job:
                new["organization_id"] = self._organization(changes.job[0])
                new["role"] = changes.job[1][:300]
            decision.before["old"] = _plain({name: getattr(person, name) for name in new})
            decision.before["new"] = _plain(new)
            person.origin |= dict.fromkeys(new, _dashed(decision.row))
            person.updated_at = max(person.updated_at, person.created_at)
            for name, value in new.items():
                setattr(person, name, value)
        plan.changed = list(people.values())

    # --- what was read, and what can be found ---

    def _rows(self, decisions: Sequence[Decision], plan: Plan) -> None:
        plan.inserts += ready_insert(
            ImportRow,
            _ROW,
            [
                (
                    d.row,
                    d.record.file[:200],
                    d.record.line,
                    d.outcome,
                    str(d.record)[:300] if isinstance(d.record, Problem) else "",
                    d.key,
                    _json(dict(d.record.raw)),
                    d.person.pk if d.person else None,
                    _json(d.before) if d.before else _NOTHING,
                )
                for d in decisions
                if d.outcome != UNCHANGED
            ],
            self.mine | {"batch": self.batch.pk},
        )

    def _entry(self, decision: Decision) -> search.Entry:
        record, uid = _record(decision), _known(decision).uid
        told = (record.given, record.family, *record.emails, *record.links, *labels_of(record))
        words = reachable((*told, *record.phones))
        about = work(record.role, record.organization)
        return search.Entry("person", uid, record.label, about, uid, self.now, words)


def _record(decision: Decision) -> PersonRecord:
    assert isinstance(decision.record, PersonRecord)  # noqa: S101 - new and updated are people
    return decision.record


def _known(decision: Decision) -> Known:
    assert decision.person is not None  # noqa: S101
    return decision.person


def _changes(decision: Decision) -> Changes:
    assert decision.changes is not None  # noqa: S101
    return decision.changes


def _remember(kind: str, uids: list[str], decisions: list[Decision]) -> None:
    """What an update added, so that it can be taken back; of somebody new all goes anyway."""
    for uid, decision in zip(uids, decisions, strict=True):
        if decision.outcome == UPDATED:
            decision.before.setdefault("added", {}).setdefault(kind, []).append(_dashed(uid))


def _fitting(name: str, value: Any) -> Any:
    return value[: _MOST[name]] if isinstance(value, str) else value


def _dashed(uid: str) -> str:
    return f"{uid[:8]}-{uid[8:12]}-{uid[12:16]}-{uid[16:20]}-{uid[20:]}"


def _json(value: Any) -> Json:
    """JSON as both databases take it: PostgreSQL knows no NUL and no half of a surrogate pair."""
    text = _encode(value)
    if "\\u0000" in text or "\\ud" in text:
        text = _encode(_sound(value))
    return Json(text)


def _sound(value: Any) -> Any:
    if isinstance(value, dict):
        return {_sound(key): _sound(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(one) for one in value]
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    return value


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Values as JSON holds them."""
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in values.items()}
