"""The joint: the journal is append-only, and standing is always what the journal says."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.coach.cadence import EventKind, StepKind
from askwell.explorations import operations as explorations
from askwell.people import journal, selectors
from askwell.people.models import Event, Standing
from askwell.people.operations import add_person
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

NOW = datetime(2026, 11, 16, 10, tzinfo=UTC)
K = EventKind
pytestmark = pytest.mark.django_db


def later(days: float) -> datetime:
    return NOW + timedelta(days=days)


def test_recording_gives_somebody_one_step(scope: Scope) -> None:
    mira = add_person(scope, name="Mira Okafor", now=NOW)
    assert not Standing.objects.exists()
    journal.record(scope, person=mira, kind=K.CHOSEN, at=NOW, now=NOW)
    (row,) = selectors.standings_of(scope, mira)
    assert (row.step, row.stage) == (StepKind.READ, "thought")
    assert row.due_at and row.due_at > NOW


def test_taking_back_the_only_entry_makes_them_silent_again(scope: Scope) -> None:
    mira = add_person(scope, name="Mira", now=NOW)
    event = journal.record(scope, person=mira, kind=K.CHOSEN, at=NOW, now=NOW)
    journal.retract(scope, event=event, now=NOW)
    assert not Standing.objects.exists()
    assert Event.objects.count() == 2


def test_no_in_one_question_ends_asking_in_every_question(scope: Scope) -> None:
    mira = add_person(scope, name="Mira", now=NOW)
    one = explorations.ask(scope, uid=new_uid(), topic="law", now=NOW)
    two = explorations.ask(scope, uid=new_uid(), topic="data", now=NOW)
    for question in (one, two):
        journal.record(scope, person=mira, exploration=question, kind=K.CHOSEN, at=NOW, now=NOW)
    journal.record(scope, person=mira, exploration=one, kind=K.DECLINED, at=NOW, now=NOW)
    steps = {row.exploration_id: row.step for row in selectors.standings_of(scope, mira)}
    assert steps == {one.pk: StepKind.THANK_DECLINE, two.pk: ""}


def test_time_alone_moves_a_booked_talk_and_only_that(scope: Scope) -> None:
    mira, omar = (add_person(scope, name=name, now=NOW) for name in ("Mira", "Omar"))
    talk = {"talk": str(new_uid()), "starts_at": later(4).isoformat(), "minutes": 30}
    journal.record(scope, person=mira, kind=K.BOOKED, at=NOW, now=NOW, data=talk)
    journal.record(scope, person=omar, kind=K.LETTER_SENT, at=NOW, now=NOW)
    assert journal.refresh(scope, later(3)) == 0
    assert journal.refresh(scope, later(4)) == 1
    (row,) = selectors.standings_of(scope, mira)
    assert row.step == StepKind.TALK


def test_rebuilding_everybody_takes_the_same_queries_for_one_and_for_many(
    scope: Scope, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        person = add_person(scope, name=f"Person {number}", now=NOW)
        journal.record(scope, person=person, kind=K.CHOSEN, at=NOW, now=NOW)
    ids = list(selectors.people(scope).values_list("pk", flat=True))
    with django_assert_num_queries(6):
        journal.rebuild(scope, ids[:1], NOW)
    with django_assert_num_queries(6):
        journal.rebuild(scope, ids, NOW)


@st.composite
def told(draw: st.DrawFn) -> list[tuple[EventKind, int, float, dict[str, Any], int]]:
    """What somebody might tell in any order: kind, who, when, payload, under which question."""
    talk = st.sampled_from(["0190a000-0000-7000-8000-00000000000%d" % n for n in range(3)])  # noqa: UP031
    entries, at = [], 0.0
    for _ in range(draw(st.integers(1, 12))):
        at += draw(st.floats(0, 9))
        kind = draw(st.sampled_from([k for k in K if k is not K.RETRACTED]))
        data = {
            "talk": draw(talk),
            "ref": draw(talk),
            "starts_at": later(draw(st.floats(0, 90))).isoformat(),
            "minutes": 30,
            "days": draw(st.sampled_from([0, 60])),
            "due": later(draw(st.floats(0, 90))).isoformat(),
            "until": later(draw(st.floats(0, 90))).isoformat(),
            "mine": draw(st.booleans()),
        }
        entries.append((kind, draw(st.integers(0, 1)), at, data, draw(st.integers(0, 2))))
    return entries


@given(entries=told(), undone=st.lists(st.integers(0, 11), max_size=3), wait=st.floats(0, 120))
@settings(max_examples=60)
def test_stored_standing_is_what_the_journal_says_after_any_sequence(
    scope: Scope, entries: Any, undone: list[int], wait: float
) -> None:
    with transaction.atomic():
        people = [add_person(scope, name=f"P{n}", now=NOW) for n in range(2)]
        tracks = [None, *(explorations.ask(scope, uid=new_uid(), topic=t, now=NOW) for t in "ab")]
        events = [
            journal.record(
                scope,
                person=people[who],
                exploration=tracks[track],
                kind=kind,
                at=later(at),
                now=later(at),
                data=data,
            )
            for kind, who, at, data, track in entries
        ]
        for index in undone:
            if index < len(events):
                journal.retract(scope, event=events[index], now=later(300))
        assert journal.differences(scope, later(300 + wait)) == []
        stored = [(r.person_id, r.exploration_id, r.step, r.due_at) for r in Standing.objects.all()]
        journal.rebuild_all(scope, later(300 + wait))
        again = [(r.person_id, r.exploration_id, r.step, r.due_at) for r in Standing.objects.all()]
        assert sorted(map(str, stored)) == sorted(map(str, again))
        transaction.set_rollback(True)
