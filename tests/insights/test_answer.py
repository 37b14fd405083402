""" "I have my answer": the question closes and everyone who helped gets one short note to send."""

import pytest
from django.urls import reverse

from askwell.explorations.models import Exploration
from askwell.meetings.models import Recall
from askwell.outreach.models import Letter
from askwell.people import journal
from askwell.people.models import Standing
from askwell.people.operations import add_person
from tests.support.talks import held_talk, question


@pytest.fixture
def now(clock):
    return clock.now()


@pytest.fixture
def mine(scope, now):
    return question(scope, now)


def answer(client, row, **fields):
    return client.post(reverse("insights:answer", args=[row.uid]), fields)


def page(client, row):
    return client.get(reverse("insights:answer", args=[row.uid])).content.decode()


def test_everyone_who_helped_gets_one_note(owner, mine, scope, now):
    talk = held_talk(scope, now, "Dana Reyes", "Omar Haddad", exploration=mine)
    held_talk(scope, now, talk.participants.first().person, exploration=mine)
    held_talk(scope, now, "Priya Nair")
    Recall.objects.create(
        workspace=talk.workspace, conversation=talk, struck="Counting is a craft.", at=now
    )
    assert "2 people helped" in page(owner, mine)
    assert answer(owner, mine, answer="Yes, for two years.").status_code == 303
    answer(owner, mine, answer="Yes, for three years.")
    row = Exploration.objects.get()
    assert row.closed_at
    assert row.answer == "Yes, for three years."
    letters = Letter.objects.filter(kind="answer")
    assert {letter.person.name for letter in letters} == {"Dana Reyes", "Omar Haddad"}
    assert all("Yes, for two years" in letter.body for letter in letters)
    assert all("Counting is a craft" in letter.body for letter in letters)
    assert "ready to be read and sent" in page(owner, mine)


def test_asking_ends_with_the_question(owner, mine, scope, now):
    ken = add_person(scope, name="Ken Sato", now=now)
    journal.record(scope, person=ken, exploration=mine, kind="chosen", at=now, now=now)
    assert Standing.objects.get(person=ken).step
    answer(owner, mine)
    assert not Standing.objects.exclude(step="").filter(person=ken).exists()
    assert journal.differences(scope, now) == []


def test_no_words_are_needed(owner, mine):
    assert answer(owner, mine).status_code == 303
    assert Exploration.objects.get().closed_at


def test_not_yours(stranger, mine):
    assert answer(stranger, mine, answer="x").status_code == 404
