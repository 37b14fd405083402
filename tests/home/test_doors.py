"""Every door of the first page leads to its point of the walk, with a first name or a question."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from askwell.coach.cadence import StepKind
from askwell.explorations.models import Exploration
from askwell.people.models import Person, Standing
from askwell.plumbing import clock
from askwell.plumbing.ids import new_uid
from askwell.workspaces.models import Workspace

pytestmark = pytest.mark.django_db


def post(client: Client, door: str, **fields: object) -> str:
    """Go through a door; returns the address it leads to."""
    form = {"uid": str(new_uid()), "name": "Mira"} | fields
    answer = client.post(f"/start/{door}/", form)
    assert answer.status_code == 303, answer.content.decode()[-2000:]
    return answer["Location"]


def step_of(name: str) -> str:
    return Standing.objects.get(person__name=name).step


def test_the_first_page_offers_seven_doors_and_a_line_to_type(owner: Client) -> None:
    assert owner.get("/").url == "/start/"
    page = owner.get("/start/").content.decode()
    assert len(re.findall('class="door"', page)) == 7


def test_three_questions_appear_before_anything_is_saved(owner: Client) -> None:
    page = owner.get("/start/three/", {"topic": "nursing"}, headers={"HX-Request": "true"})
    assert page.content.decode().count("?</p>") >= 2
    others = owner.get("/start/three/", {"topic": "nursing", "turn": "1"})
    assert others.context["questions"] != page.context["questions"]
    assert not Exploration.objects.exists()


def test_keeping_the_question_twice_is_one_question(owner: Client) -> None:
    form = {"uid": str(new_uid()), "topic": "data journalism"}
    for _ in range(2):
        assert owner.post("/start/keep/", form).status_code == 303
    assert Exploration.objects.get().sentence == "I wonder whether data journalism is for me"
    assert owner.get("/").url == "/today/"


def test_an_empty_line_is_refused_with_a_sentence(owner: Client) -> None:
    answer = owner.post("/start/keep/", {"uid": str(new_uid()), "topic": ""})
    assert answer.status_code == 422


def test_write_one_letter(owner: Client) -> None:
    address = post(owner, "letter", name="Mira Okafor", organization="Leeds Herald")
    assert address.startswith("/letters/")
    assert owner.get(address).status_code == 200
    assert step_of("Mira Okafor") == StepKind.READ


def test_a_talk_on_a_date_already_agreed_comes_with_a_plan(owner: Client) -> None:
    tomorrow = (clock.now() + timedelta(days=1)).date().isoformat()
    address = post(owner, "talk", on=tomorrow, at="10:00", minutes="30", mode="phone")
    assert owner.get(address).status_code == 200
    assert step_of("Mira") in (StepKind.PREPARE, StepKind.TALK)


def test_somebody_offered_to_talk(owner: Client) -> None:
    address = post(owner, "offered")
    assert owner.get(address).status_code == 200
    assert step_of("Mira") == StepKind.PROPOSE


def test_i_already_wrote(owner: Client) -> None:
    post(owner, "wrote", on=clock.now().date().isoformat())
    assert step_of("Mira") == StepKind.NUDGE


def test_i_talked_to_somebody(owner: Client) -> None:
    address = post(owner, "talked", on=clock.now().date().isoformat(), topic="law")
    assert owner.get(address).status_code == 200
    assert step_of("Mira") == StepKind.RECALL
    assert Exploration.objects.get().topic == "law"


@pytest.mark.parametrize("door", ["letter", "talk", "offered", "wrote", "talked"])
def test_a_double_post_is_one_person(owner: Client, door: str) -> None:
    tomorrow = (clock.now() + timedelta(days=1)).date().isoformat()
    today = clock.now().date().isoformat()
    fields = {
        "uid": str(new_uid()),
        "on": tomorrow if door == "talk" else today,
        "at": "10:00",
        "minutes": "30",
        "mode": "phone",
    }
    assert post(owner, door, **fields) == post(owner, door, **fields)
    assert Person.objects.count() == 1


@pytest.mark.parametrize("door", ["letter", "talk", "offered", "wrote", "talked"])
def test_a_refused_door_keeps_what_was_typed(owner: Client, door: str) -> None:
    answer = owner.post(f"/start/{door}/", {"uid": "x", "name": "", "topic": "sailing boats"})
    assert answer.status_code == 422
    assert "sailing boats" in answer.content.decode()


@pytest.mark.parametrize(
    ("door", "day"),
    [
        ("talk", "9999-12-31"),
        ("talk", "0001-01-01"),
        ("wrote", "0001-01-01"),
        ("talked", "0001-01-01"),
        ("talked", "2199-12-31"),
        ("wrote", "2199-12-31"),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(owner: Client, door: str, day: str) -> None:
    form = {"uid": str(new_uid()), "name": "Mira", "on": day, "at": "10:00"}
    answer = owner.post(f"/start/{door}/", form | {"minutes": "30", "mode": "phone"})
    assert answer.status_code == 422
    assert "Mira" in answer.content.decode() and not Person.objects.exists()


def test_just_looking_opens_a_sample_beside_my_own(owner: Client) -> None:
    assert owner.post("/start/sample/").url == "/today/"
    assert owner.get("/today/").status_code == 200
    owner.post("/start/sample/")
    assert Workspace.objects.filter(is_sample=True).count() == 1
