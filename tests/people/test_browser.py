"""In a real browser: the list narrows while typing, a dropped file is looked at."""

import pytest
from playwright.sync_api import expect

from askwell.coach.cadence import EventKind
from askwell.people import operations, suspects
from askwell.people.models import ImportBatch
from askwell.plumbing.ids import new_uid
from tests.people.formats.reading import SAMPLES
from tests.people.imports import NOW
from tests.support.browser import axe_violations

pytestmark = pytest.mark.browser


def test_the_list_narrows_while_typing(owner_page, live_cast):
    for name in ("Ana Lima", "Bo Berg", "Anatol Cole"):
        operations.add_person(live_cast.scope, name=name, now=NOW)
    owner_page.goto("/people/")
    expect(owner_page.locator("#found .who")).to_have_count(3)
    owner_page.locator("#id_q").press_sequentially("ana")
    expect(owner_page.locator("#found .who")).to_have_count(2)
    expect(owner_page).to_have_url("/people/?q=ana&stage=&source=&met=")
    owner_page.locator("#id_q").fill("")
    owner_page.locator("#id_q").press("Backspace")
    owner_page.get_by_role("button", name="Find", exact=True).click()
    expect(owner_page.locator("#found .who")).to_have_count(3)


def test_a_file_is_looked_at_before_anything_is_added(owner_page, live_cast):
    owner_page.goto("/people/import/")
    owner_page.locator("input[type=file]").set_input_files(
        SAMPLES / "linkedin" / "Basic_LinkedInDataExport_11-15-2026.zip"
    )
    owner_page.get_by_role("button", name="Look at it first").click()
    expect(owner_page.get_by_role("button", name="Add these 6 people")).to_be_visible()
    owner_page.get_by_role("button", name="Not these").click()
    expect(owner_page).to_have_url("/people/import/")


def test_every_state_of_an_import_is_accessible(owner_page, live_cast, tmp_path):
    batch = operations.upload_import(
        live_cast.scope,
        uid=new_uid(),
        files=[("c.vcf", [b"BEGIN:VCARD\nFN:Ana\nBDAY:1990-02-31\nEND:VCARD\nBEGIN:VCARD\n"])],
        now=NOW,
    )
    operations.preview_import(live_cast.scope, batch=batch, now=NOW)
    found = {}
    for state in ImportBatch.State:
        ImportBatch.objects.update(state=state, error="What was wrong.")
        for theme in ("light", "dark"):
            owner_page.emulate_media(color_scheme=theme)
            owner_page.goto(f"/people/import/{batch.uid}/")
            if wrong := axe_violations(owner_page):
                found[f"{state} {theme}"] = wrong
    assert found == {}


def test_a_full_list_and_a_full_person_are_accessible(owner_page, live_cast):
    scope = live_cast.scope
    people = [
        operations.add_person(
            scope, name=f"Ana {n}", role="Head", organization="X", happy_to_talk=True, now=NOW
        )
        for n in range(60)
    ]
    ana = people[0]
    operations.record(scope, person=ana, kind=EventKind.TOUCHED, at=NOW, now=NOW)
    operations.record(scope, person=ana, kind=EventKind.CHOSEN, at=NOW, now=NOW)
    for kind, value in (("email", "a@a.example"), ("phone", "12345"), ("link", "a.example")):
        operations.add_contact(scope, person=ana, uid=new_uid(), kind=kind, value=value, now=NOW)
    operations.add_reading(
        scope, person=ana, uid=new_uid(), kind="link", text="", url="b.example", now=NOW
    )
    operations.add_note(scope, person=ana, uid=new_uid(), text="tea", now=NOW)
    operations.add_education(scope, person=ana, uid=new_uid(), school="State", now=NOW)
    operations.merge_people(scope, winner=ana, loser=people[1], now=NOW)
    places = ["/people/", "/people/?q=ana", "/people/?q=zzz", f"/people/{ana.uid}/"]
    places += [f"/people/{ana.uid}/same/", f"/organizations/{ana.organization.uid}/"]
    found = {}
    for place in places:
        for theme in ("light", "dark"):
            owner_page.emulate_media(color_scheme=theme)
            owner_page.goto(place)
            owner_page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            if wrong := axe_violations(owner_page):
                found[f"{place} {theme}"] = wrong
    assert found == {}


def test_a_phone_needs_no_sideways_scrolling(owner_page, live_cast):
    operations.add_person(
        live_cast.scope, name="Ana " * 20, organization="Donaudampfschifffahrt" * 4, now=NOW
    )
    owner_page.set_viewport_size({"width": 320, "height": 640})
    for place in ("/people/", "/people/import/", "/people/brainstorm/", "/people/new/"):
        owner_page.goto(place)
        width = owner_page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, place


def test_pairs_are_answered_with_a_key(owner_page, live_cast):
    for name in ("Robert Ashdown", "Bob Ashdown"):
        operations.add_person(live_cast.scope, name=name, organization="Tate", now=NOW)
    suspects.look_everywhere(live_cast.scope)
    owner_page.goto("/people/twice/")
    assert axe_violations(owner_page) == []
    owner_page.keyboard.press("d")
    expect(owner_page.get_by_text("Remembered: they are two")).to_be_visible()
    owner_page.goto("/people/twice/")
    expect(owner_page.get_by_text("Is this the same person?")).to_have_count(0)
