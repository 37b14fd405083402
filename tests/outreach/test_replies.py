"""What came back, what it moves, and how it is taken back."""

import pytest

from askwell.outreach import operations
from askwell.outreach.models import Approach, Reply
from askwell.people.models import ContactPoint
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import get, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(scope, question, mira, now):
    operations.already_wrote(scope, person=mira, exploration=question, uid=new_uid(), now=now)
    return mira


def came_back(client, person, kind, **more):
    return post(client, "outcome", person.uid, {"uid": new_uid(), "kind": kind} | more)


@pytest.mark.parametrize(
    ("kind", "more", "stage", "step"),
    [
        ("yes", {}, "yes", "propose"),
        ("no", {}, "no-thanks", "thank-decline"),
        ("later", {"until": "2027-01-11"}, "not-now", "ask-again"),
        ("away", {"until": "2026-11-20"}, "asked", "nudge"),
        ("bounced", {}, "asked", "another-way"),
        ("other", {"text": "What is it about?"}, "asked", "answer"),
    ],
)
def test_what_came_back_moves_them(owner, asked, stands, clock, kind, more, stage, step):
    clock.forward(hours=1)
    assert came_back(owner, asked, kind, **more).status_code == 303
    assert stands(asked) == (stage, step)
    assert Reply.objects.get().text == more.get("text", "")


@pytest.mark.parametrize("kind", ["later", "away"])
def test_until_when_is_needed_and_everything_typed_stays(owner, asked, kind):
    answer = came_back(owner, asked, kind, text="I am busy, sorry")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Until when?" in page and "I am busy, sorry" in page
    assert not Reply.objects.exists()


@pytest.mark.parametrize("more", [{"day": "2026-11-05"}, {"day": "30 February"}, {"kind": "?"}])
def test_what_cannot_be_is_refused_and_kept(owner, asked, more):
    answer = came_back(owner, asked, **({"kind": "yes", "text": "Gladly!"} | more))
    assert answer.status_code == 422
    assert "Gladly!" in answer.content.decode()


def test_twice_is_once(owner, asked, journal_of, clock):
    clock.forward(hours=1)
    uid = new_uid()
    for _ in range(2):
        came_back(owner, asked, "yes", uid=uid)
    assert Reply.objects.count() == 1
    assert journal_of(asked) == ["letter-sent", "accepted"]


def test_a_no_closes_the_asking_and_its_undo_opens_it(owner, asked, stands, clock):
    clock.forward(hours=1)
    answer = came_back(owner, asked, "no", text="No time this year.")
    assert answer["Location"].endswith("moment=declined")
    assert Approach.objects.get().outcome == "declined"
    reply = Reply.objects.get()
    answer = post(owner, "undo_outcome", reply.uid)
    post(owner, "undo_outcome", reply.uid)
    assert Approach.objects.get().closed_at is None
    assert stands(asked) == ("asked", "nudge")
    form = owner.get(answer["Location"]).content.decode()
    assert "No time this year." in form


def test_a_bounce_marks_the_address_and_its_undo_mends_it(owner, asked, clock):
    clock.forward(hours=1)
    came_back(owner, asked, "bounced")
    assert ContactPoint.objects.get().works is False
    page = get(owner, "new_letter", asked.uid).content.decode()
    assert "mira@example.net" not in page
    post(owner, "undo_outcome", Reply.objects.get().uid)
    assert ContactPoint.objects.get().works is True


def test_a_yes_without_a_letter_opens_the_asking(owner, question, mira, stands):
    came_back(owner, mira, "yes")
    assert stands(mira) == ("yes", "propose")
    assert Approach.objects.get().person == mira


def test_an_answer_of_the_same_day_comes_after_the_letter(owner, scope, question, mira, stands):
    data = {"uid": new_uid(), "kind": "request", "channel": "email", "day": "2026-10-30"}
    post(owner, "wrote", mira.uid, data)
    came_back(owner, mira, "yes", day="2026-10-30")
    assert stands(mira) == ("yes", "propose")


def test_the_form_alone(owner, asked):
    page = get(owner, "outcome", asked.uid, again="not a uid").content.decode()
    assert "They said yes" in page and "Let it rest" in page
