""" "I sent it": what each kind of letter means, on which day, and how it is taken back."""

from datetime import timedelta

import pytest

from askwell.coach.cadence import EventKind
from askwell.outreach import operations
from askwell.outreach.models import Approach, Letter
from askwell.people import journal
from askwell.people.models import Event
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import get, post

pytestmark = pytest.mark.django_db


def send(client, person, kind="request", **more):
    """Write a letter and say that it was sent, in one form."""
    uid = new_uid()
    data = {"kind": kind, "person": person.uid, "subject": "s", "body": "Dear Mira, [blank]"}
    return post(client, "sent", uid, data | more), uid


def test_sent_means_asked_and_waits_seven_working_days(owner, question, mira, stands, now):
    answer, uid = send(owner, mira)
    assert answer.status_code == 303
    assert stands(mira) == ("asked", "nudge")
    letter = Letter.objects.get(uid=uid)
    assert letter.sent_at and letter.approach == Approach.objects.get()
    event = Event.objects.get(uid=letter.sent_event)
    assert event.data == {"letter": str(uid)}


def test_blanks_never_block_the_truth(owner, question, mira):
    assert send(owner, mira)[0].status_code == 303


def test_twice_is_once(owner, question, mira, journal_of):
    _answer, uid = send(owner, mira)
    post(owner, "sent", uid, {"subject": "s", "body": "x"})
    assert journal_of(mira) == ["letter-sent"]


def test_undo_takes_it_back_and_keeps_the_text(owner, question, mira, stands):
    _answer, uid = send(owner, mira)
    assert "Undo" in get(owner, "drafts").content.decode()
    post(owner, "undo_sent", uid)
    post(owner, "undo_sent", uid)
    letter = Letter.objects.get(uid=uid)
    assert letter.sent_at is None and letter.body == "Dear Mira, [blank]"
    assert stands(mira) == ("", "")
    post(owner, "sent", uid)
    assert stands(mira) == ("asked", "nudge")


def test_another_day_counts_from_that_day(owner, question, mira, now):
    _answer, uid = send(owner, mira, day="2026-10-29")
    assert Letter.objects.get(uid=uid).sent_at.date().isoformat() == "2026-10-29"


@pytest.mark.parametrize("day", ["2026-11-03", "2026-02-30", "tomorrow"])
def test_a_day_that_cannot_be_is_refused_and_the_text_kept(owner, question, mira, day):
    answer, uid = send(owner, mira, day=day)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Dear Mira, [blank]" in page and day in page
    assert Letter.objects.get(uid=uid).sent_at is None


def test_chosen_today_written_last_week(owner, question, mira, stands):
    post(owner, "choose", mira.uid)
    assert stands(mira) == ("thought", "read")
    send(owner, mira, day="2026-10-28")
    assert stands(mira) == ("asked", "nudge")


@pytest.mark.parametrize(
    ("kind", "means"),
    [
        ("intro-request", EventKind.LETTER_SENT),
        ("nudge", EventKind.REMINDED),
        ("decline-reply", EventKind.DECLINE_THANKED),
        ("schedule", EventKind.TIMES_PROPOSED),
        ("check-in", EventKind.TOUCHED),
        ("answer", EventKind.TOUCHED),
        ("update", EventKind.TOUCHED),
        ("forwardable", EventKind.TOUCHED),
        ("thanks", EventKind.TOUCHED),
    ],
)
def test_what_a_letter_means(owner, question, mira, journal_of, kind, means):
    send(owner, mira, kind)
    assert journal_of(mira) == [means]


@pytest.mark.parametrize(
    ("kind", "means"),
    [
        ("thanks", EventKind.THANKED),
        ("confirm", EventKind.CONFIRMED),
        ("reminder", EventKind.CONFIRMED),
        ("missed", EventKind.AFTERWORD),
    ],
)
def test_what_a_letter_about_a_talk_means(owner, question, mira, kind, means):
    talk = new_uid()
    send(owner, mira, kind, talk=str(talk))
    event = Event.objects.get()
    assert event.kind == means and event.data["talk"] == str(talk)


def test_an_update_about_an_introduction_closes_the_loop(owner, question, mira):
    ref = new_uid()
    send(owner, mira, "update", ref=str(ref))
    event = Event.objects.get()
    assert event.kind == EventKind.LOOP_TOLD and event.data["ref"] == str(ref)


def test_thanks_find_their_talk_by_themselves(owner, scope, question, mira, now, stands):
    talk = new_uid()
    data = {"talk": str(talk), "starts_at": now.isoformat(), "minutes": 30}
    journal.record(
        scope,
        person=mira,
        exploration=question,
        kind=EventKind.TALK_ENDED,
        at=now,
        now=now,
        data=data,
    )
    page = get(owner, "new_letter", mira.uid, kind="thanks").content.decode()
    assert str(talk) in page
    send(owner, mira, "thanks", talk=str(talk))
    assert stands(mira)[0] == "thanked"


def test_thanks_for_a_talk_that_had_no_question_stay_with_it(owner, scope, question, mira, now):
    talk = new_uid()
    data = {"talk": str(talk), "starts_at": now.isoformat(), "minutes": 30}
    kind = EventKind.TALK_ENDED
    journal.record(scope, person=mira, kind=kind, at=now, now=now, data=data)
    send(owner, mira, "thanks", talk=str(talk))
    assert Event.objects.get(kind=EventKind.THANKED).exploration is None


def test_i_already_wrote_without_a_letter(owner, question, mira, stands):
    page = get(owner, "wrote", mira.uid)
    assert page.status_code == 200
    data = {"uid": new_uid(), "kind": "request", "channel": "email", "day": "2026-10-30"}
    assert post(owner, "wrote", mira.uid, data).status_code == 303
    post(owner, "wrote", mira.uid, data)
    assert Letter.objects.count() == 1
    assert stands(mira) == ("asked", "nudge")
    post(owner, "undo_sent", data["uid"])
    assert not Letter.objects.exists()
    assert stands(mira) == ("", "")


def test_i_already_wrote_refuses_a_day_to_come_and_keeps_what_was_typed(owner, question, mira):
    data = {"uid": new_uid(), "kind": "request", "channel": "phone", "text": "Dear M"}
    answer = post(owner, "wrote", mira.uid, data | {"day": "2027-01-01"})
    assert answer.status_code == 422
    assert "Dear M" in answer.content.decode()
    assert post(owner, "wrote", mira.uid, data | {"day": "31.2."}).status_code == 422
    assert not Letter.objects.exists()


def test_limits_never_block_the_truth(owner, scope, question, mira, now):
    operations.outcome(scope, person=mira, exploration=question, kind="no", uid=new_uid(), now=now)
    data = {"uid": new_uid(), "kind": "request", "channel": "email"}
    assert post(owner, "wrote", mira.uid, data).status_code == 303


def test_sent_this_week_starts_on_monday(owner, scope, question, mira, now):
    from askwell.outreach import selectors

    send(owner, mira, day="2026-11-01")
    assert selectors.sent_this_week(scope, now) == 0
    send(owner, mira)
    assert selectors.sent_this_week(scope, now) == 1
    assert selectors.sent_this_week(scope, now + timedelta(days=7)) == 0
