""" "Who do you know who…?": the letter that goes round, and the names that come back."""

import pytest

from askwell.outreach.models import Letter
from askwell.people.models import Event, Person
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import get, post

pytestmark = pytest.mark.django_db


def test_the_letter_and_the_phrases_come_from_the_question(owner, me, question):
    page = get(owner, "who_knows").content.decode()
    assert "Do you know somebody" in page and "data journalism" in page
    assert "University of Leeds alumni data journalism" in page
    assert "Hello,\n" in page and "[their name]" not in page  # it goes to many
    assert not Letter.objects.exists()


def test_without_a_question_it_still_opens(owner):
    assert get(owner, "who_knows").status_code == 200


def test_i_sent_it_to(owner, me, question):
    uid = new_uid()
    data = {"kind": "who-do-you-know", "subject": "s", "body": "Do you know?", "to": "Ben, my aunt"}
    for _ in range(2):
        assert post(owner, "sent_around", uid, data).status_code == 303
    letter = Letter.objects.get()
    assert letter.sent_at and letter.choices["to"] == "Ben, my aunt"
    assert not Event.objects.exists()
    page = get(owner, "who_knows").content.decode()
    assert "Ben, my aunt" in page
    post(owner, "undo_sent", uid)
    assert Letter.objects.get().sent_at is None


def test_a_day_to_come_is_refused_and_the_text_kept(owner, question):
    data = {"kind": "who-do-you-know", "body": "Do you know [who]?", "day": "2027-05-05"}
    answer = post(owner, "sent_around", new_uid(), data)
    assert answer.status_code == 422 and "Do you know [who]?" in answer.content.decode()


def test_names_that_came_back(owner, question):
    uid = new_uid()
    lines = "Mira Okafor, reporter\n• Jon\n\n  \nmira okafor, reporter"
    data = {
        "uid": uid,
        "lines": lines,
        "source": "referral",
        "named_by": "Ben",
        "happy_to_talk": "on",
    }
    for _ in range(2):
        assert post(owner, "who_knows", None, data).status_code == 303
    assert sorted(Person.objects.values_list("name", "role", "source_detail", "happy_to_talk")) == [
        ("Jon", "", "Ben", True),
        ("Mira Okafor", "reporter", "Ben", True),
    ]
    assert not Event.objects.exists()  # they are silent
    page = get(owner, "new_letter", Person.objects.get(name="Jon").uid).content.decode()
    assert "Ben suggested" in page


@pytest.mark.parametrize("lines", ["", " \n - \n", "\n".join(f"Name {n}" for n in range(201))])
def test_no_name_or_too_many_is_refused_and_kept(owner, question, lines):
    data = {"uid": new_uid(), "lines": lines, "source": "alumni", "named_by": "Leeds alumni"}
    answer = post(owner, "who_knows", None, data)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Leeds alumni" in page and lines.strip() in page
    assert not Person.objects.exists()
