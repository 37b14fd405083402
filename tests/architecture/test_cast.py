"""Every address, tried by the owner, a team-mate, a stranger and somebody who is not signed in."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.support.addresses import addresses
from tests.support.database import everything
from tests.support.objects import ABSENT, OBJECTS, PUBLIC, arguments
from tests.support.sample import MARK, fill

ANSWERS = (200, 204, 302, 303, 400, 403, 404, 405, 409, 413, 422)


@pytest.mark.parametrize("address", addresses(), ids=lambda address: address.name)
def test_every_address_as_everybody(address, cast, owner, teammate, stranger):
    rows = fill(cast.workspace, cast.owner)
    path = reverse(address.name, kwargs=arguments(address.name, list(address.keywords), rows))
    as_owner_and_teammate(address, path, owner, teammate)
    before = everything(cast.workspace)
    as_stranger(address, path, stranger)
    as_nobody(address, path)
    assert everything(cast.workspace) == before
    with_an_empty_form(path, owner)


def as_owner_and_teammate(address, path, owner, teammate):
    """Both see the same."""
    first = owner.get(path)
    expected = (404,) if address.name in ABSENT else (200, 302, 303, 405)
    assert first.status_code in expected, first.content[:500]
    assert teammate.get(path).status_code == first.status_code


def as_stranger(address, path, stranger):
    """Sees nothing of it, and what is not hers is not there."""
    answer = stranger.get(path)
    body = b"".join(answer) if answer.streaming else answer.content
    assert MARK.encode() not in body
    posted = stranger.post(path, {"text": "x", "name": "x", "kind": "x"})
    assert posted.status_code < 500
    if address.name in OBJECTS:
        assert answer.status_code in (404, 405)
        assert posted.status_code in (404, 405)


def as_nobody(address, path):
    """Is sent to the way in."""
    for answer in (Client().get(path), Client().post(path)):
        if address.name not in PUBLIC:
            assert answer.status_code in (302, 401, 403, 405), answer.status_code
            assert answer.status_code != 302 or "/account/" in answer["Location"]


def with_an_empty_form(path, owner):
    """Whatever is posted, the answer is a page, a refusal or a redirect; never a crash."""
    for data in ({}, {"uid": "not a uid", "at": "30 February", "minutes": "many"}):
        assert owner.post(path, data).status_code in ANSWERS
