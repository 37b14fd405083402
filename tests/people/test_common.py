"""What somebody and I share: only what both sides say, each with where it comes from."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import Client

from askwell.outreach.selectors import ingredients
from askwell.people import operations
from askwell.people.common import common_ground
from askwell.people.models import Education, Person, Position
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def mira(scope: Scope) -> Person:
    settings = scope.settings
    change_settings(
        scope,
        me=replace(
            settings.me, city="Leeds, England", school="University of Leeds",
            languages="Português, German", associations="Choir of St Anne",
        ),
        path=replace(
            settings.path,
            jobs=(("Acme GmbH", "Clerk", "2019-03", "2021"), ("Globex", "Clerk", "2022", "")),
            schools=(("University of Leeds", "BSc Physics", "2014", "2017"),),
            skills=("Welding", "Go"),
        ),
    )  # fmt: skip
    mira = operations.add_person(scope, name="Mira Okafor", now=NOW)
    Person.objects.filter(pk=mira.pk).update(
        place="Leeds",
        language="pt",
        headline="Welding and diving",
        labels=["Choir of St Anne", "go"],
    )
    return Person.objects.get(pk=mira.pk)


def job(scope: Scope, person: Person, name: str, started: str, ended: str) -> None:
    Position.objects.create(
        workspace=scope.workspace, person=person, started=started, ended=ended, is_current=not ended,
        organization=operations.organization_named(scope, name=name, now=NOW),
    )  # fmt: skip


def shared(scope: Scope, person: Person) -> list[str]:
    found = common_ground(
        scope.settings, person, positions=person.positions.select_related("organization"),
        educations=person.educations.all(), events=person.events.all(),
    )  # fmt: skip
    assert all(row.label for row in found)
    return [row.words for row in found]


def test_the_strongest_comes_first(scope, mira):
    job(scope, mira, "ACME", "2020", "2020-06")
    job(scope, mira, "Globex Inc.", "2015", "2016")
    Education.objects.create(
        workspace=scope.workspace, person=mira, school="University of Leeds, UK",
        degree="BSc physics", started="2016", ended="2019",
    )  # fmt: skip
    assert shared(scope, mira) == [
        "You worked at ACME at the same time.",
        "You were at University of Leeds, UK at the same time.",
        "You have both worked at Globex Inc..",
        "You both belong to Choir of St Anne.",
        "You both did BSc physics.",
        "You both know about Go.",
        "You both know about Welding.",
        "You both speak Português.",
        "You are both in Leeds.",
    ]


@pytest.mark.parametrize(
    ("started", "ended", "same"),
    [
        ("2020", "2022", True),
        ("2021-12", "", True),
        ("2022", "2023", False),
        ("2018", "2019-02", False),
        ("2018", "2019-03", True),
        ("", "", False),
    ],
)
def test_the_same_time_needs_dates_that_meet(scope, mira, started, ended, same):
    job(scope, mira, "Acme", started, ended)
    assert ("You worked at Acme at the same time." in shared(scope, mira)) is same


def test_nothing_is_guessed(scope):
    stranger = operations.add_person(scope, name="Bo Berg", role="Welding clerk", now=NOW)
    assert shared(scope, stranger) == []


def test_the_page_and_a_letter_say_it(owner: Client, scope, mira):
    job(scope, mira, "Acme", "2020", "2021")
    page = owner.get(f"/people/{mira.uid}/").content.decode()
    assert "You worked at Acme at the same time." in page
    assert "their path, and the jobs of my profile" in page
    facts = [row.fact for row in ingredients(scope, mira, kind="request")]
    assert ("common.organization", "Acme") in [(fact.name, fact.text) for fact in facts]
