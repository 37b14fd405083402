"""A table whose columns Askwell does not know: named once on a page, read ever after."""

from uuid import uuid4

import pytest

from askwell.people.models import ImportBatch, Person
from tests.people.test_import_pages import finish, text, upload

STRANGE = b"who,where,how\nAna Lima,Harbor Foods,ana@x.example\nBo Berg,Nimbus,bo@x.example\n"
AGAIN = b"how,who,where\ncy@x.example,Cy Cole,Nimbus\n"


def columns_page(owner, content=STRANGE, name="mine.csv"):
    answer = upload(owner, (name, content))
    assert answer.status_code == 303
    assert answer["Location"].endswith("/columns/")
    return answer["Location"]


def test_named_once_and_never_again(owner):
    place = columns_page(owner)
    page = text(owner.get(place))
    assert "Harbor Foods" in page
    assert '<option value="email" selected>' in page
    data = {"c0-0": "display", "c0-1": "organization", "c0-2": "email"}
    answer = owner.post(place, data, follow=True)
    assert "Add these 2 people" in text(answer)
    batch = ImportBatch.objects.get()
    owner.post(f"/people/import/{batch.uid}/add/")
    finish(batch)
    assert [p.organization.name for p in Person.objects.order_by("pk")] == [
        "Harbor Foods",
        "Nimbus",
    ]
    answer = upload(owner, ("other.csv", AGAIN))
    assert "Add this person" in text(owner.get(answer["Location"]))


def test_nobody_can_be_recognised_by_a_town(owner):
    place = columns_page(owner)
    answer = owner.post(place, {"c0-0": "place", "c0-1": "", "c0-2": "notes"})
    assert answer.status_code == 422
    assert "which column holds the names" in text(answer)
    answer = owner.post(place, {"c0-0": "nonsense"})
    assert answer.status_code == 422
    assert ImportBatch.objects.get().state == "failed"


def test_the_failed_import_keeps_its_door(owner):
    place = columns_page(owner)
    page = text(owner.get(place.removesuffix("columns/")))
    assert "Say what the columns hold" in page
    assert "who, where, how" in page
    assert "It starts with: who, where, how" in text(owner.get(place))


def test_known_columns_can_be_put_right(owner):
    answer = upload(owner, ("a.csv", b"Name,Email,Notes\nAna Lima,ana@x.example,Buyer\n"))
    page = text(owner.get(answer["Location"]))
    assert "Something is in the wrong column" in page
    place = answer["Location"] + "columns/"
    answer = owner.post(place, {"c0-0": "display", "c0-1": "email", "c0-2": "role"}, follow=True)
    batch = ImportBatch.objects.get()
    owner.post(f"/people/import/{batch.uid}/add/")
    finish(batch)
    assert Person.objects.get().role == "Buyer"


@pytest.mark.parametrize("state", ["running", "done", "undone"])
def test_too_late(owner, state):
    place = columns_page(owner)
    ImportBatch.objects.update(state=state)
    assert owner.get(place).status_code == 303
    assert owner.post(place, {"c0-0": "display"}).status_code == 303


def test_cards_have_no_columns(owner):
    answer = upload(owner, ("a.vcf", b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\n"))
    assert "wrong column" not in text(owner.get(answer["Location"]))
    assert owner.get(answer["Location"] + "columns/").status_code == 303


def test_of_another_notebook(stranger, owner):
    place = columns_page(owner)
    assert stranger.get(place).status_code == 404


def test_loose_files_of_linkedin_know_of_each_other(owner):
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    row = "Ana,Lima,https://www.linkedin.com/in/ana,,,,30 Oct 2026\n"
    mine = "First Name,Last Name,Headline,Geo Location\nSam,Rivera,Analyst,Oakland\n"
    talk = (
        "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\n"
        "1,Sam Rivera,https://www.linkedin.com/in/sam,Ana Lima,https://www.linkedin.com/in/ana,"
        "2026-11-02 09:15:00 UTC,Hello,INBOX\n"
    )
    uid = uuid4()
    upload(
        owner,
        ("Connections.csv", (head + row).encode()),
        ("messages.csv", talk.encode()),
        ("Profile.csv", mine.encode()),
        uid=uid,
    )
    batch = ImportBatch.objects.get()
    owner.post(f"/people/import/{uid}/add/")
    finish(batch)
    assert batch.state == "done"
    assert Person.objects.get().name == "Ana Lima"
    batch.workspace.refresh_from_db()
    assert batch.workspace.settings["me"]["name"] == "Sam Rivera"
    assert Person.objects.get().events.filter(kind="touched").exists()
