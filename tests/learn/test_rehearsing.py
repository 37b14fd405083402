"""Answers are tried and timed, talks rehearsed and read by the coach as real ones are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.learn import reading, selectors
from askwell.learn.models import RolePlay, SpokenAnswer, Transcript
from askwell.plumbing.ids import new_uid
from askwell.questions import selectors as questions
from tests.support.sample import fill

TALK = [
    "Hello Ines, thank you for taking the time.",
    "How did you come to this work?",
    "You said a bridge was closed. What happened that day?",
    "What does a usual week look like?",
    "How do you know that a station lies?",
    "Who else should I talk to?",
    "Thank you so much, that was a great help.",
]
REAL = """Me: Hello Ada, thank you for the time. What does a usual week look like?
Ada: Mostly measuring, some writing, and far more telephone than I thought when I began here.
Me: You said telephone. Who calls you?
Ada: Farmers, mayors, people with wet cellars. They want to know how high it will be tonight.
Me: How much do you earn?
Ada: Oh. Enough.
Me: Who else should I talk to?
Ada: Talk to Femi.
Me: Thank you so much for your time.
"""


def begin(owner, character="generous"):
    sent = {"uid": str(new_uid()), "character": character}
    first = owner.post(reverse("learn:role_play_start"), sent)
    again = owner.post(reverse("learn:role_play_start"), sent)
    assert first["Location"] == again["Location"]
    return first["Location"]


def said(owner, address, words):
    talk = RolePlay.objects.latest("pk")
    return owner.post(address, {"after": len(talk.turns), "text": words})


# -- a talk with somebody invented ----------------------------------------------------------------


def test_a_whole_talk_is_kept_and_read_kindly(scope, owner, clock):
    address = begin(owner)
    for words in TALK:
        assert said(owner, address, words).status_code == 303
    talk = RolePlay.objects.get()
    assert talk.ended_at is not None
    page = owner.get(address).content.decode()
    assert page.index("What went well") < page.index("What was said")
    assert "You said thank you at the end." in page
    assert "You asked who else to talk to." in page
    assert talk.figures["thanked"] is True
    assert talk.figures["agreed"] == talk.minutes
    assert talk.figures["follow_up_share"] >= 0.2


def test_at_most_three_things_to_try_with_an_exercise_and_its_cards(owner, clock):
    address = begin(owner)
    for words in ("Do you like it?", "Are you hiring?", "How much do you earn?", "Is it hard?"):
        said(owner, address, words)
    owner.post(address + "end/")
    talk = RolePlay.objects.get()
    page = owner.get(address).content.decode()
    assert "To try next time" in page
    assert "Keeping the promise" in page
    assert "/how-to/cards/study/?card=" in page
    found = reading.read("", me="Me")
    assert found.to_try == ()
    assert {"T308", "T310"} <= set(talk.codes)


def test_the_same_words_sent_twice_are_said_once(owner):
    address = begin(owner)
    sent = {"after": 1, "text": "What does a usual week look like?"}
    owner.post(address, sent)
    owner.post(address, sent)
    assert len(RolePlay.objects.get().turns) == 3


def test_nothing_is_refused_kindly_and_nothing_is_lost(owner):
    address = begin(owner)
    answer = owner.post(address, {"after": 1, "text": "  "})
    assert answer.status_code == 422
    assert b"Say something first" in answer.content
    assert len(RolePlay.objects.get().turns) == 1


def test_after_the_end_nothing_more_is_said(owner):
    address = begin(owner)
    owner.post(address + "end/")
    ended = RolePlay.objects.get().ended_at
    owner.post(address + "end/")
    said(owner, address, "One more thing?")
    talk = RolePlay.objects.get()
    assert (len(talk.turns), talk.ended_at) == (1, ended)


def test_what_i_prepared_is_at_hand_when_they_ask_it(scope, owner):
    key = "back-interest"
    owner.post(reverse("questions:answers"), {"key": key, "text": "Maps, since I was nine."})
    address = begin(owner)
    said(owner, address, "Hello Ines!")
    said(owner, address, "How did you come to this work?")
    page = owner.get(address).content.decode()
    assert "Maps, since I was nine." in page


def test_another_greeting_at_the_next_rehearsal(owner):
    begin(owner)
    begin(owner)
    first, second = RolePlay.objects.order_by("pk")
    assert first.turns != second.turns


def test_a_talk_is_thrown_away_and_taken_back(owner):
    address = begin(owner)
    page = owner.post(address + "delete/", follow=True).content.decode()
    assert not RolePlay.objects.exists()
    owner.post("/undo/" + page.split('action="/undo/')[1].split('"')[0])
    assert RolePlay.objects.get().turns


def test_nobody_else_reads_it(owner, stranger):
    address = begin(owner)
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"after": 1, "text": "Hello"}).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"uid": "x"}, {"uid": str(new_uid()), "character": "nobody"}])
def test_nobody_rehearses_with_somebody_who_is_not_there(owner, sent):
    assert owner.post(reverse("learn:role_play_start"), sent).status_code == 404


@pytest.mark.parametrize("turns", [{}, [1], [{"who": "me"}], [{"who": "x", "text": 1, "at": 0}]])
def test_an_edited_export_does_not_break_the_page(owner, turns):
    address = begin(owner)
    RolePlay.objects.update(turns=turns, figures=[1], codes={})
    assert owner.get(address).status_code == 200
    assert said(owner, address, "Hello").status_code in (303, 422)
    owner.post(address + "end/")
    RolePlay.objects.update(figures={"minutes": "x", "other": 1})
    assert owner.get(reverse("learn:side_by_side")).status_code == 200


# -- what they may ask ----------------------------------------------------------------------------


def test_an_answer_is_timed_and_the_best_one_kept(scope, owner, clock):
    address = reverse("learn:answer", args=["back-interest"])
    form = owner.get(address).context["form"]
    sent = {"uid": str(form["uid"].value()), "began": form["began"].value(), "text": "Rivers."}
    clock.forward(seconds=20)
    assert owner.post(address, sent).status_code == 303
    owner.post(address, sent)
    row = SpokenAnswer.objects.get()
    assert 20 <= row.seconds <= 40
    assert questions.answers(scope) == {}
    owner.post(address, sent | {"uid": str(new_uid()), "text": "Rivers and maps.", "best": "on"})
    assert questions.answers(scope) == {"back-interest": "Rivers and maps."}
    page = owner.get(address).content.decode()
    assert "My best answer" in page
    assert "Rivers." in page


def test_the_one_tried_least_comes_next(scope, owner):
    rows = selectors.asked_back(scope)
    first = selectors.next_asked(rows).prepared.key
    address = reverse("learn:answer", args=[first])
    owner.post(address, {"uid": str(new_uid()), "text": "So."})
    assert selectors.next_asked(selectors.asked_back(scope)).prepared.key != first


def test_an_empty_answer_and_an_unknown_question(owner):
    address = reverse("learn:answer", args=["back-interest"])
    assert owner.post(address, {"uid": str(new_uid()), "text": ""}).status_code == 422
    assert owner.get(reverse("learn:answer", args=["nothing"])).status_code == 404
    assert SpokenAnswer.objects.count() == 0


# -- real talks beside them -----------------------------------------------------------------------


def test_a_real_talk_is_read_in_the_same_way_and_stands_beside(cast, owner):
    talk = fill(cast.workspace, cast.owner)["meetings.conversation"]
    Transcript.objects.all().delete()
    address = reverse("learn:real", args=[talk.uid])
    assert owner.post(address, {"text": REAL, "me": "Me"}).status_code == 303
    page = owner.get(address).content.decode()
    assert "You asked who else to talk to." in page
    assert "You asked about pay." in page
    row = Transcript.objects.get()
    assert row.figures["off_limits"] == 1
    owner.post(address, {"text": REAL.replace("How much do you earn?", "Why?"), "me": "Me"})
    assert Transcript.objects.get().figures["off_limits"] == 0
    begin(owner)
    owner.post(reverse("learn:role_play_end", args=[RolePlay.objects.latest("pk").uid]))
    columns = selectors.side_by_side(cast.scope)
    assert {column.real for column in columns} == {True, False}
    assert "real" in owner.get(reverse("learn:side_by_side")).content.decode()


def test_a_transcript_may_come_as_a_file(cast, owner):
    from django.core.files.uploadedfile import SimpleUploadedFile

    talk = fill(cast.workspace, cast.owner)["meetings.conversation"]
    file = SimpleUploadedFile("talk.txt", REAL.encode())
    owner.post(reverse("learn:real", args=[talk.uid]), {"file": file, "me": "Me"})
    assert Transcript.objects.get().text == REAL.strip()


@pytest.mark.parametrize("text", ["", "Just a line.", "\x00\xff"])
def test_what_is_no_talk_is_refused(cast, owner, text):
    talk = fill(cast.workspace, cast.owner)["meetings.conversation"]
    Transcript.objects.all().delete()
    answer = owner.post(reverse("learn:real", args=[talk.uid]), {"text": text, "me": "Me"})
    assert answer.status_code == 422
    assert not Transcript.objects.exists()


def test_reads_do_not_grow_with_rehearsals(scope, owner):
    def reads():
        with CaptureQueriesContext(connection) as seen:
            owner.get(reverse("learn:side_by_side"))
            owner.get(reverse("learn:rehearse"))
        return len(seen)

    def one():
        begin(owner)
        owner.post(reverse("learn:role_play_end", args=[RolePlay.objects.latest("pk").uid]))

    one()
    few = reads()
    for _ in range(6):
        one()
    assert reads() == few


def test_the_room_has_answers_and_cards_beside_the_talk(cast, owner):
    talk = fill(cast.workspace, cast.owner)["meetings.conversation"]
    owner.post(reverse("questions:answers"), {"key": "back-interest", "text": "Maps, since nine."})
    sent = {"uid": str(new_uid()), "key": "talk-basic-share", "rating": "3"}
    assert owner.post(reverse("learn:study"), sent).status_code == 303
    piece = owner.get(reverse("learn:beside", args=[talk.uid])).content.decode()
    assert "Maps, since nine." in piece
    assert selectors.get_card(cast.scope, "talk-basic-share").answer[:20] in piece
