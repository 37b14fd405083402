"""A question, somebody to talk to, and a talk in two days."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from askwell.explorations import operations as explorations
from askwell.meetings import operations
from askwell.meetings.operations import Agreed
from askwell.people import operations as people
from askwell.plumbing.ids import new_uid

MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture
def now(clock):
    """Monday, 30 November 2026, nine o'clock in UTC."""
    return clock.set(MONDAY)


@pytest.fixture
def question(scope, now):
    return explorations.ask(scope, uid=new_uid(), topic="data journalism", now=now)


@pytest.fixture
def dana(scope, now, question):
    return people.add_person(
        scope, name="Dana Whitfield", now=now, organization="The Courier", role="Data editor"
    )


@pytest.fixture
def agreed(now):
    """Wednesday at ten, half an hour by phone."""
    return Agreed(
        starts_at=datetime(2026, 12, 2, 10, tzinfo=UTC),
        minutes=30,
        zone="UTC",
        mode="phone",
        place="+44 20 7946 0000",
    )


@pytest.fixture
def book(scope, dana, question, agreed, now):
    """Books a talk; other values by keyword."""

    def make(people=(dana,), exploration=question, uid=None, **other):
        return operations.book(
            scope,
            uid=uid or new_uid(),
            people=list(people),
            agreed=Agreed(**{**vars(agreed), **other}),
            exploration=exploration,
            now=now,
        )

    return make


@pytest.fixture
def talk(book):
    return book()


@pytest.fixture
def running(scope, talk, clock):
    """The talk, started on time."""
    operations.start(scope, talk=talk, now=clock.set(talk.starts_at))
    return talk


@pytest.fixture
def held(scope, running, clock):
    """The talk, ended after half an hour."""
    operations.end(scope, talk=running, now=clock.forward(minutes=30))
    return running


@pytest.fixture
def ahead():
    """What the booking form sends for Wednesday at ten."""
    return {
        "uid": str(new_uid()),
        "day": "2026-12-02",
        "at": "10:00",
        "zone": "UTC",
        "minutes": "30",
        "mode": "phone",
        "place": "+44 20 7946 0000",
        "backup": "",
        "others": "",
    }


@pytest.fixture
def step(scope):
    """What is next with somebody under the question, from Standing."""
    from askwell.people.selectors import standings_of

    def read(person):
        row = standings_of(scope, person).exclude(step="").first()
        return SimpleNamespace(
            kind=row.step if row else "",
            due_at=row.due_at if row else None,
            stage=row.stage if row else "",
        )

    return read
