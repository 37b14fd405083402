"""What the worker does for exports and restores."""

from askwell.plumbing import clock
from askwell.transfer import operations, selectors
from askwell.workspaces.selectors import scope_by_uid


def run_export(workspace: str, actor: str, job: str) -> None:
    """Write an export that was asked for."""
    scope = scope_by_uid(workspace, actor)
    operations.run_export(scope, job=selectors.get_job(scope, job), clock=clock.now)


def run_restore(workspace: str, actor: str, job: str) -> None:
    """Bring an uploaded export back."""
    scope = scope_by_uid(workspace, actor)
    operations.run_restore(scope, job=selectors.get_job(scope, job), clock=clock.now)


def sweep() -> None:
    """Queue again what a killed worker left behind."""
    operations.sweep(clock.now())
