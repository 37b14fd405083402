"""The pages of people, through HTTP."""

import re
from datetime import date
from uuid import uuid4

import pytest

from askwell.coach.cadence import EventKind
from askwell.people import operations, search
from askwell.people.models import (
    ContactPoint,
    Education,
    Note,
    Organization,
    Person,
    Position,
    Reading,
    Standing,
)
from askwell.people.selectors import details, get_person, parts
from tests.people.imports import NOW


@pytest.fixture
def person(scope):
    return operations.add_person(
        scope, name="Ana Lima", role="Engineer", organization="Brightwater", now=NOW
    )


def crowd(scope, count, start=0, **extra):
    return [
        operations.add_person(scope, name=f"Person {n:03d}", now=NOW, **extra)
        for n in range(start, start + count)
    ]


def text(answer):
    return answer.content.decode()


# --- the list ---


def test_empty_list_teaches_the_next_move(owner):
    assert "/people/brainstorm/" in text(owner.get("/people/"))


def test_pages_of_the_list_hold_everybody_once(scope, owner):
    crowd(scope, 120)
    seen, address = [], "/people/"
    while address:
        answer = owner.get(address)
        seen += [line.name for line in answer.context["lines"]]
        cursor = answer.context["page"].after
        address = f"/people/?after={cursor}" if cursor else ""
    assert seen == [f"Person {n:03d}" for n in range(120)]


def test_instant_search_is_the_same_address(scope, owner, person):
    crowd(scope, 3)
    whole = owner.get("/people/", {"q": "brightw"})
    part = owner.get("/people/", {"q": "brightw"}, headers={"HX-Request": "true"})
    assert "Ana Lima" in text(whole)
    assert "<h1" in text(whole)
    assert "Ana Lima" in text(part)
    assert "<html" not in text(part)
    assert "Nobody with" in text(owner.get("/people/", {"q": "zzz"}))


def names(answer):
    return [line.name for line in answer.context["lines"]]


def test_filters(scope, owner, person):
    crowd(scope, 2, source="friend")
    operations.record(scope, person=person, kind=EventKind.CHOSEN, at=NOW, now=NOW)
    assert names(owner.get("/people/", {"stage": "thought"})) == ["Ana Lima"]
    assert names(owner.get("/people/", {"stage": "in-play"})) == ["Ana Lima"]
    assert len(names(owner.get("/people/", {"stage": "known"}))) == 2
    assert len(names(owner.get("/people/", {"source": "friend"}))) == 2
    assert len(names(owner.get("/people/", {"met": "no"}))) == 3
    assert names(owner.get("/people/", {"met": "yes"})) == []
    Standing.objects.update(met=True)
    assert names(owner.get("/people/", {"met": "yes"})) == ["Ana Lima"]
    assert names(owner.get("/people/", {"q": "person", "source": "friend", "met": "no"}))
    assert names(owner.get("/people/", {"q": "ana", "source": "friend"})) == []
    assert len(names(owner.get("/people/", {"stage": "nonsense"}))) == 3
    there = {"organization": person.organization.uid}
    assert names(owner.get("/people/", there)) == ["Ana Lima"]
    assert names(owner.get("/people/", there | {"q": "person"})) == []
    assert owner.get("/people/", {"organization": uuid4()}).status_code == 404


@pytest.mark.parametrize("query", ["", "?q=person", "?stage=known", "?met=no"])
def test_more_people_need_no_more_queries(scope, owner, query, django_assert_num_queries):
    def count(number):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as seen:
            assert owner.get(f"/people/{query}").status_code == 200
        return len(seen)

    for one in crowd(scope, 3, organization="Here"):
        operations.record(scope, person=one, kind=EventKind.CHOSEN, at=NOW, now=NOW)
    crowd(scope, 2, 100)
    count(0)
    few = count(5)
    for n, one in enumerate(crowd(scope, 40, 200)):
        operations.edit_person(scope, person=one, fields={"organization": f"Org {n}"}, now=NOW)
        if n % 2:
            operations.record(scope, person=one, kind=EventKind.CHOSEN, at=NOW, now=NOW)
    assert count(45) == few


