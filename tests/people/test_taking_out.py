"""Out again: some people or all, in four forms; what went out comes back without a change."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from askwell.people import operations
from askwell.people.models import Person
from tests.people.formats.reading import SAMPLES

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def book(scope, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path / "files"

    def bring(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        with django_capture_on_commit_callbacks(execute=True):
            return operations.import_files(scope, paths=[path], clock=lambda: NOW)

    for sample in ("google/contacts_2024.csv", "vcard/apple.vcf"):
        source = SAMPLES / sample
        if source.exists():
            bring(source.name, source.read_bytes())
    mine = operations.add_person(
        scope, name="Zoë Ålund", organization="Acme, Söhne", role="Diver", now=NOW
    )
    for text in ("=1+1", "two\nlines"):
        operations.add_note(scope, person=mine, uid=uuid4(), text=text, now=NOW)
    operations.add_person(scope, name="Bo", now=NOW)
    return bring


@pytest.mark.parametrize("form", ["vcf", "vcf4", "csv", "json"])
def test_what_went_out_comes_back_unchanged(owner, book, form):
    before = list(Person.objects.order_by("pk").values())
    answer = owner.get(f"/people/file/{form}/")
    content = b"".join(answer.streaming_content)
    ending = answer["Content-Disposition"].rpartition(".")[2].strip('"')
    report = book(f"again.{ending}", content)
    assert report.counts["new"] == report.counts["updated"] == 0
    assert report.counts["unchanged"] == len(before)
    assert list(Person.objects.order_by("pk").values()) == before


def test_only_those_chosen_go_out(owner, book):
    content = b"".join(owner.get("/people/file/vcf/?q=org:acme").streaming_content).decode()
    assert content.count("BEGIN:VCARD") == 1
    assert "FN:Zoë Ålund" in content
    content = b"".join(owner.get("/people/file/csv/?q=zoe").streaming_content).decode()
    assert "'=1+1" in content or "'=1" in content


def test_an_unknown_form_is_not_there(owner):
    assert owner.get("/people/file/doc/").status_code == 404
