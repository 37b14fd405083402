"""The brainstorm walk passes every source once."""

import pytest

from askwell.people.brainstorm import prompt, prompts
from askwell.people.models import Source


def test_the_walk_passes_every_source_a_person_can_remember():
    walked = [p.source for p in prompts()]
    assert len(walked) == len(set(walked)) == 11
    assert set(Source.values) - set(walked) == {"referral", "import", "other"}


@pytest.mark.parametrize("stop", prompts(), ids=lambda p: p.key)
def test_a_stop_is_kind_and_short(stop):
    assert 2 <= len(stop.joggers) <= 3
    assert all(jogger.endswith("?") for jogger in stop.joggers)
    assert len(stop.prompt) <= 140
    assert prompt(stop.key) == stop


def test_an_unknown_stop_is_nothing():
    assert prompt("moon") is None
