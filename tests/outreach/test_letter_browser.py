"""The letter creator in a browser: blanks hold back, typing is kept, one undo."""

from dataclasses import replace

import pytest
from django.urls import reverse

from askwell.explorations.operations import ask
from askwell.outreach.models import Letter
from askwell.plumbing.ids import new_uid
from askwell.workspaces.operations import change_settings
from tests.outreach.conftest import somebody
from tests.support.browser import axe_violations

pytestmark = pytest.mark.browser

WHOLE = "Dear Mira,\n\nCould I ask you for twenty minutes?\n\nAna"


@pytest.fixture
def desk(owner_page, live_cast, now):
    scope = live_cast.scope
    change_settings(scope, me=replace(scope.settings.me, name="Ana", email="ana@example.org"))
    ask(scope, uid=new_uid(), topic="data journalism", now=now)
    mira = somebody(scope, now, "Mira Okafor", organization="Leeds Herald")
    owner_page.goto(reverse("outreach:new_letter", args=[mira.uid]))
    return owner_page


def test_copy_leads_to_the_first_blank_instead(desk):
    desk.get_by_role("button", name="Copy").click(force=True)
    assert desk.evaluate("document.activeElement.id") == "id_body"
    assert desk.evaluate("getSelection().toString()").startswith("[")
    assert desk.get_by_role("link", name="Open in mail").get_attribute("href") is None
    assert axe_violations(desk) == []


def test_from_typing_to_sent(desk):
    desk.locator("#id_body").fill(WHOLE)
    desk.get_by_text("Kept in your notebook").wait_for()
    link = desk.get_by_role("link", name="Open in mail")
    assert "twenty%20minutes" in link.get_attribute("href")
    desk.get_by_role("button", name="Copy").click()
    assert desk.evaluate("navigator.clipboard.readText()") == WHOLE
    assert "10 words" in desk.locator("output.counts").inner_text()
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Mail file").click()
    assert download.value.suggested_filename.endswith(".eml")
    desk.get_by_role("button", name="Phone").click()
    desk.wait_for_url("**/letters/*/")
    assert desk.locator("#id_body").input_value().startswith("Hello, this is Ana")
    desk.get_by_role("button", name="Undo").click()
    desk.get_by_role("button", name="Copy").wait_for()
    assert desk.locator("#id_body").input_value() == WHOLE
    desk.get_by_role("button", name="I sent it").click()
    desk.wait_for_url("**/people/*/")
    assert Letter.objects.get().sent_at is not None
