"""What is known, what was practised, and the one next thing: a real talk that went wrong comes first."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.learn import operations, selectors, words
from askwell.learn.models import RolePlay, SpokenAnswer, Transcript
from askwell.meetings.models import Conversation
from askwell.people.operations import add_person
from askwell.plumbing import clock as clocks
from askwell.plumbing.ids import new_uid
from askwell.questions.models import Agenda, AgendaItem

TOO_MUCH = "Me: What do you do?\nAda: Maps.\nMe: " + "I talk and talk about myself again. " * 40


@pytest.fixture
def talk(scope):
    """A talk that was held an hour ago, of thirty minutes."""
    now = clocks.now()
    person = add_person(scope, name="Ada Weir", now=now)
    agenda = Agenda.objects.create(workspace=scope.workspace, uid=new_uid(), created_at=now)
    row = Conversation.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        agenda=agenda,
        state="held",
        starts_at=now - timedelta(hours=1),
        started_at=now - timedelta(hours=1),
        ended_at=now - timedelta(minutes=30),
        zone="UTC",
        changed_at=now,
    )
    row.participants.create(workspace=scope.workspace, uid=new_uid(), person=person)
    return row


def line(talk, key, asked):
    when = talk.started_at if asked else None
    AgendaItem.objects.create(
        workspace=talk.workspace,
        uid=new_uid(),
        agenda=talk.agenda,
        key=key,
        text=key,
        asked_at=when,
    )


def progress(scope):
    return selectors.progress(scope, clocks.now())


def know(scope, key):
    card = selectors.get_card(scope, key)
    operations.rate(scope, uid=new_uid(), card=card, rating=4, now=clocks.now())


def test_at_the_beginning_the_first_step_is_next(scope, owner):
    found = progress(scope)
    assert (found.next.kind, found.next.stage) == ("stage", words.STAGES[0])
    assert [row.stage for row in found.stages] == list(words.STAGES)
    assert all(row.cards for row in found.stages)
    page = owner.get(reverse("learn:progress")).content.decode()
    assert "What it is" in page


def test_known_cards_count_and_the_next_stage_follows(scope):
    for key in selectors.deck(scope).of([words.STAGES[0]]):
        know(scope, key)
    found = progress(scope)
    assert found.stages[0].is_known
    assert found.stages[0].known == found.stages[0].cards
    assert found.next.stage == words.STAGES[1]


def test_too_much_talking_leads_to_the_card_and_the_exercise_about_it(scope, talk, owner):
    operations.keep_transcript(scope, talk=talk, text=TOO_MUCH, me="Me", now=clocks.now())
    assert "T301" in Transcript.objects.get().codes
    found = progress(scope)
    assert found.next.kind == "fix"
    wrong = next(item for item in found.wrong if item.code == "T301")
    assert wrong.real
    assert any("T301" in card.rules for card in wrong.cards)
    page = owner.get(reverse("learn:progress")).content.decode()
    assert wrong.exercise.title in page
    assert f"?card={wrong.cards[0].id}" in page


def test_once_its_cards_are_known_something_else_is_next(scope, talk):
    operations.keep_transcript(scope, talk=talk, text=TOO_MUCH, me="Me", now=clocks.now())
    for item in progress(scope).wrong:
        for card in item.cards:
            know(scope, card.id)
    assert progress(scope).next.kind != "fix"


def test_the_clock_of_the_room_tells_that_time_ran_over(scope, talk):
    assert progress(scope).wrong == []
    Conversation.objects.update(ended_at=talk.started_at + timedelta(minutes=50))
    assert "T312" in [item.code for item in progress(scope).wrong]


def test_ticks_of_the_room_tell_what_was_not_asked(scope, talk):
    line(talk, "close-who-else", asked=False)
    assert progress(scope).wrong == []
    line(talk, "one", asked=True)
    assert [item.code for item in progress(scope).wrong] == ["T313"]
    line(talk, "two", asked=False)
    assert [item.code for item in progress(scope).wrong] == ["T313", "T315"]


def test_a_rehearsal_teaches_as_long_as_no_real_talk_does(scope):
    now = clocks.now()
    RolePlay.objects.create(
        workspace=scope.workspace, uid=new_uid(), character="generous",
        started_at=now, ended_at=now, codes=["T304"],
    )  # fmt: skip
    found = progress(scope)
    assert [(item.code, item.real) for item in found.wrong] == [("T304", False)]
    assert found.next.kind == "stage"


def test_before_a_talk_one_rehearses_then_looks_at_four_cards(scope, talk, owner):
    soon = clocks.now() + timedelta(days=2)
    Conversation.objects.update(state="booked", starts_at=soon, started_at=None, ended_at=None)
    assert progress(scope).next.kind == "rehearse"
    index = owner.get(reverse("learn:index")).content.decode()
    assert "4 cards before" in index
    assert "Ada Weir" in index
    now = clocks.now()
    RolePlay.objects.create(
        workspace=scope.workspace, uid=new_uid(), character="generous", started_at=now, ended_at=now
    )
    assert progress(scope).next.kind == "before"
    for _ in range(4):
        before = selectors.before_talk(scope, clocks.now())
        know(scope, before.session.card.id)
    assert selectors.before_talk(scope, clocks.now()) is None


def test_what_was_practised_is_counted(scope):
    now = clocks.now()
    SpokenAnswer.objects.create(
        workspace=scope.workspace, uid=new_uid(), key="back-interest", text="So.", at=now
    )
    rewrite = next(card for card in words.cards() if card.kind == "rewrite")
    operations.rate(scope, uid=new_uid(), card=rewrite, rating=3, typed="What …?", now=now)
    found = {row.stage: row.practised for row in progress(scope).stages}
    assert found["questions"] == 2


def test_reads_do_not_grow_with_what_was_learned(scope, talk, owner):
    def reads():
        with CaptureQueriesContext(connection) as seen:
            owner.get(reverse("learn:progress"))
            owner.get(reverse("learn:index"))
            owner.get(reverse("learn:cards"))
        return len(seen)

    know(scope, words.cards()[0].id)
    few = reads()
    for card in words.cards()[1:40]:
        know(scope, card.id)
    assert reads() <= few


def test_odd_codes_of_an_edited_export_are_left_out(scope, talk):
    operations.keep_transcript(scope, talk=talk, text=TOO_MUCH, me="Me", now=clocks.now())
    for codes in ({}, "T301", [1, None], ["X999"]):
        Transcript.objects.update(codes=codes)
        assert progress(scope).wrong == []
