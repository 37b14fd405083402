"""What is on its way out of a workspace or into it."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.plumbing.errors import NotFound
from askwell.transfer import restoring
from askwell.transfer.models import TransferJob
from askwell.workspaces.access import Scope


def jobs(scope: Scope) -> QuerySet[TransferJob]:
    """Exports and restores of this workspace, newest first."""
    return TransferJob.objects.filter(workspace=scope.workspace).order_by("-created_at", "-pk")


def get_job(scope: Scope, uid: UUID | str) -> TransferJob:
    """One of them; NotFound when it is not this workspace's."""
    found = jobs(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def latest(scope: Scope, kind: str) -> TransferJob | None:
    """The newest export or restore."""
    return jobs(scope).filter(kind=kind).first()


def is_empty(scope: Scope) -> bool:
    """Is there nothing in this workspace yet?"""
    return restoring.is_empty(scope)


def export_name(job: TransferJob, now: datetime) -> str:
    """What the downloaded file is called."""
    return f"askwell-{(job.finished_at or now):%Y-%m-%d}.zip"
