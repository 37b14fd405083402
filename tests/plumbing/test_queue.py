"""Work for later starts after the transaction, by name, and an error of it tells no secrets."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import transaction

from askwell.plumbing import queue


def test_a_job_is_asked_for_only_when_what_it_needs_is_stored(db, run_jobs, monkeypatch, cast):
    ran = []
    monkeypatch.setattr("askwell.transfer.jobs.run_export", lambda **given: ran.append(given))
    with run_jobs(), transaction.atomic():
        queue.enqueue("transfer.jobs.run_export", job=cast.owner.uid)
        assert ran == []
    assert ran == [{"job": str(cast.owner.uid)}]


@pytest.mark.parametrize("name", ["os.system", "transfer.jobs.nothing", "nowhere.jobs.run", "x"])
def test_only_jobs_can_be_named(name):
    with pytest.raises(LookupError):
        queue.enqueue(name)


def test_what_failed_is_kept_without_its_words(monkeypatch):
    def fail(**_given):
        raise ValueError("Mira Adeyemi")

    monkeypatch.setattr("askwell.transfer.jobs.run_export", fail)
    with pytest.raises(queue.JobFailed) as failed:
        queue.run.call("transfer.jobs.run_export", {})
    assert str(failed.value) == "transfer.jobs.run_export: ValueError"


def test_everything_interrupted_is_looked_for_when_the_worker_starts(db):
    queue.sweep()


def test_every_stage_with_rows_that_a_worker_holds_looks_for_those_left_behind():
    stages = {m._meta.app_config.name for m in apps.get_models() if hasattr(m, "lease_until")}
    assert stages == {"askwell.people", "askwell.transfer"}
    for stage in stages:
        assert callable(import_module(f"{stage}.jobs").sweep)
