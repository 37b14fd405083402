"""Pictures of the README, taken from the sample notebook: ``python tools/screenshots.py``.

Starts ``askwell demo`` in a folder of its own, opens it in Chromium with the link it prints, and
writes ``docs/images/``. The days in the sample count from today, so the pictures always look fresh.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests.support.browser import launch  # noqa: E402 - needs the path above

LINK = re.compile(r"http://\S+/enter/\?key=[\w-]+")
IMAGES = ROOT / "docs" / "images"
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 780}
SPOKEN = [
    (730, "1", "Half of it is phoning people who do not want to talk."),
    (165, "3", "SQL every day, R hardly ever"),
    (156, "4", "Ken Abara, ran the data desk before her"),
]
LATER = 71


def main() -> None:
    """Take every picture, on a desk and on a phone, in the light and in the dark."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, served(Path(data)) as link, sync_playwright() as p:
        browser = launch(p)
        desk = opened(browser, link, DESK, "light")
        state = desk.context.storage_state()
        home = link.split("/enter/")[0]
        take(desk, home, "desk")
        for name, theme, size in (("desk-dark", "dark", DESK), ("phone", "light", PHONE)):
            page = browser.new_context(
                viewport=size, color_scheme=theme, storage_state=state, device_scale_factor=1
            ).new_page()
            page.goto(f"{home}/today/")
            shoot(page, f"today-{name}")
            if name == "phone":
                room(page, home, "room-phone")
        browser.close()


@contextmanager
def served(data: Path) -> Iterator[str]:
    """The sample notebook, served from an empty folder; gives the link that opens it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ASKWELL_DATA": str(data)}
    command = [sys.executable, "-m", "askwell", "demo", "--port", "0"]
    server = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield next(found[0] for line in server.stdout or () if (found := LINK.search(line)))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)


def opened(browser: Browser, link: str, size: dict[str, int], theme: str) -> Page:
    """A page that is signed in."""
    page = browser.new_context(viewport=size, color_scheme=theme).new_page()
    page.goto(link)
    return page


def take(page: Page, home: str, name: str) -> None:
    """Today, a person, a letter, the room and what was heard."""
    page.goto(f"{home}/today/")
    shoot(page, f"today-{name}")
    page.goto(f"{home}/people/")
    page.get_by_role("main").get_by_role("link", name="Dana Whitlock").first.click()
    shoot(page, f"person-{name}")
    letter(page, home, f"letter-{name}")
    page.goto(f"{home}/heard/")
    shoot(page, f"heard-{name}")
    room(page, home, f"room-{name}")


def letter(page: Page, home: str, name: str) -> None:
    """A letter to somebody new, with what it is made of on one side and the coach on the other."""
    page.goto(f"{home}/people/")
    page.get_by_role("main").get_by_role("link", name="Mira Okafor").first.click()
    address = page.url.rstrip("/")
    page.goto(f"{address}/letter/")
    shoot(page, name)


def room(page: Page, home: str, name: str) -> None:
    """The room of the next talk, some twenty minutes in, with a few lines written on the desk."""
    page.goto(f"{home}/talks/")
    page.get_by_role("main").get_by_role("link", name="Li Wei").first.click()
    page.goto(page.url.rstrip("/") + "/room/")
    start = page.get_by_role("button", name="Start the talk")
    page.clock.install()
    if start.count():
        start.click()
    else:
        page.reload()
    page.locator("[data-room=line]:focus").wait_for()
    for seconds, tag, text in SPOKEN:
        page.clock.fast_forward(seconds * 1000)
        if name.endswith("desk"):
            page.keyboard.type(tag + text)
            page.keyboard.press("Enter")
    if name.endswith("desk"):
        page.locator(".q .tick").first.click()
    page.clock.fast_forward(LATER * 1000)
    page.get_by_text("saved everywhere").wait_for()
    shoot(page, name)


def shoot(page: Page, name: str) -> None:
    """One picture, once the fonts are there."""
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=str(IMAGES / f"{name}.png"), animations="disabled")


if __name__ == "__main__":
    main()
