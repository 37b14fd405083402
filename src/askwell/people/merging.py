""" "Same person": two rows become one, and can become two again.

The loser stays, `merged_into` the winner. Every key to it in the whole house – found through the
models, hidden ones included – is pointed at the winner and written down, so that undo is the same
list backwards; where something was changed in between, undo leaves it and says so.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from askwell.people import search
from askwell.people.bulk import insert_many
from askwell.people.findable import index_organizations, index_people
from askwell.people.journal import rebuild
from askwell.people.models import Merge, MergeChange, Organization, Person, Standing
from askwell.people.reindex import reindex
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.ids import new_uid
from askwell.plumbing.rows import to_json, written
from askwell.workspaces.access import Scope

Thing = TypeVar("Thing", Person, Organization)

_FILLED: dict[type[models.Model], tuple[str, ...]] = {
    Person: (
        "given", "family", "honorific", "greeting", "headline", "role", "organization", "place",
        "zone", "language", "birthday", "how_known", "connected_on",
    ),
    Organization: ("website", "about"),
}  # fmt: skip
Change = tuple[str, Any, str, Any, Any]


class CannotMerge(Refusal):
    """The two cannot be one; nothing was changed."""


@transaction.atomic
def merge_people(scope: Scope, *, winner: Person, loser: Person, now: datetime) -> Merge:
    """Everything known of `loser` becomes known of `winner`; what the winner says stays.

    Raises CannotMerge for the same person, one already merged, or when both have something open
    that only one person can have.
    """
    merged = _merge(scope, winner, loser, now)
    Standing.objects.filter(person=loser).delete()
    rebuild(scope, [winner.pk, loser.pk], now)
    search.drop_person(scope, [loser.uid])
    reindex(scope, [winner.pk])
    return merged


@transaction.atomic
def merge_organizations(
    scope: Scope, *, winner: Organization, loser: Organization, now: datetime
) -> Merge:
    """Two names of one organization. Raises CannotMerge."""
    merged = _merge(scope, winner, loser, now)
    search.drop(scope, "organization", [loser.uid])
    index_organizations(scope, [winner.key])
    _reindex_staff(scope, winner)
    return merged


def merge(scope: Scope, *, winner: UUID, loser: UUID, now: datetime) -> Merge:
    """Two people, or two organizations, by their uids. Raises CannotMerge, or NotFound for others."""
    uids = (winner, loser)
    for model, operation in ((Person, merge_people), (Organization, merge_organizations)):
        rows = model._base_manager.filter(workspace=scope.workspace, uid__in=uids)
        found: dict[UUID, Any] = {row.uid: row for row in rows}
        if len(found) == len(set(uids)):
            return operation(scope, winner=found[winner], loser=found[loser], now=now)
    raise NotFound


def _merge(scope: Scope, winner: Thing, loser: Thing, now: datetime) -> Merge:
    if winner.pk == loser.pk:
        raise CannotMerge(_("This is the same entry; choose the other one."))
    _hold(winner, loser)  # another tab may just have joined them the other way round
    if winner.merged_into_id or loser.merged_into_id:
        raise CannotMerge(_("One of the two was merged before. Look again."))
    merged = Merge.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        kind=winner._meta.model_name or "",
        winner_uid=winner.uid,
        loser_uid=loser.uid,
        merged_at=now,
    )
    changes: list[Change]
    try:
        with transaction.atomic():
            changes = [*_repoint(winner, loser), *_fill(winner, loser)]
    except IntegrityError:
        raise CannotMerge(
            _(
                "Both have something open that only one person can have, such as being asked "
                "about the same question. End one of the two first; nothing was changed."
            )
        ) from None
    _write_down(merged, changes)
    loser.merged_into = winner
    loser.save(update_fields=["merged_into"])
    return merged


def _hold(*rows: Thing) -> None:
    """Read these rows again once nobody else changes them; always locked in the same order."""
    found = type(rows[0])._base_manager.select_for_update()
    list(found.filter(pk__in=[row.pk for row in rows]).order_by("pk").values_list("pk"))
    for row in rows:
        row.refresh_from_db()


def _write_down(merged: Merge, changes: list[Change]) -> None:
    names = ("workspace", "merge", "uid", "model", "row_uid", "column", "old", "new")
    head = (merged.workspace_id, merged.pk)
    insert_many(MergeChange, names, [(*head, new_uid(), *change) for change in changes])


def keys_to(model: type[models.Model]) -> list[Any]:
    """Every foreign key that points at a model, the hidden ones of other stages included.

    Derived tables (rows without a uid) are left out: they are rebuilt.
    """
    relations = model._meta.get_fields(include_hidden=True)
    found = [r for r in relations if r.auto_created and not r.concrete and r.one_to_many]
    return [r.field for r in found if written(r.related_model)]  # type: ignore[union-attr,arg-type]


def _repoint(winner: Thing, loser: Thing) -> Iterator[Change]:
    old, new = str(loser.uid), str(winner.uid)
    for field in keys_to(type(winner)):
        rows = field.model._base_manager.filter(**{field.name: loser})
        uids = list(rows.values_list("uid", flat=True))
        if uids:
            rows.update(**{field.name: winner})
        for uid in uids:
            yield (field.model._meta.label_lower, uid, field.name, old, new)


def _fill(winner: Thing, loser: Thing) -> Iterator[Change]:
    """Empty fields of the winner are filled from the loser."""
    model, changed = type(winner), []
    for name in _FILLED[model]:
        field: Any = model._meta.get_field(name)
        here, there = getattr(winner, field.attname), getattr(loser, field.attname)
        if there and not here:
            changed.append(name)
            yield (
                model._meta.label_lower,
                winner.uid,
                name,
                _plain(field, winner),
                _plain(field, loser),
            )
            setattr(winner, field.attname, there)
    if changed:
        winner.save(update_fields=changed)


def _plain(field: Any, row: models.Model) -> Any:
    if isinstance(field, models.ForeignKey):
        target = getattr(row, field.name)
        return str(target.uid) if target else None
    return to_json(field, getattr(row, field.attname))


@transaction.atomic
def unmerge(scope: Scope, *, merge: Merge, now: datetime) -> list[str]:
    """Make two of one again. What was changed since stays as it is; returns a sentence for each.

    Raises CannotMerge when one of the two is gone, NotFound when it was undone already.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at is not None:
        raise NotFound
    model = apps.get_model("people", merge.kind)
    rows = model._base_manager.filter(workspace=scope.workspace)
    winner = rows.filter(uid=merge.winner_uid).first()
    loser = rows.filter(uid=merge.loser_uid).first()
    if winner is None or loser is None:
        raise CannotMerge(_("One of the two is no longer in this notebook."))
    lost = [change for change in merge.changes.all() if not _revert(scope, change)]
    rows.filter(pk=loser.pk).update(merged_into=None)
    merge.undone_at = now
    merge.save(update_fields=["undone_at"])
    if model is Person:
        rebuild(scope, [winner.pk, loser.pk], now)
        reindex(scope, [winner.pk, loser.pk])
    else:
        index_organizations(scope, [winner.key, loser.key])
        _reindex_staff(scope, winner, loser)
    return [_conflict(change) for change in lost]


