"""Cards are studied, come again as the library says, and can be one's own."""

import random
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.learn import operations, schedule, selectors, words
from askwell.learn.models import OwnCard, Review, Schedule
from askwell.plumbing.ids import new_uid

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def card(key="c-1", kind="basic", stage="questions", front="Front?", back="Back."):
    return words.Card(key, kind, stage, front, back)


def own(scope, front="What is a weir?", back="A low dam.", kind="basic", now=NOW):
    return operations.add_card(
        scope, uid=new_uid(), kind=kind, stage="the-talk", front=front, back=back, now=now
    )


def rate(scope, chosen, rating, now):
    return operations.rate(scope, uid=new_uid(), card=chosen, rating=rating, now=now)


# -- the schedule ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_a_year_of_answers_is_scheduled_as_the_library_does(scope, seed):
    chance = random.Random(seed)
    ours = card(f"year-{seed}")
    theirs = fsrs.Card(card_id=1, due=NOW)
    library = fsrs.Scheduler(enable_fuzzing=False)
    now, answers = NOW, 0
    while now < NOW + 365 * DAY:
        rating = chance.choices((1, 2, 3, 4), (15, 15, 55, 15))[0]
        row = rate(scope, ours, rating, now)
        row.refresh_from_db()
        theirs, _log = library.review_card(theirs, fsrs.Rating(rating), now)
        kept = schedule.read(row.card)
        assert (kept.state, kept.step) == (theirs.state, theirs.step)
        assert (kept.stability, kept.difficulty) == (theirs.stability, theirs.difficulty)
        assert (kept.due, kept.last_review) == (theirs.due, theirs.last_review)
        assert row.due_at == theirs.due
        now = theirs.due + timedelta(minutes=chance.randrange(0, 3000))
        answers += 1
    assert Review.objects.filter(workspace=scope.workspace).count() == answers > 8


def test_parameters_are_those_of_the_library_and_nothing_is_random():
    ours, library = schedule.scheduler(), fsrs.Scheduler()
    assert ours.parameters == library.parameters
    assert ours.desired_retention == library.desired_retention
    assert not ours.enable_fuzzing


def test_the_same_answer_sent_twice_is_one(scope):
    uid, chosen = new_uid(), card()
    first = operations.rate(scope, uid=uid, card=chosen, rating=3, now=NOW)
    again = operations.rate(scope, uid=uid, card=chosen, rating=3, now=NOW + DAY)
    assert first.card == again.card
    assert Review.objects.count() == 1


def test_a_state_that_somebody_broke_begins_anew(scope):
    row = rate(scope, card(), 3, NOW)
    Schedule.objects.filter(pk=row.pk).update(card={"state": "?"})
    again = rate(scope, card(), 3, NOW + DAY)
    assert schedule.read(again.card).last_review == NOW + DAY


# -- what comes next ------------------------------------------------------------------------------


def test_due_cards_come_before_new_ones_and_new_ones_are_few(scope):
    begin = selectors.session(scope, NOW)
    assert begin.due == []
    assert len(begin.fresh) <= 10
    mine = own(scope)
    rate(scope, selectors.get_card(scope, f"own:{mine.uid}"), 3, NOW)
    later = selectors.session(scope, NOW + DAY)
    assert later.due == [f"own:{mine.uid}"]
    assert later.card == selectors.as_card(mine)


def test_no_more_than_ten_new_ones_a_day(scope):
    for n in range(14):
        own(scope, front=f"Front {n}")
    fresh = selectors.session(scope, NOW).fresh
    assert len(fresh) == 10
    for key in fresh[:4]:
        rate(scope, selectors.get_card(scope, key), 4, NOW)
    assert len(selectors.session(scope, NOW).fresh) == 6
    assert len(selectors.session(scope, NOW + DAY).fresh) == 10


