"""Take a whole workspace out, bring one back, forget a person."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from askwell.plumbing import store
from askwell.plumbing.errors import Refusal
from askwell.plumbing.queue import enqueue
from askwell.plumbing.rows import quote
from askwell.transfer import exporting, restoring
from askwell.transfer.forgetting import exports_folder, forget_person
from askwell.transfer.models import TransferJob
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import create_workspace

__all__ = [
    "Cancelled", "cancel", "export_file", "export_to", "file_of", "forget_person", "request_export",
    "request_restore", "restore_from", "run_export", "run_restore", "sweep",
]  # fmt: skip
LEASE = timedelta(minutes=2)
LARGEST_UPLOAD = 2 << 30
State = TransferJob.State
Clock = Callable[[], datetime]


class Cancelled(Exception):
    """Somebody pressed *Stop*; what was begun is taken out again."""


# --- out ---


def export_to(scope: Scope, path: Path, *, now: datetime) -> dict[str, int]:
    """Write an export to a path (the command line); returns the rows of each kind."""
    return exporting.write(scope, path, now=now, progress=lambda _count: None)


def request_export(scope: Scope, *, uid: UUID, now: datetime) -> TransferJob:
    """Ask the worker for an export; the one made before goes. The same ``uid`` twice is one."""
    job, made = TransferJob.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={"kind": TransferJob.Kind.EXPORT, "created_at": now},
    )
    if made:
        _discard(_others(scope, job))
        TransferJob.objects.filter(pk=job.pk).update(all_rows=exporting.count(scope))
        _queue(scope, job)
    return job


def run_export(scope: Scope, *, job: TransferJob, clock: Clock) -> None:
    """What the worker does for an export; nothing when another worker has it."""
    if not _claim(job, clock()):
        return
    path = file_of(job)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        exporting.write(scope, path, now=clock(), progress=_reporter(job, clock))
    except Cancelled:
        return
    except Exception:  # a full disk, say: the page tells, and the log says where it was raised
        _finish(job, clock(), State.FAILED)
        raise
    _finish(job, clock(), State.DONE)


def export_file(job: TransferJob) -> Path | None:
    """The finished export's file, if it is (still) there."""
    path = file_of(job)
    return path if job.state == State.DONE and path.exists() else None


# --- in ---


def restore_from(scope: Scope, path: Path, *, now: datetime) -> int:
    """Bring an export into this (empty) workspace; returns the number of rows.

    Raises :class:`restoring.NotEmpty`, :class:`restoring.NotAnExport`; then nothing was changed.
    """
    opened = restoring.check(path)
    with opened.archive:
        return restoring.read(scope, opened, now=now, progress=lambda _count: None)


def request_restore(
    scope: Scope, *, uid: UUID, chunks: Iterable[bytes], now: datetime
) -> tuple[Scope, TransferJob]:
    """Keep an uploaded export and ask the worker to bring it back.

    Into this workspace when it is empty, else into a new one beside it. The outside of the file is
    checked at once, so that a wrong one is refused while its form is still there. The same ``uid``
    twice is one restore, wherever the first went.
    """
    mine = TransferJob.objects.filter(uid=uid, workspace__membership__user=scope.actor)
    if begun := mine.select_related("workspace").first():
        return Scope(begun.workspace, scope.actor), begun
    place = Path(settings.MEDIA_ROOT) / "restores" / f"{uid}.zip"
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        _keep(place, chunks)
        opened = restoring.check(place)
        opened.archive.close()
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    with transaction.atomic():
        if not restoring.is_empty(scope):
            scope = create_workspace(owner=scope.actor, name=opened.name)
        job = TransferJob.objects.create(
            workspace=scope.workspace,
            uid=uid,
            kind=TransferJob.Kind.RESTORE,
            all_rows=opened.total,
            created_at=now,
        )
        _queue(scope, job)
    return scope, job


