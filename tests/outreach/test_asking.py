"""Choosing whom to ask, the limits that can be gone over, and the one that cannot."""

from datetime import timedelta

import pytest
from django.urls import reverse

from askwell.coach.cadence import EventKind
from askwell.outreach import operations, selectors
from askwell.outreach.models import Approach
from askwell.people import journal
from askwell.people.models import Event
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import get, post, somebody

pytestmark = pytest.mark.django_db


def wrote_to(scope, person, question, now):
    return operations.already_wrote(
        scope, person=person, exploration=question, uid=new_uid(), now=now
    )


def test_chosen_has_one_next_step(owner, question, mira, stands, journal_of):
    assert post(owner, "choose", mira.uid).status_code == 303
    post(owner, "choose", mira.uid)
    assert stands(mira, question) == ("thought", "read")
    assert journal_of(mira) == ["chosen"]
    assert Approach.objects.count() == 1


def test_choosing_can_be_taken_back(owner, question, mira, stands):
    post(owner, "choose", mira.uid)
    event = Event.objects.get()
    post(owner, "take_back", event.uid)
    post(owner, "take_back", event.uid)
    assert stands(mira) == ("", "")
    assert not Approach.objects.exists()
    post(owner, "choose", mira.uid)
    assert stands(mira) == ("thought", "read")


def test_enough_out_for_now_and_one_click_goes_on(owner, scope, question, mira, now, stands):
    for n in range(5):
        wrote_to(scope, somebody(scope, now, f"Person{n}"), question, now)
    assert selectors.waiting_count(scope) == 5
    answer = post(owner, "choose", mira.uid)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "5 letters are out" in page and "Ask anyway" in page
    assert stands(mira) == ("", "")
    assert "5 letters are out" in get(owner, "new_letter", mira.uid).content.decode()
    assert post(owner, "choose", mira.uid, {"insist": "1"}).status_code == 303
    assert stands(mira) == ("thought", "read")


def test_who_rests_or_answered_does_not_count_as_waiting(owner, scope, question, now):
    people = [somebody(scope, now, f"Person{n}") for n in range(3)]
    for person in people:
        wrote_to(scope, person, question, now)
    post(owner, "rest", people[0].uid)
    data = {"uid": new_uid(), "kind": "other", "text": "What for?"}
    post(owner, "outcome", people[1].uid, data)
    assert selectors.waiting_count(scope) == 1


def test_not_two_of_one_house_within_three_working_days(owner, scope, question, mira, now, clock):
    colleague = somebody(scope, now, "Lee Wong", organization="Leeds Herald")
    wrote_to(scope, colleague, question, now)
    answer = post(owner, "choose", mira.uid)
    assert answer.status_code == 422
    assert "Lee Wong" in answer.content.decode()
    clock.forward(days=3, hours=10)  # Thursday evening: three working days are over
    assert post(owner, "choose", mira.uid).status_code == 303


def test_another_house_is_no_concern(owner, scope, question, mira, now):
    wrote_to(scope, somebody(scope, now, "Lee Wong", organization="BBC"), question, now)
    assert post(owner, "choose", mira.uid).status_code == 303


def test_who_declined_is_never_asked_again_for_no_question(owner, scope, question, mira, now):
    post(owner, "outcome", mira.uid, {"uid": new_uid(), "kind": "no"})
    for data in ({}, {"insist": "1"}):
        answer = post(owner, "choose", mira.uid, data)
        assert answer.status_code == 422
        assert "will not ask again" in answer.content.decode()
    for kind in ("request", "intro-request", "nudge"):
        assert get(owner, "new_letter", mira.uid, kind=kind).status_code == 422
    assert get(owner, "new_letter", mira.uid, kind="decline-reply").status_code == 200
    post(owner, "outcome", mira.uid, {"uid": new_uid(), "kind": "yes"})
    assert get(owner, "new_letter", mira.uid).status_code == 200


def test_not_now_and_never(owner, question, mira, stands, journal_of):
    post(owner, "put_aside", mira.uid)
    post(owner, "put_aside", mira.uid)
    assert stands(mira) == ("not-now", "")
    post(owner, "put_aside", mira.uid, {"never": "1"})
    assert journal_of(mira) == ["not-now", "never"]
    post(owner, "take_back", Event.objects.get(kind=EventKind.NEVER).uid)
    assert stands(mira) == ("not-now", "")
    post(owner, "choose", mira.uid)
    assert stands(mira) == ("thought", "read")


