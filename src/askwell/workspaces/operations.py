"""Writes on workspaces: make one, change its settings, throw rows away and take them back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from askwell.plumbing import rows as codec
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Membership, Trash, User, Workspace
from askwell.workspaces.settings import Settings

TRASH_KEPT = timedelta(days=30)


class NoPlace(Refusal):
    """What was thrown away cannot come back (yet)."""


def lock_user(user: User) -> None:
    """Wait until nobody else makes a notebook for this person: a double click makes one."""
    User.objects.select_for_update().filter(pk=user.pk).values_list("pk").first()


@transaction.atomic
def create_workspace(*, owner: User, name: str = "", is_sample: bool = False) -> Scope:
    """A new, empty notebook that belongs to `owner`."""
    workspace = Workspace.objects.create(name=name, is_sample=is_sample)
    Membership.objects.create(workspace=workspace, user=owner)
    return Scope(workspace, owner)


@transaction.atomic
def change_settings(scope: Scope, **changes: Any) -> Settings:
    """Set some settings (`me`, `cadence`, `note_limit`, …) and keep the rest.

    The row is locked and read again, so that two changes at once both stay.
    """
    row = Workspace.objects.select_for_update().get(pk=scope.workspace.pk)
    settings = replace(Settings.read(row.settings), **changes)
    row.settings = {**row.settings, **settings.dump()}
    row.save(update_fields=["settings"])
    scope.workspace.settings = row.settings
    return settings


@transaction.atomic
def throw_away(
    scope: Scope,
    *,
    rows: QuerySet[Any],
    kind: str,
    label: str,
    now: datetime,
    also: Sequence[QuerySet[Any]] = (),
) -> Trash:
    """Delete rows for real, and keep the whole cascade set for thirty days so that undo works.

    `rows` must already be limited to the scope, and `also`: rows that no key ties to them, yet
    belong to them. `label` is what the trash page shows. What is older than thirty days goes for
    good on the way.
    """
    doomed = (rows, *also)
    bundles = [codec.cascade(part) for part in doomed]
    Trash.objects.filter(workspace=scope.workspace, expires_at__lt=now).delete()
    kept = Trash.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        kind=kind,
        label=label[:300],
        rows={
            "rows": [row for bundle in bundles for row in bundle["rows"]],
            "loosened": [key for bundle in bundles for key in bundle["loosened"]],
        },
        deleted_at=now,
        expires_at=now + TRASH_KEPT,
    )
    for part in doomed:
        part.delete()
    return kept


def undo_url(thrown: Trash) -> str:
    """Where a POST takes a delete back; for the *Undo* of a message."""
    return reverse("home:undo", args=[thrown.uid])


@transaction.atomic
def take_back(scope: Scope, *, uid: UUID) -> dict[str, Any]:
    """Put back what was thrown away and return its bundle; derived rows are the caller's to mend.

    Raises NotFound when it is not in this notebook's trash (any more), so twice is harmless, and
    NoPlace when what it belonged to is gone, or something else has taken its place.
    """
    thrown = Trash.objects.select_for_update().filter(workspace=scope.workspace, uid=uid).first()
    if thrown is None:
        raise NotFound
    try:
        with transaction.atomic():
            codec.revive(thrown.rows, workspace=scope.workspace, actor=scope.actor)
    except (IntegrityError, codec.BadRow):
        raise NoPlace(
            _(
                "“%(what)s” cannot come back now: what it belonged to is thrown away as well, or "
                "something new has taken its place. It stays among what was thrown away."
            )
            % {"what": thrown.label}
        ) from None
    thrown.delete()
    bundle: dict[str, Any] = thrown.rows
    return bundle
