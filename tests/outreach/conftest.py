"""Somebody to write to, a question to ask, and a writer who has said who she is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from askwell.explorations.models import Exploration
from askwell.explorations.operations import ask
from askwell.people.models import ContactPoint, Event, Person, Reading, Standing
from askwell.people.operations import add_person
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings
from tests.support.clock import MovableClock

MONDAY = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(clock: MovableClock) -> datetime:
    """A Monday morning."""
    return clock.set(MONDAY)


@pytest.fixture
def me(scope: Scope) -> Scope:
    """The owner has written down who she is."""
    mine = replace(
        scope.settings.me,
        name="Ana Petrovic",
        email="ana@example.org",
        half_minute="I am finishing biology at Leeds and write for our student paper.",
        school="University of Leeds",
    )
    change_settings(scope, me=mine)
    return scope


@pytest.fixture
def question(scope: Scope, now: datetime) -> Exploration:
    """I wonder whether data journalism is for me."""
    return ask(scope, uid=new_uid(), topic="data journalism", now=now)


@pytest.fixture
def mira(scope: Scope, now: datetime) -> Person:
    """Mira, a reporter in Leeds, with an address."""
    return somebody(scope, now, "Mira Okafor", organization="Leeds Herald")


@pytest.fixture
def well_read(scope: Scope, mira: Person, now: datetime) -> Person:
    """Mira again; her piece was read, so that her letter has no blank about it."""
    Reading.objects.create(
        workspace=scope.workspace,
        person=mira,
        kind=Reading.Kind.RECENT_WORK,
        text="“How we counted the empty shops”",
        created_at=now,
    )
    return mira


def somebody(scope: Scope, now: datetime, name: str, **more: Any) -> Person:
    """One person with an e-mail address made of the name."""
    person = add_person(scope, name=name, role="reporter", now=now, **more)
    address = f"{name.split(maxsplit=1)[0].lower()}@example.net"
    ContactPoint.objects.create(
        workspace=scope.workspace, person=person, kind="email", value=address, key=address
    )
    return person


@pytest.fixture
def stands(scope: Scope) -> Callable[..., tuple[str, str]]:
    """``stands(person)``: stage and step of somebody, empty when they are silent."""

    def read(person: Person, exploration: Exploration | None = None) -> tuple[str, str]:
        rows = Standing.objects.filter(workspace=scope.workspace, person=person)
        row = rows.filter(exploration=exploration).first() if exploration else rows.first()
        return (row.stage, row.step) if row else ("", "")

    return read


@pytest.fixture
def journal_of(scope: Scope) -> Callable[[Person], list[str]]:
    """The kinds of everything that happened with somebody, in order."""

    def read(person: Person) -> list[str]:
        rows = Event.objects.filter(workspace=scope.workspace, person=person)
        return [event.kind for event in rows.order_by("recorded_at", "pk")]

    return read


def post(client: Client, name: str, uid: Any = None, data: dict[str, Any] | None = None) -> Any:
    """POST to a named address of this stage."""
    return client.post(reverse(f"outreach:{name}", args=[uid] if uid else []), data or {})


def get(client: Client, name: str, uid: Any = None, **query: Any) -> Any:
    """GET a named address of this stage."""
    return client.get(reverse(f"outreach:{name}", args=[uid] if uid else []), query)
