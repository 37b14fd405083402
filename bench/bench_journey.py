"""Today, the list, a person and search through the real server, beside a constant view.

30,000 imported people and 500 active approaches on SQLite. Aim: each p95 at most 60 ms, or five
times the p95 of `/healthz` in the same run.
"""

import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parents[1]
NAMES = ["Amira", "Tomasz", "Siobhán", "José", "Li", "Robert", "Zoë", "Ngozi", "Yusuf", "Maren"]
FAMILY = ["Okafor", "Kowalska", "O’Brien", "García", "Wei", "Müller", "Haddad", "Lindqvist"]
FIRMS = ["Labs", "Partners", "Health", "Studio", "Energy", "Works", "Analytics"]
FILL = """
import django
django.setup()
from datetime import timedelta
from django.db import transaction
from askwell.coach.cadence import EventKind
from askwell.explorations import operations as explorations
from askwell.people import journal, selectors as people
from askwell.plumbing import clock
from askwell.plumbing.ids import new_uid
from askwell.workspaces.selectors import scope_for
from askwell.workspaces.signin import local_user
scope = scope_for(local_user())
now = clock.now()
question = explorations.ask(scope, uid=new_uid(), topic="data work", now=now)
kinds = [EventKind.CHOSEN, EventKind.LETTER_SENT, EventKind.ACCEPTED, EventKind.TIMES_PROPOSED]
with transaction.atomic():
    for number, person in enumerate(people.people(scope)[:%d]):
        at = now - timedelta(days=number %% 40)
        for kind in kinds[: 1 + number %% 4]:
            journal.record(scope, person=person, exploration=question, kind=kind, at=at, now=now)
print(*(person.uid for person in people.people(scope)[:50]))
"""


def connections(people: int, seed: int = 7) -> str:
    """A LinkedIn `Connections.csv` with so many people."""
    draw = random.Random(seed)
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    lines = [
        f"{draw.choice(NAMES)}{n % 97},{draw.choice(FAMILY)}{n % 311},"
        f"https://www.linkedin.com/in/p-{n},,{draw.choice(FAMILY)} {draw.choice(FIRMS)} {n % 900},"
        f"Role {n % 40},{1 + n % 28:02d} Jan 20{10 + n % 16}"
        for n in range(people)
    ]
    return "\n".join([head, *lines]) + "\n"


def _env(data: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT / "src"), "ASKWELL_DATA": str(data)}


class Browser:
    """One kept-alive connection with a session."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self.connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
        self.cookies = ""
        _status, headers, _body = self.get(f"{parts.path}?{parts.query}")
        set_cookies = [value for name, value in headers if name.lower() == "set-cookie"]
        self.cookies = "; ".join(re.split(";", value)[0] for value in set_cookies)

    def get(self, path: str) -> tuple[int, list[tuple[str, str]], bytes]:
        """Fetch one page."""
        self.connection.request("GET", path, headers={"Cookie": self.cookies})
        answer = self.connection.getresponse()
        return answer.status, answer.getheaders(), answer.read()

    def times(self, paths: list[str], rounds: int) -> dict[str, Any]:
        """p50 and p95 in milliseconds over the paths in turn; every answer must be 200."""
        times = []
        for number in range(rounds):
            path = paths[number % len(paths)]
            start = time.perf_counter()
            status, _headers, _body = self.get(path)
            times.append((time.perf_counter() - start) * 1000)
            if status != 200:
                raise RuntimeError(f"{path} answered {status}")
        times.sort()
        return {"p50": round(times[rounds // 2], 1), "p95": round(times[int(rounds * 0.95)], 1)}


def run(people: int = 30_000, approaches: int = 500, rounds: int = 200) -> dict[str, Any]:
    """Measure on a temporary data folder; the server is stopped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        file = data / "Connections.csv"
        file.write_text(connections(people))
        env = _env(data)
        started = time.perf_counter()
        words = [sys.executable, "-m", "askwell", "import", str(file), "--json"]
        subprocess.run(words, env=env, capture_output=True, check=True)
        imported = time.perf_counter() - started
        env |= {"DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
        fill = [sys.executable, "-c", FILL % approaches]
        filled = subprocess.run(fill, env=env, capture_output=True, text=True, check=True)
        measured = _pages(data, filled.stdout.split(), rounds)
        return {"people": people, "import_seconds": round(imported, 1)} | measured


def _pages(data: Path, uids: list[str], rounds: int) -> dict[str, Any]:
    started = time.perf_counter()
    words = [sys.executable, "-m", "askwell", "serve", "--port", "0", "--json"]
    server = subprocess.Popen(words, env=_env(data), stdout=subprocess.PIPE, text=True)
    try:
        browser = Browser(_link(server))
        browser.get("/healthz")
        ready = time.perf_counter() - started
        return {"ready_seconds": round(ready, 1), "pages": _measure(browser, uids, rounds)}
    finally:
        server.terminate()
        server.wait(timeout=30)


def _measure(browser: Browser, uids: list[str], rounds: int) -> dict[str, Any]:
    typed = [*NAMES, *FAMILY, "Labs", "Role 7", "okaf", "mul"]
    pages = {
        "constant": ["/healthz"],
        "today": ["/today/"],
        "list": ["/people/", "/people/?q=mul"],
        "person": [f"/people/{uid}/" for uid in uids],
        "search": [f"/search/?q={quote(word)}" for word in typed],
    }
    found = {name: browser.times(paths, rounds) for name, paths in pages.items()}
    floor = found["constant"]["p95"]
    for times in found.values():
        times["of_constant_p95"] = round(times["p95"] / floor, 1)
        times["within_aim"] = times["p95"] <= max(60, 5 * floor)
    return found


def _link(server: "subprocess.Popen[str]") -> str:
    """The address in the one JSON document that `serve --json` prints, on one line or several."""
    text = ""
    for line in server.stdout or ():
        text += line
        if found := re.search(r'"(http://[^"]+/enter/\?key=[^"]+)"', text):
            return found[1]
    raise RuntimeError(f"the server said no link: {text}")
