"""Pages about my question, over HTTP."""

import pytest
from django.test import Client

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Confidence, Exploration, Hypothesis, Target
from askwell.explorations.operations import ask
from askwell.insights import ending
from askwell.people import journal
from askwell.people.models import Standing
from askwell.people.operations import add_person
from askwell.plumbing import clock
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(scope: Scope) -> Exploration:
    return ask(scope, uid=new_uid(), topic="law", now=clock.now())


def test_each_starting_template_makes_its_own_sentence(owner: Client) -> None:
    for key, words in (("role", "law"), ("switch", "law"), ("organization", "Northwind")):
        form = {"uid": str(new_uid()), "topic": words, "template": key}
        answer = owner.post("/my-questions/new/", form)
        if answer.status_code == 303:
            assert words in Exploration.objects.get(uid=form["uid"]).sentence
    assert Exploration.objects.count() >= 2
    page = owner.get("/my-questions/new/").content.decode()
    assert page.count('type="radio"') == 5


def test_the_cost_is_said_against_the_weekly_time(owner: Client, question: Exploration) -> None:
    page = owner.get(f"/my-questions/{question.uid}/").content.decode()
    assert "One talk costs about 2–3 hours with preparation and thanks." in page


def test_saying_more_keeps_lists_line_by_line(owner: Client, question: Exploration) -> None:
    form = {
        "sentence": question.sentence, "topic": "law", "roles": "Solicitor\n\nSOLICITOR\nClerk",
        "organizations": "Northwind", "places": "", "weekly_hours": "2.5", "why": "I like to argue.",
    }  # fmt: skip
    owner.post(f"/my-questions/{question.uid}/edit/", form)
    assert sorted(Target.objects.values_list("key", flat=True)) == [
        "clerk",
        "northwind",
        "solicitor",
    ]
    question.refresh_from_db()
    assert question.weekly_minutes == 150
    owner.post(f"/my-questions/{question.uid}/edit/", form | {"roles": "Clerk"})
    assert Target.objects.filter(kind="role").count() == 1


def test_a_refused_change_keeps_what_was_typed(owner: Client, question: Exploration) -> None:
    form = {"sentence": "", "topic": "law", "why": "Because I like to argue"}
    answer = owner.post(f"/my-questions/{question.uid}/edit/", form)
    assert answer.status_code == 422
    assert "Because I like to argue" in answer.content.decode()


def test_a_belief_twice_is_one_and_a_thrown_one_comes_back(
    owner: Client, question: Exploration
) -> None:
    form = {"uid": str(new_uid()), "text": "It is mostly reading."}
    for _ in range(2):
        owner.post(f"/my-questions/{question.uid}/belief/", form)
    belief = Hypothesis.objects.get()
    page = owner.post(f"/beliefs/{belief.uid}/delete/", follow=True).content.decode()
    assert not Hypothesis.objects.exists()
    undo = page.split('action="/undo/')[1].split('"')[0]
    assert owner.post(f"/undo/{undo}").status_code == 303
    assert Hypothesis.objects.get().text == "It is mostly reading."


def test_a_change_is_kept_whole_or_not_at_all(owner: Client, question: Exploration) -> None:
    form = {"sentence": "I wonder", "topic": "law", "roles": "a\n" * 10_000}
    assert owner.post(f"/my-questions/{question.uid}/edit/", form).status_code == 422
    assert not Target.objects.exists()


@pytest.mark.parametrize("value", ["", "12", "101", "many"])
def test_how_sure_is_one_of_five_words(owner: Client, question: Exploration, value: str) -> None:
    place = f"/my-questions/{question.uid}/sure/"
    uid = str(new_uid())
    assert owner.post(place, {"uid": uid, "value": value}).status_code == 422
    for _ in range(2):
        owner.post(place, {"uid": uid, "value": "75", "reason": "A good talk"})
    assert Confidence.objects.get().value == 75


def test_the_one_in_hand_is_the_one_chosen(
    owner: Client, scope: Scope, question: Exploration
) -> None:
    other = ask(scope, uid=new_uid(), topic="nursing", now=clock.now())
    page = owner.get("/today/")
    assert page.context["current_exploration"].uid == other.uid
    owner.post(f"/my-questions/{question.uid}/current/", {"next": "/people/"})
    assert owner.get("/today/").context["current_exploration"].uid == question.uid


def test_opening_a_question_again_goes_on_where_it_stood(
    owner: Client, scope: Scope, question: Exploration
) -> None:
    now = clock.now()
    mira = add_person(scope, name="Mira", now=now)
    journal.record(
        scope, person=mira, exploration=question, kind=EventKind.ACCEPTED, at=now, now=now
    )
    ending.close_with_answer(scope, exploration=question, answer="Yes", now=now)
    assert not Standing.objects.exclude(step="").exists()
    owner.post(f"/my-questions/{question.uid}/reopen/")
    assert Standing.objects.get().step == "propose"
