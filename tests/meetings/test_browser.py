"""The room and the prep sheet in a real browser."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from askwell.explorations import operations as explorations
from askwell.meetings import operations, selectors
from askwell.people import operations as people
from askwell.people.models import Reading
from askwell.plumbing.ids import new_uid
from askwell.questions import selectors as plans

pytestmark = pytest.mark.browser


@pytest.fixture
def talk(live_cast, clock):
    scope, now = live_cast.scope, clock.now()
    question = explorations.ask(scope, uid=new_uid(), topic="data journalism", now=now)
    dana = people.add_person(scope, name="Dana Whitfield", role="Data editor", now=now)
    Reading.objects.create(
        workspace=scope.workspace,
        person=dana,
        kind="recent-work",
        text="Her series on river pollution.",
        created_at=now,
    )
    found = operations.book(
        scope,
        uid=new_uid(),
        people=[dana],
        agreed=operations.Agreed(now + timedelta(minutes=3), 30, "UTC", "phone"),
        exploration=question,
        now=now,
    )
    operations.make_plan(scope, talk=found, now=now)
    return found


def sheets(pdf: bytes) -> int:
    """How many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_prep_sheet_is_one_page_of_paper(owner_page, talk):
    owner_page.goto(reverse("meetings:prep", args=[talk.uid]))
    on_screen = owner_page.pdf(format="A4", prefer_css_page_size=True)
    assert sheets(on_screen) == 1
    with owner_page.expect_download() as download:
        owner_page.get_by_role("link", name="One file for the pocket").click()
    pocket = owner_page.context.new_page()
    pocket.set_content(download.value.path().read_text())
    assert sheets(pocket.pdf(prefer_css_page_size=True)) == 1


def test_a_talk_with_the_keyboard(owner_page, live_cast, talk):
    owner_page.goto(reverse("meetings:room", args=[talk.uid]))
    owner_page.get_by_role("button", name="Start the talk").press("Enter")
    owner_page.wait_for_url("**/room/")
    line = owner_page.get_by_label("Note", exact=True)
    line.press("1")
    line.press_sequentially("Half of it is phoning")
    line.press("Enter")
    line.press_sequentially("SQL every d")
    owner_page.locator(".tick").nth(1).press("Space")
    owner_page.get_by_text("saved everywhere").wait_for()
    owner_page.reload()
    assert "Half of it is phoning" in owner_page.locator(".lines").inner_text()
    assert "SQL every d" in owner_page.locator(".lines").inner_text()
    owner_page.get_by_role("button", name="End the talk").press("Enter")
    owner_page.wait_for_url("**/remember/")
    scope = live_cast.scope
    held = selectors.get_talk(scope, talk.uid)
    assert held.is_held
    assert [(n.text, n.tag) for n in selectors.notes_of(held)] == [
        ("Half of it is phoning", "quote"),
        ("SQL every d", "note"),
    ]
    assert plans.plan(scope, held.agenda).items[1].asked_at
