"""Taking an import back: chunk by chunk, sparing what was touched since."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from askwell.people import search, touches, uploads
from askwell.people.findable import index_people
from askwell.people.import_me import forget_introduction
from askwell.people.import_run import LEASE, Clock, claim, is_free
from askwell.people.importing import NotNow, cancel_import, queue_job
from askwell.people.models import (
    ContactPoint,
    Education,
    Event,
    ImportBatch,
    ImportRow,
    Note,
    Organization,
    Person,
    Position,
)
from askwell.workspaces.access import Scope

State = ImportBatch.State

_CHUNK = 100
_NAMED = 200
_DETAILS: dict[str, type[models.Model]] = {
    "contactpoint": ContactPoint,
    "position": Position,
    "note": Note,
    "education": Education,
}


@transaction.atomic
def undo_import(scope: Scope, *, batch: ImportBatch) -> None:
    """Take a finished or unfinished import back, in the background. Twice is once.

    Raises NotNow while it runs.
    """
    rows = ImportBatch.objects.filter(pk=batch.pk, workspace=scope.workspace)
    if rows.filter(state__in=(State.DONE, State.UNFINISHED)).update(
        state=State.UNDOING, lease_until=None
    ):
        queue_job(scope, "people.jobs.undo_import", batch)
        return
    batch.refresh_from_db()
    if batch.state not in (State.UNDOING, State.UNDONE):
        raise NotNow(_("This import is still running. Stop it first."))


def undo_now(
    scope: Scope, *, batch: ImportBatch, clock: Clock, sleep: Callable[[float], None]
) -> int:
    """Take an import back here and now; goes on with an undo that was killed.

    Raises NotNow while it runs in another process.
    """
    left_behind = batch.state == State.RUNNING and is_free(batch, clock=clock, sleep=sleep)
    if left_behind:
        cancel_import(scope, batch=batch)
    undo_import(scope, batch=batch)
    batch.refresh_from_db()
    return (
        run_undo(scope, batch=batch, clock=clock) if is_free(batch, clock=clock, sleep=sleep) else 0
    )


def run_undo(scope: Scope, *, batch: ImportBatch, clock: Clock) -> int:
    """Take the rows back, newest first; returns how many people stay because they were touched.

    Each piece is committed with the lease, as in `run_import`, so that it may be killed and go on.
    """
    lease = claim(batch, State.UNDOING, clock())
    while lease:
        with transaction.atomic():
            batch.refresh_from_db()
            rows = list(ImportRow.objects.filter(batch=batch).order_by("-pk")[:_CHUNK])
            _keep(batch, _take_back(scope, batch, rows))
            ImportRow.objects.filter(pk__in=[row.pk for row in rows]).delete()
            lease = _renew(batch, lease, clock())
        if lease and not rows:
            _finish(scope, batch, clock())
            return int(batch.counts.get("kept", 0))
    return 0


def _renew(batch: ImportBatch, lease: datetime, now: datetime) -> datetime | None:
    mine = ImportBatch.objects.filter(pk=batch.pk, state=State.UNDOING, lease_until=lease)
    if mine.update(lease_until=now + LEASE, counts=batch.counts):
        return now + LEASE
    transaction.set_rollback(True)
    return None


def _keep(batch: ImportBatch, people: Iterable[int]) -> None:
    """Remember who stays, and the names of some, for the page."""
    found = list(people)
    names = Person.objects.filter(pk__in=found).values_list("uid", "name")
    told = [*batch.counts.get("kept_people", []), *({"uid": str(u), "name": n} for u, n in names)]
    batch.counts["kept"] = batch.counts.get("kept", 0) + len(found)
    batch.counts["kept_people"] = told[:_NAMED]


@transaction.atomic
def _finish(scope: Scope, batch: ImportBatch, now: datetime) -> None:
    touches.take_back(scope, batch=batch, now=now)
    batch.counts["kept_me"] = forget_introduction(scope, batch.counts.get("filled", {}))
    batch.state, batch.finished_at, batch.lease_until = State.UNDONE, now, None
    batch.save()
    lonely = Organization.objects.filter(
        workspace=scope.workspace, origin__batch=str(batch.uid), about="", website=""
    )
    for relation in _pointing_at(Organization):
        held = relation.related_model._base_manager.filter(
            **{f"{relation.field.name}__isnull": False}
        )
        lonely = lonely.exclude(pk__in=held.values(relation.field.attname))
    uids = list(lonely.values_list("uid", flat=True))
    search.drop(scope, "organization", uids)
    Organization.objects.filter(workspace=scope.workspace, uid__in=uids).delete()
    transaction.on_commit(lambda: uploads.discard(batch))


def _take_back(scope: Scope, batch: ImportBatch, rows: list[ImportRow]) -> set[int]:
    """Undo these rows; whom somebody has changed or used since stays and is returned."""
    new = {row.person_id for row in rows if row.outcome == "new" and row.person_id}
    stay = _touched(batch, new)
    gone = Person.objects.filter(workspace=scope.workspace, pk__in=new - stay)
    search.drop_person(scope, list(gone.values_list("uid", flat=True)))
    gone.delete()
    changed = [row for row in rows if row.outcome == "updated" and row.person_id]
    for row in changed:
        if not _restore(scope, row):
            stay.add(row.person_id or 0)
    index_people(scope, [row.person_id for row in changed if row.person_id])
    return stay


def _restore(scope: Scope, row: ImportRow) -> bool:
    """Undo one update, where what it wrote still stands; False if some of it does not."""
    before: dict[str, Any] = row.before
    person = Person.objects.filter(pk=row.person_id or 0)
    for kind, uids in before.get("added", {}).items():
        if kind == "note":
            search.drop(scope, "note", map(UUID, uids))
        _DETAILS[kind]._default_manager.filter(person=row.person_id, uid__in=uids).delete()
    Position.objects.filter(person=row.person_id, uid__in=before.get("ended", [])).update(
        is_current=True
    )
    whole = True
    for name, old in before.get("old", {}).items():
        column = name.removesuffix("_id")
        same = {column: before["new"][name]}
        whole = bool(person.filter(**same).update(**{column: old})) and whole
    return whole


def _touched(batch: ImportBatch, keys: set[int]) -> set[int]:
    """Those of the imported people that somebody has changed or used since; a later import is use."""
    people = Person.objects.filter(pk__in=keys)
    changed = people.exclude(updated_at=F("created_at")) | people.exclude(merged_into=None)
    found = set(changed.values_list("pk", flat=True))
    for relation in _pointing_at(Person):
        model, name = relation.related_model, relation.field.name
        if model in _DETAILS.values():
            continue
        rows = model._base_manager.filter(**{f"{name}__in": keys - found})
        if model is ImportRow:
            rows = rows.exclude(batch=batch)
        elif model is Event:
            rows = rows.exclude(data__batch=str(batch.uid))
        found |= set(rows.values_list(relation.field.attname, flat=True))
    return found


def _pointing_at(model: type[models.Model]) -> list[Any]:
    """Every foreign key that points at a model, the hidden ones of other stages included."""
    return [
        field
        for field in model._meta.get_fields(include_hidden=True)
        if field.auto_created and not field.concrete and (field.one_to_many or field.one_to_one)
    ]
