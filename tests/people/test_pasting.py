"""Pasting a profile: shown for confirmation, kept as ticked, with me or with somebody."""

from uuid import uuid4

from askwell.people.models import Education, Person, Position, Reading
from askwell.people.operations import add_person
from tests.people.formats.reading import SAMPLES
from tests.people.imports import NOW
from tests.people.test_import_pages import text as page_of

PDF = (SAMPLES / "profile/linkedin_profile_pdf_text.txt").read_text(encoding="utf-8")
ALL = {"jobs": ["0", "1"], "schools": ["0"], "skills": ["0", "1"]}


def look(owner, text=PDF):
    return owner.post("/people/paste/", {"uid": uuid4(), "text": text})


def keep(owner, whose, uid=None, text=PDF, **more):
    data = {"uid": uid or uuid4(), "text": text, "whose": whose, "name": "Sam Rivera"} | ALL | more
    return owner.post("/people/paste/keep/", data)


def test_what_was_found_is_shown_with_boxes(owner):
    assert "Paste a profile" in page_of(owner.get("/people/paste/"))
    page = page_of(look(owner))
    assert "Shift Lead, Harbor Foods (2020-05 – 2023-01)" in page
    assert "Operations Analyst, Harbor Foods (2023-01 – now)" in page
    assert page.count("checked") == 6  # five boxes, and "Somebody new"
    assert 'value="Sam Rivera"' in page
    assert not Position.objects.exists()


def test_text_without_a_profile(owner):
    answer = look(owner, "Hello there")
    assert answer.status_code == 422
    assert "No jobs, schools or skills" in page_of(answer)
    assert "Hello there" in page_of(answer)
    assert look(owner, "").status_code == 422


def test_mine(owner, scope):
    assert keep(owner, "me").status_code == 303
    keep(owner, "me")  # twice is once
    scope.workspace.refresh_from_db()
    path = scope.settings.path
    assert [job[1] for job in path.jobs] == ["Operations Analyst", "Shift Lead"]
    assert path.skills == ("SQL", "Stakeholder Management")
    assert path.schools[0][0] == "State University"
    assert (scope.settings.me.name, scope.settings.me.city) == (
        "Sam Rivera",
        "Oakland, California, United States",
    )
    assert not Person.objects.exists()
    assert page_of(look(owner)).count("checked") == 6  # now "It is mine"


def test_somebody_new_with_what_is_ticked(owner):
    uid = uuid4()
    for _ in range(2):
        keep(owner, "new", uid=uid, jobs=["0"], skills=[])
    person = Person.objects.get()
    assert (person.name, person.role, person.organization.name) == (
        "Sam Rivera",
        "Operations Analyst",
        "Harbor Foods",
    )
    assert Position.objects.get().started == "2023-01"
    assert Education.objects.get().school == "State University"
    assert not Reading.objects.exists()
    assert person.contacts.get().value == "https://www.linkedin.com/in/sam-rivera-demo"


def test_somebody_i_have(owner, scope):
    person = add_person(
        scope, name="Sam Rivera", organization="Harbor Foods", role="Shift Lead", now=NOW
    )
    page = page_of(look(owner))
    assert f'value="{person.uid}"' in page
    answer = keep(owner, str(person.uid))
    assert answer["Location"] == f"/people/{person.uid}/"
    keep(owner, str(person.uid))
    assert Person.objects.count() == 1
    jobs = Position.objects.filter(person=person)
    assert [j.title for j in jobs.filter(is_current=True)] == ["Operations Analyst"]
    assert jobs.count() <= 2
    assert "SQL" in Reading.objects.first().text


def test_refused(owner, stranger, scope):
    assert keep(owner, "new", name="").status_code == 422
    assert keep(owner, "nobody").status_code == 422
    assert keep(owner, "me", jobs=["7"]).status_code == 422
    assert owner.post("/people/paste/keep/", {}).status_code == 422
    person = add_person(scope, name="Sam Rivera", now=NOW)
    assert keep(stranger, str(person.uid)).status_code == 422
    assert not Position.objects.exists()


def test_opened_for_somebody(owner, stranger, scope):
    person = add_person(scope, name="Another Name", now=NOW)
    assert f"/people/paste/?person={person.uid}" in page_of(owner.get(f"/people/{person.uid}/"))
    page = page_of(owner.get(f"/people/paste/?person={person.uid}"))
    assert f'value="{person.uid}"' in page
    data = {"uid": uuid4(), "text": PDF, "person": person.uid}
    page = page_of(owner.post("/people/paste/", data))
    assert page.count(f'value="{person.uid}"') == 2
    keep(owner, str(person.uid), person=person.uid)
    assert Position.objects.filter(person=person).count() == 2
    assert stranger.post("/people/paste/", data).status_code == 404
    assert keep(stranger, str(person.uid), person=person.uid).status_code == 404
    assert owner.get("/people/paste/?person=nonsense").status_code == 200
