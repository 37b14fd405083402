"""Bringing contacts in through HTTP: preview, adding, undo, and every kind of bad file."""

import io
import zipfile
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askwell.people.models import Event, ImportBatch, Person
from tests.people.imports import HEAD, many, row, sample


def text(answer):
    return answer.content.decode()


def upload(client, *files, uid=None):
    data = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/people/import/", {"uid": uid or uuid4(), "upload": data})


CONNECTIONS = ("Connections.csv", sample("linkedin/Connections_current.csv"))


def test_the_page_says_how_to_get_the_file(owner):
    page = text(owner.get("/people/import/"))
    assert "Get a copy of your data" in page
    assert "72 hours" in page
    owner.post("/people/import/asked/")
    assert "You asked LinkedIn on" in text(owner.get("/people/import/"))


def test_looked_at_added_and_taken_back(owner, run_jobs):
    answer = upload(owner, CONNECTIONS)
    assert answer.status_code == 303
    place = answer["Location"]
    preview = text(owner.get(place))
    assert "Add these 6 people" in preview
    assert "the first of them: Ines Okafor · " in preview
    assert "line 8" in preview
    assert not Person.objects.exists()
    with run_jobs():
        owner.post(f"{place}add/")
    ImportBatch.objects.get()
    page = text(owner.get(place))
    assert "Done" in page or "Adding people" in page


def finish(batch):
    from askwell.people import jobs
    from askwell.workspaces.models import Membership

    member = Membership.objects.filter(workspace=batch.workspace).first()
    scope = (str(batch.workspace.uid), str(member.user.uid), str(batch.uid))
    job = jobs.undo_import if batch.state == "undoing" else jobs.run_import
    job(*scope)
    batch.refresh_from_db()


def test_the_whole_way(owner):
    place = upload(owner, CONNECTIONS)["Location"]
    owner.post(f"{place}add/")
    batch = ImportBatch.objects.get()
    if batch.state == "running":
        assert "Adding people" in text(owner.get(place))
        assert "<html" not in text(owner.get(place, headers={"HX-Request": "true"}))
        finish(batch)
    assert "Done" in text(owner.get(place))
    assert Person.objects.count() == 6
    owner.post(f"{place}undo/")
    batch.refresh_from_db()
    if batch.state == "undoing":
        assert "Taking it back" in text(owner.get(place))
        finish(batch)
    assert "Taken back" in text(owner.get(place))
    assert not Person.objects.exists()


def test_not_these(owner):
    place = upload(owner, CONNECTIONS)["Location"]
    answer = owner.post(f"{place}stop/")
    assert answer["Location"] == "/people/import/"
    assert not ImportBatch.objects.exists()
    assert owner.get(place).status_code == 404


def test_stopped_half_way_can_go_on(owner):
    place = upload(owner, CONNECTIONS)["Location"]
    ImportBatch.objects.update(state="running")
    owner.post(f"{place}stop/")
    page = text(owner.get(place))
    assert "Stopped half-way" in page
    assert "Go on" in page
    assert "Take it back" in page


def test_everybody_is_here_already(owner):
    place = upload(owner, CONNECTIONS)["Location"]
    owner.post(f"{place}add/")
    batch = ImportBatch.objects.get()
    if batch.state == "running":
        finish(batch)
    again = text(owner.get(upload(owner, CONNECTIONS)["Location"]))
    assert "There is nothing to add" in again


def test_messages_that_come_later_can_be_added(owner):
    messages = ("messages.csv", sample("linkedin/messages.csv"))
    alone = text(owner.get(upload(owner, messages)["Location"]))
    assert "no people in this file" in alone
    assert "here already" not in alone
    first = upload(owner, CONNECTIONS)["Location"]
    owner.post(f"{first}add/")
    finish(ImportBatch.objects.latest("pk"))
    place = upload(owner, messages)["Location"]
    page = text(owner.get(place))
    assert "Keep what is new" in page
    assert "here already" not in page
    owner.post(f"{place}add/")
    finish(ImportBatch.objects.latest("pk"))
    assert Event.objects.filter(kind="touched").exists()
    assert "no new contact" in text(owner.get(upload(owner, messages)["Location"]))


def test_a_second_copy_of_the_form_is_one_import(owner):
    uid = uuid4()
    first = upload(owner, CONNECTIONS, uid=uid)
    second = upload(owner, CONNECTIONS, uid=uid)
    assert first["Location"] == second["Location"]
    assert ImportBatch.objects.count() == 1


