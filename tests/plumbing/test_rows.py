"""Rows to JSON and back: what comes out goes in again, row for row, in another notebook."""

import json
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from askwell.people.models import ContactPoint, Event, Organization, Person
from askwell.plumbing import rows
from askwell.workspaces.models import Workspace

THEN = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture
def mira(cast):
    place = Organization.objects.create(
        workspace=cast.workspace, name="Harbour & Søn", key="harbour son", created_at=THEN
    )
    person = Person.objects.create(
        workspace=cast.workspace,
        name="Mira “M.” O'Neill",
        sort_key="oneill mira",
        organization=place,
        connected_on=date(2024, 2, 29),
        labels=["a", {"b": None}],
        created_at=THEN,
        updated_at=THEN,
    )
    twin = Person.objects.create(
        workspace=cast.workspace,
        name="M. O'Neill",
        sort_key="oneill m",
        merged_into=person,
        created_at=THEN,
        updated_at=THEN,
    )
    ContactPoint.objects.create(
        workspace=cast.workspace,
        person=person,
        kind="email",
        value="m@x.example",
        key="m@x.example",
    )
    Event.objects.create(
        workspace=cast.workspace,
        person=twin,
        kind="met",
        at=THEN,
        recorded_at=THEN,
        actor=cast.owner,
        data={"uid": str(uuid4())},
    )
    return person


MODELS = [Event, ContactPoint, Person, Organization]


def everything(workspace: Workspace) -> list[dict]:
    return [row for model in MODELS for row in rows.dump(model.objects.filter(workspace=workspace))]


def test_what_comes_out_goes_in_again(cast, mira):
    written = json.loads(json.dumps(everything(cast.workspace)))
    count = rows.load(written, workspace=cast.elsewhere, actor=cast.stranger)
    assert count == 5
    assert everything(cast.elsewhere) == written
    # The account that acted is known here, so it stays the one that acted.
    assert Event.objects.get(workspace=cast.elsewhere).actor == cast.owner
    # Every key points inside the new workspace.
    assert Person.objects.get(
        workspace=cast.elsewhere, merged_into=None
    ).organization.workspace == (cast.elsewhere)


def test_an_account_that_is_not_here_becomes_the_one_who_loads(cast, mira):
    written = everything(cast.workspace)
    for row in written:
        if row.get("actor"):
            row["actor"] = str(uuid4())
    rows.load(written, workspace=cast.elsewhere, actor=cast.stranger)
    assert Event.objects.get(workspace=cast.elsewhere).actor == cast.stranger


def test_a_delete_is_undone_with_everything_it_took(cast, mira):
    before = everything(cast.workspace)
    bundle = json.loads(json.dumps(rows.cascade(Person.objects.filter(pk=mira.pk))))
    mira.delete()
    assert ContactPoint.objects.count() == 0
    assert Person.objects.get().merged_into is None
    rows.revive(bundle, workspace=cast.workspace, actor=cast.owner)
    assert sorted(map(str, everything(cast.workspace))) == sorted(map(str, before))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"_model": "people.nobody"}, "no kind of row"),
        ({"_model": "people.standing"}, "never loaded"),
        ({"_model": "workspaces.user"}, "never loaded"),
        ({"name": None}, "people.person.name"),
        ({"name": "x" * 301}, "people.person.name"),
        ({"created_at": "yesterday"}, "people.person.created_at"),
        ({"uid": "1; DROP TABLE"}, "people.person.uid"),
        ({"organization": str(uuid4())}, "missing"),
        ({"organization": 7}, "not a uid"),
    ],
)
def test_a_row_that_cannot_be_is_refused_whole(cast, mira, change, sentence):
    written = everything(cast.workspace)
    spoilt = [row | change if row["_model"] == "people.person" else row for row in written]
    with pytest.raises(rows.BadRow, match=sentence):
        rows.load(spoilt, workspace=cast.elsewhere, actor=cast.stranger)
    assert everything(cast.elsewhere) == []


def test_loading_costs_the_same_number_of_statements(cast, mira, django_assert_max_num_queries):
    person = next(r for r in everything(cast.workspace) if r["_model"] == "people.person")
    many = [
        person | {"uid": str(uuid4()), "organization": None, "merged_into": None}
        for _ in range(300)
    ]
    with django_assert_max_num_queries(6):
        rows.load(many, workspace=cast.elsewhere, actor=cast.stranger)
