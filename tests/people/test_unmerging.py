"""Undo of "same person" gives every row back, whatever was done in between, in any order."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

from django.db import transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.coach.cadence import EventKind
from askwell.people import journal, operations
from askwell.people.models import ContactPoint, Merge, MergeChange, Note, Person, Verdict
from askwell.people.selectors import get_person
from askwell.workspaces.operations import undo_url
from tests.people.test_merging import snapshot

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
PEOPLE = ("Ana", "Ana Lima", "A. Lima", "Ana Luisa Lima")
WORDS = st.text("abcxyz", min_size=1, max_size=6)
WHO = st.integers(0, len(PEOPLE) - 1)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), WHO, WHO),
        st.tuples(st.just("name"), WHO, WORDS),
        st.tuples(st.just("role"), WHO, WORDS),
        st.tuples(st.just("labels"), WHO, st.lists(WORDS, max_size=2, unique=True)),
        st.tuples(st.just("note"), WHO, WORDS),
        st.tuples(st.just("rewrite"), st.integers(0, 7), WORDS),
        st.tuples(st.just("move"), st.integers(0, 7), WHO),
        st.tuples(st.just("drop"), st.integers(0, 7), st.none()),
        st.tuples(st.just("event"), WHO, st.none()),
    ),
    max_size=6,
)


def some_people(scope):
    found = []
    for number, name in enumerate(PEOPLE):
        person = operations.add_person(
            scope,
            name=name,
            role="Head" if number % 2 else "",
            organization=f"Firm {number}",
            now=NOW,
        )
        person.labels = [f"label {number // 2}"]
        person.origin = {"*": str(uuid4())}
        person.save()
        for text in ("one", "two"):
            operations.add_note(scope, person=person, uid=uuid4(), text=text, now=NOW)
        operations.add_contact(
            scope, person=person, uid=uuid4(), kind="email", value=f"a{number}@x.example", now=NOW
        )
        journal.record(scope, person=person, kind=EventKind.TOUCHED, at=NOW, now=NOW)
        found.append(person)
    return found


def do(scope, deed, people, notes, at):
    """One thing somebody does between merge and undo."""
    kind, which, what = deed
    if kind in ("rewrite", "move", "drop"):
        note = Note.objects.filter(pk=notes[which].pk).first()
        if note is None:
            return
        if kind == "rewrite":
            operations.edit_note(scope, note=note, text=what, now=at)
        elif kind == "move":
            Note.objects.filter(pk=note.pk).update(person=get_person(scope, people[what].uid))
        else:
            operations.delete_detail(scope, detail=note, now=at)
        return
    person = get_person(scope, people[which].uid)
    if kind in ("name", "role", "labels"):
        operations.edit_person(scope, person=person, fields={kind: what}, now=at)
    elif kind == "note":
        operations.add_note(scope, person=person, uid=uuid4(), text=what, now=at)
    else:
        journal.record(scope, person=person, kind=EventKind.TOUCHED, at=at, now=at)


def join(scope, people, one, other, at):
    winner, loser = (get_person(scope, people[n].uid) for n in (one, other))
    if winner.pk == loser.pk:
        return []
    return [operations.merge_people(scope, winner=winner, loser=loser, now=at)]


def changed(before, after):
    """Columns of rows that differ, and rows that are new or gone."""
    return {
        (uid, column)
        for uid in before.keys() | after.keys()
        for column in {**before.get(uid, {}), **after.get(uid, {})}
        if before.get(uid, {}).get(column) != after.get(uid, {}).get(column)
    }


@settings(max_examples=20)
@example(first=(0, 2), deeds=[("merge", 0, 1)], order=Random(1))
@example(first=(0, 2), deeds=[("merge", 0, 1)], order=Random(2))
@example(first=(0, 1), deeds=[("merge", 2, 0)], order=Random(1))
@example(first=(0, 1), deeds=[("merge", 2, 0)], order=Random(2))
@given(first=st.tuples(WHO, WHO), deeds=DEEDS, order=st.randoms(use_true_random=False))
def test_undo_in_any_order_gives_back_all_that_nobody_changed(scope, first, deeds, order):
    with transaction.atomic():
        people = some_people(scope)
        notes = list(Note.objects.filter(person__in=people).order_by("pk"))
        start = snapshot(scope.workspace)
        merges, edited = join(scope, people, *first, NOW), set()
        for number, deed in enumerate(deeds):
            at = NOW + timedelta(minutes=number)
            before = snapshot(scope.workspace)
            if deed[0] == "merge":
                merges += join(scope, people, deed[1], deed[2], at)
            else:
                do(scope, deed, people, notes, at)
                edited |= changed(before, snapshot(scope.workspace))
        edited |= {(uid, "sort_key") for uid, column in edited if column == "name"}  # follows it
        order.shuffle(merges)
        told = [s for m in merges for s in operations.unmerge(scope, merge=m, now=NOW)]
        end = snapshot(scope.workspace)
        assert changed(start, end) <= edited
        assert edited or told == []
        assert not Person.objects.exclude(merged_into=None).exists()
        assert journal.differences(scope, NOW) == []
        transaction.set_rollback(True)


def test_a_later_edit_of_another_field_is_no_conflict(scope):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    lima = operations.add_person(scope, name="Ana Lima", role="Clerk", now=NOW)
    before = snapshot(scope.workspace)
    merged = operations.merge_people(scope, winner=ana, loser=lima, now=NOW)
    ana.refresh_from_db()
    operations.edit_person(scope, person=ana, fields={"place": "Porto"}, now=NOW)
    assert operations.unmerge(scope, merge=merged, now=NOW) == []
    row = snapshot(scope.workspace)[str(ana.uid)]
    assert row == before[str(ana.uid)] | {"place": "Porto"}


def test_what_conflicts_is_named(scope):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    lima = operations.add_person(scope, name="Ana Lima", role="Clerk", now=NOW)
    merged = operations.merge_people(scope, winner=ana, loser=lima, now=NOW)
    ana.refresh_from_db()
    operations.edit_person(scope, person=ana, fields={"role": "Head"}, now=NOW)
    assert "role" in " ".join(operations.unmerge(scope, merge=merged, now=NOW))
    ana.refresh_from_db()
    assert ana.role == "Head"


def test_labels_come_together_and_part_again(scope):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    lima = operations.add_person(scope, name="Ana Lima", now=NOW)
    Person.objects.filter(pk=ana.pk).update(labels=["chess"])
    Person.objects.filter(pk=lima.pk).update(labels=["chess", "port"])
    merged = operations.merge_people(scope, winner=ana, loser=lima, now=NOW)
    ana.refresh_from_db()
    assert ana.labels == ["chess", "port"]
    Person.objects.filter(pk=ana.pk).update(labels=["chess", "port", "new"])
    assert operations.unmerge(scope, merge=merged, now=NOW) == []
    ana.refresh_from_db()
    assert ana.labels == ["chess", "new"]


def test_where_a_filled_field_came_from_comes_along(scope):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    lima = operations.add_person(scope, name="Ana Lima", role="Clerk", now=NOW)
    Person.objects.filter(pk=lima.pk).update(origin={"*": "row 7"})
    operations.merge_people(scope, winner=ana, loser=lima, now=NOW)
    ana.refresh_from_db()
    assert ana.origin["role"] == "row 7"


def test_an_automatic_one_taken_back_is_remembered(scope):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    lima = operations.add_person(scope, name="Ana Lima", now=NOW)
    merged = operations.merge_people(scope, winner=ana, loser=lima, now=NOW, automatic=True)
    operations.unmerge(scope, merge=merged, now=NOW)
    verdict = Verdict.objects.get()
    assert {verdict.person, verdict.other_person} == {ana, lima}
    assert verdict.answer == "different"


def test_gone_is_gone(scope):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    lima = operations.add_person(scope, name="Ana Lima", now=NOW)
    merged = operations.merge_people(scope, winner=ana, loser=lima, now=NOW)
    Person.objects.filter(pk=lima.pk).delete()
    try:
        operations.unmerge(scope, merge=merged, now=NOW)
    except operations.CannotUnmerge as refusal:
        assert "no longer" in str(refusal)
    assert Merge.objects.get().undone_at is None
    assert MergeChange.objects.filter(merge=merged).exists()
    assert not ContactPoint.objects.exists()


def test_what_comes_back_from_the_trash_finds_the_winner(scope, owner):
    ana = operations.add_person(scope, name="Ana", now=NOW)
    lima = operations.add_person(scope, name="Ana Lima", now=NOW)
    note = operations.add_note(scope, person=lima, uid=uuid4(), text="one", now=NOW)
    thrown = operations.delete_detail(scope, detail=note, now=NOW)
    merged = operations.merge_people(scope, winner=ana, loser=lima, now=NOW)
    owner.post(undo_url(thrown))
    assert Note.objects.get().person == ana
    assert operations.unmerge(scope, merge=merged, now=NOW) == []
    assert Note.objects.get().person == lima
