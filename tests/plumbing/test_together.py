"""Several reads in one statement give what each would have given by itself."""

from datetime import UTC, datetime

import pytest

from askwell.explorations import operations as explorations
from askwell.outreach import operations as outreach
from askwell.outreach import selectors as letters
from askwell.people import operations, selectors
from askwell.people.models import Note, Person, Position
from askwell.plumbing import together
from askwell.plumbing.ids import new_uid

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def person(scope):
    mira = operations.add_person(
        scope, name="Míra “M” O'Kafor", organization="Acme, Söhne", role="Diver", now=NOW
    )
    for text in ("first", "second\nline", "日本 \\ \" '"):
        operations.add_note(scope, person=mira, uid=new_uid(), text=text, now=NOW)
    question = explorations.ask(scope, uid=new_uid(), topic="tides", now=NOW)
    outreach.draft(scope, kind="request", person=mira, exploration=question, now=NOW)
    operations.edit_person(scope, person=mira, fields={"labels": ["a", "b"]}, now=NOW)
    return mira


def columns(rows):
    return [{f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields} for row in rows]


def test_each_is_as_if_read_alone(scope, person, django_assert_num_queries):
    def parts():
        return [
            Note.objects.filter(person=person)[:2],
            letters.letters_of(scope, person),
            Person.objects.filter(pk=person.pk).order_by("-sort_key"),
            Position.objects.filter(person=person).select_related("organization"),
            Note.objects.none(),
            selectors.standings_of(scope, person),
            Note.objects.filter(person=person, text="nowhere"),
        ]

    got = parts()
    with django_assert_num_queries(1):
        together.read(*got)
        found = [columns(rows) for rows in got]
        assert got[3][0].organization.name == "Acme, Söhne"
        assert got[1][0].exploration.topic == "tides"
        assert got[1][0].person.labels == ["a", "b"]
        assert not got[4]
    assert found == [columns(rows) for rows in parts()]


def test_columns_left_out_are_left_out(scope, person, django_assert_num_queries):
    rows = Person.objects.filter(pk=person.pk).only("uid", "name")
    together.read(rows)
    assert rows[0].get_deferred_fields() >= {"role", "labels"}
    with django_assert_num_queries(1):
        assert rows[0].role == "Diver"


def test_nothing_asked_is_nothing_read(django_assert_num_queries):
    with django_assert_num_queries(0):
        together.read()
