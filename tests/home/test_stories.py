"""Whole stories through HTTP, with the clock moved on: every step has words, a way to be done, and
after it the next one follows."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from askwell.coach.cadence import StepKind
from askwell.outreach.models import Letter
from askwell.people.models import Person, Standing
from askwell.plumbing.ids import new_uid

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class Story:
    """One person of a notebook, followed step by step as somebody at a browser would."""

    def __init__(self, client: Client, clock: Any, name: str = "Mira Okafor") -> None:
        self.client, self.clock, self.name = client, clock, name

    @property
    def person(self) -> Person:
        return Person.objects.get(name=self.name)

    def post(self, address: str, **fields: Any) -> str:
        answer = self.client.post(address, {"uid": str(new_uid())} | fields)
        assert answer.status_code == 303, answer.content.decode()[-3000:]
        return answer["Location"]

    def door(self, door: str, **fields: Any) -> str:
        return self.post(f"/start/{door}/", name=self.name, **fields)

    def happened(self, kind: str, **fields: Any) -> str:
        return self.post(f"/people/{self.person.uid}/outcome/", kind=kind, **fields)

    def later(self, **amount: float) -> None:
        self.clock.forward(**amount)

    def step(self, kind: StepKind | None) -> str:
        """The step shown on the person page is this one; its button leads to a page."""
        page = self.client.get(f"/people/{self.person.uid}/")
        assert page.status_code == 200
        cards = page.context["cards"]
        if kind is None:
            assert cards == []
            return ""
        assert [card.kind for card in cards] == [kind]
        (card,) = cards
        assert card.why.endswith((".", "?")) and "%(" not in card.why + card.title
        assert self.client.get(card.url.split("#")[0], follow=True).status_code == 200
        return str(card.url)

    def send(self, kind: StepKind) -> Letter:
        """Take the step, which is a letter, and say that it was sent."""
        return self.send_letter(self.step(kind))

    def send_letter(self, address: str) -> Letter:
        """Open the letter and press "I sent it" with what stands there."""
        page = self.client.get(address, follow=True)
        html = page.content.decode()
        letter = page.context["letter"]
        assert letter.body and not re.search(r"\{|\}|%\(", letter.body)
        hidden = re.findall(r'type="hidden" name="(\w+)"\s+value="([^"]*)"', html)
        form = dict(hidden) | {"subject": letter.subject, "body": letter.body}
        self.post(f"/letters/{letter.uid}/sent/", **form)
        return Letter.objects.get(uid=letter.uid)


@pytest.fixture
def story(owner: Client, clock: Any) -> Story:
    clock.set(MONDAY)
    owner.post("/start/keep/", {"uid": str(new_uid()), "topic": "data journalism"})
    return Story(owner, clock)


def test_request_silence_reminder_silence_rest(story: Story) -> None:
    story.door("letter")
    story.step(StepKind.READ)
    story.post(f"/people/{story.person.uid}/known/")
    assert story.send(StepKind.WRITE).kind == "request"
    story.later(days=12)
    assert story.send(StepKind.NUDGE).kind == "nudge"
    story.later(days=12)
    story.step(StepKind.REST)
    comfort = story.post(f"/people/{story.person.uid}/rest/")
    assert story.client.get(comfort).status_code == 200
    story.step(None)


def test_later_is_asked_again_on_the_day(story: Story) -> None:
    story.door("wrote", on="2026-11-02")
    story.happened("later", until="2026-12-01")
    story.step(StepKind.ASK_AGAIN)
    story.later(days=29)
    letter = story.send(StepKind.ASK_AGAIN)
    assert letter.kind == "request"
    story.step(StepKind.NUDGE)


def test_away_waits_and_then_reminds(story: Story) -> None:
    story.door("wrote", on="2026-11-02")
    story.happened("away", until="2026-11-20")
    story.later(days=20)
    story.send(StepKind.NUDGE)
    story.step(StepKind.REST)


def test_an_address_that_does_not_work(story: Story) -> None:
    story.door("wrote", on="2026-11-02")
    story.happened("bounced")
    story.step(StepKind.ANOTHER_WAY)
    story.post(f"/people/{story.person.uid}/contact/", kind="email", value="mira@example.org")
    page = story.client.get(f"/people/{story.person.uid}/").content.decode()
    again = f"/people/{story.person.uid}/write/request/"
    assert again in page
    assert story.send_letter(again).kind == "request"
    story.step(StepKind.NUDGE)


def test_a_no_is_thanked_once_and_never_asked_again(story: Story) -> None:
    story.door("wrote", on="2026-11-02")
    comfort = story.happened("no")
    assert story.client.get(comfort).status_code == 200
    story.send(StepKind.THANK_DECLINE)
    story.step(None)


def test_an_answer_that_is_neither_yes_nor_no(story: Story) -> None:
    story.door("wrote", on="2026-11-02")
    story.happened("other", text="What exactly would you like to know?")
    assert story.send(StepKind.ANSWER).kind == "answer"
    story.step(StepKind.NUDGE)


def offer_times(story: Story) -> None:
    day = story.clock.now()
    times = {f"day_{n}": (day + timedelta(days=n + 1)).date() for n in (1, 2, 3)}
    hours = {f"at_{n}": "10:00" for n in (1, 2, 3)}
    page = f"/people/{story.person.uid}/times/"
    letter = story.post(page, **times, **hours, minutes=30, zone="UTC")
    uid = letter.split("/")[2]
    body = Letter.objects.get(uid=uid).body
    story.post(f"/letters/{uid}/sent/", subject="Times", body=body)


def test_yes_times_no_choice_a_date_cancelled(story: Story) -> None:
    story.door("wrote", on="2026-11-02")
    story.happened("yes")
    story.step(StepKind.PROPOSE)
    offer_times(story)
    story.later(days=6)
    story.step(StepKind.PROPOSE_AGAIN)
    offer_times(story)
    story.step(StepKind.PROPOSE_AGAIN)
    day = (story.clock.now() + timedelta(days=3)).date()
    talk = story.post(
        f"/people/{story.person.uid}/book/",
        day=day, at="10:00", minutes=30, mode="phone", zone="UTC",
    )  # fmt: skip
    story.step(StepKind.PREPARE)
    story.post(f"{talk}plan/")
    story.post(f"{talk}prepared/")
    assert story.send(StepKind.CONFIRM).kind == "confirm"
    story.step(StepKind.TALK)
    story.post(f"{talk}cancel/")
    assert story.send(StepKind.KIND_LETTER).kind == "missed"
    story.step(StepKind.REST)


def test_a_talk_is_held_remembered_thanked_and_looked_back_on(story: Story) -> None:
    talk = story.door("talk", on="2026-11-04", at="10:00", minutes="30", mode="phone")
    story.step(StepKind.PREPARE)
    story.post(f"{talk}prepared/")
    story.send(StepKind.CONFIRM)
    story.later(days=2, hours=1)
    room = story.step(StepKind.TALK)
    story.post(room.replace("room", "start"))
    story.step(StepKind.TALK)
    story.later(minutes=31)
    story.post(f"{talk}end/")
    recall = story.step(StepKind.RECALL)
    story.post(recall, struck="Counting.", who_else="Ken Sato, data editor", ask_them="on")
    assert story.send(StepKind.THANK).kind == "thanks"
    debrief = story.step(StepKind.DEBRIEF)
    page = story.client.get(debrief)
    assert page.status_code == 200
    ken = Story(story.client, story.clock, "Ken Sato")
    ken.step(StepKind.READ)
    ken.post(f"/people/{ken.person.uid}/known/")
    ken.send(StepKind.WRITE)
    ken.happened("yes")
    story.later(hours=1)
    recall = ken.door("talked", on=str(story.clock.now().date()))
    assert Standing.objects.filter(person__name="Ken Sato", step="recall").exists()
    assert recall.endswith("/remember/")


def test_two_questions_with_one_person_are_kept_apart(story: Story, clock: Any) -> None:
    story.door("wrote", on="2026-11-02")
    first = Standing.objects.get().exploration
    story.post("/start/keep/", topic="radio")
    story.post(f"/people/{story.person.uid}/choose/")
    assert Standing.objects.filter(step="read").exclude(exploration=first).count() == 1
    story.post(f"/people/{story.person.uid}/known/")
    cards = story.client.get(f"/people/{story.person.uid}/").context["cards"]
    assert {card.kind for card in cards} == {StepKind.NUDGE, StepKind.WRITE}
    clock.forward(days=12)
    (reminder,) = [card for card in cards if card.kind == StepKind.NUDGE]
    assert story.send_letter(reminder.url).exploration == first
    (request,) = [card for card in cards if card.kind == StepKind.WRITE]
    assert story.send_letter(request.url).exploration != first
    steps = Standing.objects.values_list("exploration", "step")
    assert dict(steps)[first.pk] == "rest" and set(dict(steps).values()) == {"rest", "nudge"}


def test_through_somebody_and_tell_them(story: Story) -> None:
    story.door("talked", on="2026-11-02")
    person = f"/people/{story.person.uid}/"
    story.post(f"{person}named/", line="Ken Sato, data editor", ask_them="on")
    talk = story.step(StepKind.RECALL)
    story.post(talk, struck="Counting.")
    story.send(StepKind.THANK)
    ken = Story(story.client, story.clock, "Ken Sato")
    ken.post(f"/people/{ken.person.uid}/known/")
    ken.send(StepKind.WRITE)
    talked = f"/people/{ken.person.uid}/talked/"
    form = {"day": "2026-11-02", "at": "08:00", "minutes": 30, "mode": "phone", "zone": "UTC"}
    ken.post(ken.post(talked, **form).replace("//", "/"), struck="He knew all about it.")
    story.later(days=8)
    standing = Standing.objects.get(person=story.person)
    assert standing.step in ("debrief", "tell") and standing.more


def test_a_question_closed_then_another_asked(story: Story) -> None:
    story.door("wrote", on="2026-11-02")
    first = Standing.objects.get().exploration
    story.post(f"/my-questions/{first.uid}/answer/", say="I have my answer", verdict="yes")
    story.step(None)
    story.post("/start/keep/", topic="radio")
    story.post(f"/people/{story.person.uid}/choose/", insist="1")
    story.step(StepKind.READ)
    story.post(f"/people/{story.person.uid}/known/")
    assert story.send(StepKind.WRITE).exploration != first
    story.happened("yes")
    story.step(StepKind.PROPOSE)


def test_a_question_that_is_none_is_not_found(story: Story) -> None:
    story.door("letter")
    person = f"/people/{story.person.uid}/"
    for question in ("nonsense", str(new_uid())):
        assert (
            story.client.get(f"{person}letter/?kind=nudge&question={question}").status_code == 404
        )
        assert story.client.post(f"{person}rest/", {"question": question}).status_code == 404
