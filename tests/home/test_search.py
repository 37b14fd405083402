"""One search box over everything, and every page it names is there."""

import pytest
from django.test import Client
from django.urls import reverse

from askwell.explorations import operations as explorations
from askwell.home.search import COMMANDS
from askwell.insights import operations as insights
from askwell.insights.models import Highlight
from askwell.outreach import operations as outreach
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


@pytest.mark.parametrize(
    ("typed", "address"),
    [("import", "/people/import/"), ("export", "/take-out/"), ("duplicates", "/people/twice/"),
     ("anki", "/how-to/cards/"), ("dark", "/me/")],
)  # fmt: skip
def test_pages_are_found_by_other_words(owner: Client, typed: str, address: str) -> None:
    assert f'href="{address}"' in found(owner, typed)


def test_nothing_found_is_said_kindly(owner: Client) -> None:
    assert "Nothing with “zzzz”" in found(owner, "zzzz")


@pytest.mark.parametrize("name", [name for _words, name, _also in COMMANDS])
def test_every_page_it_names_opens(owner: Client, name: str) -> None:
    assert owner.get(reverse(name)).status_code == 200


def test_a_strangers_people_are_not_found(stranger: Client, scope: Scope) -> None:
    people.add_person(scope, name="Mira Okafor", now=clock.now())
    assert "Okafor" not in found(stranger, "okafor")


def test_letters_answers_and_passages_are_found_until_they_are_gone(
    owner: Client, scope: Scope
) -> None:
    now = clock.now()
    mira = people.add_person(scope, name="Mira Okafor", now=now)
    letter = outreach.draft(scope, kind="request", person=mira, now=now)
    outreach.keep(scope, letter=letter, subject="Tide gauges", body="About barnacles.", now=now)
    outreach.outcome(
        scope, person=mira, exploration=None, kind="other", uid=new_uid(), text="Ask a welder", now=now
    )  # fmt: skip
    assert f"/letters/{letter.uid}/" in found(owner, "barnac")
    assert "to Mira Okafor" in found(owner, "barnac")
    assert f"/people/{mira.uid}/#letters" in found(owner, "welder")
    assert "<mark>barnacles</mark>" in found(owner, "barnacles")
    outreach.reindex(scope)
    assert f"/letters/{letter.uid}/" in found(owner, "tide")
    outreach.discard(scope, letter=letter, now=now)
    assert f"/letters/{letter.uid}/" not in found(owner, "barnac")
    outreach.forget(scope, person=mira, keep_quotes=False)
    people.forget(scope, person=mira, keep_quotes=False)
    assert "Nothing with" in found(owner, "welder")


def test_passages_are_found(owner: Client, scope: Scope) -> None:
    now = clock.now()
    mira = people.add_person(scope, name="Mira Okafor", now=now)
    passage = Highlight.objects.create(
        workspace=scope.workspace, person=mira, text="Weld first", theme="craft", said_on=now.date(),
        created_at=now,
    )  # fmt: skip
    insights.reindex(scope)
    assert f"/people/{mira.uid}/#heard" in found(owner, "craft")
    insights.set_theme(scope, highlight=passage, theme="beginnings")
    assert "#heard" in found(owner, "beginnings")
    insights.discard(scope, row=passage, label="", now=now)
    assert "Nothing with" in found(owner, "beginnings")


def test_my_questions_are_found(owner: Client, scope: Scope) -> None:
    question = explorations.ask(scope, uid=new_uid(), topic="tide gauges", now=clock.now())
    assert f"/my-questions/{question.uid}/" in found(owner, "tide")
    assert f"/my-questions/{question.uid}/" in found(owner, "kind:question gauges")


def test_the_reason_is_shown(owner: Client, scope: Scope) -> None:
    mira = people.add_person(scope, name="Míra Okafor", role="Diver", now=clock.now())
    people.edit_person(scope, person=mira, fields={"labels": ["choir"]}, now=clock.now())
    people.add_contact(
        scope, person=mira, uid=new_uid(), kind="email", value="m.o@tides.example", now=clock.now()
    )  # fmt: skip
    assert "<mark>Mír</mark>a" in found(owner, "mir")
    assert "E-mail: m.o@<mark>tid</mark>es.example" in found(owner, "tid")
    assert "label: <mark>choir</mark>" in found(owner, "choir")


def test_filters_are_words(owner: Client, scope: Scope) -> None:
    now = clock.now()
    for name, source in (("Ana Lima", "alumni"), ("Ana Berg", "friend")):
        people.add_person(scope, name=name, source=source, organization="Acme Labs", now=now)
    page = found(owner, "org:acme ana source:alumni")
    assert "Lima" in page
    assert "Berg" not in page
    assert "Berg" in found(owner, "org:acme")
    assert "is no filter here" in found(owner, "colour:red ana")
    assert "Nothing with" in found(owner, "stage:met ana")


def test_letters_stay_found_when_two_become_one_and_two_again(owner: Client, scope: Scope) -> None:
    now = clock.now()
    mira, double = (people.add_person(scope, name=name, now=now) for name in ("Mira", "Mira O."))
    outreach.outcome(
        scope, person=double, exploration=None, kind="other", uid=new_uid(), text="Ask a welder", now=now
    )  # fmt: skip
    merge = people.merge_people(scope, winner=mira, loser=double, now=now)
    assert f"/people/{mira.uid}/#letters" in found(owner, "welder")
    people.unmerge(scope, merge=merge, now=now)
    assert f"/people/{double.uid}/#letters" in found(owner, "welder")


def test_what_somebody_does_stands_above_what_a_letter_says(owner: Client, scope: Scope) -> None:
    now = clock.now()
    mira = people.add_person(scope, name="Mira Holm", role="Tide watcher", now=now)
    other = people.add_person(scope, name="Otto Holm", now=now)
    letter = outreach.draft(scope, kind="request", person=other, now=now)
    outreach.keep(scope, letter=letter, subject="Tide", body="About the tide.", now=now)
    page = found(owner, "tide")
    assert page.index(f"/people/{mira.uid}/") < page.index("/letters/")