# --- adding ---


def test_a_first_name_is_enough(owner):
    answer = owner.post("/people/new/", {"uid": uuid4(), "name": "Ana", "source": "friend"})
    person = Person.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/people/{person.uid}/")
    assert (person.name, person.greeting, person.source) == ("Ana", "Ana", "friend")


def test_a_second_copy_of_the_form_is_one_person(owner):
    form = {"uid": uuid4(), "name": "Ana", "source": "friend", "email": "ana@a.example"}
    first, second = owner.post("/people/new/", form), owner.post("/people/new/", form)
    assert first["Location"] == second["Location"]
    assert (Person.objects.count(), ContactPoint.objects.count()) == (1, 1)


def test_refused_form_keeps_what_was_typed(owner):
    form = {"uid": uuid4(), "name": "Ana", "source": "friend", "email": "no address", "role": "X1"}
    answer = owner.post("/people/new/", form)
    assert answer.status_code == 422
    assert "no address" in text(answer)
    assert "X1" in text(answer)
    assert not Person.objects.exists()


def test_brainstorm_walks_from_stop_to_stop(owner):
    page = owner.get("/people/brainstorm/")
    stop = page.context["stop"]
    answer = owner.post(
        "/people/brainstorm/", {"stop": stop.key, "names": "Ana\n\n  Bo   Berg \nAna\n"}
    )
    assert answer["Location"].endswith(f"?stop={page.context['next']}")
    assert sorted(Person.objects.values_list("name", "source")) == [
        ("Ana", stop.source),
        ("Bo Berg", stop.source),
    ]
    again = owner.get(answer["Location"])
    assert again.context["back"] == stop.key
    owner.post("/people/brainstorm/", {"stop": stop.key, "names": "Ana"})
    assert Person.objects.count() == 2


def test_brainstorm_ends_at_the_list(owner):
    key, seen = owner.get("/people/brainstorm/").context["stop"].key, []
    while key:
        seen.append(key)
        answer = owner.post("/people/brainstorm/", {"stop": key, "names": f"N{len(seen)}"})
        key = answer["Location"].partition("?stop=")[2]
    assert answer["Location"] == "/people/"
    assert len(seen) == 11
    assert Person.objects.count() == 11


# --- one person ---


def test_edit(owner, person):
    form = {"name": "Ana Maria Lima", "source": "friend", "organization": "Nimbus", "role": "Head",
            "zone": "Europe/Lisbon", "birthday": "15 June", "labels": "a, b, a"}  # fmt: skip
    answer = owner.post(f"/people/{person.uid}/edit/", form)
    assert answer.status_code == 303, text(answer)
    person.refresh_from_db()
    assert (person.name, person.zone, person.birthday) == (
        "Ana Maria Lima", "Europe/Lisbon", "--06-15",
    )  # fmt: skip
    assert person.labels == ["a", "b"]
    assert person.organization.name == "Nimbus"
    assert person.positions.get().title == "Head"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("zone", "Mars/Olympus", "no time zone of this name"),
        ("birthday", "31 February 1990", "no day that exists"),
        ("name", "", "required"),
    ],
)
def test_bad_details_get_a_sentence(owner, person, field, value, sentence):
    form = {"name": "Ana", "source": "friend", "role": "kept words", field: value}
    answer = owner.post(f"/people/{person.uid}/edit/", form)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert "kept words" in text(answer)


def test_delete_and_undo(scope, owner, person):
    operations.add_note(scope, person=person, uid=uuid4(), text="about tea", now=NOW)
    assert "Throw" in text(owner.get(f"/people/{person.uid}/delete/"))
    owner.post(f"/people/{person.uid}/delete/")
    assert not Person.objects.exists()
    assert search.search(scope, "ana") == []
    owner.post(f"/undo/{_trash().uid}/")
    assert Person.objects.get().name == "Ana Lima"
    assert {hit.kind for hit in search.search(scope, "ana")} == {"person", "note"}


