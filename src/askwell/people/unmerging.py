"""Two of one again: the list that a merge wrote down, read backwards.

What the merge made is put back where it still stands. Where something was changed since, that stays
and is said; where a later merge carried a key further, the key comes back from there.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext as _

from askwell.people import search
from askwell.people.findable import index_organizations, index_people
from askwell.people.identity import sort_key
from askwell.people.journal import rebuild
from askwell.people.models import Merge, MergeChange, Organization, Person, Verdict
from askwell.people.reindex import reindex
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.ids import new_uid
from askwell.plumbing.rows import from_json, to_json
from askwell.workspaces.access import Scope


class CannotUnmerge(Refusal):
    """The two cannot be parted; nothing was changed."""


@transaction.atomic
def unmerge(scope: Scope, *, merge: Merge, now: datetime) -> list[str]:
    """Make two of one again. What was changed since stays as it is; returns a sentence for each.

    Two that nobody was asked about are remembered as different, or the next import would join them
    again. Raises CannotUnmerge when one of the two is gone, NotFound when it was undone already.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at is not None:
        raise NotFound
    model = apps.get_model("people", merge.kind)
    rows = model._base_manager.filter(workspace=scope.workspace)
    winner = rows.filter(uid=merge.winner_uid).first()
    loser = rows.filter(uid=merge.loser_uid).first()
    if winner is None or loser is None:
        raise CannotUnmerge(_("One of the two is no longer in this notebook."))
    changes = list(merge.changes.all())
    lost = _put_back(scope, changes)
    mine = [change.row_uid for change in changes if change.old == str(loser.uid)]
    search.hand_over(scope, old=winner.uid, new=loser.uid, things=mine)
    _let_go(scope, loser)
    merge.undone_at = now
    merge.save(update_fields=["undone_at"])
    if merge.automatic:
        _remember_apart(scope, winner, loser, now)
    _derive(scope, winner, loser, now)
    return [_conflict(change) for change in lost]


def _let_go(scope: Scope, loser: Any) -> None:
    """The loser stands for itself again; no later merge has a say in it any more."""
    model = type(loser)
    model._base_manager.filter(pk=loser.pk).update(merged_into=None)
    MergeChange.objects.filter(
        workspace=scope.workspace,
        model=model._meta.label_lower,
        row_uid=loser.uid,
        column="merged_into",
    ).delete()


def _remember_apart(scope: Scope, winner: Any, loser: Any, now: datetime) -> None:
    kind = winner._meta.model_name
    Verdict.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        answer=Verdict.Answer.DIFFERENT,
        decided_at=now,
        **{kind: winner, f"other_{kind}": loser},
    )


def _derive(scope: Scope, winner: Any, loser: Any, now: datetime) -> None:
    """What is derived of the two (or of whoever the winner is now) is made anew."""
    model = type(winner)
    if model is Person:
        sort_anew(winner.pk)
    while winner.merged_into_id:
        winner = model._base_manager.get(pk=winner.merged_into_id)
    if model is Person:
        rebuild(scope, [winner.pk, loser.pk], now)
        reindex(scope, [winner.pk, loser.pk])
        return
    index_organizations(scope, [winner.key, loser.key])
    index_staff(scope, winner, loser)


def sort_anew(person: int) -> None:
    """Where somebody stands in the list follows from their names."""
    row = Person.objects.get(pk=person)
    row.sort_key = sort_key(row.name, row.given, row.family)
    row.save(update_fields=["sort_key"])


def index_staff(scope: Scope, *organizations: Organization) -> None:
    """Make those who work there findable under its name."""
    people = Person.objects.filter(organization__in=organizations)
    index_people(scope, people.values_list("pk", flat=True)[:2000])


# --- one column of one row ---


def _put_back(scope: Scope, changes: Iterable[MergeChange]) -> list[MergeChange]:
    """Revert these changes; returns those that could not be. Keys are put back in bulk."""
    alike: dict[tuple[str, str, str, str], list[MergeChange]] = defaultdict(list)
    lost = []
    for change in changes:
        if _field(change).is_relation and change.old and change.new:
            alike[change.model, change.column, change.old, change.new].append(change)
        elif not _revert(scope, change):
            lost.append(change)
    for (_model, _column, old, new), some in alike.items():
        lost += [c for c in _repoint_back(scope, some, old, new) if not _revert(scope, c)]
    return lost


