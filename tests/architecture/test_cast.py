"""Every address, tried by the owner, a team-mate, a stranger and somebody who is not signed in."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.support.addresses import addresses
from tests.support.database import everything
from tests.support.objects import ABSENT, OBJECTS, PUBLIC, arguments
from tests.support.sample import MARK, fill

pytestmark = pytest.mark.django_db
EVERY = pytest.mark.parametrize("address", addresses(), ids=lambda address: address.name)


@pytest.fixture
def sample(cast):
    return fill(cast.workspace, cast.owner)


@pytest.fixture
def at(sample):
    return lambda address: reverse(
        address.name, kwargs=arguments(address.name, list(address.keywords), sample)
    )


@EVERY
def test_owner_and_teammate_see_the_same(address, at, owner, teammate):
    first = owner.get(at(address))
    expected = (404,) if address.name in ABSENT else (200, 302, 303, 405)
    assert first.status_code in expected, first.content[:500]
    assert teammate.get(at(address)).status_code == first.status_code


@EVERY
def test_a_stranger_sees_nothing_of_it(address, at, stranger):
    answer = stranger.get(at(address))
    if address.name in OBJECTS:
        assert answer.status_code in (404, 405)
    body = b"".join(answer) if answer.streaming else answer.content
    assert MARK.encode() not in body


@EVERY
def test_a_stranger_changes_nothing_in_it(address, at, cast, stranger):
    place, before = at(address), everything(cast.workspace)
    answer = stranger.post(place, {"text": "x", "name": "x", "kind": "x"})
    assert answer.status_code < 500
    assert everything(cast.workspace) == before
    if address.keywords and address.name not in PUBLIC:
        assert answer.status_code in (404, 405)


@EVERY
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_is_sent_to_the_way_in(address, at, cast, method):
    place, before = at(address), everything(cast.workspace)
    answer = getattr(Client(), method)(place)
    assert everything(cast.workspace) == before
    if address.name not in PUBLIC:
        assert answer.status_code in (302, 401, 403, 405), answer.status_code
        assert answer.status_code != 302 or "/account/" in answer["Location"]


@EVERY
def test_an_empty_form_is_refused_kindly(address, at, owner):
    """Whatever is posted, the answer is a page, a refusal or a redirect; never a crash."""
    for data in ({}, {"uid": "not a uid", "at": "30 February", "minutes": "many"}):
        answer = owner.post(at(address), data)
        assert answer.status_code in (200, 204, 302, 303, 400, 403, 404, 405, 409, 413, 422)