def test_let_it_rest_and_back(owner, scope, question, mira, now, stands):
    wrote_to(scope, mira, question, now)
    answer = post(owner, "rest", mira.uid)
    assert answer["Location"].endswith("moment=silence")
    post(owner, "rest", mira.uid)
    assert stands(mira) == ("no-answer", "")
    approach = Approach.objects.get()
    assert approach.closed_at and approach.outcome == "rested"
    post(owner, "take_back", Event.objects.get(kind=EventKind.RESTED).uid)
    approach.refresh_from_db()
    assert approach.closed_at is None
    assert stands(mira) == ("asked", "nudge")


def test_only_what_is_ours_is_taken_back_here(owner, scope, question, mira, now, journal_of):
    letter = wrote_to(scope, mira, question, now)
    post(owner, "take_back", letter.sent_event)
    assert journal_of(mira) == ["letter-sent"]


def test_one_sentence_and_the_next_person(owner, question, mira):
    for moment, words in (
        ("declined", "A clear no"),
        ("silence", "Most silence"),
        ("bounced", "never arrived"),
        ("nonsense", mira.name),
    ):
        assert words in get(owner, "after", mira.uid, moment=moment).content.decode()


def test_one_reminder_a_second_if_insisted_never_a_third(owner, scope, question, mira, now):
    wrote_to(scope, mira, question, now)
    remind = {"kind": "nudge", "person": mira.uid, "body": "x"}
    assert post(owner, "sent", new_uid(), remind).status_code == 303
    answer = get(owner, "new_letter", mira.uid, kind="nudge")
    assert answer.status_code == 422 and "One is enough" in answer.content.decode()
    assert "insist=1" in answer.content.decode()
    assert get(owner, "new_letter", mira.uid, kind="nudge", insist="1").status_code == 200
    assert post(owner, "sent", new_uid(), remind | {"insist": "1"}).status_code == 303
    answer = get(owner, "new_letter", mira.uid, kind="nudge", insist="1")
    assert answer.status_code == 422 and "third" in answer.content.decode()
    answer = post(owner, "sent", new_uid(), remind | {"insist": "1", "body": "My own words"})
    assert answer.status_code == 422 and "My own words" in answer.content.decode()
    wrote = {"uid": new_uid(), "kind": "nudge", "channel": "email"}
    assert post(owner, "wrote", mira.uid, wrote).status_code == 303  # never blocks the truth


def test_a_new_letter_begins_the_count_again(owner, scope, question, mira, now, clock):
    wrote_to(scope, mira, question, now)
    post(owner, "sent", new_uid(), {"kind": "nudge", "person": mira.uid, "body": "x"})
    wrote_to(scope, mira, question, clock.forward(days=200))
    assert get(owner, "new_letter", mira.uid, kind="nudge").status_code == 200


def test_who_was_met_can_be_asked_again(scope, question, mira, now, stands):
    first = operations.choose(scope, person=mira, exploration=question, now=now)
    for kind in (EventKind.TALK_ENDED, EventKind.THANKED, EventKind.DEBRIEFED):
        journal.record(
            scope,
            person=mira,
            exploration=question,
            kind=kind,
            at=now,
            now=now,
            data={"talk": str(question.uid)},
        )
    later = now + timedelta(days=100)
    second = operations.choose(scope, person=mira, exploration=question, now=later)
    assert second != first
    assert stands(mira)[0] == "thought"


def test_next_leads_back_to_where_the_form_was(owner, question, mira):
    answer = post(owner, "choose", mira.uid, {"next": reverse("outreach:drafts")})
    assert answer["Location"] == reverse("outreach:drafts")
    answer = post(owner, "rest", mira.uid, {"next": "//elsewhere.example"})
    assert answer["Location"] == reverse("home:person", args=[mira.uid])


def test_strangers_find_nobody(stranger, question, mira):
    for name in ("choose", "rest", "put_aside", "outcome", "wrote"):
        assert post(stranger, name, mira.uid).status_code == 404
