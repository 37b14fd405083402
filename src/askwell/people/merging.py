""" "Same person": two rows become one, and can become two again.

The loser stays, `merged_into` the winner. Every key to it in the whole house – found through the
models, hidden ones included – is pointed at the winner and written down, so that undo (`unmerging`) is the
same list backwards.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from askwell.people import search
from askwell.people.bulk import insert_many
from askwell.people.findable import index_organizations
from askwell.people.journal import rebuild
from askwell.people.models import Merge, MergeChange, Organization, Person, Standing
from askwell.people.reindex import reindex
from askwell.people.unmerging import index_staff, plain, sort_anew
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.ids import new_uid
from askwell.plumbing.rows import written
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
def merge_people(
    scope: Scope,
    *,
    winner: Person,
    loser: Person,
    now: datetime,
    reasons: Sequence[str] = (),
    automatic: bool = False,
) -> Merge:
    """Everything known of `loser` becomes known of `winner`; what the winner says stays.

    `reasons` are codes of what spoke for it; `automatic` says that nobody was asked.

    Raises CannotMerge for the same person, one already merged, or when both have something open
    that only one person can have.
    """
    merged = _merge(scope, winner, loser, now, reasons=list(reasons), automatic=automatic)
    sort_anew(winner.pk)
    Standing.objects.filter(person=loser).delete()
    rebuild(scope, [winner.pk, loser.pk], now)
    search.drop(scope, "person", [loser.uid])
    search.hand_over(scope, old=loser.uid, new=winner.uid)
    reindex(scope, [winner.pk])
    return merged


@transaction.atomic
def merge_organizations(
    scope: Scope,
    *,
    winner: Organization,
    loser: Organization,
    now: datetime,
    reasons: Sequence[str] = (),
) -> Merge:
    """Two names of one organization. Raises CannotMerge."""
    merged = _merge(scope, winner, loser, now, reasons=list(reasons))
    search.drop(scope, "organization", [loser.uid])
    index_organizations(scope, [winner.key])
    index_staff(scope, winner)
    return merged


def merge(
    scope: Scope, *, winner: UUID, loser: UUID, now: datetime, reasons: Sequence[str] = ()
) -> Merge:
    """Two people, or two organizations, by their uids. Raises CannotMerge, or NotFound for others."""
    uids = (winner, loser)
    for model, operation in ((Person, merge_people), (Organization, merge_organizations)):
        rows = model._base_manager.filter(workspace=scope.workspace, uid__in=uids)
        found: dict[UUID, Any] = {row.uid: row for row in rows}
        if len(found) == len(set(uids)):
            return operation(
                scope, winner=found[winner], loser=found[loser], now=now, reasons=reasons
            )
    raise NotFound


def _merge(scope: Scope, winner: Thing, loser: Thing, now: datetime, **more: Any) -> Merge:
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
        **more,
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


@transaction.atomic
def carry_over(scope: Scope, people: Iterable[Person]) -> list[Person]:
    """What came back to somebody who was merged in the meantime belongs to the winner, too.

    It joins the list of that merge, so that it goes along when the two part. Returns for each the one
    that stands for them now.
    """
    found = []
    for person in people:
        winner = person
        while winner.merged_into is not None:
            winner = winner.merged_into
        merges = Merge.objects.filter(workspace=scope.workspace, loser_uid=person.uid)
        merged = merges.filter(undone_at=None).last() if winner != person else None
        if merged:
            _write_down(merged, list(_repoint(winner, person)))
        found.append(winner)
    return found


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
    """Empty fields of the winner are filled from the loser; labels of both stay."""
    model, told = type(winner), {}
    for name in _FILLED[model]:
        field: Any = model._meta.get_field(name)
        if getattr(loser, field.attname) and not getattr(winner, field.attname):
            told[name] = getattr(loser, field.attname)
    told |= _joined(winner, loser, list(told))
    fields = {name: model._meta.get_field(name) for name in told}
    before = {name: plain(field, winner) for name, field in fields.items()}
    for name, value in told.items():
        setattr(winner, fields[name].attname, value)  # type: ignore[union-attr]
    if told:
        winner.save(update_fields=list(told))
    for name, field in fields.items():
        after = plain(field, winner)
        yield (model._meta.label_lower, winner.uid, name, before[name], after)


def _joined(winner: Any, loser: Any, filled: list[str]) -> dict[str, Any]:
    """Labels of both, and where the filled fields came from."""
    found: dict[str, Any] = {}
    if isinstance(winner, Person):
        labels = [label for label in loser.labels if label not in winner.labels]
        if labels:
            found["labels"] = [*winner.labels, *labels]
    whole = loser.origin.get("*")
    origin = {name: row for name in filled if (row := loser.origin.get(name, whole))}
    if origin:
        found["origin"] = winner.origin | origin
    return found