def _field(change: MergeChange) -> Any:
    return apps.get_model(change.model)._meta.get_field(change.column)


def _repoint_back(
    scope: Scope, changes: list[MergeChange], old: str, new: str
) -> list[MergeChange]:
    """Point every row that still points at `new` at `old`; returns the changes of the others."""
    field = _field(changes[0])
    was, now = key_of(scope, field, old), key_of(scope, field, new)
    if was is None or now is None:
        return changes
    uids = [change.row_uid for change in changes]
    rows = field.model._base_manager.filter(
        workspace=scope.workspace, uid__in=uids, **{field.attname: now}
    )
    done = set(rows.values_list("uid", flat=True))
    rows.update(**{field.attname: was})
    return [change for change in changes if change.row_uid not in done]


def key_of(scope: Scope, field: Any, uid: Any) -> int | None:
    """The integer key of the row that a column points to by uid; None if there is none."""
    if uid is None:
        return None
    target = field.related_model
    found = target._base_manager.filter(workspace=scope.workspace, uid=uid)
    pk: int | None = found.values_list("pk", flat=True).first()
    return pk


def _revert(scope: Scope, change: MergeChange) -> bool:
    """Put one value back, if it still is what the merge made it, or what later merges made of it."""
    field = _field(change)
    rows = field.model._base_manager.filter(workspace=scope.workspace, uid=change.row_uid)
    row = rows.select_for_update().first()
    if row is None:
        return False
    current = plain(field, row)
    mixed = isinstance(field, models.JSONField)
    later = [] if mixed else _later(change)
    made = later[-1].new if later else change.new
    if current != made and not mixed:
        return False
    back = unmixed(change.old, change.new, current) if mixed else change.old
    if field.is_relation:
        key = key_of(scope, field, back)
        if key is None and back is not None:
            return False
        rows.update(**{field.attname: key})
    else:
        rows.update(**{field.attname: from_json(field, back)})
    MergeChange.objects.filter(pk__in=[link.pk for link in later]).delete()
    return True


def _later(change: MergeChange) -> list[MergeChange]:
    """What merges since have made of this value, in order: each starts where the last ended."""
    links, value = [], change.new
    rows = MergeChange.objects.filter(
        workspace=change.workspace_id,
        model=change.model,
        row_uid=change.row_uid,
        column=change.column,
        pk__gt=change.pk,
        merge__undone_at=None,
    )
    for link in rows.order_by("pk"):
        if link.old == value:
            links.append(link)
            value = link.new
    return links


def plain(field: Any, row: models.Model) -> Any:
    """One column as a change holds it: a key as the uid it points to."""
    if isinstance(field, models.ForeignKey):
        target = getattr(row, field.name)
        return str(target.uid) if target else None
    return to_json(field, getattr(row, field.attname))


def unmixed(old: Any, new: Any, current: Any) -> Any:
    """A list or a map without what the merge added to it; what was added since stays."""
    if isinstance(current, list) and isinstance(new, list):
        added = [item for item in new if item not in old]
        return [item for item in current if item not in added]
    if isinstance(current, dict) and isinstance(new, dict):
        kept = {k: v for k, v in current.items() if k in old or new.get(k) != v}
        return kept | {k: v for k, v in old.items() if current.get(k) == new.get(k) != v}
    return current


def _conflict(change: MergeChange) -> str:
    """A sentence about one thing that stays as it was changed."""
    field = _field(change)
    what = field.model._meta.verbose_name.capitalize()
    if change.model in ("people.person", "people.organization") and not field.is_relation:
        return _("“%(what)s” was changed since; it stays as it is.") % {
            "what": str(field.verbose_name)
        }
    return _("%(what)s was changed or thrown away since; it stays as it is.") % {"what": what}
