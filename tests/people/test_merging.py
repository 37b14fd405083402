""" "Same person": every key in the house follows, and comes back."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models

from askwell.coach.cadence import EventKind
from askwell.people import merging, operations, search
from askwell.people.models import (
    ContactPoint,
    Merge,
    MergeChange,
    Note,
    Organization,
    Person,
    Position,
    Standing,
)
from askwell.people.selectors import get_person
from askwell.plumbing import rows
from askwell.plumbing.errors import NotFound
from askwell.workspaces.models import Owned
from tests.support.sample import fill

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def snapshot(workspace):
    """Every row of the notebook that belongs to somebody, without the record of merges itself."""
    found = {}
    for model in apps.get_models():
        if issubclass(model, Owned) and model not in (Merge, MergeChange):
            for row in rows.dump(model._base_manager.filter(workspace=workspace)):
                found[row["uid"]] = row
    return found


@pytest.fixture
def sample(scope):
    """One row of every kind, all about one person, who will be the loser."""
    made = fill(scope.workspace, scope.actor)
    loser = made["people.person"]
    winner = operations.add_person(scope, name="Winner", now=NOW)
    return winner, loser


def test_two_tabs_cannot_merge_two_people_into_each_other(scope):
    one, other = (operations.add_person(scope, name=name, now=NOW) for name in ("Mira", "Mira O."))
    stale = [Person.objects.get(pk=row.pk) for row in (one, other)]
    operations.merge_people(scope, winner=one, loser=other, now=NOW)
    with pytest.raises(operations.CannotMerge):
        operations.merge_people(scope, winner=stale[1], loser=stale[0], now=NOW)
    assert get_person(scope, other.uid).pk == one.pk


def test_every_key_is_found_through_the_models():
    """Independent of `keys_to`: each foreign key field of each model of the house."""
    for target in (Person, Organization):
        declared = {
            (model._meta.label, field.name)
            for model in apps.get_models(include_auto_created=True)
            for field in model._meta.concrete_fields
            if isinstance(field, models.ForeignKey)
            and field.related_model is target
            and rows.written(model)
        }
        assert {(f.model._meta.label, f.name) for f in merging.keys_to(target)} == declared
        assert declared


def test_only_derived_tables_are_left_out():
    keys = [
        model
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.is_relation
        and field.related_model in (Person, Organization)
        and not rows.written(model)
    ]
    assert keys == [Standing]


def test_merge_leaves_no_key_to_the_loser_and_unmerge_restores_each(scope, sample):
    winner, loser = sample
    before = snapshot(scope.workspace)
    merged = operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    for field in merging.keys_to(Person):
        left = field.model._base_manager.filter(**{field.name: loser})
        assert not left.exists(), field
        moved = field.model._base_manager.filter(**{field.name: winner})
        assert moved.exists() or field.name == "merged_into", field
    loser.refresh_from_db()
    assert loser.merged_into == winner
    assert operations.unmerge(scope, merge=merged, now=NOW) == []
    assert snapshot(scope.workspace) == before


def test_organizations_too(scope, sample):
    winner = operations.organization_named(scope, name="Winner Ltd", now=NOW)
    loser = Organization.objects.exclude(pk=winner.pk).get()
    before = snapshot(scope.workspace)
    merged = operations.merge_organizations(scope, winner=winner, loser=loser, now=NOW)
    for field in merging.keys_to(Organization):
        left = field.model._base_manager.filter(**{field.name: loser})
        assert not left.exists(), field
    assert operations.unmerge(scope, merge=merged, now=NOW) == []
    assert snapshot(scope.workspace) == before


def test_what_the_winner_says_stays_and_gaps_are_filled(scope):
    winner = operations.add_person(scope, name="Ana", role="Head", now=NOW)
    loser = operations.add_person(scope, name="Ana Lima", role="Clerk", organization="X", now=NOW)
    merged = operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    winner.refresh_from_db()
    assert (winner.name, winner.role, winner.family) == ("Ana", "Head", "Lima")
    assert winner.organization.name == "X"
    operations.unmerge(scope, merge=merged, now=NOW)
    winner.refresh_from_db()
    assert (winner.family, winner.organization) == ("", None)


def test_old_address_leads_to_the_winner(scope):
    winner = operations.add_person(scope, name="Ana", now=NOW)
    loser = operations.add_person(scope, name="Ana Lima", now=NOW)
    operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    assert get_person(scope, loser.uid) == winner
    assert [hit.title for hit in search.search(scope, "ana")] == ["Ana"]


def test_standing_follows_the_journal(scope):
    winner = operations.add_person(scope, name="Ana", now=NOW)
    loser = operations.add_person(scope, name="Ana Lima", now=NOW)
    operations.record(scope, person=loser, kind=EventKind.CHOSEN, at=NOW, now=NOW)
    merged = operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    assert Standing.objects.get().person == winner
    operations.unmerge(scope, merge=merged, now=NOW)
    assert Standing.objects.get().person == loser


def test_what_was_changed_since_stays_and_is_said(scope):
    winner = operations.add_person(scope, name="Ana", now=NOW)
    loser = operations.add_person(scope, name="Ana Lima", now=NOW)
    other = operations.add_person(scope, name="Bo", now=NOW)
    kept = operations.add_note(scope, person=loser, uid=uuid4(), text="one", now=NOW)
    gone = operations.add_note(scope, person=loser, uid=uuid4(), text="two", now=NOW)
    merged = operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    Note.objects.filter(pk=kept.pk).update(person=other)
    Note.objects.filter(pk=gone.pk).delete()
    conflicts = operations.unmerge(scope, merge=merged, now=NOW)
    assert len(conflicts) == 2
    assert "stays as it is" in conflicts[0]
    kept.refresh_from_db()
    assert kept.person == other


def test_undone_once_only(scope):
    winner = operations.add_person(scope, name="Ana", now=NOW)
    loser = operations.add_person(scope, name="Ana Lima", now=NOW)
    merged = operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    operations.unmerge(scope, merge=merged, now=NOW)
    with pytest.raises(NotFound):
        operations.unmerge(scope, merge=merged, now=NOW)


def test_refused_with_a_sentence(scope):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    bo = operations.add_person(scope, name="Bo", now=NOW)
    with pytest.raises(operations.CannotMerge, match="same entry"):
        operations.merge_people(scope, winner=ana, loser=ana, now=NOW)
    operations.merge_people(scope, winner=ana, loser=bo, now=NOW)
    bo.refresh_from_db()
    with pytest.raises(operations.CannotMerge, match="merged before"):
        operations.merge_people(scope, winner=ana, loser=bo, now=NOW)


def test_two_open_letters_about_one_question_are_refused(scope, sample):
    winner, loser = sample
    approach = apps.get_model("outreach", "approach")
    mine = approach.objects.get(person=loser)
    again = {
        f.attname: getattr(mine, f.attname)
        for f in approach._meta.concrete_fields
        if f.name not in ("id", "uid", "person")
    }
    approach.objects.create(**again, uid=uuid4(), person=winner)
    before = snapshot(scope.workspace)
    with pytest.raises(operations.CannotMerge, match="Both have something open"):
        operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    assert snapshot(scope.workspace) == before
    assert not Merge.objects.exclude(winner_uid=None).filter(winner_uid=winner.uid).exists()


def test_delete_and_undo_over_every_key(scope, sample):
    from askwell.workspaces.operations import take_back

    _winner, loser = sample
    before = snapshot(scope.workspace)
    thrown = operations.delete_person(scope, person=loser, now=NOW)
    assert not Person.objects.filter(pk=loser.pk).exists()
    assert not ContactPoint.objects.filter(person_id=loser.pk).exists()
    take_back(scope, uid=thrown.uid)
    assert snapshot(scope.workspace) == before


def test_whoever_was_merged_goes_along(scope):
    winner = operations.add_person(scope, name="Ana", now=NOW)
    loser = operations.add_person(scope, name="Ana Lima", role="Clerk", now=NOW)
    operations.merge_people(scope, winner=winner, loser=loser, now=NOW)
    operations.delete_person(scope, person=winner, now=NOW)
    assert not Person.objects.exists()
    assert not Position.objects.exists()


def test_a_first_name_alone_may_be_the_same(scope, owner):
    first = operations.add_person(scope, name="Ines", now=NOW)
    whole = operations.add_person(scope, name="Ines Okafor", now=NOW)
    other = operations.add_person(scope, name="Ines Park", now=NOW)
    for person, alike in ((first, {whole, other}), (whole, {first})):
        assert set(owner.get(f"/people/{person.uid}/same/").context["rows"]) == alike


def test_a_name_does_not_turn_the_text_after_it(scope):
    person = operations.add_person(scope, name="Zo\u00eb \u202eM\u200d", role="\u2066x", now=NOW)
    assert (person.name, person.role) == ("Zo\u00eb M", "x")
