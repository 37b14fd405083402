"""Staying in touch: my rhythm for each, at most two hellos a week, things to share."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.network.models import Share
from askwell.outreach.models import Letter
from askwell.people import journal
from askwell.people.models import Event, Person, Standing
from askwell.plumbing.ids import new_uid
from tests.support.talks import held_talk, question


@pytest.fixture
def now(clock):
    return clock.now()


@pytest.fixture
def met(scope, now):
    """Four people met, thanked and looked back on: nothing left but staying in touch."""
    mine = question(scope, now)
    names = ("Dana Reyes", "Omar Haddad", "Priya Nair", "Ruth Levy")
    return [done_with(scope, held_talk(scope, now, name, exploration=mine), now) for name in names]


def done_with(scope, talk, now):
    person = talk.participants.get().person
    data = {"talk": str(talk.uid)}
    for kind in ("thanked", "debriefed"):
        journal.record(
            scope,
            person=person,
            exploration=talk.exploration,
            kind=kind,
            at=now,
            now=now,
            data=data,
        )
    return person


def page(client, **query):
    return client.get(reverse("network:keeping"), query).content.decode()


def post(client, name, row, **fields):
    return client.post(reverse(f"network:{name}", args=[row.uid]), fields)


def hellos(client):
    return page(client).count("Say hello to")


def test_nobody_is_due_right_away(owner, met):
    assert hellos(owner) == 0
    assert "Dana Reyes" in page(owner)
    assert "Nobody you met is called so" in page(owner, q="zebra")


def test_at_most_two_a_week(owner, met, clock):
    clock.forward(days=91)
    assert hellos(owner) == 2
    post(owner, "touched", met[0])
    assert hellos(owner) == 1
    clock.forward(minutes=5)
    post(owner, "touched", met[1])
    assert hellos(owner) == 0
    clock.forward(days=8)
    assert hellos(owner) == 2


def test_a_touch_resets_the_rhythm_and_twice_is_once(owner, met, clock):
    clock.forward(days=91)
    post(owner, "touched", met[0])
    post(owner, "touched", met[0])
    assert Event.objects.filter(kind="touched").count() == 1
    row = Standing.objects.get(person=met[0])
    assert (row.due_at - clock.now()).days in (89, 90)


def test_everybody_has_their_own_rhythm(owner, met, clock, scope):
    for _twice in range(2):
        assert post(owner, "rhythm", met[0], days="30").status_code == 303
    assert Event.objects.filter(kind="rhythm-set").count() == 1
    assert (Standing.objects.get(person=met[0]).due_at - clock.now()).days in (29, 30)
    post(owner, "rhythm", met[0], days="45")
    assert "every 45 days" in page(owner)
    post(owner, "rhythm", met[0], days="0")
    assert Standing.objects.get(person=met[0]).step == ""
    assert post(owner, "rhythm", met[0], days="often").status_code == 422
    assert journal.differences(scope, clock.now()) == []


def test_a_hello_brings_what_i_chose_to_share(owner, met, clock):
    for text in ("An older thing", "The water story"):
        owner.post(
            reverse("network:keeping"),
            {"uid": new_uid(), "text": text, "url": "herald.example/water"},
        )
    older = Share.objects.get(text="An older thing")
    answer = post(owner, "hello", met[0], share=older.uid)
    letter = Letter.objects.get(kind="check-in")
    assert answer["Location"] == reverse("outreach:letter", args=[letter.uid])
    assert "An older thing" in letter.body
    assert "https://herald.example/water" in letter.body


def test_things_to_share_are_added_changed_and_thrown_away(owner, scope):
    fields = {"uid": new_uid(), "text": "The water story", "url": ""}
    for _twice in range(2):
        owner.post(reverse("network:keeping"), fields)
    row = Share.objects.get()
    assert "The water story" in page(owner)
    assert post(owner, "share", row, text="The river story").status_code == 303
    row.refresh_from_db()
    assert row.text == "The river story"
    assert post(owner, "share", row, text="").status_code == 422
    answer = owner.post(reverse("network:drop_share", args=[row.uid]), follow=True)
    assert not Share.objects.exists()
    tags = [message.extra_tags for message in answer.context["messages"]]
    owner.post(tags[-1].removeprefix("undo:"))
    assert Share.objects.get().text == "The river story"


def test_a_refused_share_keeps_what_was_typed(owner):
    fields = {"uid": new_uid(), "text": "The water story", "url": "not an address"}
    answer = owner.post(reverse("network:keeping"), fields)
    assert answer.status_code == 422
    assert "The water story" in answer.content.decode()


def test_more_people_cost_no_more_queries(owner, scope, met, now):
    def count():
        with CaptureQueriesContext(connection) as seen:
            page(owner)
        return len(seen)

    page(owner)
    before = count()
    for number in range(8):
        done_with(scope, held_talk(scope, now, f"Person {number}"), now)
    assert count() <= before
    assert Person.objects.count() == 12


def test_not_yours(stranger, met):
    for name in ("rhythm", "touched", "hello"):
        assert post(stranger, name, met[0], days="0").status_code == 404
