"""A date: booked once, in the zone that was meant, moved, cancelled, missed, thrown away."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from askwell.coach.cadence import StepKind
from askwell.meetings import operations, selectors
from askwell.meetings.models import Conversation
from askwell.people import journal
from askwell.people import operations as people
from askwell.people.models import Event, Person
from askwell.plumbing.ids import new_uid


def url(name, row, **more):
    return reverse(f"meetings:{name}", args=[row.uid])


def only_talk(scope):
    return Conversation.objects.get(workspace=scope.workspace)


def test_the_form_knows_what_it_can(owner, dana):
    page = owner.get(url("book", dana)).content.decode()
    assert 'value="2026-12-01"' in page
    assert 'value="10:00"' in page
    for length in (15, 20, 30, 45, 60):
        assert f'<option value="{length}">' in page


def test_a_date_is_booked_and_next_is_to_prepare(owner, scope, dana, ahead, step):
    answer = owner.post(url("book", dana), ahead)
    talk = only_talk(scope)
    assert answer["Location"] == url("talk", talk)
    assert talk.starts_at == datetime(2026, 12, 2, 10, tzinfo=UTC)
    assert [p.name for p in selectors.people_of(selectors.get_talk(scope, talk.uid))] == [dana.name]
    assert step(dana).kind == StepKind.PREPARE
    assert "Make me a plan" in owner.get(url("talk", talk)).content.decode()


def test_a_second_copy_of_the_form_is_the_same_talk(owner, scope, dana, ahead):
    for _again in range(2):
        assert owner.post(url("book", dana), ahead).status_code == 303
    assert Conversation.objects.filter(workspace=scope.workspace).count() == 1
    assert Event.objects.filter(workspace=scope.workspace, kind="booked").count() == 1


def test_the_time_is_read_by_the_clock_that_was_named(owner, scope, dana, ahead):
    owner.post(url("book", dana), ahead | {"zone": "America/New_York"})
    assert only_talk(scope).starts_at == datetime(2026, 12, 2, 15, tzinfo=UTC)
    page = owner.get(url("talk", only_talk(scope))).content.decode()
    assert "15:00 (their 10:00)" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": "2027-03-28", "at": "02:30", "zone": "Europe/Berlin"}, "never show 02:30"),
        ({"day": "2026-02-30"}, "There is no such day"),
        ({"at": "25:00"}, "There is no such time"),
        ({"day": "2026-11-02"}, "That time is over"),
        ({"day": "9999-12-31", "at": "23:59"}, "The year 9999 cannot be meant"),
        ({"minutes": "91"}, "90"),
        ({"minutes": "14"}, "15"),
        ({"minutes": "many"}, "whole number"),
        ({"zone": "Europe/Atlantis"}, "Europe/Atlantis"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(owner, scope, dana, ahead, typed, sentence):
    answer = owner.post(url("book", dana), ahead | typed | {"others": "Omar"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert ahead["place"] in page
    assert ">\nOmar</textarea>" in page
    assert not Conversation.objects.filter(workspace=scope.workspace).exists()


def test_two_things_at_one_time_are_booked_with_a_remark(owner, scope, talk, clock, ahead):
    omar = people.add_person(scope, name="Omar", now=clock.now())
    page = owner.post(url("book", omar), ahead | {"at": "10:15"}, follow=True).content.decode()
    assert "At that time there is also: Dana Whitfield." in page
    priya = people.add_person(scope, name="Priya", now=clock.now())
    later = ahead | {"at": "10:45", "uid": str(new_uid())}
    page = owner.post(url("book", priya), later, follow=True).content.decode()
    assert "At that time there is also" not in page


def test_several_people_take_part_and_each_is_owed_thanks(owner, scope, dana, ahead, clock, step):
    omar = people.add_person(scope, name="Omar Haddad", now=clock.now())
    owner.post(url("book", dana), ahead | {"others": "omar haddad\nPriya\n\n"})
    talk = selectors.get_talk(scope, only_talk(scope).uid)
    assert selectors.names_of(talk) == "Dana Whitfield, Omar Haddad and Priya"
    assert Person.objects.filter(workspace=scope.workspace).count() == 3
    owner.post(url("end", talk))
    for person in (dana, omar, Person.objects.get(name="Priya")):
        assert step(person).kind in (StepKind.RECALL, StepKind.THANK)


def test_two_people_of_one_name_are_not_guessed(owner, scope, dana, ahead, clock):
    for _twice in range(2):
        people.add_person(scope, name="Sam Lee", now=clock.now())
    answer = owner.post(url("book", dana), ahead | {"others": "Sam Lee"})
    assert answer.status_code == 422
    assert "More than one person is called Sam Lee" in answer.content.decode()


def test_another_date_keeps_the_plan_and_counts_on(owner, scope, talk, clock):
    operations.make_plan(scope, talk=talk, now=clock.now())
    form = {"day": "2026-12-04", "at": "16:15", "zone": "UTC", "minutes": "45", "mode": "video"}
    assert 'value="2026-12-02"' in owner.get(url("reschedule", talk)).content.decode()
    owner.post(url("reschedule", talk), form)
    moved = selectors.get_talk(scope, talk.uid)
    assert (moved.starts_at, moved.minutes, moved.mode) == (
        datetime(2026, 12, 4, 16, 15, tzinfo=UTC),
        45,
        "video",
    )
    assert moved.sequence == 1
    assert moved.agenda.minutes == 45
    owner.post(url("reschedule", talk), form)
    assert selectors.get_talk(scope, talk.uid).sequence == 1


def test_cancelled_asks_for_a_kind_line_and_comes_back_with_a_date(owner, scope, talk, dana, step):
    for _twice in range(2):
        owner.post(url("cancel", talk))
    assert step(dana).kind == StepKind.KIND_LETTER
    assert Event.objects.filter(workspace=scope.workspace, kind="cancelled").count() == 1
    form = {"day": "2026-12-09", "at": "10:00", "zone": "UTC", "minutes": "30", "mode": "phone"}
    owner.post(url("reschedule", talk), form)
    assert selectors.get_talk(scope, talk.uid).is_booked
    assert step(dana).kind == StepKind.PREPARE


def test_they_did_not_come(owner, talk, dana, step, clock):
    clock.set(talk.starts_at + timedelta(minutes=20))
    page = owner.post(url("no_show", talk), follow=True).content.decode()
    assert "rarely about you" in page
    assert step(dana).kind == StepKind.KIND_LETTER


def test_a_talk_that_took_place_stays(owner, held):
    for name in ("cancel", "no_show"):
        answer = owner.post(url(name, held))
        assert answer.status_code == 422
        assert "took place already" in answer.content.decode()
    form = {"day": "2026-12-09", "at": "10:00", "zone": "UTC", "minutes": "30", "mode": "phone"}
    assert owner.post(url("reschedule", held), form).status_code == 422


def test_the_calendar_file_is_in_utc_with_the_prep_text(owner, scope, talk, clock):
    operations.make_plan(scope, talk=talk, now=clock.now())
    answer = owner.get(url("ics", talk))
    assert answer["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    assert calendar["METHOD"] == "PUBLISH"
    (event,) = calendar.walk("VEVENT")
    assert str(talk.uid) in event["UID"]
    assert event["SEQUENCE"] == 0
    assert b"DTSTART:20261202T100000Z" in answer.content
    assert b"DTEND:20261202T103000Z" in answer.content
    assert "Hello, thanks for the time" in event["DESCRIPTION"]
    assert event["LOCATION"] == talk.place
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    owner.post(url("cancel", talk))
    (event,) = Calendar.from_ical(owner.get(url("ics", talk)).content).walk("VEVENT")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)


def test_somebody_joins_and_leaves_with_undo(owner, scope, talk, clock, step):
    owner.post(url("participant_add", talk), {"name": "Omar"})
    owner.post(url("participant_add", talk), {"name": "Omar"})
    omar = Person.objects.get(workspace=scope.workspace, name="Omar")
    assert step(omar).kind == StepKind.PREPARE
    undo = operations.remove_participant(
        scope, talk=selectors.get_talk(scope, talk.uid), person=omar, now=clock.now()
    )
    assert step(omar).kind == ""
    owner.post(undo)
    assert step(omar).kind == StepKind.PREPARE
    assert selectors.names_of(selectors.get_talk(scope, talk.uid)) == "Dana Whitfield and Omar"


def test_the_last_one_cannot_leave(owner, talk, dana):
    address = reverse("meetings:participant_remove", args=[talk.uid, dana.uid])
    assert owner.post(address).status_code == 422


def test_a_talk_thrown_away_comes_back_whole(owner, scope, held, dana, clock, step):
    operations.make_plan(scope, talk=held, now=clock.now())
    operations.keep_note(
        scope,
        talk=held,
        typed=operations.Typed(new_uid(), 1, "They phone a lot", "fact", 60),
        now=clock.now(),
    )
    before = step(dana)
    undo = operations.delete_talk(scope, talk=selectors.get_talk(scope, held.uid), now=clock.now())
    assert owner.get(url("talk", held)).status_code == 404
    assert step(dana).kind == ""
    assert journal.differences(scope, clock.now()) == []
    owner.post(undo)
    page = owner.get(url("talk", held)).content.decode()
    assert "They phone a lot" in page
    assert step(dana) == before
    assert selectors.get_talk(scope, held.uid).agenda.items.exists()


def test_the_last_form_says_so_when_thrown_away(owner, talk):
    answer = owner.post(url("delete", talk), follow=True)
    assert "thrown away" in answer.content.decode()


@pytest.mark.parametrize("name", ["talk", "prep", "ics", "room", "paper", "reschedule"])
def test_another_notebook_sees_no_talk(stranger, talk, name):
    assert stranger.get(url(name, talk)).status_code == 404


def test_a_talk_nobody_planned(owner, scope, dana, clock, step, ahead):
    page = owner.get(url("talked", dana)).content.decode()
    assert 'value="2026-11-30"' in page
    form = ahead | {"day": "2026-11-30", "at": "08:00", "minutes": "12"}
    for _twice in range(2):
        answer = owner.post(url("talked", dana), form)
    talk = only_talk(scope)
    assert answer["Location"] == reverse("network:recall", args=[talk.uid])
    assert talk.ended_at == datetime(2026, 11, 30, 8, 12, tzinfo=UTC)
    assert talk.is_held
    assert step(dana).stage == "talked"


def test_a_talk_to_come_was_not_held(owner, scope, dana, ahead):
    answer = owner.post(url("talked", dana), ahead)
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()
    assert not Conversation.objects.filter(workspace=scope.workspace).exists()


def test_two_tabs_make_one_plan_of_a_talk(scope, book, now):
    talk = book()
    twin = selectors.get_talk(scope, talk.uid)
    first = operations.make_plan(scope, talk=talk, now=now)
    assert operations.make_plan(scope, talk=twin, now=now) == first


def test_a_talk_that_ended_in_another_tab_keeps_its_date(scope, book, agreed, clock):
    talk = book()
    stale = selectors.get_talk(scope, talk.uid)
    operations.end(scope, talk=talk, now=clock.set(agreed.starts_at + timedelta(minutes=40)))
    with pytest.raises(operations.TooLate):
        operations.reschedule(scope, talk=stale, agreed=agreed, now=agreed.starts_at)
    assert Conversation.objects.get().is_held


def test_a_date_that_is_refused_leaves_nobody_behind(owner, dana):
    form = {
        "uid": new_uid(), "day": "2026-01-05", "at": "10:00", "zone": "UTC", "minutes": "30",
        "mode": "phone", "others": "Somebody New",
    }  # fmt: skip
    assert owner.post(url("book", dana), form).status_code == 422
    assert not Person.objects.filter(name="Somebody New").exists()
