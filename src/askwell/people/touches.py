"""Contact and moves that a file remembers, written into the journal in bulk: dates, never texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from askwell.coach.cadence import EventKind
from askwell.people import journal
from askwell.people.bulk import insert_many
from askwell.people.models import Event, ImportBatch, Standing
from askwell.plumbing.ids import new_uids
from askwell.workspaces.access import Scope


@dataclass(slots=True)
class Contact:
    """One entry to be. `uid` (32 digits) makes the same contact read twice one entry."""

    person: int
    kind: EventKind
    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    uid: str = ""


def write(scope: Scope, rows: Sequence[Contact], *, batch: ImportBatch, now: datetime) -> int:
    """Append the entries that are not there yet; returns how many.

    Under the question under which somebody was met last, if any, so that staying in touch with one
    person is one step. Only people who stand somewhere are assessed again: the others stay silent.
    """
    rows = fresh(scope, rows)
    if not rows:
        return 0
    questions, standing = _questions(scope, {row.person for row in rows})
    uids = new_uids(len(rows))
    insert_many(
        Event,
        ("uid", "person", "exploration", "kind", "at", "data"),
        [
            (
                row.uid or uid,
                row.person,
                questions.get(row.person),
                row.kind.value,
                row.at,
                {**row.data, "batch": str(batch.uid)},
            )
            for row, uid in zip(rows, uids, strict=True)
        ],
        {"workspace": scope.workspace.pk, "actor": scope.actor.pk, "recorded_at": now},
    )
    journal.rebuild(scope, sorted(standing), now)
    return len(rows)


def take_back(scope: Scope, *, batch: ImportBatch, now: datetime) -> None:
    """Remove what a batch wrote into the journal, as if it had never been read."""
    rows = of_batch(scope, batch)
    met = set(rows.values_list("person", flat=True))
    rows.delete()
    standing = Standing.objects.filter(workspace=scope.workspace, person__in=met)
    journal.rebuild(scope, sorted(set(standing.values_list("person", flat=True))), now)


def of_batch(scope: Scope, batch: ImportBatch) -> Any:
    """The entries of the journal that an import wrote."""
    kinds = (EventKind.TOUCHED, EventKind.MOVED)
    rows = Event.objects.filter(workspace=scope.workspace, kind__in=kinds)
    return rows.filter(data__batch=str(batch.uid))


def fresh(scope: Scope, rows: Sequence[Contact]) -> list[Contact]:
    """Once each, without those the journal has."""
    named = {row.uid: row for row in rows if row.uid}
    if not named:
        return list(rows)
    known = Event.objects.filter(workspace=scope.workspace, uid__in=list(named))
    for uid in known.values_list("uid", flat=True):
        named.pop(uid.hex, None)
    return [row for row in rows if not row.uid] + list(named.values())


def _questions(scope: Scope, people: set[int]) -> tuple[dict[int, int | None], set[int]]:
    """Person → question under which they were met last; and everybody who stands somewhere."""
    found: dict[int, int | None] = {}
    rows = Standing.objects.filter(workspace=scope.workspace, person__in=people)
    standing = set()
    last_first = rows.order_by("-last_touch_at").values_list("person", "exploration", "met")
    for person, question, met in last_first:
        standing.add(person)
        if met:
            found.setdefault(person, question)
    return found, standing
