"""Whom to ask: at most seven, each with one true reason, nobody twice, nobody who said no."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.explorations.operations import set_targets
from askwell.network.operations import introduce
from askwell.network.ranking import whom_to_ask
from askwell.people import journal
from askwell.people.models import Education, Event, Person
from askwell.people.operations import add_person
from askwell.plumbing.ids import new_uid
from askwell.workspaces.operations import change_settings
from tests.support.talks import held_talk, question


@pytest.fixture
def now(clock):
    return clock.now()


@pytest.fixture
def mine(scope, now):
    row = question(scope, now)
    set_targets(scope, exploration=row, kind="organization", texts=["Northwind"])
    set_targets(scope, exploration=row, kind="role", texts=["Data editor"])
    set_targets(scope, exploration=row, kind="place", texts=["Leeds"])
    return row


@pytest.fixture
def person(scope, now):
    def make(name, **fields):
        plain = {k: fields.pop(k) for k in ("role", "organization", "source") if k in fields}
        row = add_person(scope, name=name, now=now, **plain)
        if fields:
            Person.objects.filter(pk=row.pk).update(**fields)
        return row

    return make


def suggested(scope, mine, now):
    return {s.person.name: s.reason for s in whom_to_ask(scope, exploration=mine, now=now)}


def test_imported_people_without_a_reason_stay_silent(scope, mine, now, person):
    for number in range(20):
        person(f"Person {number}", source="import")
    assert suggested(scope, mine, now) == {}


def test_every_reason_is_said_and_true(scope, mine, now, person, clock):
    me = scope.settings.me
    change_settings(scope, me=type(me)(**{**me.__dict__, "school": "Leeds University"}))
    person("Abe Happy", happy_to_talk=True)
    person("Bea Target", organization="Northwind")
    person("Cem Role", role="Senior data editor")
    Education.objects.create(
        workspace=scope.workspace, person=person("Dee School"), school="Leeds University"
    )
    person("Eli Close", source="former-colleague")
    person("Fay Near", place="Leeds, England")
    person("Gil Recent", connected_on=now.date())
    sam = held_talk(scope, now, "Sam Field", exploration=mine).participants.get().person
    introduce(scope, uid=new_uid(), source=sam, target=person("Hal Named"), now=now)
    found = whom_to_ask(scope, exploration=mine, now=now, limit=20)
    reasons = {s.person.name: s.reason for s in found}
    assert reasons == {
        "Hal Named": "Sam Field named them.",
        "Abe Happy": "Said they are happy to talk.",
        "Bea Target": "Works at Northwind, which your question is about.",
        "Cem Role": "Does what your question is about: Senior data editor.",
        "Dee School": "You both went to Leeds University.",
        "Eli Close": "You worked together.",
        "Fay Near": "In Leeds, England.",
        "Gil Recent": "You connected not long ago, so they still know who you are.",
    }
    assert len(whom_to_ask(scope, exploration=mine, now=now)) == 7
    assert next(iter(reasons)) == "Hal Named"


def test_no_two_of_one_organization(scope, mine, now, person):
    for number in range(5):
        person(f"Person {number}", organization="Northwind", happy_to_talk=True)
    assert len(suggested(scope, mine, now)) == 1


@pytest.mark.parametrize(
    "kind", ["declined", "never", "chosen", "letter-sent", "not-now", "rested"]
)
def test_who_is_in_play_or_refused_is_not_suggested(scope, mine, now, person, kind):
    row = person("Abe", happy_to_talk=True)
    journal.record(scope, person=row, exploration=mine, kind=kind, at=now, now=now)
    assert suggested(scope, mine, now) == {}


@pytest.mark.parametrize("kind", ["declined", "never"])
def test_a_no_counts_for_every_question(scope, mine, now, person, kind):
    row = person("Abe", happy_to_talk=True)
    journal.record(scope, person=row, exploration=mine, kind=kind, at=now, now=now)
    other = question(scope, now, "nursing")
    assert suggested(scope, other, now) == {}


def test_not_now_comes_back_after_a_while(scope, mine, now, person, clock):
    row = person("Abe", happy_to_talk=True)
    journal.record(scope, person=row, exploration=mine, kind="not-now", at=now, now=now)
    assert suggested(scope, mine, clock.forward(days=61)) == {"Abe": "Said they are happy to talk."}


def test_a_never_that_was_taken_back_counts_no_more(scope, mine, now, person):
    row = person("Abe", happy_to_talk=True)
    event = journal.record(scope, person=row, exploration=mine, kind="never", at=now, now=now)
    journal.retract(scope, event=event, now=now)
    assert "Abe" in suggested(scope, mine, now)


def test_people_met_are_not_suggested_again(scope, mine, now):
    talk = held_talk(scope, now, "Dana", exploration=mine)
    Person.objects.filter(pk=talk.participants.get().person_id).update(happy_to_talk=True)
    assert suggested(scope, mine, now) == {}


def test_the_page_asks_puts_aside_and_refuses(owner, scope, mine, now, person):
    names = {name: person(name, happy_to_talk=True) for name in ("Abe", "Bea", "Cem")}
    there = reverse("network:seven")
    page = owner.get(there).content.decode()
    assert all(name in page for name in names)
    back = {"question": mine.uid, "next": there}
    answer = owner.post(reverse("outreach:choose", args=[names["Abe"].uid]), back)
    assert answer["Location"] == there
    owner.post(reverse("outreach:put_aside", args=[names["Bea"].uid]), back)
    owner.post(reverse("outreach:put_aside", args=[names["Cem"].uid]), back | {"never": "1"})
    assert set(Event.objects.values_list("kind", flat=True)) == {"chosen", "not-now", "never"}
    assert "Nobody to suggest yet" in owner.get(there).content.decode()


def test_without_a_question_there_are_suggestions_too(owner, person):
    person("Abe", happy_to_talk=True)
    assert "Abe" in owner.get(reverse("network:seven")).content.decode()


def test_more_people_cost_no_more_queries(scope, mine, now, person):
    def count():
        with CaptureQueriesContext(connection) as seen:
            whom_to_ask(scope, exploration=mine, now=now)
        return len(seen)

    person("Abe", happy_to_talk=True)
    person("Bea", role="data editor", organization="Org")
    before = count()
    for number in range(150):
        person(f"Person {number}", role="data editor", organization=f"Org {number}")
    assert count() <= before


def test_what_nobody_asked_so_far_could_tell_counts(scope, mine, now, person):
    asked = person("Ann Asked", role="Data editor", organization="Northwind")
    journal.record(scope, person=asked, exploration=mine, kind="letter-sent", at=now, now=now)
    person("Bea Same", role="Data editor")
    person("Cem Leads", role="Head data editor", organization="Southwind")
    first, second = whom_to_ask(scope, exploration=mine, now=now)
    assert first.person.name == "Cem Leads"
    assert first.reasons[1:] == [
        "Would be the first you ask who leads others in it.",
        "Nobody from Southwind was asked about this yet.",
    ]
    assert second.reasons == ["Does what your question is about: Data editor."]


def test_people_known_in_a_way_that_answers_come_first(scope, mine, now, person):
    for number in range(4):
        for source, answers in (("alumni", True), ("friend", False)):
            row = person(f"{source} {number}", source=source)
            journal.record(scope, person=row, exploration=mine, kind="letter-sent", at=now, now=now)
            if answers:
                journal.record(
                    scope, person=row, exploration=mine, kind="answered", at=now, now=now
                )
    person("Abe Friend", source="friend")
    person("Zoe Alumna", source="alumni")
    first, second = whom_to_ask(scope, exploration=mine, now=now)
    assert first.person.name == "Zoe Alumna"
    assert "Of 4 you wrote to (alumni directory), 4 answered." in first.reasons
    assert second.reasons == ["A friend."]


def test_the_weights_are_in_the_settings(owner, scope, mine, now, person):
    person("Abe Near", place="Leeds")
    person("Bea Friend", source="friend")
    assert next(iter(suggested(scope, mine, now))) == "Bea Friend"
    form = owner.get(reverse("home:settings")).context["how"]
    typed = {name: form[name].value() for name in form.fields}
    answer = owner.post(reverse("home:settings"), typed | {"form": "how", "fit": 4, "warmth": 0})
    assert answer.status_code == 303
    scope.workspace.refresh_from_db()
    assert next(iter(suggested(scope, mine, now))) == "Abe Near"
