"""Forgotten means gone: no name, address or link anywhere in what this stage keeps."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection

from askwell.people import operations, search
from askwell.people.models import ForgottenKey, Person
from tests.people.formats.reading import SAMPLES

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def dump():
    """Every column of every table, as text."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            found += [[str(cell) for cell in row] for row in cursor.fetchall()]
    return json.dumps(found, ensure_ascii=False).casefold()


@pytest.fixture
def imported(scope, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path / "files"
    path = tmp_path / "contacts.csv"
    path.write_bytes((SAMPLES / "google/contacts_2024.csv").read_bytes())

    def again():
        with django_capture_on_commit_callbacks(execute=True):
            return operations.import_files(scope, paths=[path], clock=lambda: NOW)

    again()
    return again


def test_nothing_is_left(scope, imported):
    ines = Person.objects.get(given="Ines")
    double = operations.add_person(scope, name="Ines Okafor", now=NOW)
    operations.add_note(scope, person=ines, uid=uuid4(), text="Ines Okafor likes tea", now=NOW)
    thrown = operations.add_note(scope, person=ines, uid=uuid4(), text="About Okafor", now=NOW)
    operations.delete_detail(scope, detail=thrown, now=NOW)
    operations.merge_people(scope, winner=ines, loser=double, now=NOW)
    operations.forget(scope, person=ines, keep_quotes=False)
    text = dump()
    for trace in ("okafor", "ines@", "+1 415 555 0111", "ines-okafor-demo"):
        assert trace not in text, trace
    assert Person.objects.count() == 2
    assert ForgottenKey.objects.exists()


def test_words_about_others_are_found_without_the_name(scope, imported):
    other = operations.add_person(scope, name="Bo Berg", now=NOW)
    search.index(
        scope, "note", uuid4(), title="a note", body="Ines Okafor likes tea", person=other.uid
    )
    operations.forget(scope, person=Person.objects.get(given="Ines"), keep_quotes=True)
    assert "okafor" not in dump()
    assert [hit.body for hit in search.search(scope, "tea")] == ["… likes tea"]
    assert search.search(scope, "okafor") == []


def test_an_import_does_not_bring_them_back(scope, imported):
    operations.forget(scope, person=Person.objects.get(given="Ines"), keep_quotes=True)
    report = imported()
    assert report.counts["skipped"] == 1
    assert not Person.objects.filter(given="Ines").exists()
    assert "okafor" not in dump()


def test_nor_somebody_who_had_only_a_name(scope, imported):
    operations.forget(scope, person=Person.objects.get(family="山田"), keep_quotes=True)
    imported()
    assert not Person.objects.filter(family="山田").exists()


def test_others_stay(scope, imported):
    before = Person.objects.count()
    operations.forget(scope, person=Person.objects.get(given="Ines"), keep_quotes=True)
    assert Person.objects.count() == before - 1