def test_several_files_at_once(owner):
    other = (HEAD + row("Ana", "Lima", "ana")).encode()
    place = upload(owner, CONNECTIONS, ("more.csv", other))["Location"]
    assert "Add these 7 people" in text(owner.get(place))


def bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", b"0" * (20 << 20))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("export.zip", b"PK\x03\x04 this is no zip", "not a zip file"),
        ("talks.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "This is a calendar"),
        ("export.zip", bomb(), "unpacks to far more"),
        ("people.csv", bytes(range(256)) * 20, "not text"),
        ("people.csv", b"\x89PNG\r\n\x1a\n", "picture"),
        ("people.csv", b"", "empty"),
        ("Connections.csv", HEAD.encode(), "nobody in it"),
        ("a.vcf", b"BEGIN:VCARD\nVERSION:3.0\n", "Nobody could be read"),
    ],
)
def test_bad_files_get_a_sentence(owner, name, content, sentence):
    answer = upload(owner, (name, content))
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert not Person.objects.exists()
    retry = answer.context["uid"]
    assert upload(owner, CONNECTIONS, uid=retry).status_code == 303


def test_two_hundred_megabytes_are_refused(owner, monkeypatch):
    from askwell.people import uploads

    monkeypatch.setattr(uploads, "MAX_FILE", 1 << 20)
    answer = upload(owner, ("huge.csv", b"x" * (2 << 20)))
    assert answer.status_code == 422
    assert "larger than 1 MB" in text(answer)
    assert not ImportBatch.objects.exists()


def test_wrong_encoding_and_a_cut_card_keep_what_can_be_had(owner):
    card = "BEGIN:VCARD\nFN:Zo\u00eb M\u00fcller\nEND:VCARD\nBEGIN:VCARD\nFN:Cut Off\nEMAIL:c@c.example\n"
    place = upload(owner, ("cut.vcf", card.encode("cp1252")))["Location"]
    page = text(owner.get(place))
    assert "Add these 2 people" in page
    assert "ends in the middle" in page


def test_a_date_that_does_not_exist_is_said(owner):
    content = (HEAD + row("Ana", "Lima", "ana", on="31 Feb 2023")).encode()
    page = text(owner.get(upload(owner, ("c.csv", content))["Location"]))
    assert "31 Feb 2023" in page
    assert "line 2" in page


def test_preview_needs_no_more_queries_for_more_rows(owner):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(number):
        content = many(number).encode()
        with CaptureQueriesContext(connection) as posted:
            place = upload(owner, (f"{number}.csv", content))["Location"]
        with CaptureQueriesContext(connection) as shown:
            owner.get(place)
        return len(posted), len(shown)

    count(2)
    assert count(3) == count(300)


def test_nothing_to_choose(owner):
    answer = owner.post("/people/import/", {"uid": uuid4()})
    assert answer.status_code == 422
    assert "required" in text(answer)


def test_a_stranger_sees_nothing_of_an_import(owner, stranger):
    place = upload(owner, CONNECTIONS)["Location"]
    assert stranger.get(place).status_code == 404
    assert stranger.post(f"{place}add/").status_code == 404


def test_where_it_comes_from_is_shown_on_request(owner, stranger):
    place = upload(owner, CONNECTIONS)["Location"]
    owner.post(f"{place}add/")
    batch = ImportBatch.objects.get()
    if batch.state == "running":
        finish(batch)
    ines = Person.objects.get(name="Ines Okafor")
    Person.objects.filter(pk=ines.pk).update(role="Harbour Pilot")
    assert f"/people/{ines.uid}/sources/" in text(owner.get(f"/people/{ines.uid}/"))
    page = text(owner.get(f"/people/{ines.uid}/sources/"))
    assert page.count("Connections.csv, line 5") >= 4
    assert "written here" in page.partition("Harbour Pilot")[2][:400]
    assert stranger.get(f"/people/{ines.uid}/sources/").status_code == 404


def test_what_was_left_behind_can_go_on(owner):
    place = upload(owner, CONNECTIONS)["Location"]
    ImportBatch.objects.update(state="running", lease_until="2020-01-01T00:00Z")
    page = text(owner.get(place))
    assert "goes on by itself" in page
    owner.post(f"{place}add/")
    batch = ImportBatch.objects.get()
    if batch.state == "running":
        finish(batch)
    assert "Done" in text(owner.get(place))
