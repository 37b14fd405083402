"""Organizations and schools: by which names they are known, which may be one, and back again."""

from uuid import uuid4

import pytest

from askwell.people import operations, suspects
from askwell.people.exactly import after_import
from askwell.people.models import (
    Education,
    ImportBatch,
    Likeness,
    Organization,
    OrganizationName,
    Person,
)
from tests.people.imports import NOW
from tests.people.test_merging import snapshot

CARD = "BEGIN:VCARD\nVERSION:4.0\nUID:{uid}\nFN:{name}\nORG:{firm}\nTITLE:Head\nEMAIL:{email}\nEND:VCARD\n"


def named(scope, name):
    return operations.organization_named(scope, name=name, now=NOW)


def pairs(scope):
    suspects.look_everywhere(scope)
    rows = Likeness.objects.filter(kind="organization")
    names = dict(Organization.objects.values_list("uid", "name"))
    return {frozenset((names[row.first], names[row.second])): row.reasons for row in rows}


ALIKE = [
    ("Alphabet International", "Alphabet", "firm-name"),
    ("Harbour Works Group", "Harbour Works Holding GmbH", "firm-name"),
    ("DataWorks", "Data Works", "firm-name"),
    ("University of Oxford", "Oxford University", "firm-name"),
    ("Universität Zürich", "University of Zurich", "firm-name"),
    ("Lindqvist & Okafor", "Okafor Lindqvist", "firm-words"),
    ("Westinghouse", "Westinghuose", "firm-near"),
]


@pytest.mark.parametrize(("one", "other", "code"), ALIKE)
def test_one_organization_in_two_spellings(scope, one, other, code):
    for name in (one, other, "Museum of Ferries", "Tate"):
        named(scope, name)
    found = pairs(scope)
    assert found.keys() == {frozenset((one, other))}
    assert code in found[frozenset((one, other))] or "firm-words" in found[frozenset((one, other))]


@pytest.mark.parametrize(
    "name", ["Alphabet Inc.", "Alphabet GmbH", "ALPHABET, LLC", "Alphabet S.A."]
)
def test_a_legal_form_makes_no_other_organization(scope, name):
    assert named(scope, name) == named(scope, "Alphabet")


def test_an_abbreviation_needs_something_beside_it(scope):
    long, short = "International Business Machines", "IBM"
    named(scope, long), named(scope, short)
    assert pairs(scope) == {}
    for number, firm in enumerate((long, short)):
        person = operations.add_person(scope, name=f"P {number}", organization=firm, now=NOW)
        operations.add_contact(
            scope, person=person, uid=uuid4(), kind="email", value=f"p{number}@ibm.example", now=NOW
        )
    assert pairs(scope)[frozenset((long, short))] == ["firm-domain", "firm-initials"]


def test_free_mail_says_nothing_about_an_employer(scope):
    for number, firm in enumerate(("Tate", "Harbour")):
        person = operations.add_person(scope, name=f"P {number}", organization=firm, now=NOW)
        operations.add_contact(
            scope, person=person, uid=uuid4(), kind="email", value=f"p{number}@gmail.com", now=NOW
        )
    assert pairs(scope) == {}


def test_answered_on_the_page_and_taken_back(owner, scope):
    one, other = named(scope, "Harbour Works Group"), named(scope, "Harbour Works")
    assert pairs(scope)
    before = snapshot(scope.workspace)
    page = owner.get("/people/twice/?kind=organization").content.decode()
    assert "Is this the same organization?" in page
    form = {"kind": "organization", "first": one.uid, "second": other.uid}
    owner.post("/people/twice/answer/", form | {"answer": "different"})
    assert pairs(scope) == {}
    assert suspects.put_off(scope, "organization") == []
    owner.post("/people/twice/answer/", form | {"answer": "same"})
    other.refresh_from_db()
    assert other.merged_into == one
    undo = owner.get(f"/organizations/{one.uid}/").context["merges"][0]
    owner.post(f"/same/{undo.uid}/undo/")
    after = snapshot(scope.workspace)
    assert {uid: row for uid, row in after.items() if uid in before} == before


def test_merged_names_are_found_by_the_next_import(scope, bring):
    uid = uuid4()
    card = CARD.format(uid=uid, name="Mira Adeyemi", firm="Google Ireland Ltd", email="m@g.example")
    bring(card, "a.vcf")
    google, ireland = named(scope, "Google"), named(scope, "Google Ireland")
    operations.merge_organizations(scope, winner=google, loser=ireland, now=NOW)
    again = bring(card, "a.vcf")
    assert (again.counts["unchanged"], again.counts["updated"]) == (1, 0)
    bring(
        CARD.format(uid=uuid4(), name="Jo Park", firm="Google Ireland", email="j@g.example"),
        "b.vcf",
    )
    assert Person.objects.get(name="Jo Park").organization == google


def test_renamed_organizations_keep_their_earlier_name(owner, scope, bring):
    card = CARD.format(uid=uuid4(), name="Mira Adeyemi", firm="Twitter", email="m@t.example")
    bring(card, "a.vcf")
    row = named(scope, "Twitter")
    form = {"name": "X", "website": "", "about": ""}
    owner.post(f"/organizations/{row.uid}/edit/", form)
    assert OrganizationName.objects.get().name == "Twitter"
    assert named(scope, "Twitter, Inc.") == row
    assert bring(card, "a.vcf").counts["unchanged"] == 1
    assert "Twitter" in owner.get(f"/organizations/{row.uid}/").content.decode()


def test_another_name_is_kept_thrown_away_and_refused(owner, scope):
    row, other = named(scope, "Alphabet"), named(scope, "Google")
    owner.post(f"/organizations/{row.uid}/names/", {"name": "Alphabet Deutschland"})
    name = OrganizationName.objects.get()
    assert named(scope, "Alphabet Deutschland GmbH") == row
    answer = owner.post(f"/organizations/{row.uid}/names/", {"name": "Google"}, follow=True)
    assert "is an organization of its own" in answer.content.decode()
    owner.post(f"/names/{name.uid}/delete/")
    assert not OrganizationName.objects.exists()
    answer = owner.post(
        f"/organizations/{other.uid}/edit/", {"name": "Alphabet", "website": "", "about": ""}
    )
    assert answer.status_code == 422


def test_schools_are_organizations_with_all_that_follows(owner, scope):
    mira = operations.add_person(scope, name="Mira", now=NOW)
    jo = operations.add_person(scope, name="Jo", now=NOW)
    operations.add_education(scope, person=mira, uid=uuid4(), school="Oxford University", now=NOW)
    Education.objects.create(
        workspace=scope.workspace, person=jo, school="University of Oxford", degree="BA"
    )
    batch = ImportBatch.objects.create(workspace=scope.workspace, created_at=NOW)
    after_import(scope, batch=batch, now=NOW)
    one, other = (e.organization for e in Education.objects.order_by("pk"))
    assert {one.name, other.name} == {"Oxford University", "University of Oxford"}
    assert pairs(scope)
    before = snapshot(scope.workspace)
    merged = operations.merge_organizations(scope, winner=one, loser=other, now=NOW)
    page = owner.get(f"/organizations/{one.uid}/").content.decode()
    assert "Mira" in page and "Jo" in page
    assert Education.objects.get(person=jo).school == "University of Oxford"
    operations.unmerge(scope, merge=merged, now=NOW)
    assert snapshot(scope.workspace) == before
