"""Skills named by how many people, mine beside them, files of mine, and what to do about gaps."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from askwell.insights.models import Action, Opening, Skill, SkillMention
from askwell.insights.operations import keep_opening, mention_skill
from askwell.plumbing.ids import new_uid
from tests.support.talks import held_talk, note, question


@pytest.fixture
def now(clock):
    return clock.now()


@pytest.fixture
def named(scope, now):
    """SQL named by two people, one of them twice; statistics by one."""
    mine = question(scope, now)
    talks = [held_talk(scope, now, name, exploration=mine) for name in ("Dana", "Omar")]
    for talk, words, skill in (
        (talks[0], "SQL every day", "SQL"),
        (talks[0], "really, SQL", "sql"),
        (talks[1], "SQL helps", "SQL"),
        (talks[1], "some statistics", "statistics"),
    ):
        mention_skill(scope, note=note(talk, words), name=skill, now=now)
    return Skill.objects.get(key="sql")


def address(name, *args):
    return reverse(f"insights:{name}", args=args)


def skills_page(client, **query):
    return client.get(address("skills"), query).content.decode()


def test_people_are_counted_not_mentions(owner, named):
    text = skills_page(owner)
    assert SkillMention.objects.count() == 4
    assert "2 of 2 people named it." in text
    assert "1 of 2 people named it." in text
    assert text.index("SQL") < text.index("statistics")
    assert "really, SQL" in text


def test_my_skills_typed_join_theirs(owner, named):
    for _twice in range(2):
        owner.post(address("skills"), {"names": "sql, Cooking\nCooking"})
    assert set(Skill.objects.values_list("name", "level", "on_resume")) == {
        ("SQL", "have", True),
        ("Cooking", "have", True),
        ("statistics", "", False),
    }


def test_a_level_i_set_stays(owner, named):
    owner.post(address("level", named.uid), {"level": "weak"})
    owner.post(address("skills"), {"names": "SQL"})
    assert Skill.objects.get(key="sql").level == "weak"


def upload(client, name, content):
    return client.post(address("skills"), {"names": "", "file": SimpleUploadedFile(name, content)})


def linkedin_zip(skills):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nAda,Reed,Student\n")
        archive.writestr("Skills.csv", "Name\n" + "\n".join(skills) + "\n")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Basic.zip", linkedin_zip(["SQL", "sql", "Data Visualization"])),
        ("Skills.csv", b'Name\r\nSQL\r\nsql\r\n"Data Visualization"\r\n'),
        ("Skills.csv", "\ufeffName\nSQL\nData Visualization\n".encode("utf-16")),
        (
            "resume.json",
            json.dumps(
                {"skills": [{"name": "Data", "keywords": ["SQL", "Data Visualization"]}]}
            ).encode(),
        ),
    ],
    ids=["zip", "csv", "utf-16", "json"],
)
def test_files_of_mine_are_read(owner, db, name, content):
    assert upload(owner, name, content).status_code == 303
    assert set(Skill.objects.values_list("name", flat=True)) == {"SQL", "Data Visualization"}


@pytest.mark.parametrize(
    "content",
    [
        b"{not json",
        b'{"skills": []}',
        b"PK\x03\x04 broken",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00",
        b"Colour\nred\n",
        b'{"skills": 7}',
        b"Name\n",
    ],
    ids=["broken", "none", "bad zip", "binary", "other table", "other shape", "empty"],
)
def test_other_files_get_a_sentence(owner, content):
    answer = upload(owner, "x.csv", content)
    assert answer.status_code == 422
    assert "Almost" in answer.content.decode()
    assert not Skill.objects.exists()


def test_nothing_at_all_is_refused(owner):
    answer = owner.post(address("skills"), {"names": " ,\n"})
    assert answer.status_code == 422


def test_a_gap_gets_an_action_with_a_day(owner, named):
    page = owner.get(address("actions"), {"skill": named.uid}).content.decode()
    assert str(named.uid) in page
    fields = {
        "uid": new_uid(),
        "skill": named.uid,
        "text": "Do the SQL course",
        "due_on": "2027-01-31",
    }
    for _twice in range(2):
        assert owner.post(address("actions"), fields).status_code == 303
    action = Action.objects.get()
    assert (action.skill, str(action.due_on)) == (named, "2027-01-31")
    assert "Do the SQL course" in skills_page(owner)
    owner.post(address("done", action.uid), {"done": "1"})
    assert Action.objects.get().done_at
    owner.post(address("done", action.uid))
    assert Action.objects.get().done_at is None
    owner.post(address("drop_action", action.uid))
    assert not Action.objects.exists()


def test_a_refused_action_keeps_what_was_typed(owner):
    fields = {"uid": new_uid(), "text": "Do the SQL course", "due_on": "2027-02-30"}
    answer = owner.post(address("actions"), fields)
    assert answer.status_code == 422
    assert "Do the SQL course" in answer.content.decode()


def test_skills_can_be_found_and_thrown_away(owner, named):
    assert "statistics" not in skills_page(owner, q="sql")
    assert "No skill holds" in skills_page(owner, q="zebra")
    owner.post(address("drop_skill", named.uid))
    assert "SQL every day" not in skills_page(owner)


def test_openings_are_corrected_followed_and_thrown_away(owner, scope, now):
    talk = held_talk(scope, now, "Dana")
    keep_opening(scope, note=note(talk, "somebody in spring"), text="somebody in spring")
    row = Opening.objects.get()
    assert "somebody in spring" in owner.get(address("openings")).content.decode()
    fields = {f"{row.uid}-text": "An editor in spring", f"{row.uid}-status": "asked"}
    owner.post(address("opening", row.uid), fields)
    row.refresh_from_db()
    assert (row.text, row.status) == ("An editor in spring", "asked")
    answer = owner.post(address("opening", row.uid), {f"{row.uid}-text": ""})
    assert answer.status_code == 422
    owner.post(address("drop_opening", row.uid))
    assert not Opening.objects.exists()
