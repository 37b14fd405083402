"""All due gentle reminders on one page; more of them cost no more reads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.outreach import operations
from askwell.outreach.models import Letter
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import get, post, somebody

pytestmark = pytest.mark.django_db


def wait_for(scope, question, now, *names):
    people = [somebody(scope, now, name) for name in names]
    for person in people:
        operations.already_wrote(
            scope, person=person, exploration=question, uid=new_uid(), now=now, text="Dear"
        )
    return people


def test_nothing_is_due_before_the_time(owner, me, question, now, clock):
    wait_for(me, question, now, "Mira Okafor")
    assert "No reminder is due" in get(owner, "reminders").content.decode()
    clock.forward(days=9)
    page = get(owner, "reminders").content.decode()
    assert "One reminder" in page and "Mira Okafor" in page
    assert "mailto:mira@example.net" in page
    assert "made smaller" in page and "2 November" in page
    assert Letter.objects.count() == 1  # looking keeps nothing


def test_sent_from_the_batch(owner, me, question, now, clock, stands):
    mira, _jon = wait_for(me, question, now, "Mira Okafor", "Jon Lee")
    clock.forward(days=9)
    page = get(owner, "reminders").content.decode()
    assert "2 reminders" in page
    uid = new_uid()
    data = {
        "kind": "nudge",
        "person": mira.uid,
        "question": question.uid,
        "channel": "email",
        "subject": "A smaller question",
        "body": "Dear Mira",
        "next": "/letters/reminders/",
    }
    for _ in range(2):
        assert post(owner, "sent", uid, data)["Location"] == "/letters/reminders/"
    assert stands(mira) == ("asked", "rest")
    page = get(owner, "reminders").content.decode()
    assert "Jon Lee" in page and "Reminder to Mira Okafor" not in page


def test_a_reminder_begun_is_taken_up(owner, me, question, now, clock):
    (mira,) = wait_for(me, question, now, "Mira Okafor")
    clock.forward(days=9)
    data = {"kind": "nudge", "person": mira.uid, "body": "My own words"}
    post(owner, "letter", new_uid(), data)
    assert "My own words" in get(owner, "reminders").content.decode()


def test_who_had_two_gets_no_third_even_after_being_away(owner, me, question, now, clock):
    (mira,) = wait_for(me, question, now, "Mira Okafor")
    for _ in range(2):
        clock.forward(hours=1)
        data = {"kind": "nudge", "person": mira.uid, "body": "x", "insist": "1"}
        assert post(owner, "sent", new_uid(), data).status_code == 303
    clock.forward(hours=1)
    away = {"uid": new_uid(), "kind": "away", "until": "2026-11-04"}
    post(owner, "outcome", mira.uid, away)
    clock.forward(days=9)
    assert "No reminder is due" in get(owner, "reminders").content.decode()


@pytest.mark.parametrize("name", ["reminders", "drafts", "promises", "offers", "who_knows"])
def test_more_rows_cost_no_more_reads(owner, me, question, now, clock, name):
    def reads():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert get(owner, name).status_code == 200
        return len(seen)

    def more(*names):
        for person in wait_for(me, question, now, *names):
            operations.draft(me, kind="check-in", person=person, exploration=question, now=now)
            operations.promise(me, person=person, side="mine", text="x", due_at=now, now=now)
            operations.offer(me, text=f"an hour with {person.name}", now=now)

    more("Mira Okafor", "Jon Lee")
    clock.forward(days=9)
    get(owner, name)
    before = reads()
    more("Ada Ng", "Bo Li", "Cy Fox", "Di Ray")
    assert reads() == before
