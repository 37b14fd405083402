"""Who may be here twice: the page, the quiet card, answers that are remembered and can be undone."""

import re
from uuid import uuid4

import pytest

from askwell.people import operations, suspects
from askwell.people.models import Likeness, Merge, Organization, Person, Verdict
from askwell.transfer.schema import exported
from askwell.workspaces.operations import change_settings
from tests.people.imports import NOW

CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nORG:{firm}\n{more}\nEND:VCARD\n"


def text(answer):
    return answer.content.decode()


def add(scope, name, firm="Harbour Works", **contact):
    person = operations.add_person(scope, name=name, organization=firm, now=NOW)
    for kind, value in contact.items():
        operations.add_contact(scope, person=person, uid=uuid4(), kind=kind, value=value, now=NOW)
    return person


@pytest.fixture
def pair(scope):
    two = add(scope, "Robert Ashdown"), add(scope, "Bob Ashdown")
    suspects.look_everywhere(scope)
    return two


def said(client, first, second, answer, **more):
    form = {"kind": "person", "first": first.uid, "second": second.uid, "answer": answer}
    return client.post("/people/twice/answer/", form | more, follow=True)


def undone(client, answer):
    address = re.search(r'action="([^"]+/(?:undo|unsay)/)"', text(answer))[1]
    return client.post(address, follow=True)


def test_two_side_by_side_with_reasons(owner, pair):
    page = text(owner.get("/people/twice/"))
    assert "Is this the same person?" in page
    assert "another form of the first name, the same organization" in page
    assert page.index("Robert Ashdown") < page.index("Bob Ashdown")
    for key in "sdl":
        assert f'data-key="{key}"' in page


def test_nobody_twice(owner, scope):
    add(scope, "Ines Okafor")
    assert "Nobody here looks like somebody else" in text(owner.get("/people/twice/"))


def test_the_same_is_one_and_can_be_two_again(owner, pair):
    answer = said(owner, *pair, "same")
    assert "They are one now" in text(answer)
    assert Person.objects.filter(merged_into=None).get() == pair[0]
    assert Merge.objects.get().reasons == ["name-pet", "organization"]
    undone(owner, answer)
    assert Person.objects.filter(merged_into=None).count() == 2


def test_different_people_are_never_asked_about_again(owner, scope, pair):
    answer = said(owner, *pair, "different")
    assert "Remembered: they are two" in text(answer)
    assert not Likeness.objects.exists()
    owner.post("/people/twice/")
    assert not Likeness.objects.exists()
    undone(owner, answer)
    assert Likeness.objects.count() == 1
    assert not Verdict.objects.exists()


def test_later_is_out_of_the_way_and_found_again(owner, pair):
    said(owner, *pair, "later")
    assert "Nobody here looks like" in text(owner.get("/people/twice/"))
    assert "Bob Ashdown" in text(owner.get("/people/twice/?kind=person&later=1"))
    owner.post("/people/twice/")
    assert "Nobody here looks like" in text(owner.get("/people/twice/"))
    said(owner, *pair, "different")
    assert Verdict.objects.get().answer == "different"


def test_what_was_put_off_is_gone_once_it_is_one_and_back_when_two_again(owner, pair):
    said(owner, *pair, "later")
    answer = said(owner, *pair, "same")
    assert "put off" not in text(owner.get("/people/twice/"))
    undone(owner, answer)
    assert "1 put off" in text(owner.get("/people/twice/"))


def test_a_quiet_card_on_the_page_of_such_a_person(owner, scope, pair):
    other = add(scope, "Ines Okafor", "Museum")
    for person in pair:
        page = text(owner.get(f"/people/{person.uid}/"))
        assert "Is this the same person?" in page
    assert "Is this the same person?" not in text(owner.get(f"/people/{other.uid}/"))
    answer = said(owner, *pair, "later", next=f"/people/{pair[1].uid}/")
    assert answer.request["PATH_INFO"] == f"/people/{pair[1].uid}/"
    assert "Is this the same person?" not in text(answer)