def _revert(scope: Scope, change: MergeChange) -> bool:
    """Put one key back, if it is still what the merge made it."""
    model = apps.get_model(change.model)
    field: Any = model._meta.get_field(change.column)
    old, new = change.old, change.new
    if isinstance(field, models.ForeignKey):
        old, new = _key(scope, field, old), _key(scope, field, new)
        if new is None or (old is None and change.old is not None):
            return False
    rows = model._base_manager.filter(workspace=scope.workspace, uid=change.row_uid)
    return bool(rows.filter(**{field.attname: new}).update(**{field.attname: old}))


def _key(scope: Scope, field: Any, uid: Any) -> int | None:
    if uid is None:
        return None
    target = field.related_model
    found = target._base_manager.filter(workspace=scope.workspace, uid=uid)
    pk: int | None = found.values_list("pk", flat=True).first()
    return pk


def _conflict(change: MergeChange) -> str:
    model = apps.get_model(change.model)
    return _("%(what)s was changed or thrown away since; it stays as it is.") % {
        "what": model._meta.verbose_name.capitalize()
    }


def _reindex_staff(scope: Scope, *organizations: Organization) -> None:
    people = Person.objects.filter(organization__in=organizations)
    index_people(scope, people.values_list("pk", flat=True)[:2000])
