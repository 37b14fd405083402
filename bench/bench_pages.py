"""The list and a person over HTTP, from 1,000 to 100,000 people, beside a bare Django project.

Aims at 100,000: list p50 at most 3 ×, person p50 at most 10 × the bare view's of the same run; p95 at
most 30 ms or 5 × the constant view's; at most 12 statements; at most 1.5 × the 1,000 of the same run.
"""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

from bench import bare, browser, notebook

SIZES = (1_000, 10_000, 30_000, 100_000)
LIST, PERSON, GROWTH, STATEMENTS = 3, 10, 1.5, 12
COUNT = """
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["*"]
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from askwell.workspaces.signin import local_user
import sys
client = Client()
client.force_login(local_user())
for path in sys.argv[1:]:
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        client.get(path)
    print(len(seen))
"""


def run(sizes: tuple[int, ...] = SIZES, rounds: int = 300) -> dict[str, Any]:
    """Measure each size; the searches of `bench_finding` are measured on the same notebooks."""
    return compared({size: measured(size, rounds) for size in sizes})


def compared(found: dict[int, Any]) -> dict[str, Any]:
    """The sizes, and how the largest stands to the smallest of the same run."""
    sizes = sorted(found)
    first, last = found[sizes[0]]["pages"], found[sizes[-1]]["pages"]
    growth = {name: round(last[name]["p50"] / first[name]["p50"], 2) for name in ("list", "person")}
    return {
        "sizes": found,
        "growth": growth,
        "growth_within_aim": all(value <= GROWTH for value in growth.values()),
    }


def measured(size: int, rounds: int) -> dict[str, Any]:
    """Everything over HTTP on one notebook of this size."""
    with notebook.filled(size) as (data, typed):
        return over_http(data, typed, rounds)


def over_http(data: Path, typed: list[str], rounds: int) -> dict[str, Any]:
    """Ours and the bare project in turn, on one notebook."""
    some = _some(data)
    ours_person = [f"/people/{uid}/" for _key, uid in some]
    with browser.serving(data) as ours, bare.serving(data) as plain:
        pages = {
            "constant": (plain, ["/"], False),
            "bare list": (plain, ["/list/"], False),
            "bare person": (plain, [f"/person/{key}/" for key, _uid in some], False),
            "list": (ours, ["/people/"], False),
            "person": (ours, ours_person, False),
            "search": (ours, [f"/search/?q={quote(text)}" for text in typed], True),
        }
        browser.in_turn(pages, 25)
        found = browser.in_turn(pages, rounds)
    return {"pages": _judged(found), "statements": _statements(data, ours_person[0])}


def _some(data: Path) -> list[tuple[int, UUID]]:
    with closing(sqlite3.connect(data / "askwell.sqlite3")) as base:
        last = base.execute("SELECT max(id) FROM people_person").fetchone()[0]
        rows = [
            base.execute(
                "SELECT id, uid FROM people_person WHERE id >= ? LIMIT 1", (place * last // 60 + 1,)
            ).fetchone()
            for place in range(60)
        ]
    return [(key, UUID(uid)) for key, uid in rows]


def _statements(data: Path, person: str) -> dict[str, int]:
    around = browser.env(data) | {"DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    paths = ["/people/", person, "/search/?q=an"]
    words = [sys.executable, "-c", COUNT, *paths]
    done = subprocess.run(words, env=around, capture_output=True, text=True, check=True)
    counts = [int(number) for number in re.findall(r"^\d+$", done.stdout, re.MULTILINE)]
    return dict(zip(("list", "person", "search"), counts, strict=True))


def _judged(found: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    constant = found["constant"]["p95"]
    for name, floor, most in (("list", "bare list", LIST), ("person", "bare person", PERSON)):
        times = found[name]
        times["of_bare_p50"] = round(times["p50"] / found[floor]["p50"], 2)
        times["of_constant_p95"] = round(times["p95"] / constant, 2)
        times["within_aim"] = times["of_bare_p50"] <= most and times["p95"] <= max(30, 5 * constant)
    times = found["search"]
    times["of_constant_p95"] = round(times["p95"] / constant, 2)
    times["within_aim"] = times["p95"] <= max(15, 5 * constant)
    return found
