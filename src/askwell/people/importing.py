"""Imports, from upload to the last row: previewed first, run in pieces, resumable, undoable.

What is said and decided here; the writing itself is `import_run`.
"""

import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.people import uploads
from askwell.people.formats import UnknownColumns
from askwell.people.import_read import BadFile, items, pieces
from askwell.people.import_report import KEPT_PROBLEMS, Report, examples_of, newcomers_of, tally
from askwell.people.import_run import Clock, is_free, run_import
from askwell.people.import_ties import TieWriter
from askwell.people.matching import Matcher
from askwell.people.models import ImportBatch
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.plumbing.queue import enqueue
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings

State = ImportBatch.State

_PIECE = 1000
_LOOKED_AT = timedelta(days=7)
_EXAMPLES = 8
_IN_FOLDERS = frozenset((".csv", ".vcf", ".json", ".xlsx", ".txt"))


class NotNow(Refusal):
    """The import is not in a state in which this can be done."""


# --- upload and dry run ---


def upload_import(
    scope: Scope, *, uid: UUID, files: Iterable[tuple[str, Iterable[bytes]]], now: datetime
) -> ImportBatch:
    """Keep uploaded files in the data folder; the same `uid` twice (a double post) is one batch.

    Raises uploads.BadUpload.
    """
    batch = ImportBatch.objects.filter(workspace=scope.workspace, uid=uid).first()
    if batch:
        return batch
    batch = ImportBatch(workspace=scope.workspace, uid=uid, created_at=now)
    try:
        batch.files = uploads.store(batch, files)
    except FileExistsError:
        raise NotNow(_("This file is just being received. Wait a moment.")) from None
    batch.digest = batch.files[0]["digest"]
    batch.save(force_insert=True)
    return batch


def preview_import(scope: Scope, *, batch: ImportBatch, now: datetime) -> Report:
    """The dry run: read everything, decide everything, write only the numbers.

    A file that cannot be read fails the batch with a sentence; raises BadFile with the same.
    """
    report = Report(batch=batch.uid)
    matcher, ties = Matcher(scope, remember=True), TieWriter(scope, batch, now)
    mine = ImportBatch.objects.filter(pk=batch.pk)
    try:
        for piece in pieces(items(batch), report, lambda: _PIECE):
            decisions = matcher.decide(matcher.candidates(piece.people))
            tally(report, decisions, piece)
            report.counts.update(ties.look(piece.ties))
            report.examples += examples_of(decisions, _EXAMPLES - len(report.examples))
            report.newcomers += newcomers_of(decisions, _EXAMPLES - len(report.newcomers))
            mine.filter(state=State.UPLOADED).update(progress=report.items)
    except BadFile as error:
        unnamed = isinstance(error.__cause__, UnknownColumns)  # waits for somebody to name them
        mine.update(
            state=State.FAILED, error=str(error), finished_at=now, counts={"columns": unnamed}
        )
        if not unnamed:
            uploads.discard(batch)
        raise
    mine.filter(state__in=(State.UPLOADED, State.PREVIEWED)).update(
        state=State.PREVIEWED,
        progress=0,
        counts={
            "plan": report.numbers(),
            "examples": report.examples,
            "newcomers": report.newcomers,
        },
        problems=report.problems[:KEPT_PROBLEMS],
    )
    batch.refresh_from_db()
    return report


@transaction.atomic
def preview_later(scope: Scope, *, batch: ImportBatch) -> None:
    """Leave the dry run of a large file to the worker."""
    queue_job(scope, "people.jobs.preview_import", batch)


def asked_linkedin(scope: Scope, *, now: datetime) -> None:
    """ "I have asked LinkedIn": remember the day, so that Today can remind of the download link."""
    change_settings(scope, linkedin_asked_on=now.date().isoformat())


# --- starting and stopping ---


@transaction.atomic
def start_import(scope: Scope, *, batch: ImportBatch) -> None:
    """Add the people: put the batch into the queue, for the first time or to go on with it.

    Twice is once: the lease sees to that. Raises NotNow when it has been undone, cancelled or never
    looked at.
    """
    ready = (State.PREVIEWED, State.UNFINISHED)
    rows = ImportBatch.objects.filter(pk=batch.pk, workspace=scope.workspace)
    if rows.filter(state__in=ready).update(state=State.RUNNING, lease_until=None, error=""):
        queue_job(scope, "people.jobs.run_import", batch)
        return
    batch.refresh_from_db()
    if batch.state == State.RUNNING:  # it may have been left behind: whoever comes first goes on
        queue_job(scope, "people.jobs.run_import", batch)
    elif batch.state != State.DONE:
        raise NotNow(_("This import cannot be started any more. Choose the file again."))


