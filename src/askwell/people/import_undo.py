"""Taking an import back: chunk by chunk, sparing what was touched since."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from askwell.people import search, uploads
from askwell.people.importing import LEASE, NotNow, queue_job
from askwell.people.models import (
    ContactPoint,
    ImportBatch,
    ImportRow,
    Note,
    Organization,
    Person,
    Position,
)
from askwell.people.writing import index_people
from askwell.workspaces.access import Scope

State = ImportBatch.State

_CHUNK = 100
_DETAILS: dict[str, type[models.Model]] = {
    "contactpoint": ContactPoint,
    "position": Position,
    "note": Note,
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


def run_undo(scope: Scope, *, batch: ImportBatch, clock: Callable[[], datetime]) -> int:
    """Take the rows back, newest first; returns how many people stay because they were touched."""
    now = clock()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    claim = ImportBatch.objects.filter(free, pk=batch.pk, state=State.UNDOING)
    if not claim.update(lease_until=now + LEASE):
        return 0
    kept = 0
    while True:
        with transaction.atomic():
            rows = list(ImportRow.objects.filter(batch=batch).order_by("-pk")[:_CHUNK])
            if not rows:
                break
            kept += _take_back(scope, rows)
            ImportRow.objects.filter(pk__in=[row.pk for row in rows]).delete()
            ImportBatch.objects.filter(pk=batch.pk).update(lease_until=clock() + LEASE)
    _finish(scope, batch, kept, clock())
    return kept


@transaction.atomic
def _finish(scope: Scope, batch: ImportBatch, kept: int, now: datetime) -> None:
    batch.refresh_from_db()
    batch.counts["kept"] = batch.counts.get("kept", 0) + kept
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


def _take_back(scope: Scope, rows: list[ImportRow]) -> int:
    new = [row.person_id for row in rows if row.outcome == "new" and row.person_id]
    touched = _touched(new)
    gone = Person.objects.filter(workspace=scope.workspace, pk__in=set(new) - touched)
    search.drop_person(scope, list(gone.values_list("uid", flat=True)))
    gone.delete()
    changed = [row for row in rows if row.outcome == "updated" and row.person_id]
    for row in changed:
        _restore(row)
    index_people(scope, [row.person_id for row in changed if row.person_id])
    return len(touched)


def _restore(row: ImportRow) -> None:
    """Undo one update, where what it wrote still stands."""
    before: dict[str, Any] = row.before
    for kind, uids in before.get("added", {}).items():
        _DETAILS[kind]._default_manager.filter(person=row.person_id, uid__in=uids).delete()
    Position.objects.filter(person=row.person_id, uid__in=before.get("ended", [])).update(
        is_current=True
    )
    person = Person.objects.filter(pk=row.person_id or 0)
    for name, old in before.get("old", {}).items():
        column = name.removesuffix("_id")
        same = {column: before["new"][name]}
        person.filter(**same).update(**{column: old})


def _touched(ids: Iterable[int]) -> set[int]:
    """Those of the imported people that somebody has changed or used since."""
    keys = set(ids)
    people = Person.objects.filter(pk__in=keys)
    changed = people.exclude(updated_at=F("created_at")) | people.exclude(merged_into=None)
    found = set(changed.values_list("pk", flat=True))
    for relation in _pointing_at(Person):
        model = relation.related_model
        if model is ImportRow or model in _DETAILS.values():
            continue
        name = relation.field.name
        rows = model._base_manager.filter(**{f"{name}__in": keys - found})
        found |= set(rows.values_list(relation.field.attname, flat=True))
    return found


def _pointing_at(model: type[models.Model]) -> list[Any]:
    """Every foreign key that points at a model, the hidden ones of other stages included."""
    return [
        field
        for field in model._meta.get_fields(include_hidden=True)
        if field.auto_created and not field.concrete and (field.one_to_many or field.one_to_one)
    ]
