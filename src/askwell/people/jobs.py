"""What the worker does for this stage: run an import, take one back."""

from askwell.people import operations, selectors
from askwell.plumbing import clock
from askwell.workspaces.selectors import scope_by_uid


def run_import(workspace: str, actor: str, batch: str) -> None:
    """Write a previewed import, from where it stood."""
    scope = scope_by_uid(workspace, actor)
    operations.run_import(scope, batch=selectors.get_batch(scope, batch), clock=clock.now)


def undo_import(workspace: str, actor: str, batch: str) -> None:
    """Take an import back."""
    scope = scope_by_uid(workspace, actor)
    operations.run_undo(scope, batch=selectors.get_batch(scope, batch), clock=clock.now)
