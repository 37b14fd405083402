"""Writing an import, piece by piece, from where it stood: what a killed worker leaves, another takes up.

The batch row is the state of the job: it is claimed by a conditional UPDATE with a lease, and every
piece is committed together with its progress, so that nothing is lost and nothing doubled.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, OperationalError, transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from askwell.people import search, uploads
from askwell.people.exactly import after_import
from askwell.people.formats import Item, Outcome, Problem
from askwell.people.formats.records import gettext_noop
from askwell.people.import_me import introduce
from askwell.people.import_read import BadFile, Piece, items, pass_over, pieces, seen_at
from askwell.people.import_report import COUNTED, KEPT_PROBLEMS, Report, tally
from askwell.people.import_ties import TieWriter
from askwell.people.matching import Candidate, Decision, Matcher
from askwell.people.models import ImportBatch, ImportRow, Source
from askwell.people.writing import Plan, Writer
from askwell.plumbing import store
from askwell.plumbing.memory import few_collections
from askwell.workspaces.access import Scope

State = ImportBatch.State
Clock = Callable[[], datetime]

LEASE = timedelta(seconds=5)
_KEPT_ITEMS = 40_000
REFUSED = gettext_noop("The database would not take this record; the others were not held up.")


class Miscounted(Exception):
    """What was read is not what was written: the piece is taken back."""


class Pace:
    """How many records go into one transaction, so that it holds the write lock about 120 ms: others
    (the notes of a talk) wait at most that long."""

    WANTED = timedelta(milliseconds=120)
    LEAST, MOST = 400, 3000

    def __init__(self) -> None:
        self.size = 600

    def took(self, time: timedelta, records: int) -> None:
        """Learn from one transaction; grow slowly, shrink at once."""
        if records >= self.LEAST and time > timedelta(0):
            fitting = int(records * (self.WANTED / time))
            self.size = max(self.LEAST, min(fitting, self.size * 2, self.MOST))


def run_import(scope: Scope, *, batch: ImportBatch, clock: Clock) -> Report:
    """Write the batch, piece by piece, from where it stood. Does nothing if somebody else has it.

    A batch that nobody has looked at is read to its end first, so that a bad file changes nothing.
    Raises BadFile or uploads.BadUpload; the batch keeps the sentence.
    """
    lease = claim(batch, State.RUNNING, clock())
    if lease is None:
        return Report(batch=batch.uid)
    batch.refresh_from_db()
    try:
        with few_collections(), store.writing_long() as carry_over:
            return _Run(scope, batch, clock, lease).go(carry_over)
    except (BadFile, uploads.BadUpload) as error:
        state = State.UNFINISHED if batch.progress else State.FAILED
        rows = ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING)
        rows.update(state=state, error=str(error), lease_until=None)
        raise


class _Run:
    """One process at work on one batch."""

    def __init__(self, scope: Scope, batch: ImportBatch, clock: Clock, lease: datetime) -> None:
        self.scope, self.batch, self.clock, self.lease = scope, batch, clock, lease
        done = batch.counts.get("done", {})
        counts = Counter({name: n for name, n in done.items() if name not in ("read", "items")})
        self.report = Report(counts, batch=batch.uid, read=done.get("read", 0))
        self.matcher = Matcher(scope, remember=False)
        now = clock()
        seen, kind = seen_at(batch, now)
        source = Source.ALUMNI if kind.startswith("alumni") else Source.IMPORT
        detail = "" if source is Source.ALUMNI else _detail(kind)
        self.writer = Writer(scope, batch, now=now, seen_at=seen, source=source, detail=detail)
        self.ties = TieWriter(scope, batch, now)
        self.tells = "read" not in batch.counts.get("plan", {})
        """Whether remarks are news: a preview has kept them already."""
        self.report.problems = list(batch.problems) if self.tells else []
        self.held = timedelta(0)
        self.version: int | None = None

    def go(self, carry_over: Callable[[], None]) -> Report:
        """Everything that is left, then myself."""
        report, pace = self.report, Pace()
        found = self._look_first() if self.tells and not self.batch.progress else None
        found = found or items(self.batch)
        pass_over(found, self.batch.progress, self.matcher, report)
        for piece in pieces(found, report, lambda: pace.size):
            if not self._put(self.matcher.candidates(piece.people), piece):
                return report
            pace.took(self.held, len(piece))
            carry_over()
        self._finish()
        after_import(self.scope, batch=self.batch, now=self.clock())
        return report

    def _look_first(self) -> Iterator[Item] | None:
        """Read everything; what fits into memory is kept for the writing."""
        kept: list[Item] = []
        count = 0
        for count, item in enumerate(items(self.batch), start=1):
            if count <= _KEPT_ITEMS:
                kept.append(item)
            if count % 5000 == 0:
                self._renew()
        self.batch.counts["plan"] = {"items": count}
        return iter(kept) if count <= _KEPT_ITEMS else None

    def _put(self, some: Sequence[Candidate | Problem], piece: Piece) -> bool:
        """One piece, in one transaction. It is planned before: whatever was read for that still
        holds if nobody else has written; if somebody has, it is planned again under the lock."""
        version = store.version()
        if version is None or version != self.version:
            self.writer.forget_organizations()
        self.version = version
        plan = self._plan(some, piece) if version is not None else None
        with transaction.atomic():
            began = self.clock()
            if plan is None or store.version() != version:
                self.writer.forget_organizations()
                plan = self._plan(some, piece)
            self._write(self._carry_out(plan, some, piece), piece)
            ours = self._advance()
        self.held = self.clock() - began
        return ours

    def _plan(self, some: Sequence[Candidate | Problem], piece: Piece | None) -> Plan:
        companies = piece.companies if piece else ()
        return self.writer.plan(self.matcher.decide(some), companies)

    def _write(self, decisions: Sequence[Decision], piece: Piece) -> None:
        told = len(self.report.problems)
        tally(self.report, decisions, piece)
        self.report.counts.update(self.ties.write(piece.ties))
        if self.report.read != self.report.accounted:
            raise Miscounted(self.report.numbers())
        if self.tells and told < len(self.report.problems):
            self.batch.problems = [*self.batch.problems, *self.report.problems[told:]]
            del self.batch.problems[KEPT_PROBLEMS:]

    def _carry_out(
        self, plan: Plan, some: Sequence[Candidate | Problem], piece: Piece | None
    ) -> Sequence[Decision]:
        """Write; a record that the database refuses is reported, the rest goes in."""
        try:
            with transaction.atomic():
                self.writer.carry_out(plan)
                return plan.decisions
        except OperationalError:  # the database is away or locked: the whole run must come again
            raise
        except (DatabaseError, ValueError):
            self.writer.forget_organizations()
            if not some or (len(some) == 1 and isinstance(some[0], Problem)):
                raise
        if len(some) == 1:
            record = some[0].record if isinstance(some[0], Candidate) else some[0]
            refused = [Problem(record.file, record.line, REFUSED, Outcome.FAILED)]
            return self._carry_out(self._plan(refused, piece), refused, piece)
        half = len(some) // 2
        parts = ((some[:half], piece), (some[half:], None))
        return [d for s, p in parts for d in self._carry_out(self._plan(s, p), s, p)]

    def _advance(self) -> bool:
        """Write the progress with the piece; False, and nothing of it, if the batch was taken away."""
        batch = self.batch
        batch.counts["done"] = self.report.numbers()
        if self._renew(progress=self.report.items, counts=batch.counts, problems=batch.problems):
            return True
        transaction.set_rollback(True)
        return False

    def _renew(self, **values: Any) -> bool:
        rows = ImportBatch.objects.filter(pk=self.batch.pk, lease_until=self.lease)
        lease = self.clock() + LEASE
        if not rows.filter(state=State.RUNNING).update(lease_until=lease, **values):
            return False
        self.lease = lease
        return True

    @transaction.atomic
    def _finish(self) -> None:
        batch, report = self.batch, self.report
        settle(batch, report)
        if report.me:
            batch.counts["me"] = asdict(report.me)
            filled = introduce(self.scope, report.me)
            batch.counts["filled"] = filled
            report.filled = [name for part in filled.values() for name in part]
        batch.state, batch.finished_at, batch.lease_until = State.DONE, self.clock(), None
        fields = ("state", "finished_at", "lease_until", "counts")
        rows = ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING)
        if rows.update(**{name: getattr(batch, name) for name in fields}):
            transaction.on_commit(lambda: uploads.discard(batch))
            transaction.on_commit(search.learn_sizes)
        else:
            transaction.set_rollback(True)


def settle(batch: ImportBatch, report: Report) -> None:
    """The last check: the rows kept of this batch are the numbers that are shown.

    Raises Miscounted. Whoever was forgotten meanwhile took their rows along.
    """
    rows = ImportRow.objects.filter(batch=batch).values_list("outcome").annotate(n=Count("pk"))
    kept = dict(rows.order_by())
    told = {name: report.counts[name] for name in COUNTED if name != "unchanged"}
    if report.read != report.accounted or any(kept.get(n, 0) > told[n] for n in told):
        raise Miscounted({"read": report.read} | told | {"kept": kept})


def claim(batch: ImportBatch, state: str, now: datetime) -> datetime | None:
    """Take a batch that is in this state and in nobody's hands; until when it is ours."""
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    rows = ImportBatch.objects.filter(free, pk=batch.pk, state=state)
    lease = now + LEASE
    return lease if rows.update(lease_until=lease) else None


def is_free(batch: ImportBatch, *, clock: Clock, sleep: Callable[[float], None]) -> bool:
    """Has nobody this batch in hand? Waits for one lease at most: a killed worker does not renew."""
    held = batch.lease_until
    if held is None or held < clock():
        return True
    sleep(min(held - clock(), LEASE).total_seconds() + 0.1)
    batch.refresh_from_db()
    return batch.lease_until == held


def _detail(kind: str) -> str:
    return _("LinkedIn") if kind.startswith("linkedin") else _("address book")
