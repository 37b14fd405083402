"""Study a card, rehearse an answer and a talk, and find both again in the room; by keys and mouse."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from askwell.learn.models import Review, RolePlay
from askwell.meetings.models import Conversation
from tests.support.browser import axe_violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).first.click()
    page.wait_for_load_state()


def follow(page: Page, words: str) -> None:
    page.get_by_role("link", name=words).first.click()
    page.wait_for_load_state()


def a_talk_the_day_after_tomorrow(page: Page) -> Conversation:
    page.goto("/")
    follow(page, "I have a talk on")
    page.get_by_label("Who?").first.fill("Dana Weir")
    press(page, "Get me ready")
    Conversation.objects.update(starts_at=timezone.now() + timedelta(days=2))
    return Conversation.objects.get()


def study(page: Page) -> str:
    """Four cards before the talk, with keys alone; returns the front of the last one."""
    page.goto("/today/")
    expect(page.get_by_text("4 cards before").first).to_be_visible()
    follow(page, "Look at them")
    front = ""
    for left in range(4, 0, -1):
        expect(page.locator("study-card:defined")).to_have_count(1)  # until then nobody hears a key
        front = page.locator("study-card h2").inner_text()
        answer = page.locator("study-card details")
        expect(answer).not_to_have_attribute("open", "")
        page.keyboard.press("Space")
        expect(answer).to_have_attribute("open", "")
        assert axe_violations(page) == []
        page.keyboard.press("3")
        expect(page.get_by_text(f"{left - 1} wait" if left > 1 else "Done for now")).to_be_visible()
    assert list(Review.objects.values_list("rating", flat=True)) == [3] * 4
    return front


def rehearse_an_answer(page: Page) -> None:
    page.goto("/how-to/")
    follow(page, "Rehearse")
    assert axe_violations(page) == []
    follow(page, "What interests you about this field?")
    page.get_by_label("What I would say").fill("Maps, since I was nine years old.")
    expect(page.get_by_role("timer")).to_contain_text("0:0")
    page.get_by_label("Keep it as my best answer").check()
    press(page, "Done")
    expect(page.get_by_text("Kept as your best answer.").first).to_be_visible()
    assert axe_violations(page) == []


def rehearse_a_talk(page: Page) -> None:
    page.goto("/how-to/rehearse/")
    press(page, "Talk with Ines")
    for words in (
        "Hello Ines, thank you for taking the time.",
        "What does a usual week look like?",
        "How do you know that a station lies?",
        "Who else should I talk to?",
        "Thank you so much, that was a great help.",
    ):
        page.get_by_label("What I say").fill(words)
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        expect(page.locator("ol.timeline")).to_contain_text(words)
    expect(page.get_by_role("heading", name="What went well")).to_be_visible()
    assert RolePlay.objects.get().ended_at is not None
    assert axe_violations(page) == []


def test_what_was_studied_and_rehearsed_is_there_in_the_room(owner_page: Page, clock: Any) -> None:
    talk = a_talk_the_day_after_tomorrow(owner_page)
    front = study(owner_page)
    rehearse_an_answer(owner_page)
    rehearse_a_talk(owner_page)
    owner_page.goto(f"/talks/{talk.uid}/room/")
    press(owner_page, "Start the talk")
    owner_page.locator("summary", has_text="My cards").click()
    expect(owner_page.locator(".beside-talk li b", has_text=front).first).to_be_visible()
    owner_page.locator("summary", has_text="What they may ask").click()
    expect(owner_page.get_by_text("Maps, since I was nine years old.")).to_be_visible()
    assert axe_violations(owner_page) == []