@transaction.atomic
def cancel_import(scope: Scope, *, batch: ImportBatch) -> bool:
    """Before it began: gone, files and all (returns True). While it runs: stop after this piece."""
    waiting = (State.UPLOADED, State.PREVIEWED, State.FAILED)
    mine = ImportBatch.objects.filter(pk=batch.pk, workspace=scope.workspace)
    if mine.filter(state__in=waiting).delete()[0]:
        transaction.on_commit(lambda: uploads.discard(batch))
        return True
    mine.filter(state=State.RUNNING).update(state=State.UNFINISHED, lease_until=None)
    return False


def sweep_imports(now: datetime) -> int:
    """Requeue what a killed worker left behind; the worker calls this when it starts.

    Whether somebody still holds a batch is for the job to find out (`is_free`). Files that were
    only looked at go after a week.
    """
    left = ImportBatch.objects.filter(state__in=_JOBS)
    for batch in left.select_related("workspace"):
        member = batch.workspace.membership_set.order_by("pk").first()
        if member:
            with transaction.atomic():
                queue_job(Scope(batch.workspace, member.user), _JOBS[batch.state], batch)
    looked_at = (State.UPLOADED, State.PREVIEWED, State.FAILED)
    for batch in ImportBatch.objects.filter(state__in=looked_at, created_at__lt=now - _LOOKED_AT):
        uploads.discard(batch)
        batch.delete()
    uploads.discard_strays(now - _LOOKED_AT, ImportBatch.objects.values_list("uid", flat=True))
    return len(left)


_JOBS: dict[str, str] = {
    State.UPLOADED: "people.jobs.preview_import",
    State.RUNNING: "people.jobs.run_import",
    State.UNDOING: "people.jobs.undo_import",
}


def queue_job(scope: Scope, job: str, batch: ImportBatch) -> None:
    """Put a job (by its full name) of this batch into the queue, on commit."""
    enqueue(
        job,
        workspace=scope.workspace.uid,
        actor=scope.actor.uid,
        batch=batch.uid,
    )


# --- all at once, for the command line ---


def import_files(
    scope: Scope, *, paths: Iterable[Path], clock: Clock, dry_run: bool = False, kind: str = ""
) -> Report:
    """Import files and folders from the disk here and now, or only say what would happen.

    Everything is read before the first row is written. A killed run is taken up by
    `resume_imports` or by the worker. Raises BadFile or uploads.BadUpload with one sentence.
    """
    with_blocks = ((_name(path), _file_blocks(path)) for path in paths)
    batch = upload_import(scope, uid=new_uid(), files=with_blocks, now=clock())
    if kind:
        batch.files = [file | {"as": kind} for file in batch.files]
    try:
        if dry_run:
            return _only_look(scope, batch, clock())
        batch.state = State.RUNNING
        batch.save()
        return run_import(scope, batch=batch, clock=clock)
    except BadFile:
        cancel_import(scope, batch=batch)
        raise


def resume_imports(scope: Scope, *, clock: Clock, sleep: Callable[[float], None]) -> list[Report]:
    """Go on with what a killed process of this notebook left behind, here and now."""
    left = ImportBatch.objects.filter(workspace=scope.workspace, state=State.RUNNING)
    found = []
    for batch in left.order_by("pk"):
        if is_free(batch, clock=clock, sleep=sleep):
            report = run_import(scope, batch=batch, clock=clock)
            found += [report] if report.items else []
    return found


def _only_look(scope: Scope, batch: ImportBatch, now: datetime) -> Report:
    batch.save()
    report = preview_import(scope, batch=batch, now=now)
    cancel_import(scope, batch=batch)
    report.batch = None
    return report


def _name(path: Path) -> str:
    return f"{path.resolve().name}.zip" if path.is_dir() else path.name


def _file_blocks(path: Path) -> Iterator[bytes]:
    try:
        if path.is_dir():
            yield from _folder_blocks(path)
            return
        with path.open("rb") as file:
            yield from uploads.blocks(file)
    except OSError as error:
        raise BadFile(
            _("“%(name)s” cannot be opened: %(why)s.")
            % {"name": path.name, "why": error.strerror or _("it is no file")}
        ) from None


def _folder_blocks(folder: Path) -> Iterator[bytes]:
    """An unpacked export as the zip it was: its files are told apart by one reader only."""
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _IN_FOLDERS and p.is_file())
    with tempfile.TemporaryFile() as packed:
        with zipfile.ZipFile(packed, "w") as archive:
            for file in files:
                archive.write(file, file.relative_to(folder))
        packed.seek(0)
        yield from uploads.blocks(packed)
