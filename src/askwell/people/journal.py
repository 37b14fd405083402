"""The joint of the house: the journal of what happened, and where everybody stands because of it.

Every operation that moves a person calls :func:`record`; Standing is rebuilt in the same
transaction by the pure rules of `askwell.coach.cadence`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.coach.cadence import (
    SILENT,
    WAITING_STEPS,
    WIDE,
    EventKind,
    Happening,
    History,
    Position,
    Stage,
    assess,
)
from askwell.explorations.models import Exploration
from askwell.people.models import Event, Person, Standing
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

_DERIVED = (
    "stage",
    "step",
    "reason",
    "reason_data",
    "ref_uid",
    "due_at",
    "shown_from",
    "changes_at",
    "more",
    "waiting",
    "last_touch_at",
    "met",
)


@transaction.atomic
def record(
    scope: Scope,
    *,
    person: Person,
    kind: EventKind,
    at: datetime,
    now: datetime,
    exploration: Exploration | None = None,
    data: Mapping[str, Any] | None = None,
) -> Event:
    """Append one entry to the journal and bring the person's standing up to date.

    `at` is when it happened, `now` when it was told. `data` holds the payload named beside the
    kind in `EventKind`: uids, ISO moments, numbers; never free text.
    """
    event = Event.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        person=person,
        exploration=exploration,
        kind=kind,
        at=at,
        recorded_at=now,
        actor=scope.actor,
        data=dict(data or {}),
    )
    rebuild(scope, [person.pk], now)
    return event


@transaction.atomic
def retract(scope: Scope, *, event: Event, now: datetime) -> Event:
    """Take an entry back: a `retracted` entry is appended, nothing is erased."""
    return record(
        scope,
        person=event.person,
        exploration=event.exploration,
        kind=EventKind.RETRACTED,
        at=now,
        now=now,
        data={"event": str(event.uid)},
    )


@transaction.atomic
def rebuild(scope: Scope, person_ids: Iterable[int], now: datetime) -> int:
    """Derive the standing rows of these people again from the journal; how many rows there are.

    Three reads and at most three writes, however many people.
    """
    ids = list(person_ids)
    derived = _positions(scope, ids, now)
    stored = {
        (row.person_id, row.exploration_id): row
        for row in Standing.objects.filter(workspace=scope.workspace, person_id__in=ids)
    }
    fresh: list[Standing] = []
    changed: list[Standing] = []
    for (person_id, exploration_id), values in derived.items():
        row = stored.pop((person_id, exploration_id), None)
        target = changed if row else fresh
        row = row or Standing(
            workspace=scope.workspace, person_id=person_id, exploration_id=exploration_id
        )
        for name, value in values.items():
            setattr(row, name, value)
        target.append(row)
    Standing.objects.bulk_create(fresh)
    Standing.objects.bulk_update(changed, _DERIVED, batch_size=200)
    Standing.objects.filter(pk__in=[row.pk for row in stored.values()]).delete()
    return len(derived)


def refresh(scope: Scope, now: datetime) -> int:
    """Rebuild only what time alone has changed since it was derived; Today calls this first."""
    due = Standing.objects.filter(workspace=scope.workspace, changes_at__lte=now)
    ids = list(due.values_list("person_id", flat=True).distinct())
    return rebuild(scope, ids, now) if ids else 0


def rebuild_all(scope: Scope, now: datetime) -> int:
    """Derive every standing of the workspace again: after a change of settings or a restore."""
    people = Event.objects.filter(workspace=scope.workspace).values_list("person_id", flat=True)
    ids = sorted(set(people) | set(_standing_people(scope)))
    return sum(rebuild(scope, ids[i : i + 500], now) for i in range(0, len(ids), 500))


def differences(scope: Scope, now: datetime) -> list[str]:
    """What `askwell doctor` reports: people whose stored standing is not the derived one."""
    refresh(scope, now)
    ids = set(Event.objects.filter(workspace=scope.workspace).values_list("person_id", flat=True))
    derived = _positions(scope, sorted(ids | set(_standing_people(scope))), now)
    stored = {
        (row.person_id, row.exploration_id): {name: getattr(row, name) for name in _DERIVED}
        for row in Standing.objects.filter(workspace=scope.workspace)
    }
    wrong = {key for key in derived.keys() | stored.keys() if derived.get(key) != stored.get(key)}
    people = Person.objects.filter(pk__in={key[0] for key in wrong})
    return sorted(str(uid) for uid in people.values_list("uid", flat=True))


def _standing_people(scope: Scope) -> Iterable[int]:
    return Standing.objects.filter(workspace=scope.workspace).values_list("person_id", flat=True)


def _positions(
    scope: Scope, ids: list[int], now: datetime
) -> dict[tuple[int, int | None], dict[str, Any]]:
    settings = scope.settings.cadence
    positions = {
        key: assess(history, now, settings) for key, history in _histories(scope, ids).items()
    }
    return {key: _values(position) for key, position in positions.items() if _stands(position)}


def _stands(position: Position) -> bool:
    """Somebody merely known has no row: imported people are silent."""
    return position.step is not None or position.stage is not Stage.KNOWN


def _histories(scope: Scope, ids: list[int]) -> dict[tuple[int, int | None], History]:
    """One history per (person, question) in which something happened."""
    events = defaultdict(list)
    for event in Event.objects.filter(workspace=scope.workspace, person_id__in=ids):
        events[event.person_id].append(event)
    closed = set(
        Exploration.objects.filter(workspace=scope.workspace, closed_at__isnull=False).values_list(
            "pk", flat=True
        )
    )
    histories = {}
    for person_id, entries in events.items():
        for track in {e.exploration_id for e in entries if e.kind not in SILENT}:
            histories[person_id, track] = History(
                tuple(_happening(entry, track) for entry in entries if _counts(entry, track)),
                question_open=track not in closed,
            )
    return histories


def _counts(event: Event, track: int | None) -> bool:
    return event.exploration_id == track or event.kind in WIDE or event.kind == EventKind.RETRACTED


def _happening(event: Event, track: int | None) -> Happening:
    return Happening(
        kind=EventKind(event.kind),
        at=event.at,
        uid=str(event.uid),
        data=event.data,
        here=event.exploration_id == track,
    )


def _values(position: Position) -> dict[str, Any]:
    step = position.step
    return {
        "stage": position.stage.value,
        "step": step.kind.value if step else "",
        "reason": step.reason if step else "",
        "reason_data": dict(step.reason_data) if step else {},
        "ref_uid": _uuid(step.ref) if step else None,
        "due_at": step.due_at if step else None,
        "shown_from": step.shown_from if step else None,
        "changes_at": position.changes_at,
        "more": position.more,
        "waiting": step is not None and step.kind in WAITING_STEPS,
        "last_touch_at": position.last_touch_at,
        "met": position.met,
    }


def _uuid(text: str) -> UUID | None:
    return UUID(text) if text else None
