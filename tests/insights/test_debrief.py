"""The look back when calm: kept, changed, skipped, and connecting offered once."""

import pytest
from django.urls import reverse

from askwell.explorations.models import Confidence
from askwell.insights.models import Debrief, Skill
from askwell.outreach.models import Promise
from askwell.people.models import Event, Person
from tests.support.talks import held_talk, question


@pytest.fixture
def talk(scope, clock):
    now = clock.now()
    return held_talk(scope, now, "Dana Reyes", "Omar", exploration=question(scope, now))


def address(talk):
    return reverse("insights:debrief", args=[talk.uid])


def debriefed():
    return Event.objects.filter(kind="debriefed").count()


def test_it_is_kept_and_changed_not_doubled(owner, talk):
    fields = {"surprised": "So much Excel", "fit": "3", "sure": "75", "skills": "SQL\nstatistics"}
    assert owner.get(address(talk)).status_code == 200
    assert owner.post(address(talk), fields).status_code == 303
    assert owner.post(address(talk), fields | {"surprised": "So much phone"}).status_code == 303
    row = Debrief.objects.get()
    assert (row.surprised, row.fit, row.skipped) == ("So much phone", 3, False)
    assert Confidence.objects.get().value == 75
    assert Confidence.objects.get().source_uid == talk.uid
    assert set(Skill.objects.values_list("name", "level")) == {
        ("SQL", "missing"),
        ("statistics", "missing"),
    }
    assert debriefed() == 2
    assert "So much phone" in owner.get(address(talk)).content.decode()


def test_everything_may_stay_empty(owner, talk):
    assert owner.post(address(talk), {}).status_code == 303
    assert Debrief.objects.count() == 1
    assert not Confidence.objects.exists()


def test_it_can_be_skipped_and_written_later(owner, talk):
    owner.post(address(talk), {"skip": "1"})
    assert Debrief.objects.get().skipped
    assert debriefed() == 2
    owner.post(address(talk), {"changed": "Less lonely than I thought"})
    assert not Debrief.objects.get().skipped
    assert debriefed() == 2


def test_what_is_typed_is_kept_when_refused(owner, talk):
    answer = owner.post(address(talk), {"surprised": "So much Excel", "fit": "9"})
    assert answer.status_code == 422
    assert "So much Excel" in answer.content.decode()


def test_connecting_is_offered_once(owner, talk):
    dana = Person.objects.get(name="Dana Reyes")
    assert "Connect with Dana Reyes" in owner.get(address(talk)).content.decode()
    there = reverse("insights:connect", args=[talk.uid, dana.uid])
    owner.post(there)
    owner.post(there)
    assert Event.objects.filter(kind="connected").count() == 1
    page = owner.get(address(talk)).content.decode()
    assert "Connect with Dana Reyes" not in page
    assert "Connect with Omar" in page


def test_connecting_needs_somebody_of_the_talk(owner, talk, scope, clock):
    other = held_talk(scope, clock.now(), "Priya")
    priya = other.participants.get().person
    assert owner.post(reverse("insights:connect", args=[talk.uid, priya.uid])).status_code == 404


def test_an_offer_to_read_my_resume_is_remembered(owner, talk, clock):
    Promise.objects.create(
        workspace=talk.workspace,
        person=Person.objects.get(name="Dana Reyes"),
        side="theirs",
        text="look at my résumé",
        due_at=clock.now(),
        made_at=clock.now(),
    )
    assert "offered to look at your résumé" in owner.get(address(talk)).content.decode()


def test_a_stranger_sees_nothing(stranger, talk):
    assert stranger.get(address(talk)).status_code == 404
    assert stranger.post(address(talk), {"surprised": "x"}).status_code == 404
