"""An import that is killed, stopped, resumed, taken back."""

from uuid import uuid4

import pytest

from askwell.people import importing, operations, search
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
    return lambda: NOW + importing.LEASE * 3


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
    ImportBatch.objects.update(lease_until=NOW + importing.LEASE)
    operations.run_import(scope, batch=batch, clock=ticking)
    assert not Person.objects.exists()


def test_sweep_requeues_what_was_left(scope, waiting, run_jobs):
    batch = waiting(many(5))
    ImportBatch.objects.update(lease_until=NOW)
    with run_jobs():
        assert operations.sweep_imports(NOW) == 1
    batch.refresh_from_db()
    assert batch.lease_until is None or batch.state == State.DONE


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
