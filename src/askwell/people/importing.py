"""Imports, from upload to the last row: previewed first, run in chunks, resumable, undoable.

The batch row is the state of the job: it is claimed by a conditional UPDATE with a lease, and each
chunk is committed together with its progress, so that a killed worker loses and doubles nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from askwell.people import search, uploads
from askwell.people.formats import (
    FormatError,
    Item,
    MeRecord,
    OrganizationRecord,
    Outcome,
    PersonRecord,
    Problem,
    open_source,
)
from askwell.people.import_report import ALL, Report, examples_of, tally
from askwell.people.matching import Matcher
from askwell.people.models import ImportBatch
from askwell.people.writing import Writer
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.plumbing.queue import enqueue
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings

State = ImportBatch.State
Clock = Callable[[], datetime]

CHUNK = 300
LEASE = timedelta(seconds=10)
_LOOKED_AT = timedelta(days=7)
MAX_RECORDS = 200_000
_KEPT_PROBLEMS = 1000
_KEPT_ITEMS = 50_000
_EXAMPLES = 8


class BadFile(Refusal):
    """A file that cannot be imported; nothing was changed."""


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
    matcher = Matcher(scope, remember=True)
    try:
        for people, aside in _chunks(_items(batch), report):
            decisions = matcher.decide(people)
            tally(report, decisions, aside)
            report.examples += examples_of(decisions, _EXAMPLES - len(report.examples))
    except BadFile as error:
        ImportBatch.objects.filter(pk=batch.pk).update(
            state=State.FAILED, error=str(error), finished_at=now
        )
        uploads.discard(batch)
        raise
    ImportBatch.objects.filter(pk=batch.pk, state__in=(State.UPLOADED, State.PREVIEWED)).update(
        state=State.PREVIEWED,
        counts={"plan": report.numbers(), "examples": report.examples},
        problems=report.problems[:_KEPT_PROBLEMS],
    )
    batch.refresh_from_db()
    return report


@transaction.atomic
def preview_later(scope: Scope, *, batch: ImportBatch) -> None:
    """Leave the dry run of a large file to the worker."""
    queue_job(scope, "preview_import", batch)


def asked_linkedin(scope: Scope, *, now: datetime) -> None:
    """ "I have asked LinkedIn": remember the day, so that Today can remind of the download link."""
    change_settings(scope, linkedin_asked_on=now.date().isoformat())


# --- running ---


@transaction.atomic
def start_import(scope: Scope, *, batch: ImportBatch) -> None:
    """Add the people: put the batch into the queue, for the first time or to go on with it.

    Twice is once. Raises NotNow when it has been undone, cancelled or never looked at.
    """
    ready = (State.PREVIEWED, State.UNFINISHED)
    rows = ImportBatch.objects.filter(pk=batch.pk, workspace=scope.workspace, state__in=ready)
    if rows.update(state=State.RUNNING, lease_until=None, error=""):
        queue_job(scope, "people.jobs.run_import", batch)
        return
    batch.refresh_from_db()
    if batch.state not in (State.RUNNING, State.DONE):
        raise NotNow(_("This import cannot be started any more. Choose the file again."))


def run_import(
    scope: Scope, *, batch: ImportBatch, clock: Clock, items: Iterator[Item] | None = None
) -> Report:
    """Write the batch, chunk by chunk, from where it stood. Does nothing if somebody else has it.

    `items` are what was read just now, to spare the second reading.
    """
    lease = _claim(batch, State.RUNNING, clock())
    if lease is None:
        return Report(batch=batch.uid)
    batch.refresh_from_db()
    done, skip = batch.counts.get("done", {}), batch.progress
    report = Report(Counter({name: done.get(name, 0) for name in ALL}), batch=batch.uid)
    matcher = Matcher(scope, remember=False)
    writer = _writer(scope, batch, clock())
    items = items or _items(batch)
    _pass_over(items, skip, matcher, report)
    for people, aside in _chunks(items, report):
        with transaction.atomic():
            decisions = matcher.decide(people)
            writer.write(decisions, [c for c in aside if isinstance(c, OrganizationRecord)])
            tally(report, decisions, aside)
            lease = _advance(batch, lease, report, clock())
        if lease is None:
            return report
    _finish(scope, batch, report, clock())
    return report


def _writer(scope: Scope, batch: ImportBatch, now: datetime) -> Writer:
    """Jobs were seen on the day of the export, where the file tells it."""
    with uploads.opened(batch, 0) as stream:
        source = open_source(stream, batch.files[0]["name"])
    day = source.exported_on
    seen = datetime.combine(day, time(12), UTC) if day else now
    detail = _("LinkedIn") if source.format.startswith("linkedin") else _("address book")
    return Writer(scope, batch, now=now, seen_at=min(seen, now), detail=detail)


def _claim(batch: ImportBatch, state: str, now: datetime) -> datetime | None:
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    rows = ImportBatch.objects.filter(free, pk=batch.pk, state=state)
    lease = now + LEASE
    return lease if rows.update(lease_until=lease) else None


def _advance(batch: ImportBatch, lease: datetime, report: Report, now: datetime) -> datetime | None:
    """Write the progress with the chunk; None, and nothing of the chunk, if the batch was taken away."""
    rows = ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING, lease_until=lease)
    batch.counts["done"] = report.numbers()
    if rows.update(lease_until=now + LEASE, progress=report.items, counts=batch.counts):
        return now + LEASE
    transaction.set_rollback(True)
    return None


@transaction.atomic
def _finish(scope: Scope, batch: ImportBatch, report: Report, now: datetime) -> None:
    if report.me:
        batch.counts["me"] = asdict(report.me)
        introduce(scope, report.me)
    rows = ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING)
    batch.problems = batch.problems or report.problems[:_KEPT_PROBLEMS]
    batch.state, batch.finished_at, batch.lease_until = State.DONE, now, None
    fields = ("state", "finished_at", "lease_until", "counts", "problems")
    if rows.update(**{name: getattr(batch, name) for name in fields}):
        transaction.on_commit(lambda: uploads.discard(batch))
        transaction.on_commit(search.learn_sizes)


def introduce(scope: Scope, me: MeRecord) -> None:
    """Fill what settings do not know about me yet from my own export; nothing is overwritten."""
    known = scope.settings.me
    school = me.education[0].school if me.education else ""
    found = {
        "name": f"{me.given} {me.family}".strip(),
        "email": next(iter(me.emails), ""),
        "phone": next(iter(me.phones), ""),
        "link": next(iter(me.links), ""),
        "city": me.location,
        "school": school,
    }
    filled = {k: v for k, v in found.items() if v and not getattr(known, k)}
    if filled:
        change_settings(scope, me=replace(known, **filled))


# --- stopping ---


@transaction.atomic
def cancel_import(scope: Scope, *, batch: ImportBatch) -> bool:
    """Before it began: gone, files and all (returns True). While it runs: stop after this chunk."""
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
    left = ImportBatch.objects.filter(state__in=(State.RUNNING, State.UNDOING))
    for batch in left.select_related("workspace"):
        running = batch.state == State.RUNNING
        job = "people.jobs.run_import" if running else "people.jobs.undo_import"
        member = batch.workspace.membership_set.order_by("pk").first()
        if member:
            with transaction.atomic():
                queue_job(Scope(batch.workspace, member.user), job, batch)
    looked_at = (State.UPLOADED, State.PREVIEWED, State.FAILED)
    for batch in ImportBatch.objects.filter(state__in=looked_at, created_at__lt=now - _LOOKED_AT):
        uploads.discard(batch)
        batch.delete()
    return len(left)


def is_free(batch: ImportBatch, *, clock: Clock, sleep: Callable[[float], None]) -> bool:
    """Has nobody this batch in hand? Waits for one lease at most: a killed worker does not renew."""
    held = batch.lease_until
    if held is None or held < clock():
        return True
    sleep(min(held - clock(), LEASE).total_seconds() + 0.1)
    batch.refresh_from_db()
    return batch.lease_until == held


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
    scope: Scope, *, paths: Iterable[Path], clock: Clock, dry_run: bool = False
) -> Report:
    """Import files from the disk here and now, or only say what would happen.

    Raises BadFile or uploads.BadUpload with one sentence; a killed run stands as an unfinished batch.
    """
    uid = new_uid()
    with_blocks = ((path.name, _file_blocks(path)) for path in paths)
    batch = upload_import(scope, uid=uid, files=with_blocks, now=clock())
    try:
        if dry_run:
            return _only_look(scope, batch, clock())
        read = _read_first(batch)
    except BadFile:
        cancel_import(scope, batch=batch)
        raise
    batch.state, batch.counts = State.RUNNING, {"plan": {"items": len(read)}}
    batch.save()
    return run_import(scope, batch=batch, clock=clock, items=iter(read) if read else None)


def _only_look(scope: Scope, batch: ImportBatch, now: datetime) -> Report:
    report = preview_import(scope, batch=batch, now=now)
    cancel_import(scope, batch=batch)
    report.batch = None
    return report


def _read_first(batch: ImportBatch) -> list[Item]:
    """Read everything before the first row is written, so that a bad file changes nothing.

    What fits into memory is kept for the run; [] means that it has to be read again.
    """
    kept: list[Item] = []
    whole = True
    for item in _items(batch):
        whole = whole and len(kept) < _KEPT_ITEMS
        if whole:
            kept.append(item)
    return kept if whole else []


def _file_blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from uploads.blocks(file)
    except OSError as error:
        raise BadFile(
            _("“%(name)s” cannot be opened: %(why)s.")
            % {"name": path.name, "why": error.strerror or _("it is no file")}
        ) from None


# --- reading ---


def _items(batch: ImportBatch) -> Iterator[Item]:
    """Everything in the batch's files, in order. Raises BadFile with the file's name."""
    for number, file in enumerate(batch.files):
        with uploads.opened(batch, number) as stream:
            try:
                yield from open_source(stream, file["name"]).items()
            except FormatError as error:
                reason = _(error.reason) % error.params if error.params else _(error.reason)
                raise BadFile(f"{file['name']}: {reason}") from error


def _pass_over(items: Iterator[Item], count: int, matcher: Matcher, report: Report) -> None:
    """What an earlier run has written already; only repeats and myself are remembered."""
    for item in islice(items, count):
        report.items += 1
        if isinstance(item, MeRecord):
            report.me = item
        elif isinstance(item, PersonRecord):
            matcher.keys(item)


def _chunks(
    items: Iterator[Item], report: Report
) -> Iterator[tuple[list[PersonRecord | Problem], list[OrganizationRecord | Problem]]]:
    """People (and failed or skipped people) in chunks, with what stood between them."""
    people: list[PersonRecord | Problem] = []
    aside: list[OrganizationRecord | Problem] = []
    for item in items:
        report.items += 1
        if report.items > MAX_RECORDS:
            raise BadFile(_("That is more than 200,000 records, more than Askwell takes at once."))
        if isinstance(item, MeRecord):
            report.me = item
        elif isinstance(item, PersonRecord) or (
            isinstance(item, Problem) and item.outcome is not Outcome.NOTED
        ):
            people.append(item)
        elif isinstance(item, OrganizationRecord | Problem):
            aside.append(item)
        if len(people) + len(aside) >= CHUNK:
            yield people, aside
            people, aside = [], []
    yield people, aside
