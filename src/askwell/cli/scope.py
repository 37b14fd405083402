"""Which notebook a command works on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import click


def in_workspace(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--workspace UID`` to a command."""
    option = click.option(
        "--workspace", type=click.UUID, help="Which notebook, where there are several."
    )
    decorated: Callable[..., Any] = option(function)
    return decorated


def scope_of(workspace: UUID | str | None) -> Any:
    """The notebook named; else the local seeker's own, or the only one of this server.

    Raises ``click.UsageError`` when there are several to choose from.
    """
    from django.conf import settings

    from askwell.plumbing.errors import Refusal
    from askwell.workspaces import selectors, signin

    if workspace is None and settings.MODE == "local":
        return selectors.scope_for(signin.local_user())
    scopes = list(selectors.every_scope())
    chosen = [s for s in scopes if workspace is None or s.workspace.uid == workspace]
    if workspace and not chosen:
        raise Refusal("There is no notebook with this number.")
    if not chosen:
        raise Refusal("There is no notebook here yet: add somebody with askwell user add EMAIL.")
    if len(chosen) != 1:
        raise click.UsageError("There are several notebooks: say which with --workspace UID.")
    return chosen[0]
