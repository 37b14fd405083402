"""One search box over everything, and every page it names is there."""

import pytest
from django.test import Client
from django.urls import reverse

from askwell.home.search import COMMANDS
from askwell.people import operations as people
from askwell.plumbing import clock
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

pytestmark = pytest.mark.django_db


def found(client: Client, text: str) -> str:
    return client.get("/search/", {"q": text}, headers={"HX-Request": "true"}).content.decode()


def test_people_notes_questions_and_pages_are_found(owner: Client, scope: Scope) -> None:
    mira = people.add_person(
        scope, name="Míra Okafor", organization="Leeds Herald", now=clock.now()
    )
    people.add_note(scope, person=mira, uid=new_uid(), text="loves tide gauges", now=clock.now())
    for text in ("mira", "OKAF", "herald", "tide gau"):
        assert f"/people/{mira.uid}/" in found(owner, text)
    assert "/questions/" in found(owner, "what does a week look like")
    assert "/take-out/" in found(owner, "take it")


def test_nothing_found_is_said_kindly(owner: Client) -> None:
    assert "Nothing with “zzzz”" in found(owner, "zzzz")


@pytest.mark.parametrize("name", [name for _words, name in COMMANDS])
def test_every_page_it_names_opens(owner: Client, name: str) -> None:
    assert owner.get(reverse(name)).status_code == 200


def test_a_strangers_people_are_not_found(stranger: Client, scope: Scope) -> None:
    people.add_person(scope, name="Mira Okafor", now=clock.now())
    assert "Okafor" not in found(stranger, "okafor")