def test_my_own_cards_come_first_even_when_the_day_is_full(scope):
    for key in selectors.session(scope, NOW).fresh:
        rate(scope, selectors.get_card(scope, key), 4, NOW)
    assert selectors.session(scope, NOW).fresh == []
    mine = own(scope)
    assert selectors.session(scope, NOW).fresh == [f"own:{mine.uid}"]
    assert selectors.session(scope, NOW + DAY).fresh[0] == f"own:{mine.uid}"
    assert len(selectors.session(scope, NOW + DAY).fresh) == 10


def test_a_card_of_the_first_steps_may_come_a_little_early(scope):
    for key in selectors.session(scope, NOW, stages=["the-talk"]).fresh:
        rate(scope, selectors.get_card(scope, key), 4, NOW)
    mine = own(scope)
    rate(scope, selectors.get_card(scope, f"own:{mine.uid}"), 1, NOW)
    soon = selectors.session(scope, NOW + timedelta(seconds=1), stages=["the-talk"])
    assert soon.due == [f"own:{mine.uid}"]


def test_reads_do_not_grow_with_the_cards(scope):
    def reads():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            selectors.session(scope, NOW)
        return len(seen)

    own(scope)
    few = reads()
    for n in range(30):
        mine = own(scope, front=f"Front {n}")
        rate(scope, selectors.get_card(scope, f"own:{mine.uid}"), 3, NOW)
    assert reads() == few <= 4


# -- the pages ------------------------------------------------------------------------------------


def test_a_card_is_studied_on_its_page(scope, owner, clock):
    own(scope, front="What is a {{weir}}?", back="It holds water back.", kind="cloze")
    address = reverse("learn:study") + f"?card=own:{OwnCard.objects.get().uid}"
    shown = owner.get(address).content.decode()
    assert "What is a […]?" in shown
    assert "What is a weir?" in shown
    sent = {"uid": str(new_uid()), "key": f"own:{OwnCard.objects.get().uid}", "rating": "3"}
    assert owner.post(address, sent).status_code == 303
    assert Review.objects.get().rating == 3
    assert owner.post(address, sent).status_code == 303
    assert Review.objects.count() == 1


def test_a_rewritten_question_is_judged_before_it_is_rated(scope, owner):
    mine = own(scope, front="Do you like your job?", back="What do you like?", kind="rewrite")
    sent = {"uid": str(new_uid()), "key": f"own:{mine.uid}", "typed": "Is it nice?"}
    closed = owner.post(reverse("learn:study"), sent).content.decode()
    assert "That works" not in closed
    sent["typed"] = "What do you enjoy about an ordinary week?"
    better = owner.post(reverse("learn:study"), sent).content.decode()
    assert "That works" in better
    assert Review.objects.count() == 0
    owner.post(reverse("learn:study"), sent | {"rating": "4"})
    assert Review.objects.get().typed == sent["typed"]


def test_nothing_typed_to_be_judged_is_asked_for(scope, owner):
    mine = own(scope, front="Do you like your job?", back="What do you like?", kind="rewrite")
    sent = {"uid": str(new_uid()), "key": f"own:{mine.uid}", "typed": " "}
    shown = owner.post(reverse("learn:study"), sent)
    assert shown.status_code == 422
    assert "Write your version first" in shown.content.decode()
    assert "Do you like your job?" in shown.content.decode()


@pytest.mark.parametrize("wrong", [{"rating": "5"}, {"uid": "x"}, {"key": ""}])
def test_a_wrong_answer_is_refused(scope, owner, wrong):
    mine = own(scope)
    sent = {"uid": str(new_uid()), "key": f"own:{mine.uid}", "rating": "3"} | wrong
    assert owner.post(reverse("learn:study"), sent).status_code == 422
    assert Review.objects.count() == 0


@pytest.mark.parametrize("key", ["nothing", "own:nothing", f"own:{new_uid()}"])
def test_a_card_that_is_not_there_is_not_found(owner, key):
    sent = {"uid": str(new_uid()), "key": key, "rating": "3"}
    assert owner.post(reverse("learn:study"), sent).status_code == 404


