"""Every page in a real browser: axe finds nothing in either theme, the console stays silent, and
nobody else is asked for anything."""

import pytest
from django.urls import reverse

from tests.support.addresses import addresses
from tests.support.browser import axe_violations
from tests.support.objects import arguments
from tests.support.sample import fill

pytestmark = pytest.mark.browser


def pages(client, rows):
    """The paths of all addresses that answer GET with a page."""
    for address in addresses():
        path = reverse(address.name, kwargs=arguments(address.name, list(address.keywords), rows))
        answer = client.get(path)
        if (
            answer.status_code == 200
            and "html" in answer["Content-Type"]
            and b"<html" in answer.content
        ):
            yield path


def test_every_page_is_accessible_and_quiet(owner_page, witness, live_cast):
    from tests.support.cast import signed_in

    rows = fill(live_cast.workspace, live_cast.owner)
    found: dict[str, list[str]] = {}
    for path in pages(signed_in(live_cast.owner), rows):
        for theme in ("light", "dark"):
            owner_page.emulate_media(color_scheme=theme)
            owner_page.goto(path)
            if wrong := axe_violations(owner_page) + witness.complaints:
                found[f"{path} {theme}"] = wrong
            witness.complaints.clear()
    assert found == {}