def _trash():
    from askwell.workspaces.models import Trash

    return Trash.objects.get()


DETAILS = [
    ("contact", "contacts", {"kind": "email", "value": "Ana@A.example"}, ContactPoint,
     {"value": "b@a.example", "works": ""}),
    ("job", "", {"title": "Head", "organization": "Nimbus", "is_current": "on"}, Position, None),
    ("school", "", {"school": "State University"}, Education, None),
    ("reading", "readings", {"kind": "mission", "text": "clean water"}, Reading,
     {"kind": "role", "text": "something else"}),
    ("note", "notes", {"text": "likes tea"}, Note, {"text": "likes coffee"}),
]  # fmt: skip


@pytest.mark.parametrize(("add", "edit", "form", "model", "changed"), DETAILS)
def test_details_are_added_changed_and_thrown_away(
    scope, owner, person, add, edit, form, model, changed
):
    before = model.objects.count()
    form = form | {"uid": uuid4()}
    for _twice in range(2):
        answer = owner.post(f"/people/{person.uid}/{add}/", form)
        assert answer.status_code == 303, text(answer)
    assert model.objects.count() == before + 1
    row = model.objects.get(uid=form["uid"])
    assert owner.get(f"/people/{person.uid}/{add}/").status_code == 200
    if changed:
        assert owner.get(f"/{edit}/{row.uid}/").status_code == 200
        assert owner.post(f"/{edit}/{row.uid}/", changed).status_code == 303
    places = {"job": "jobs", "school": "schools"}
    owner.post(f"/{places.get(add, edit)}/{row.uid}/delete/")
    assert model.objects.count() == before
    owner.post(f"/undo/{_trash().uid}/")
    assert model.objects.filter(uid=form["uid"]).exists()


@pytest.mark.parametrize(
    ("add", "form"),
    [
        ("contact", {"kind": "email", "value": "nobody at home"}),
        ("contact", {"kind": "link", "value": "javascript:alert(1)"}),
        ("contact", {"kind": "phone", "value": "no"}),
        ("job", {}),
        ("reading", {"kind": "role"}),
        ("reading", {"kind": "link", "url": "javascript:alert(1)"}),
        ("note", {"text": "  "}),
        ("school", {}),
    ],
)
def test_details_that_say_nothing_are_refused(owner, person, add, form):
    answer = owner.post(f"/people/{person.uid}/{add}/", form | {"uid": uuid4()})
    assert answer.status_code == 422


def test_new_job_keeps_the_old_one(scope, owner, person):
    form = {"uid": uuid4(), "title": "Head", "organization": "Nimbus", "is_current": "on"}
    owner.post(f"/people/{person.uid}/job/", form)
    jobs = Position.objects.order_by("pk").values_list("organization__name", "is_current")
    assert list(jobs) == [("Brightwater", False), ("Nimbus", True)]
    person.refresh_from_db()
    assert person.organization.name == "Nimbus"


def test_i_know_enough(scope, owner, person):
    operations.record(scope, person=person, kind=EventKind.CHOSEN, at=NOW, now=NOW)
    owner.post(f"/people/{person.uid}/known/")
    assert Standing.objects.get().step == "write"


def test_story_leaves_out_what_was_taken_back(scope, person):
    operations.record(scope, person=person, kind=EventKind.CHOSEN, at=NOW, now=NOW)
    event = operations.record(scope, person=person, kind=EventKind.LETTER_SENT, at=NOW, now=NOW)
    operations.retract(scope, event=event, now=NOW)
    assert [str(entry.text) for entry in details(parts(scope, person))["timeline"]] == [
        "You thought of asking them"
    ]


