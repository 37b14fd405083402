"""The fixtures everybody leans on do what they say."""

from datetime import timedelta

from django.contrib.auth import get_user
from django.db import connection


def test_the_cast_shares_and_does_not_share(cast, owner, teammate, stranger):
    assert get_user(owner) == cast.owner
    assert cast.scope.workspace != cast.strange_scope.workspace


def test_the_clock_moves_for_the_whole_application(clock):
    before = clock.now()
    clock.forward(days=3)
    assert clock.now() - before >= timedelta(days=3)


def test_the_database_is_the_one_asked_for(db, pytestconfig):
    assert connection.vendor == ("postgresql" if pytestconfig.getoption("postgres") else "sqlite")
