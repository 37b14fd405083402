"""Today, the list, a person and search through the real server, beside a constant view.

30,000 imported people and 500 active approaches on SQLite. Aim: each p95 at most 60 ms, or five
times the p95 of `/healthz` in the same run.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bench.browser import Browser, env, serving

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


def run(people: int = 30_000, approaches: int = 500, rounds: int = 200) -> dict[str, Any]:
    """Measure on a temporary data folder; the server is stopped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        file = data / "Connections.csv"
        file.write_text(connections(people))
        around = env(data)
        started = time.perf_counter()
        words = [sys.executable, "-m", "askwell", "import", str(file), "--json"]
        subprocess.run(words, env=around, capture_output=True, check=True)
        imported = time.perf_counter() - started
        around |= {"DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
        fill = [sys.executable, "-c", FILL % approaches]
        filled = subprocess.run(fill, env=around, capture_output=True, text=True, check=True)
        measured = _pages(data, filled.stdout.split(), rounds)
        return {"people": people, "import_seconds": round(imported, 1)} | measured


def _pages(data: Path, uids: list[str], rounds: int) -> dict[str, Any]:
    started = time.perf_counter()
    with serving(data) as browser:
        ready = time.perf_counter() - started
        return {"ready_seconds": round(ready, 1), "pages": _measure(browser, uids, rounds)}


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
