"""Writes on workspaces: make one, change its settings."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from askwell.workspaces.access import Scope
from askwell.workspaces.models import Membership, User, Workspace
from askwell.workspaces.settings import Settings


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