def test_a_card_of_somebody_else_is_not_found(scope, stranger):
    mine = own(scope)
    assert stranger.get(reverse("learn:card_edit", args=[mine.uid])).status_code == 404
    sent = {"uid": str(new_uid()), "key": f"own:{mine.uid}", "rating": "3"}
    assert stranger.post(reverse("learn:study"), sent).status_code == 404


def test_own_cards_are_written_changed_and_thrown_away(scope, owner):
    sent = {
        "uid": str(new_uid()),
        "kind": "basic",
        "stage": "asking",
        "front": "Why?",
        "back": "So.",
    }
    assert owner.post(reverse("learn:card_new"), sent).status_code == 303
    owner.post(reverse("learn:card_new"), sent)
    mine = OwnCard.objects.get()
    address = reverse("learn:card_edit", args=[mine.uid])
    owner.post(address, sent | {"front": "Why not?"})
    assert "Why not?" in owner.get(reverse("learn:cards")).content.decode()
    rate(scope, selectors.get_card(scope, f"own:{mine.uid}"), 3, NOW)
    page = owner.post(reverse("learn:card_delete", args=[mine.uid]), follow=True)
    assert not OwnCard.objects.exists()
    assert not Schedule.objects.exists()
    undo = page.content.decode().split('action="/undo/')[1].split('"')[0]
    owner.post(f"/undo/{undo}")
    assert OwnCard.objects.get().front == "Why not?"
    assert Schedule.objects.count() == Review.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"front": " "},
        {"kind": "cloze"},
        {"kind": "basic", "back": ""},
        {"kind": "better"},
        {"stage": "x"},
    ],
)
def test_half_a_card_is_refused_with_what_was_typed(owner, wrong):
    sent = {"uid": str(new_uid()), "kind": "basic", "stage": "asking", "front": "Wie", "back": "So"}
    answer = owner.post(reverse("learn:card_new"), sent | wrong)
    assert answer.status_code == 422
    assert not OwnCard.objects.exists()


def test_a_card_from_a_note_begins_with_its_words(cast, owner):
    from tests.support.sample import MARK, fill

    rows = fill(cast.workspace, cast.owner)
    note = rows["meetings.roomnote"]
    address = reverse("learn:card_new") + f"?note={note.uid}"
    assert MARK in owner.get(address).content.decode()
    sent = {"uid": str(new_uid()), "note": str(note.uid), "kind": "basic", "stage": "asking"}
    owner.post(address, sent | {"front": "What is it?", "back": "That."})
    assert OwnCard.objects.get(front="What is it?").note == note


def test_a_slip_of_the_finger_is_taken_back_exactly(scope, owner, clock):
    mine = own(scope)
    chosen = selectors.get_card(scope, f"own:{mine.uid}")
    rate(scope, chosen, 3, clock.now())
    before = Schedule.objects.get().card
    clock.forward(days=3)
    sent = {"uid": str(new_uid()), "key": chosen.id, "rating": "1"}
    page = owner.post(reverse("learn:study"), sent, follow=True).content.decode()
    assert "Take back my last answer" in page
    assert Schedule.objects.get().card != before
    address = reverse("learn:unrate", args=[sent["uid"]])
    assert owner.post(address).status_code == 303
    assert owner.post(address).status_code == 404
    row = Schedule.objects.get()
    assert (row.card, row.due_at) == (before, schedule.due(before))
    owner.post(reverse("learn:unrate", args=[Review.objects.get().uid]))
    assert not Schedule.objects.exists()
    assert not Review.objects.exists()


def test_an_answer_that_others_followed_stays(scope, owner, stranger):
    mine = own(scope)
    chosen = selectors.get_card(scope, f"own:{mine.uid}")
    rate(scope, chosen, 3, NOW)
    first = Review.objects.get()
    rate(scope, chosen, 3, NOW + DAY)
    address = reverse("learn:unrate", args=[first.uid])
    assert stranger.post(address).status_code == 404
    assert owner.post(address).status_code == 422
    assert Review.objects.count() == 2
    Schedule.objects.update(card=schedule.fresh(chosen.id, NOW))
    assert owner.post(reverse("learn:unrate", args=[Review.objects.last().uid])).status_code == 422