def test_somebody_added_by_hand_is_compared_at_once(owner, scope):
    add(scope, "Robert Ashdown", "Tate", phone="+49 30 901820")
    new = {"uid": uuid4(), "name": "Bob Ashdown", "organization": "", "role": "", "source": "other"}
    owner.post("/people/new/", new)
    bob = Person.objects.get(name="Bob Ashdown")
    assert not Likeness.objects.exists()
    contact = {"uid": uuid4(), "kind": "phone", "value": "030 901820", "label": ""}
    owner.post(f"/people/{bob.uid}/contact/", contact)
    assert "Is this the same person?" in text(owner.get(f"/people/{bob.uid}/"))
    owner.post(
        f"/people/{bob.uid}/edit/", new | {"given": "Bob", "family": "Kaya", "name": "Jo Kaya"}
    )
    assert "Is this the same person?" not in text(owner.get(f"/people/{bob.uid}/"))


def test_nothing_is_answered_about_strangers(owner, stranger, pair):
    assert said(stranger, *pair, "different").status_code == 404
    assert said(stranger, *pair, "same").status_code == 404
    assert "This is the same entry" in text(said(owner, pair[0], pair[0], "different"))
    assert "Nothing was chosen" in text(said(owner, *pair, "perhaps"))
    assert not Verdict.objects.exists()


def test_the_page_asks_as_much_for_many_as_for_few(owner, scope, django_assert_max_num_queries):
    for number in range(30):
        add(scope, f"Robert Ashdown{'abcdefghij'[number % 10]}", f"Firm {number}")
        add(scope, f"Bob Ashdown{'abcdefghij'[number % 10]}", f"Firm {number}")
    suspects.look_everywhere(scope)
    owner.get("/people/twice/")
    with django_assert_max_num_queries(16):
        page = owner.get("/people/twice/")
    assert len(page.context["pairs"]) == 10
    assert page.context["waiting"] >= 30


def test_answers_leave_with_the_export(scope, pair):
    leaving = {model._meta.label_lower for model in exported()}
    assert "people.verdict" in leaving
    assert "people.likeness" not in leaving


def test_forgotten_people_leave_no_trace_of_a_pair(scope, pair):
    operations.forget(scope, person=pair[0])
    assert not Likeness.objects.exists()


def test_an_import_looks_for_whom_it_brought_twice(scope, owner, bring):
    rows = [("Robert Ashdown", "Tate"), ("Bob Ashdown", "Tate")]
    bring("".join(CARD.format(name=n, firm=f, more="NOTE:x") for n, f in rows), "a.vcf")
    assert "Bob Ashdown" in text(owner.get("/people/twice/"))


@pytest.mark.parametrize("switched_on", [False, True])
def test_exact_keys_are_merged_only_if_switched_on(scope, bring, switched_on):
    add(scope, "Mira Adeyemi", "", link="https://www.linkedin.com/in/mira-a")
    add(scope, "Mira O. Adeyemi", "", email="mira@harbour.example")
    change_settings(scope, merge_exact=switched_on)
    scope.workspace.refresh_from_db()
    one = CARD.format(name="Mira Adeyemi", firm="Tate", more="EMAIL:mira@harbour.example")
    other = Person.objects.get(name="Mira Adeyemi")
    operations.add_contact(
        scope, person=other, uid=uuid4(), kind="email", value="mira@harbour.example", now=NOW
    )
    bring(one, "a.vcf")
    merged = Merge.objects.all()
    assert [m.automatic for m in merged] == ([True] if switched_on else [])
    if switched_on:
        operations.unmerge(scope, merge=merged[0], now=NOW)
        bring(one.replace("Tate", "Museum"), "b.vcf")
        assert Person.objects.filter(merged_into=None).count() == 2


def test_a_couple_with_one_address_stays_two(scope, bring):
    change_settings(scope, merge_exact=True)
    scope.workspace.refresh_from_db()
    for name in ("Mira Adeyemi", "Jonas Adeyemi"):
        add(scope, name, "", email="us@adeyemi.example")
    bring(CARD.format(name="Mira Adeyemi", firm="Tate", more="EMAIL:us@adeyemi.example"), "a.vcf")
    assert not Merge.objects.exists()
    assert Organization.objects.filter(name="Tate").exists()
