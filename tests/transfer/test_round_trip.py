"""Out, wipe, in: the same rows, one by one; and what is wrong with a file is said."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from icalendar import Calendar

from askwell.people.models import Person, SearchEntry
from askwell.plumbing.ids import new_uid
from askwell.transfer import exporting, operations, restoring
from askwell.transfer.models import TransferJob
from askwell.transfer.schema import DERIVED, SCHEMA, exported
from askwell.workspaces.models import Membership, Workspace
from askwell.workspaces.operations import change_settings
from tests.support.database import everything
from tests.support.sample import MARK, fill

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def zipped(cast, tmp_path):
    fill(cast.workspace, cast.owner)
    change_settings(cast.scope, note_limit=300)
    path = tmp_path / "out.zip"
    operations.export_to(cast.scope, path, now=NOW)
    return path


def test_every_kind_of_row_is_exported_or_says_why_not():
    ours = {
        model._meta.label_lower
        for model in apps.get_models()
        if model.__module__.startswith("askwell.")
    }
    kept = {model._meta.label_lower for model in exported()}
    assert ours == kept | set(DERIVED)
    assert not kept & set(DERIVED)


def test_it_comes_back_row_for_row(cast, zipped):
    count = operations.restore_from(cast.strange_scope, zipped, now=NOW)
    before = everything(cast.workspace)
    assert len(before) == count > 30
    assert everything(cast.elsewhere) == before
    there = Workspace.objects.get(pk=cast.elsewhere.pk)
    assert there.settings == Workspace.objects.get(pk=cast.workspace.pk).settings
    found = SearchEntry.objects.filter(workspace=there, kind="person")
    assert found.count() == 1


def test_a_second_export_of_what_came_back_is_the_same(cast, zipped, tmp_path):
    operations.restore_from(cast.strange_scope, zipped, now=NOW)
    again = tmp_path / "again.zip"
    operations.export_to(cast.strange_scope, again, now=NOW)
    with zipfile.ZipFile(zipped) as one, zipfile.ZipFile(again) as two:
        assert one.namelist() == two.namelist()
        for name in one.namelist():
            if name.startswith("rows/"):
                assert one.read(name) == two.read(name), name


def test_others_can_read_the_people_and_talks(zipped):
    with zipfile.ZipFile(zipped) as archive:
        assert MARK in archive.read("people.csv").decode("utf-8-sig")
        cards = archive.read("people.vcf").decode()
        assert cards.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
        assert all(len(line.encode()) <= 75 for line in cards.split("\r\n"))
        talks = Calendar.from_ical(archive.read("talks.ics")).walk("VEVENT")
        assert [talk["dtstart"].dt.utcoffset() for talk in talks] == [timedelta(0)]
        assert f"## {MARK} name" in archive.read("notebook.md").decode()


def test_names_are_no_formulas_in_a_spreadsheet(cast, tmp_path):
    Person.objects.create(
        workspace=cast.workspace, name="=HYPERLINK(1)", sort_key="x", created_at=NOW, updated_at=NOW
    )
    operations.export_to(cast.scope, tmp_path / "x.zip", now=NOW)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert "'=HYPERLINK(1)" in archive.read("people.csv").decode("utf-8-sig")


def test_a_notebook_with_something_in_it_is_left_alone(cast, zipped):
    before = everything(cast.workspace)
    with pytest.raises(restoring.NotEmpty):
        operations.restore_from(cast.scope, zipped, now=NOW)
    assert everything(cast.workspace) == before


def remade(path: Path, change) -> Path:
    """The export with one entry changed by ``change(name, contents)``."""
    other = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (contents := change(name, old.read(name))) is not None:
                new.writestr(name, contents)
    return other


def with_manifest(**changes):
    def change(name, contents):
        if name != "manifest.json":
            return contents
        return json.dumps(json.loads(contents) | changes).encode()

    return change


def bomb(name, contents):
    return b"0" * (600 << 20) if name == "people.csv" else contents


def in_notes(odd):
    def change(name, contents):
        note = name == "rows/people.note.jsonl"
        return contents.replace(b'"text": "', b'"text": "' + odd) if note else contents

    return change


SPOILT = {
    "newer": (with_manifest(schema=SCHEMA + 1), "newer"),
    "other": (with_manifest(what="a holiday album"), "not an export"),
    "odd": (with_manifest(counts=7), "not an export"),
    "headless": (lambda n, c: None if n == "manifest.json" else c, "not an export"),
    "half a row": (lambda n, c: c[:-9] if n == "rows/people.person.jsonl" else c, "people.person"),
    "lost": (lambda n, c: b"" if n == "rows/people.person.jsonl" else c, "missing"),
    "twice": (lambda n, c: c * 2 if n == "rows/people.note.jsonl" else c, "people.note"),
    "nul": (in_notes(rb"\u0000"), "people.note"),
    "half a character": (in_notes(rb"\ud800"), "people.note"),
    "bomb": (bomb, "unpacks to far more"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_spoilt_export_changes_nothing_and_says_why(cast, zipped, kind):
    change, sentence = SPOILT[kind]
    with pytest.raises(restoring.NotAnExport, match=sentence):
        operations.restore_from(cast.strange_scope, remade(zipped, change), now=NOW)
    assert everything(cast.elsewhere) == []


@pytest.mark.parametrize("contents", [b"", b"no zip", b"PK\x03\x04" + b"\0" * 60])
def test_what_is_no_zip_is_refused(cast, tmp_path, contents):
    path = tmp_path / "x.zip"
    path.write_bytes(contents)
    with pytest.raises(restoring.NotAnExport, match="not a zip"):
        operations.restore_from(cast.strange_scope, path, now=NOW)


def test_through_the_page_with_the_worker(cast, owner, run_jobs, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    fill(cast.workspace, cast.owner)
    before = everything(cast.workspace)
    uid = str(new_uid())
    with run_jobs():
        assert owner.post("/take-out/", {"uid": uid}).status_code == 303
        owner.post("/take-out/", {"uid": uid})
    job = TransferJob.objects.get(uid=uid)
    assert (job.state, job.done_rows) == ("done", len(before))
    answer = owner.get(f"/take-out/{uid}/download/")
    contents = b"".join(answer.streaming_content)
    assert answer["Content-Disposition"].endswith('.zip"')
    upload = SimpleUploadedFile("askwell.zip", contents)
    with run_jobs():
        done = owner.post("/take-out/restore/", {"uid": str(new_uid()), "file": upload})
    assert done.status_code == 303
    assert b"rows are back" in owner.get("/take-out/").content
    new = Membership.objects.filter(user=cast.owner).latest("pk").workspace
    assert new != cast.workspace
    assert everything(new) == before


def test_a_restore_sent_twice_is_one_notebook(cast, zipped, settings, tmp_path, clock):
    settings.MEDIA_ROOT = tmp_path
    uid, contents = new_uid(), [zipped.read_bytes()]
    first = operations.request_restore(cast.scope, uid=uid, chunks=contents, now=clock.now())
    again = operations.request_restore(cast.scope, uid=uid, chunks=contents, now=clock.now())
    assert first == again
    assert Membership.objects.filter(user=cast.owner).count() == 2


def test_a_wrong_upload_is_refused_in_its_form(cast, owner, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = SimpleUploadedFile("holiday.zip", b"no zip at all")
    answer = owner.post("/take-out/restore/", {"uid": str(new_uid()), "file": upload})
    assert answer.status_code == 422
    assert b"not a zip file" in answer.content
    assert TransferJob.objects.count() == 0
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_stopping_takes_out_what_was_begun(cast, zipped):
    opened = restoring.check(zipped)

    def stop(count):
        if count > 20:
            raise operations.Cancelled

    with pytest.raises(operations.Cancelled):
        restoring.read(cast.strange_scope, opened, now=NOW, progress=stop)
    assert everything(cast.elsewhere) == []
    with pytest.raises(operations.Cancelled):
        exporting.write(cast.scope, zipped.with_name("o.zip"), now=NOW, progress=stop)
    assert not list(zipped.parent.glob("o.*"))


def test_what_a_killed_worker_left_is_done_again(cast, zipped, settings, tmp_path, run_jobs, clock):
    settings.MEDIA_ROOT = tmp_path
    scope, job = operations.request_restore(
        cast.strange_scope, uid=new_uid(), chunks=[zipped.read_bytes()], now=clock.now()
    )
    # The worker was killed half-way: the row says running, some rows are there.
    TransferJob.objects.filter(pk=job.pk).update(state="running", lease_until=clock.now())
    fill(cast.elsewhere, cast.stranger)
    assert scope.workspace == cast.elsewhere
    with run_jobs():
        operations.sweep(clock.now())
    assert TransferJob.objects.get(pk=job.pk).state == "done"
    assert everything(cast.elsewhere) == everything(cast.workspace)


def test_the_zip_is_only_for_the_owner_of_the_notebook(
    cast, owner, stranger, run_jobs, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    uid = str(new_uid())
    with run_jobs():
        owner.post("/take-out/", {"uid": uid})
    assert stranger.get(f"/take-out/{uid}/download/").status_code == 404
    (made,) = tmp_path.rglob("*.zip")
    assert made.stat().st_mode & 0o077 == 0
    assert zipfile.ZipFile(io.BytesIO(made.read_bytes())).testzip() is None
