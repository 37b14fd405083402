"""An import that is killed, stopped, resumed, taken back."""

from datetime import timedelta
from itertools import count
from uuid import uuid4

import pytest

from askwell.people import import_run, operations, search
from askwell.people.models import (
    ContactPoint,
    ImportBatch,
    ImportRow,
    Note,
    Organization,
    Person,
    Position,
)
from tests.people.imports import HEAD, NOW, five, many, only, row, ticking

State = ImportBatch.State


class Killed(BaseException):
    """The worker dies."""


def dying(after):
    """A clock that ends the process after some looks at it."""
    looks = iter(range(after))

    def clock():
        if next(looks, None) is None:
            raise Killed
        return NOW

    return clock


@pytest.fixture
def waiting(scope):
    """A previewed batch, ready to be run."""

    def waiting(text, name="Connections.csv"):
        batch = operations.upload_import(
            scope, uid=uuid4(), files=[(name, [text.encode()])], now=NOW
        )
        operations.preview_import(scope, batch=batch, now=NOW)
        operations.start_import(scope, batch=batch)
        batch.refresh_from_db()
        return batch

    return waiting


def later(batch):
    return lambda: NOW + import_run.LEASE * 3


@pytest.mark.parametrize("after", [2, 3, 4])
def test_killed_and_resumed_gives_the_same(scope, waiting, after):
    text = many(1300) + row("Ana0", "Lima", "ana0", "again@a.example") + ",,,,,,1 Jan 2020\n"
    batch = waiting(text)
    with pytest.raises(Killed):
        operations.run_import(scope, batch=batch, clock=dying(after))
    batch.refresh_from_db()
    assert batch.state == State.RUNNING
    assert Person.objects.count() == batch.progress < 1300
    report = operations.run_import(scope, batch=batch, clock=later(batch))
    batch.refresh_from_db()
    assert batch.state == State.DONE
    assert five(report) == only(new=1300, updated=1, skipped=1)
    assert batch.counts["done"]["read"] == batch.counts["plan"]["read"] == 1302
    assert Person.objects.count() == 1300


def test_a_lease_keeps_others_away(scope, waiting):
    batch = waiting(many(5))
    ImportBatch.objects.update(lease_until=NOW + import_run.LEASE)
    operations.run_import(scope, batch=batch, clock=ticking)
    assert not Person.objects.exists()


def test_sweep_requeues_what_was_left(scope, waiting, run_jobs):
    waiting(many(5))
    ImportBatch.objects.update(lease_until=NOW - timedelta(days=1))
    with run_jobs():
        assert operations.sweep_imports(NOW) == 1


def test_a_batch_is_free_when_its_lease_is_not_renewed(scope, waiting):
    batch = waiting(many(5))
    assert operations.is_free(batch, clock=ticking, sleep=pytest.fail)
    batch.lease_until = NOW + import_run.LEASE
    batch.save()
    waited = []
    assert operations.is_free(batch, clock=ticking, sleep=waited.append)
    assert waited == [import_run.LEASE.total_seconds() + 0.1]

    def renewed(seconds):
        ImportBatch.objects.update(lease_until=NOW + import_run.LEASE * 2)

    assert not operations.is_free(batch, clock=ticking, sleep=renewed)


def test_files_only_looked_at_go_after_a_week(scope, data_folder):
    batch = operations.upload_import(
        scope, uid=uuid4(), files=[("c.csv", [many(3).encode()])], now=NOW
    )
    operations.preview_import(scope, batch=batch, now=NOW)
    operations.sweep_imports(NOW + timedelta(days=6))
    assert ImportBatch.objects.exists()
    operations.sweep_imports(NOW + timedelta(days=8))
    assert not ImportBatch.objects.exists()
    assert not [p for p in data_folder.rglob("*") if p.is_file()]


def test_a_worker_that_lost_its_batch_stops(scope, waiting):
    """Two workers: the one that was swept away writes nothing more, and nothing is doubled."""
    batch = waiting(many(1000))
    looks = count()

    def stolen():
        if next(looks) == 4:  # in the middle of the file
            ImportBatch.objects.filter(pk=batch.pk).update(lease_until=None)
            operations.run_import(scope, batch=ImportBatch.objects.get(), clock=later(batch))
        return NOW

    operations.run_import(scope, batch=batch, clock=stolen)
    batch.refresh_from_db()
    assert batch.state == State.DONE
    assert Person.objects.count() == 1000


def test_stopping_stands_as_unfinished_and_goes_on(scope, waiting):
    batch = waiting(many(5))
    assert operations.cancel_import(scope, batch=batch) is False
    operations.run_import(scope, batch=batch, clock=ticking)
    batch.refresh_from_db()
    assert batch.state == State.UNFINISHED
    assert not Person.objects.exists()
    operations.start_import(scope, batch=batch)
    operations.run_import(scope, batch=batch, clock=ticking)
    assert Person.objects.count() == 5


def test_start_twice_is_once(scope, waiting):
    batch = waiting(many(5))
    operations.start_import(scope, batch=batch)
    operations.run_import(scope, batch=batch, clock=ticking)
    operations.start_import(scope, batch=batch)
    assert operations.run_import(scope, batch=batch, clock=ticking).read == 0
    assert Person.objects.count() == 5


def undo(scope, uid):
    batch = ImportBatch.objects.get(uid=uid)
    operations.undo_import(scope, batch=batch)
    kept = operations.run_undo(scope, batch=batch, clock=ticking)
    batch.refresh_from_db()
    assert batch.state == State.UNDONE
    return kept


def test_undo_takes_everything_back(scope, bring):
    report = bring(many(150))
    assert undo(scope, report.batch) == 0
    for model in (Person, ContactPoint, Position, Organization, ImportRow):
        assert not model.objects.exists(), model
    assert search.search(scope, "ana1") == []


def test_undo_spares_what_was_touched(scope, bring):
    report = bring(many(3))
    person = Person.objects.first()
    Note.objects.create(workspace=scope.workspace, person=person, text="hello", created_at=NOW)
    Person.objects.filter(pk=person.pk).update(updated_at=NOW.replace(hour=11))
    assert undo(scope, report.batch) == 1
    assert Person.objects.get() == person


def test_undo_of_an_update_restores(scope, bring):
    bring(HEAD + row("Ana", "Lima", "ana", company="Brightwater", role="Engineer"))
    report = bring(HEAD + row("Ana", "Lima", "ana", "a@a.example", "Nimbus", "Head", "1 Jan 2020"))
    undo(scope, report.batch)
    ana = Person.objects.get()
    assert (ana.role, ana.organization.name, ana.connected_on) == ("Engineer", "Brightwater", None)
    assert ana.contacts.count() == 1
    assert list(ana.positions.values_list("is_current", flat=True)) == [True]
    assert search.search(scope, "nimbus") == []
    assert [hit.title for hit in search.search(scope, "brightwater ana")] == ["Ana Lima"]


def test_undo_twice_is_once(scope, bring):
    report = bring(many(3))
    undo(scope, report.batch)
    undo(scope, report.batch)


def test_files_leave_the_disk_when_done(bring, data_folder):
    bring(many(3))
    assert not [p for p in data_folder.rglob("*") if p.is_file()]
