"""A newcomer's clock, and every door of the first page, in a real browser.

An interaction is one click, one filled field or one key: what a person has to do.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.clock import MovableClock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Newcomer:
    """Counts what somebody has to do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done = 0
        page.goto("/")

    def press(self, role: Any, words: str) -> None:
        """One click."""
        self.done += 1
        self.page.get_by_role(role, name=words).first.click()
        self.page.wait_for_load_state()

    def write(self, label: str, text: str) -> None:
        """One field."""
        self.done += 1
        self.page.get_by_label(label).first.fill(text)


def test_from_the_first_page_to_a_copied_letter(owner_page: Page) -> None:
    somebody = Newcomer(owner_page)
    somebody.press("link", "Write one letter")
    somebody.write("Who?", "Mira Okafor")
    somebody.press("button", "To the letter")
    body = owner_page.locator("#id_body")
    while blank := re.search(r"\[[^\[\]]+\]", body.input_value()):
        somebody.done += 1
        body.fill(body.input_value().replace(blank[0], "what I would say here"))
    somebody.press("button", "Copy")
    expect(owner_page.get_by_text("Copied").first).to_be_visible()
    copied = owner_page.evaluate("navigator.clipboard.readText()")
    assert "Mira" in copied and "[" not in copied
    assert somebody.done <= 12


def test_from_a_talk_tomorrow_to_a_printed_prep_sheet(owner_page: Page) -> None:
    owner_page.add_init_script("window.print = () => { window.printed = true }")
    somebody = Newcomer(owner_page)
    somebody.press("link", "I have a talk on")
    somebody.write("Who?", "Dana")
    somebody.press("button", "Get me ready")
    somebody.press("link", "Prep sheet")
    somebody.press("button", "Print")
    assert owner_page.evaluate("window.printed")
    expect(owner_page.locator(".sheet-page")).to_contain_text("Who else")
    assert somebody.done <= 8


@pytest.mark.parametrize(
    ("door", "button", "arrives"),
    [
        ("Somebody offered to talk", "Find a time", "Offer Mira two or three times"),
        ("I already wrote", "Remember it", "Mira"),
        ("I talked to somebody", "Write it down", "Before I forget"),
    ],
)
def test_a_door_opens_with_a_first_name(
    owner_page: Page, door: str, button: str, arrives: str
) -> None:
    somebody = Newcomer(owner_page)
    somebody.press("link", door)
    somebody.write("Who?", "Mira")
    owner_page.keyboard.press("Enter")
    expect(owner_page.get_by_role("heading", name=arrives).first).to_be_visible()


def test_i_dont_know_whom_to_ask(owner_page: Page) -> None:
    somebody = Newcomer(owner_page)
    somebody.press("link", "I don’t know whom to ask")
    somebody.write("One name per line", "Ruth\nSam")
    somebody.press("button", "Keep and go on")
    owner_page.goto("/people/")
    expect(owner_page.get_by_role("link", name="Ruth")).to_be_visible()


def test_just_looking(owner_page: Page, clock: MovableClock) -> None:
    somebody = Newcomer(owner_page)
    somebody.press("button", "Just looking")
    expect(owner_page.get_by_text("things are worth doing")).to_be_visible()
    owner_page.goto("/people/")
    expect(owner_page.get_by_role("link", name="Dana Whitlock")).to_be_visible()


def test_a_question_alone_is_enough(owner_page: Page) -> None:
    owner_page.goto("/")
    owner_page.keyboard.type("nursing")
    expect(owner_page.locator("#three p").nth(3)).to_be_visible()
    owner_page.get_by_role("button", name="Keep this question").click()
    expect(owner_page.get_by_role("heading", level=1)).to_contain_text("nursing")
