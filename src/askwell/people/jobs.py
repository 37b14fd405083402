"""What the worker does for this stage: run an import, take one back."""

import contextlib
import time

from askwell.people import operations, selectors, suspects
from askwell.plumbing import clock
from askwell.workspaces.selectors import scope_by_uid


def preview_import(workspace: str, actor: str, batch: str) -> None:
    """Read a large file and say what an import would do; the batch keeps the sentence if it fails."""
    scope = scope_by_uid(workspace, actor)
    with contextlib.suppress(operations.BadFile):
        found = selectors.get_batch(scope, batch)
        operations.preview_import(scope, batch=found, now=clock.now())


def run_import(workspace: str, actor: str, batch: str) -> None:
    """Write an import, from where it stood; the batch keeps the sentence if it fails."""
    scope = scope_by_uid(workspace, actor)
    found = selectors.get_batch(scope, batch)
    if operations.is_free(found, clock=clock.now, sleep=time.sleep):
        with contextlib.suppress(operations.BadFile, operations.BadUpload):
            operations.run_import(scope, batch=found, clock=clock.now)


def undo_import(workspace: str, actor: str, batch: str) -> None:
    """Take an import back."""
    scope = scope_by_uid(workspace, actor)
    found = selectors.get_batch(scope, batch)
    if operations.is_free(found, clock=clock.now, sleep=time.sleep):
        operations.run_undo(scope, batch=found, clock=clock.now)


def look_for_same(workspace: str, actor: str) -> None:
    """Compare everybody and keep who may be here twice."""
    suspects.look_everywhere(scope_by_uid(workspace, actor))


def sweep() -> None:
    """Put imports back into the queue whose worker was killed."""
    operations.sweep_imports(clock.now())
