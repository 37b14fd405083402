"""Finding in 30,000 people: the whole command, whom to ask next, and a raw full-text query as floor.

Searches over HTTP are measured by `bench_pages`, on the same notebooks as the lists. Aims:
`askwell people QUERY` at most 0.6 s and 90 MB; whom to ask next at most 150 ms.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from bench import notebook
from bench.browser import env, spread

SECONDS, MEGABYTES, NEXT_MS = 0.6, 90, 150
BARE = """
import os, click, django
from django.conf import settings
file = os.environ["ASKWELL_DATA"] + "/askwell.sqlite3"
engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": file}
settings.configure(DATABASES={"default": engine}, INSTALLED_APPS=["django.contrib.auth",
    "django.contrib.contenttypes", "django.contrib.sessions"])
django.setup()
from bench.bare_rows import Person
list(Person.objects.filter(name__startswith="An")[:50])
"""
ASK = """
import django
django.setup()
import json, time
from askwell.explorations.operations import set_targets
from askwell.explorations.selectors import current
from askwell.network.ranking import whom_to_ask
from askwell.plumbing import clock
from askwell.workspaces.selectors import scope_for
from askwell.workspaces.signin import local_user
scope = scope_for(local_user())
mine = current(scope)
set_targets(scope, exploration=mine, kind="role", texts=["Research Scientist"])
set_targets(scope, exploration=mine, kind="place", texts=["Leeds"])
times = []
for _round in range(12):
    started, used = time.perf_counter(), time.process_time()
    assert whom_to_ask(scope, exploration=mine, now=clock.now())
    times.append([(time.perf_counter() - started) * 1000, (time.process_time() - used) * 1000])
print(json.dumps(times[2:]))
"""


def run(people: int = 30_000, rounds: int = 7) -> dict[str, Any]:
    """Measure on one notebook."""
    with notebook.filled(people) as (data, typed):
        bare = [_command([sys.executable, "-c", BARE], data) for _ in range(rounds)]
        words = [sys.executable, "-m", "askwell", "people"]
        ours = [_command([*words, text, "--json"], data) for text in typed[:rounds]]
        raw = _raw(data, typed)
        return {
            "people": people,
            "command": {
                **_of(ours),
                "bare_django_command": _of(bare),
                "within_aim": _of(ours)["seconds"] <= SECONDS
                and _of(ours)["megabytes"] <= MEGABYTES,
            },
            "raw_full_text_query_ms": raw,
            "whom_to_ask": _next(data),
        }


def _command(words: list[str], data: Path) -> tuple[float, float, float]:
    """Seconds of the whole command, those it computed, and the most memory it held."""
    started = time.perf_counter()
    child = subprocess.Popen(words, env=env(data), stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{words} ended with {child.returncode}")
    computed = used.ru_utime + used.ru_stime
    return time.perf_counter() - started, computed, used.ru_maxrss / 1024


def _of(found: list[tuple[float, float, float]]) -> dict[str, float]:
    middle = len(found) // 2
    return {
        "seconds": round(sorted(took for took, _cpu, _memory in found)[middle], 2),
        "cpu_seconds": round(sorted(cpu for _took, cpu, _memory in found)[middle], 2),
        "megabytes": round(max(memory for _took, _cpu, memory in found)),
    }


def _raw(data: Path, typed: list[str]) -> dict[str, Any]:
    """The same index asked for the same words by sqlite3 alone."""
    times = []
    with closing(sqlite3.connect(data / "askwell.sqlite3")) as base:
        mark = base.execute("SELECT substr(body_tokens, 1, 2) FROM people_searchentry").fetchone()[
            0
        ]
        for text in typed:
            words = [w for w in text.lower().split() if w.isascii() and w.isalnum()]
            if not words:
                continue
            query = " AND ".join(f'"{mark}{word}" *' for word in words)
            started = time.perf_counter()
            base.execute(
                "SELECT rowid FROM people_searchindex WHERE people_searchindex MATCH ? "
                "ORDER BY rowid DESC LIMIT 20",
                (query,),
            ).fetchall()
            times.append((time.perf_counter() - started) * 1000)
    return spread(times)


def _next(data: Path) -> dict[str, Any]:
    around = env(data) | {"DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    words = [sys.executable, "-c", ASK]
    done = subprocess.run(words, env=around, capture_output=True, text=True, check=True)
    rounds = json.loads(done.stdout.strip().splitlines()[-1])
    wall = spread([took for took, _used in rounds])
    cpu = spread([used for _took, used in rounds])
    return {"ms": wall, "cpu_ms": cpu, "within_aim": wall["p50"] <= NEXT_MS}
