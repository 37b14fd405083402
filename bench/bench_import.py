"""Imports beside their floor: what any program must do to have the same rows in the same tables.

The floor is a raw `sqlite3` `executemany` of exactly the rows the import wrote, into the same tables
and indexes, the full-text one too, in one transaction; for vCards a bare split into lines, names
and values comes before it. Each runs in a process of its own. Aims: a new LinkedIn CSV at most 3 ×
the floor and 10 s, the same rows shuffled with one changed at most 2 × it, vCards at most 3 × theirs,
and at most 250 MB for 100,000 people.
"""

import json
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import people_files  # noqa: E402

SKIPPED = ("sqlite_", "people_searchindex_", "django_", "auth", "account_", "mfa_")


def run(people: int = 30_000, many: int = 100_000, rounds: int = 3) -> dict[str, Any]:
    """All measurements on temporary data folders; medians of some rounds."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        book = people_files.made(people, cache=place)
        again = _shuffled(book / "Connections.csv", place / "Connections-again.csv")
        found = [_round(place, book, again) for _ in range(rounds)]
        csv, repeat, cards = (_medians([one[n] for one in found]) for n in range(3))
        repeat |= {"floor": csv["floor"], "floor_cpu": csv["floor_cpu"]}
        report = {
            "people": people,
            "linkedin_new": _judged(csv, 3),
            "linkedin_again_one_changed": _judged(repeat, 2),
            "vcard_new": _judged(cards, 3),
        }
        if many:
            report["memory"] = _memory(place, many)
        return report


def _round(place: Path, book: Path, again: Path) -> list[dict[str, Any]]:
    """One import of each kind, each with its floor right behind it."""
    data = place / "csv"
    new = _import(data, book / "Connections.csv")
    new |= _floor(data)
    repeat = _import(data, again)
    if (new["new"], repeat["new"], repeat["updated"]) != (new["read"], 0, 1):
        raise RuntimeError(f"the second import was to change one person: {repeat}")
    shutil.rmtree(data)
    cards = _import(place / "vcf", book / "people.vcf")
    cards |= _floor(place / "vcf", book / "people.vcf")
    shutil.rmtree(place / "vcf")
    return [new, repeat, cards]


def _import(data: Path, file: Path) -> dict[str, Any]:
    return _child("import", data, file)


def _floor(data: Path, split: Path | None = None) -> dict[str, Any]:
    found = _child("floor", data, *([split] if split else []))
    return {"floor": found["seconds"], "floor_cpu": found["cpu"]}


def _memory(place: Path, people: int) -> dict[str, Any]:
    book = people_files.made(people, cache=place)
    found = {}
    for name in ("Connections.csv", "people.vcf"):
        found[name] = _import(place / "many", book / name)["peak_mb"]
        shutil.rmtree(place / "many")
    return {"people": people, "peak_mb": found, "within_aim": max(found.values()) <= 250}


def _medians(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    return {name: statistics.median([one.get(name, 0) for one in rounds]) for name in rounds[0]}


def _judged(found: dict[str, Any], most: float) -> dict[str, Any]:
    ratio = found["seconds"] / found["floor"]
    return {
        "seconds": round(found["seconds"], 2),
        "cpu_seconds": round(found["cpu"], 2),
        "floor_seconds": round(found["floor"], 2),
        "of_floor": round(ratio, 2),
        "cpu_of_floor": round(found["cpu"] / found["floor_cpu"], 2),
        "longest_lock_ms": round(found["lock"] * 1000),
        "peak_mb": round(found["peak_mb"]),
        "within_aim": ratio <= most,
    }


def _shuffled(file: Path, to: Path) -> Path:
    """The same people in another order, one of them with another job."""
    lines = file.read_text().splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("First Name")) + 1
    rows = lines[start:]
    random.Random(7).shuffle(rows)
    cells = rows[len(rows) // 2].rsplit(",", 2)
    rows[len(rows) // 2] = f"{cells[0]},Lighthouse Keeper,{cells[2]}"
    to.write_text("".join([*lines[:start], *rows]))
    return to


# --- in a process of its own ---


def _child(*words: object) -> dict[str, Any]:
    command = [sys.executable, __file__, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def import_one(data: Path, file: Path) -> dict[str, Any]:
    """What `askwell import FILE` does once it has started."""
    os.environ |= {"ASKWELL_DATA": str(data), "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from askwell.people import operations
    from askwell.plumbing import clock, store
    from askwell.workspaces.selectors import scope_for
    from askwell.workspaces.signin import local_user

    store.prepare(data)
    if not (data / "empty.sqlite3").exists():
        sqlite3.connect(data / "askwell.sqlite3").execute(
            "VACUUM INTO ?", [str(data / "empty.sqlite3")]
        )
    scope, locks = scope_for(local_user()), _locks()
    started, spent = time.perf_counter(), time.process_time()
    report = operations.import_files(scope, paths=[file], clock=clock.now)
    return {
        "seconds": time.perf_counter() - started,
        "cpu": time.process_time() - spent,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "lock": max(locks, default=0.0),
        "read": report.read,
        "new": report.counts["new"],
        "updated": report.counts["updated"],
    }


def _locks() -> list[float]:
    """From now on, how long each transaction holds the write lock."""
    from django.db import connection

    held: list[float] = []
    begin, commit = connection._start_transaction_under_autocommit, connection._commit
    since = [0.0]

    def starting() -> None:
        begin()
        since[0] = time.perf_counter()

    def committing() -> None:
        commit()
        held.append(time.perf_counter() - since[0])

    connection._start_transaction_under_autocommit = starting
    connection._commit = committing
    return held


def floor(data: Path, split: Path | None = None) -> dict[str, Any]:
    """The same rows, inserted into empty tables of the same make."""
    source = sqlite3.connect(data / "askwell.sqlite3")
    target_file = data / "floor.sqlite3"
    target_file.unlink(missing_ok=True)
    shutil.copy(data / "empty.sqlite3", target_file)
    target = sqlite3.connect(target_file, isolation_level=None)
    target.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA cache_size=-32000;"
    )
    work = [(sql, rows) for sql, rows in _written(source, target)]
    started, spent = time.perf_counter(), time.process_time()
    if split:
        _bare_split(split)
    target.execute("BEGIN IMMEDIATE")
    for sql, rows in work:
        target.executemany(sql, rows)
    target.execute("COMMIT")
    return {"seconds": time.perf_counter() - started, "cpu": time.process_time() - spent}


def _written(source: sqlite3.Connection, target: sqlite3.Connection) -> list[tuple[str, list[Any]]]:
    """Every row of every table that the import filled, as a statement and its values."""
    names = [
        name
        for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(SKIPPED) and name != "people_searchindex"
    ]
    work = []
    for name in names:
        rows = source.execute(f"SELECT * FROM {name}").fetchall()
        if rows and not target.execute(f"SELECT EXISTS (SELECT 1 FROM {name})").fetchone()[0]:
            marks = ", ".join("?" * len(rows[0]))
            work.append((f"INSERT INTO {name} VALUES ({marks})", rows))
    index = "INSERT INTO people_searchindex(rowid, title_tokens, body_tokens) VALUES (?, ?, ?)"
    found = source.execute("SELECT id, title_tokens, body_tokens FROM people_searchentry")
    return [*work, (index, found.fetchall())]


def _bare_split(file: Path) -> int:
    """Unfold the cards, and part names from values: the least a reader of vCards does."""
    cards, card = 0, {}
    for line in file.read_bytes().replace(b"\r\n ", b"").decode().splitlines():
        name, _, value = line.partition(":")
        card[name] = value
        if name == "END":
            cards, card = cards + 1, {}
    return cards


if __name__ == "__main__":
    if sys.argv[1:2] == ["import"]:
        print(json.dumps(import_one(Path(sys.argv[2]), Path(sys.argv[3]))))
    elif sys.argv[1:2] == ["floor"]:
        print(json.dumps(floor(Path(sys.argv[2]), *map(Path, sys.argv[3:]))))
    else:
        print(json.dumps(run(), indent=1))