def _keep(place: Path, chunks: Iterable[bytes]) -> None:
    size = 0
    with place.open("wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > LARGEST_UPLOAD:
                raise restoring.NotAnExport(_("This file is larger than any export of Askwell."))
            file.write(chunk)


def run_restore(scope: Scope, *, job: TransferJob, clock: Clock) -> None:
    """What the worker does for a restore; after a kill −9 it starts again from nothing."""
    if not _claim(job, clock()):
        return
    try:
        restoring.empty(scope)
        opened = restoring.check(file_of(job))
        with opened.archive:
            restoring.read(scope, opened, now=clock(), progress=_reporter(job, clock))
    except Cancelled:
        pass
    except Refusal as refusal:
        _finish(job, clock(), State.FAILED, str(refusal))
    except Exception:
        _finish(job, clock(), State.FAILED)
        file_of(job).unlink(missing_ok=True)
        raise
    else:
        _finish(job, clock(), State.DONE)
    file_of(job).unlink(missing_ok=True)


# --- both ---


def file_of(job: TransferJob) -> Path:
    """Where the file of this work is, under its uid and never under a name from outside."""
    if job.kind == TransferJob.Kind.EXPORT:
        return exports_folder() / f"{job.uid}.zip"
    return Path(settings.MEDIA_ROOT) / "restores" / f"{job.uid}.zip"


def cancel(scope: Scope, *, job: TransferJob, now: datetime) -> bool:
    """Stop work that is waiting or running; False when it had ended already."""
    open_jobs = TransferJob.objects.filter(pk=job.pk, state__in=(State.WAITING, State.RUNNING))
    return bool(open_jobs.update(state=State.CANCELLED, finished_at=now, lease_until=None))


def sweep(now: datetime) -> int:
    """Queue again what a killed worker left behind; the worker calls this when it starts."""
    left = TransferJob.objects.filter(
        Q(lease_until=None) | Q(lease_until__lt=now + LEASE),
        state__in=(State.WAITING, State.RUNNING),
    )
    for job in left.select_related("workspace"):
        member = job.workspace.membership_set.select_related("user").order_by("pk").first()
        if member:
            TransferJob.objects.filter(pk=job.pk).update(state=State.WAITING, lease_until=None)
            _queue(Scope(job.workspace, member.user), job)
    return len(left)


def _queue(scope: Scope, job: TransferJob) -> None:
    name = "transfer.jobs.run_export"
    if job.kind == TransferJob.Kind.RESTORE:
        name = "transfer.jobs.run_restore"
    enqueue(name, workspace=scope.workspace.uid, actor=scope.actor.uid, job=job.uid)


def _others(scope: Scope, job: TransferJob) -> list[TransferJob]:
    kept = TransferJob.objects.filter(workspace=scope.workspace, kind=job.kind).exclude(pk=job.pk)
    return list(kept.exclude(state=State.RUNNING))


def _discard(jobs: Iterable[TransferJob]) -> None:
    for job in jobs:
        file_of(job).unlink(missing_ok=True)
        job.delete()


def _claim(job: TransferJob, now: datetime) -> bool:
    """Take the work if nobody else has it (a conditional UPDATE works on both databases)."""
    free = TransferJob.objects.filter(pk=job.pk, state=State.WAITING)
    return bool(free.update(state=State.RUNNING, lease_until=now + LEASE, done_rows=0))


def _reporter(job: TransferJob, clock: Clock) -> exporting.Progress:
    """Tell how far it is; raises :class:`Cancelled` when somebody pressed *Stop*.

    Through a connection of its own: an export reads inside a transaction that must not write.
    """

    table = quote(TransferJob._meta.db_table)
    sql = f"UPDATE {table} SET done_rows = %s, lease_until = %s WHERE id = %s AND state = %s"  # noqa: S608

    def report(count: int) -> None:
        with store.beside() as connection, connection.cursor() as cursor:
            lease = connection.ops.adapt_datetimefield_value(clock() + LEASE)
            cursor.execute(sql, [count, lease, job.pk, State.RUNNING])
            if not cursor.rowcount:
                raise Cancelled

    return report


def _finish(job: TransferJob, now: datetime, state: str, error: str = "") -> None:
    TransferJob.objects.filter(pk=job.pk, state=State.RUNNING).update(
        state=state, error=error, finished_at=now, lease_until=None
    )
