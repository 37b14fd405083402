"""The main job in a real browser: from a career question and exported contacts to the kept promise.

Twelve steps, on a LinkedIn zip and a vCard file, with keyboard and mouse, the clock moved between
steps; at the end the exported notebook is brought into an empty one and is equal row for row.
"""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from askwell.plumbing import rows
from askwell.transfer.schema import exported
from askwell.workspaces.models import Workspace
from tests.support.clock import MovableClock

SAMPLES = Path(__file__).resolve().parents[1] / "people" / "samples"
ZIP = SAMPLES / "linkedin" / "Basic_LinkedInDataExport_11-15-2026.zip"
CARDS = SAMPLES / "vcard" / "apple_icloud.vcf"
pytestmark = pytest.mark.browser


class Walk:
    """What a person does on the page, in the words that stand there."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, path: str) -> None:
        """Open an address."""
        self.page.goto(path)

    def press(self, words: str, *, exact: bool = False) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=words, exact=exact).first.click()
        self.page.wait_for_load_state()

    def follow(self, words: str, *, exact: bool = False) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=words, exact=exact).first.click()
        self.page.wait_for_load_state()

    def write(self, label: str, text: str) -> None:
        """Type into a field."""
        self.page.get_by_label(label).first.fill(text)

    def unfold(self, words: str) -> None:
        """Open a folded part."""
        part = self.page.locator("summary", has_text=words).first
        if part.locator("xpath=..").get_attribute("open") is None:
            part.click()

    def unfold_if_there(self, words: str) -> None:
        """Open a folded part where there is one."""
        if self.page.locator("summary", has_text=words).count():
            self.unfold(words)

    def sees(self, words: str) -> None:
        """Somewhere on the page it says so."""
        expect(self.page.get_by_text(words).first).to_be_visible()


def question(walk: Walk) -> None:
    """0 and 1: the first page, three questions, my question with all that belongs to it."""
    walk.go("/")
    walk.page.keyboard.type("data journalism")
    expect(walk.page.locator("#three p")).to_have_count(4)
    walk.follow("three others")
    walk.press("Keep this question")
    walk.sees("I wonder whether data journalism is for me")
    walk.follow("Say more")
    walk.write("Why I ask", "I like taking data apart.")
    walk.write("Organizations", "Brightwater Labs\nNorthwind")
    walk.write("Roles", "Staff Engineer")
    walk.press("Keep", exact=True)
    walk.write("I believe that", "It is mostly writing.")
    walk.press("Add", exact=True)
    walk.page.get_by_label("a hunch").check()
    walk.press("Write it down")
    walk.sees("Written down.")
    walk.sees("One talk costs about 2–3 hours")


def people(walk: Walk) -> None:
    """2: contacts from files, a name by hand, one remembered; nobody is in play yet."""
    for file, added in ((ZIP, "Add these 6 people"), (CARDS, "Keep what is new")):
        walk.go("/people/import/")
        walk.page.locator("input[type=file]").set_input_files(file)
        walk.press("Look at it first")
        walk.press(added)
        walk.sees("Done")
    walk.go("/people/import/")
    walk.page.locator("input[type=file]").set_input_files(ZIP)
    walk.press("Look at it first")
    walk.sees("Everybody in this file is here already")
    walk.go("/people/new/")
    walk.write("Name", "Sam")
    walk.page.keyboard.press("Enter")
    walk.sees("Sam")
    walk.go("/people/brainstorm/")
    walk.page.locator("textarea").first.fill("Ruth Amsel")
    walk.press("Keep and go on")
    walk.go("/today/")
    walk.sees("The next move is a name")


def whom_to_ask(walk: Walk) -> None:
    """2: seven people with a true reason each; one is chosen."""
    walk.go("/people/whom-to-ask/")
    walk.sees("Brightwater Labs")
    walk.press("Ask Ines Okafor")
    walk.go("/today/")
    walk.sees("Read a little about")


def ask(walk: Walk, clock: MovableClock) -> None:
    """3: what I read, the letter without blanks, copied and sent; a reminder; they say yes."""
    walk.follow("Read a little about")
    walk.page.locator("#reading").get_by_role("link", name="Add").first.click()
    walk.write("What I read", "Her talk about measuring rivers")
    walk.press("Keep", exact=True)
    walk.press("I know enough")
    walk.follow("Write to Ines")
    fill_blanks(walk)
    walk.press("Copy")
    walk.sees("Copied")
    walk.press("I sent it")
    clock.forward(days=12)
    walk.go("/today/")
    walk.follow("Read them")
    walk.press("I sent it")
    clock.forward(days=1)
    ines(walk)
    walk.unfold("Something happened")
    walk.page.get_by_label("They said yes").check()
    walk.press("Write it down")


def a_date(walk: Walk, clock: MovableClock) -> None:
    """4: times offered in a letter, one chosen, booked with an invitation file."""
    walk.go("/today/")
    walk.follow("Offer Ines two or three times")
    walk.press("Write the letter")
    fill_blanks(walk)
    walk.press("I sent it")
    clock.forward(days=1)
    walk.go("/today/")
    ines(walk)
    walk.unfold("More")
    walk.follow("Book a talk")
    day = timezone.localtime(clock.now()).date() + timedelta(days=4)
    walk.write("Day", day.isoformat())
    walk.write("Time", "10:00")
    walk.press("It is a date")
    walk.unfold("More")
    with walk.page.expect_download() as download:
        walk.page.get_by_role("link", name="Calendar file").first.click()
    assert "BEGIN:VEVENT" in Path(download.value.path()).read_text()


def prepare(walk: Walk) -> None:
    """5: a plan in one click, the prep sheet as one file for the pocket."""
    walk.press("Make me a plan")
    expect(walk.page.get_by_role("button", name="Print")).to_be_visible()
    with walk.page.expect_download() as download:
        walk.page.get_by_role("link", name="One file for the pocket").click()
    sheet = Path(download.value.path()).read_text()
    assert "Ines Okafor" in sheet and "http" not in re.sub(r"linkedin\S+", "", sheet)[:200]
    walk.press("I am prepared")


NOTES = [
    ("1", "Half of it is phoning people."),
    ("3", "SQL"),
    ("4", "Ken Abara, runs the data desk"),
    ("5", "Send her the river data"),
    ("6", "She offers to read my first piece"),
]


def talk(walk: Walk, clock: MovableClock) -> None:
    """6: the room, by keyboard alone: five notes with tags, a question ticked, the end."""
    clock.forward(days=4)
    clock.set(timezone.localtime(clock.now()).replace(hour=10, minute=0))
    walk.go("/today/")
    walk.follow("Talk with Ines")
    if walk.page.get_by_role("button", name="Start the talk").count():
        walk.press("Start the talk")
    for key, text in NOTES:
        walk.page.keyboard.type(text)
        walk.page.locator(f"[data-tag]:has(kbd:text-is('{key}'))").first.click()
        walk.page.keyboard.press("Enter")
    walk.page.locator(".tick").nth(1).click()
    walk.sees("saved everywhere")
    clock.forward(minutes=30)
    walk.press("End the talk")


def after(walk: Walk, clock: MovableClock) -> None:
    """7: before I forget, the thank-you inside a day, the look back when calm."""
    walk.sees("Before I forget")
    walk.write("What struck me", "That half of it is phoning people.")
    walk.press("Keep it")
    fill_blanks(walk)
    walk.press("I sent it")
    clock.forward(days=2)
    walk.go("/today/")
    walk.follow("Look back")
    walk.page.locator("textarea").first.fill("How much of it is talking.")
    walk.press("Keep it")


def follow_up(walk: Walk, clock: MovableClock) -> None:
    """7 and 8: the promise kept, the referral followed, the rhythm on, something to share."""
    walk.go("/promises/")
    walk.sees("Send her the river data")
    walk.press("Done")
    walk.press("They did")
    walk.go("/introductions/")
    walk.sees("Ken Abara")
    if walk.page.get_by_role("button", name="Ask Ken Abara").count():
        walk.press("Ask Ken Abara")
    walk.go("/people/?q=abara")
    walk.follow("Ken Abara")
    walk.sees("Read a little about Ken")
    walk.go("/in-touch/")
    walk.sees("Ines Okafor")
    walk.write("What", "An open data set on river water")
    walk.press("Add", exact=True)
    clock.forward(days=95)
    walk.go("/today/")
    walk.sees("Welcome back")
    walk.follow("Say hello to")
    fill_blanks(walk)
    walk.press("I sent it")


def heard(walk: Walk) -> None:
    """9: the answers, a skill and its action, a line for the résumé, the page, my answer."""
    walk.go("/heard/")
    walk.sees("Half of it is phoning people.")
    walk.go("/heard/skills/")
    walk.press("missing SQL")
    walk.follow("What I’ll do about it SQL")
    walk.write("What I’ll do about it", "Ten exercises of the free course")
    walk.press("Set it down")
    walk.sees("Ten exercises of the free course")
    walk.go("/heard/resume/")
    walk.page.locator("textarea, input[type=text]").last.fill("Cleaned and explained survey data")
    walk.press("Keep it")
    walk.go("/heard/openings/")
    walk.go("/heard/report/")
    walk.sees("What one person told me about data journalism")
    walk.follow("Hide names")
    expect(walk.page.locator("main")).not_to_contain_text("Okafor")


def how_to_and_today(walk: Walk) -> None:
    """10 and 11: a page of the practice; not today, and a break."""
    walk.follow("How to")
    walk.page.locator("main a").nth(1).click()
    expect(walk.page.locator("main h1")).to_be_visible()
    walk.go("/today/")
    walk.press("Not today")
    walk.sees("Not today. It comes back tomorrow.")


def the_answer(walk: Walk) -> None:
    """9: the ending, with a note to everyone who helped."""
    walk.page.locator("a", has_text="I wonder whether data journalism").first.click()
    walk.follow("I have my answer")
    walk.page.locator("textarea").first.fill("Yes, and SQL comes first.")
    walk.press("I have my answer")
    walk.sees("A short note to everyone who helped")


def take_it_out(walk: Walk, cast: Any, tmp_path: Path) -> None:
    """12: the whole notebook as one zip, brought into an empty one: equal, row for row."""
    walk.go("/take-out/")
    walk.press("Make the file")
    with walk.page.expect_download() as download:
        walk.page.get_by_role("link", name="Download the file").click()
    zipped = tmp_path / "askwell.zip"
    download.value.save_as(zipped)
    walk.page.locator("input[type=file]").set_input_files(zipped)
    walk.press("Bring it back")
    walk.sees("rows are back")
    first, second = (
        Workspace.objects.filter(membership__user=cast.owner).order_by("pk")[number]
        for number in (0, 1)
    )
    assert written(first) == written(second) != []


def written(workspace: Workspace) -> list[str]:
    """Every row an export holds, as text."""
    kinds = (rows.dump(model.objects.filter(workspace=workspace)) for model in exported())
    return sorted(json.dumps(row, sort_keys=True) for kind in kinds for row in kind)


def ines(walk: Walk) -> None:
    """Find her from anywhere with the keyboard."""
    walk.go("/today/")
    walk.page.keyboard.press("Control+k")
    walk.page.keyboard.type("okafor")
    walk.page.locator("#palette-found").get_by_role("link", name="Ines Okafor").first.click()
    walk.page.wait_for_load_state()


def fill_blanks(walk: Walk) -> None:
    """Put words where the letter has a blank."""
    body = walk.page.locator("#id_body")
    body.fill(re.sub(r"\[[^\[\]]+\]", "something true", body.input_value()))


@pytest.mark.django_db(transaction=True)
def test_the_whole_walk(
    owner_page: Page, clock: MovableClock, live_cast: Any, tmp_path: Path
) -> None:
    owner_page.set_default_timeout(5000)
    walk = Walk(owner_page)
    question(walk)
    people(walk)
    whom_to_ask(walk)
    ask(walk, clock)
    a_date(walk, clock)
    prepare(walk)
    talk(walk, clock)
    after(walk, clock)
    follow_up(walk, clock)
    heard(walk)
    how_to_and_today(walk)
    the_answer(walk)
    take_it_out(walk, live_cast, tmp_path)
