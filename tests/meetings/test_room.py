"""The room: what is typed is kept, an older revision never wins, ending is once."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.cadence import StepKind
from askwell.meetings import operations, selectors
from askwell.meetings.models import Conversation, RoomNote
from askwell.people.models import Event
from askwell.plumbing.ids import new_uid
from askwell.questions import selectors as plans


def url(name, talk, *more):
    return reverse(f"meetings:{name}", args=[talk.uid, *more])


def put(client, talk, uid, revision, text, **more):
    body = {"revision": revision, "text": text, "tag": "note", "offset_seconds": 5} | more
    return client.put(url("note", talk, uid), json.dumps(body), content_type="application/json")


def held_text(uid):
    return RoomNote.objects.get(uid=uid).text


def test_the_door_before_the_room_after(owner, scope, talk, clock):
    door = owner.get(url("room", talk)).content.decode()
    assert "Start the talk" in door
    operations.make_plan(scope, talk=talk, now=clock.now())
    clock.set(talk.starts_at)
    answer = owner.post(url("start", talk), follow=True)
    room = answer.content.decode()
    assert "<room-notes" in room
    assert 'data-started-at="2026-12-02T10:00:0' in room
    assert 'data-ends-at="2026-12-02T10:30:00Z"' in room
    assert f'data-notes-url="/talks/{talk.uid}/notes/{{uid}}/"' in room
    assert f'data-asked-url="/talks/{talk.uid}/asked/{{uid}}/"' in room
    assert "Who else would you suggest I talk to?" in room
    owner.post(url("end", talk))
    assert owner.get(url("room", talk))["Location"] == url("talk", talk)


def test_the_room_speaks_in_the_zone_that_was_meant(owner, scope, book, clock):
    talk = book(zone="Europe/Berlin")
    clock.set(talk.starts_at)
    room = owner.post(url("start", talk), follow=True).content.decode()
    assert 'data-until="11:30"' in room
    assert "You agreed until 11:30." in room


def test_starting_and_ending_twice_is_once(owner, scope, talk, dana, clock, step):
    clock.set(talk.starts_at)
    for name in ("start", "start"):
        owner.post(url(name, talk))
    assert step(dana).kind == StepKind.TALK
    end = clock.forward(minutes=25)
    for _twice in range(2):
        answer = owner.post(url("end", talk))
    assert answer["Location"] == reverse("network:recall", args=[talk.uid])
    kinds = Event.objects.filter(workspace=scope.workspace).values_list("kind", flat=True)
    assert sorted(kinds) == ["booked", "talk-ended", "talk-started"]
    assert step(dana).kind == StepKind.RECALL
    assert selectors.get_talk(scope, talk.uid).ended_at - end < timedelta(seconds=5)
    assert owner.post(url("start", talk)).status_code == 422


def test_a_talk_forgotten_to_end_was_over_when_agreed(owner, scope, running, clock):
    clock.forward(hours=9)
    owner.post(url("end", running))
    talk = selectors.get_talk(scope, running.uid)
    assert talk.ended_at == talk.ends_at


def test_a_talk_never_started_here_ended_when_agreed(owner, scope, talk, clock):
    clock.set(talk.starts_at + timedelta(hours=1))
    page = owner.get(url("talk", talk)).content.decode()
    assert "How did it go?" in page
    owner.post(url("end", talk))
    assert selectors.get_talk(scope, talk.uid).ended_at == talk.ends_at


def test_an_ending_pressed_too_soon_is_taken_back(owner, scope, running, dana, clock, step):
    clock.forward(minutes=5)
    owner.post(url("end", running))
    for _twice in range(2):
        answer = owner.post(url("resume", running))
    assert answer.status_code == 422
    assert step(dana).kind == StepKind.TALK
    assert "<room-notes" in owner.get(url("room", running)).content.decode()
    clock.forward(minutes=20)
    owner.post(url("end", running))
    assert step(dana).kind == StepKind.RECALL


def test_what_was_remembered_keeps_a_talk_over(owner, held):
    form = {"struck": "phoning", "will_do": "", "who_else": ""}
    owner.post(reverse("network:recall", args=[held.uid]), form)
    assert owner.post(url("resume", held)).status_code == 422


def test_a_cancelled_talk_does_not_start_or_end(owner, talk):
    owner.post(url("cancel", talk))
    assert owner.post(url("start", talk)).status_code == 422
    assert owner.post(url("end", talk)).status_code == 422


def test_a_note_is_kept_as_it_is_typed(owner, scope, running):
    uid = new_uid()
    for revision, text in ((1000, "Half"), (1500, "Half of it"), (2000, "Half of it is phoning")):
        answer = put(owner, running, uid, revision, text, tag="quote", offset_seconds=730)
        assert answer.json() == {"revision": revision, "stored": True}
    note = RoomNote.objects.get(uid=uid)
    assert (note.text, note.tag, note.clock) == ("Half of it is phoning", "quote", "12:10")
    room = " ".join(owner.get(url("room", running)).content.decode().split())
    assert f'data-note="{uid}" data-revision="2000" data-tag="quote" data-offset="730"' in room


def test_an_older_revision_never_wins(owner, running):
    uid = new_uid()
    put(owner, running, uid, 2000, "the later words")
    answer = put(owner, running, uid, 1999, "the earlier words")
    assert answer.json() == {"revision": 2000, "stored": False}
    assert held_text(uid) == "the later words"


def test_the_same_revision_again_is_the_same_note(owner, running):
    uid = new_uid()
    put(owner, running, uid, 7, "once")
    assert put(owner, running, uid, 7, "once").json() == {"revision": 7, "stored": True}
    assert put(owner, running, uid, 7, "else").json() == {"revision": 7, "stored": False}
    assert held_text(uid) == "once"


def test_an_emptied_note_is_gone_and_stays_gone(owner, scope, running):
    uid = new_uid()
    put(owner, running, uid, 1, "a slip")
    put(owner, running, uid, 3, "")
    put(owner, running, uid, 2, "a slip of the pen")
    assert not selectors.notes_of(running).exists()
    assert f'data-note="{uid}"' not in owner.get(url("room", running)).content.decode()


@given(
    data=st.data(),
    revisions=st.lists(st.integers(1, 50), min_size=1, max_size=8, unique=True),
)
def test_in_whatever_order_they_arrive_the_last_typed_stays(data, revisions, cast, clock):
    from tests.meetings.conftest import MONDAY

    scope, now = cast.scope, clock.set(MONDAY)
    talk = Conversation.objects.create(
        workspace=scope.workspace, uid=new_uid(), starts_at=now, zone="UTC", changed_at=now
    )
    uid = new_uid()
    for revision in data.draw(st.permutations(revisions * 2)):
        typed = operations.Typed(uid, revision, f"version {revision}", "note", 1)
        kept = operations.keep_note(scope, talk=talk, typed=typed, now=now)
        assert kept.revision >= revision
        assert kept.stored == (kept.revision == revision)
    assert held_text(uid) == f"version {max(revisions)}"


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"revision": "x", "text": "a"}', b'{"revision": 0, "text": "a"}',
     b'{"revision": 1}', b'{"revision": 1, "text": 5}', b'{"revision": 9e99, "text": "a"}'],
)  # fmt: skip
def test_what_is_no_note_is_refused_and_says_it_is_still_there(owner, running, body):
    answer = owner.put(url("note", running, new_uid()), body, content_type="application/json")
    assert answer.status_code == 422
    assert "still on your device" in answer.json()["error"]


def test_a_strange_tag_or_question_never_costs_the_words(owner, running):
    uid = new_uid()
    strange = {"tag": "glitter", "agenda_item": str(new_uid()), "offset_seconds": -4}
    assert put(owner, running, uid, 1, "kept\x00 anyway", **strange).json()["stored"]
    note = RoomNote.objects.get(uid=uid)
    assert (note.text, note.tag, note.agenda_item, note.offset_seconds) == (
        "kept anyway",
        "note",
        None,
        0,
    )
    assert put(owner, running, new_uid(), 1, "x", agenda_item=[], offset_seconds="1").json()[
        "stored"
    ]


def test_a_note_belongs_to_its_talk(owner, scope, running, book):
    uid = new_uid()
    put(owner, running, uid, 1, "here")
    other = book()
    assert put(owner, other, uid, 2, "there").status_code == 404
    assert held_text(uid) == "here"


def test_questions_are_ticked_off_and_back(owner, scope, talk, clock):
    operations.make_plan(scope, talk=talk, now=clock.now())
    item = plans.plan(scope, talk.agenda).items[1]
    for asked in (True, True, False, True):
        body = json.dumps({"revision": 1, "asked": asked})
        answer = owner.post(url("asked", talk, item.uid), body, content_type="application/json")
        assert answer.json()["stored"]
        item.refresh_from_db()
        assert bool(item.asked_at) is asked
    elsewhere = owner.post(url("asked", talk, new_uid()), "{}", content_type="application/json")
    assert elsewhere.status_code == 404


def test_a_stranger_writes_nothing_here(stranger, scope, running, talk, clock):
    operations.make_plan(scope, talk=talk, now=clock.now())
    item = plans.plan(scope, talk.agenda).items[1]
    assert put(stranger, running, new_uid(), 1, "mine?").status_code == 404
    address = url("asked", running, item.uid)
    assert stranger.post(address, "{}", content_type="application/json").status_code == 404
    for name in ("start", "end"):
        assert stranger.post(url(name, running)).status_code == 404
    assert not RoomNote.objects.exists()


def test_a_note_is_thrown_away_and_comes_back(owner, scope, held, clock):
    uid = new_uid()
    put(owner, held, uid, 4, "SQL every day", tag="skill")
    note = selectors.get_note(scope, held, uid)
    page = owner.post(url("note_delete", held, uid), follow=True).content.decode()
    assert "Note thrown away." in page
    assert "SQL every day" not in page
    undo = operations.remove_note
    put(owner, held, uid, 5, "SQL daily", tag="skill")
    owner.post(undo(scope, note=selectors.get_note(scope, held, uid), now=clock.now()))
    assert "SQL daily" in owner.get(url("talk", held)).content.decode()
    assert note.tag == "skill"


def test_the_room_costs_the_same_with_many_notes(
    owner, scope, running, clock, django_assert_num_queries, django_assert_max_num_queries
):
    operations.make_plan(scope, talk=running, now=clock.now())
    put(owner, running, new_uid(), 1, "first")
    with django_assert_max_num_queries(14) as used:
        owner.get(url("room", running))
    few = len(used)
    for number in range(40):
        put(owner, running, new_uid(), 1, f"note {number}")
    with django_assert_num_queries(few):
        owner.get(url("room", running))


def test_keeping_a_note_takes_few_queries(owner, running, django_assert_max_num_queries):
    uid = new_uid()
    put(owner, running, uid, 1, "a")
    with django_assert_max_num_queries(10):
        put(owner, running, uid, 2, "ab")
