"""Whatever somebody types, pastes or puts into an address: a page, a refusal or a redirect."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

import pytest
from django import forms
from django.urls import reverse

from askwell.config.layers import STAGES
from tests.architecture.test_cast import ANSWERS
from tests.support.addresses import addresses
from tests.support.objects import arguments
from tests.support.sample import fill

# A huge number with a NUL, and the uid of something that is not here.
ODD = ("9" * 400 + "\x00", "01890a5d-ac96-774b-bcce-b302099a8057")
# What views read beside their forms.
LOOSE = ["after", "again", "agenda", "before", "category", "chosen", "do", "exploration", "form", "highlight", "insist", "key", "kind", "list", "moment", "next", "own", "page", "passage", "picked", "q", "question", "ref", "source", "stop", "talk", "to", "topic", "turn", "way", "fact.x"]  # fmt: skip


def fields() -> Iterator[str]:
    """The name of every field of every form of the house."""
    for stage in STAGES:
        if find_spec(name := f"askwell.{stage}.forms"):
            for thing in vars(import_module(name)).values():
                if isinstance(thing, type) and issubclass(thing, forms.Form):
                    yield from thing.base_fields


OURS = [a for a in addresses() if not a.name.startswith(("account_", "mfa_"))]


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_odd_input_is_never_a_crash(address, cast, owner):
    rows = fill(cast.workspace, cast.owner)
    path = reverse(address.name, kwargs=arguments(address.name, list(address.keywords), rows))
    names = {*fields(), *LOOSE}
    for value in ODD:
        assert owner.get(path, dict.fromkeys(LOOSE, value)).status_code in ANSWERS
        # The uid is right, so that what is odd gets further than the first field.
        typed = dict.fromkeys(names, value) | {"uid": str(rows["people.person"].uid)}
        assert owner.post(path, typed).status_code in ANSWERS