def test_person_page_shows_it_all_in_a_fixed_number_of_queries(scope, owner, person):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def fill(count):
        for n in range(count):
            operations.add_note(scope, person=person, uid=uuid4(), text=f"note {n}", now=NOW)
            operations.add_reading(
                scope, person=person, uid=uuid4(), kind="role", text=f"read {n}", url="", now=NOW
            )
            operations.add_position(
                scope, person=person, uid=uuid4(), title=f"t{n}", organization=f"O{n}", now=NOW
            )
            operations.record(scope, person=person, kind=EventKind.TOUCHED, at=NOW, now=NOW)

    def count():
        with CaptureQueriesContext(connection) as seen:
            page = text(owner.get(f"/people/{person.uid}/"))
        assert "note 0" in page
        assert "read 0" in page
        assert "You were in touch" in page
        return len(seen)

    fill(1)
    count()
    few = count()
    fill(8)
    assert count() == few


def test_stored_links_cannot_run_scripts(scope, owner, person):
    ContactPoint.objects.create(
        workspace=scope.workspace, person=person, kind="link", value="javascript:alert(1)", key="x"
    )
    page = text(owner.get(f"/people/{person.uid}/"))
    assert 'href="javascript' not in page


# --- same person, organizations ---


def test_same_person_and_back(scope, owner, person):
    other = operations.add_person(scope, name="Ana Lima", now=NOW)
    page = owner.get(f"/people/{person.uid}/same/")
    assert [row.pk for row in page.context["rows"]] == [other.pk]
    answer = owner.post(f"/people/{person.uid}/same/", {"other": other.uid})
    assert answer["Location"] == f"/people/{person.uid}/"
    assert get_person(scope, other.uid) == person
    merge = details(parts(scope, person))["merges"][0]
    owner.post(f"/same/{merge.uid}/undo/")
    assert get_person(scope, other.uid) == other


def test_same_person_is_searched_for_and_refused_kindly(scope, owner, person):
    other = operations.add_person(scope, name="Bo", now=NOW)
    page = owner.get(f"/people/{person.uid}/same/", {"q": "bo"})
    assert [row.pk for row in page.context["rows"]] == [other.pk]
    answer = owner.post(f"/people/{person.uid}/same/", {"other": person.uid})
    assert answer.status_code == 422
    assert "same entry" in text(answer)


def test_organization_page(scope, owner, person):
    there = person.organization
    operations.add_position(
        scope, person=person, uid=uuid4(), title="Head", organization="Nimbus", now=NOW
    )
    other = operations.add_person(scope, name="Bo", organization="Brightwater Ltd", now=NOW)
    assert other.organization == there
    page = text(owner.get(f"/organizations/{there.uid}/"))
    assert "Bo" in page
    assert "Who did once" in page
    form = {"name": "Brightwater Labs", "website": "brightwater.example", "about": "Water."}
    owner.post(f"/organizations/{there.uid}/edit/", form)
    there.refresh_from_db()
    assert (there.name, there.website) == ("Brightwater Labs", "https://brightwater.example")
    assert owner.post(f"/organizations/{there.uid}/edit/", {"name": ""}).status_code == 422


def test_two_names_of_one_organization(scope, owner, person):
    other = operations.organization_named(scope, name="Brightwater Laboratories", now=NOW)
    page = owner.get(f"/organizations/{person.organization.uid}/same/")
    assert [row.pk for row in page.context["rows"]] == [other.pk]
    owner.post(f"/organizations/{person.organization.uid}/same/", {"other": other.uid})
    assert owner.get(f"/organizations/{other.uid}/")["Location"] == (
        f"/organizations/{person.organization.uid}/"
    )
    assert Organization.objects.filter(merged_into=None).count() == 1


def test_connected_day_is_shown(owner, person):
    Person.objects.update(connected_on=date(2024, 5, 30))
    assert "30" in text(owner.get(f"/people/{person.uid}/"))


def test_how_i_know_them_stays_silent_when_it_says_nothing(owner, scope):
    mira = operations.add_person(scope, name="Mira", now=NOW)
    for address in ("/people/", f"/people/{mira.uid}/"):
        head = re.sub(r"<(details|form).*?</\1>", "", text(owner.get(address)), flags=re.S)
        assert "Mira" in head and "some other way" not in head
