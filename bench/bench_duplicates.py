"""Who may be the same person, among 31,500 with 1,500 near-duplicates: how fast, how well.

Measured on an address book of our own (`bench/twins.py`), or on the folder that
`ASKWELL_BENCH_PEOPLE` names: `people.vcf` and `truth.csv` with the ends of the card UIDs. The floor
is a raw `sqlite3` read of the same columns. Pairs that the import has joined already (same e-mail
address) count as found in `all`, and are left out of `suggested`.
"""

import csv
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import twins

ROOT = Path(__file__).resolve().parents[1]
SCAN = """
import django, json, time
django.setup()
from askwell.people import duplicates
from askwell.people.models import ContactPoint
from askwell.workspaces.selectors import scope_for
from askwell.workspaces.signin import local_user
scope = scope_for(local_user())
wall, cpu = time.perf_counter(), time.process_time()
found = duplicates.look_through(scope)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
cards = ContactPoint.objects.filter(kind="vcard-uid").values_list("key", "person__uid")
print(json.dumps({
    "cpu": cpu, "wall": wall, "pairs": [[str(p.first), str(p.second)] for p in found],
    "people": {key: str(uid) for key, uid in cards},
}))
"""
FLOOR = (
    "SELECT id, name, given, family, role, organization_id, place, birthday, connected_on "
    "FROM people_person",
    "SELECT person_id, kind, key FROM people_contactpoint",
)


def run(people: int = 30_000, dups: int = 1_500) -> dict[str, Any]:
    """Import, compare everybody, and hold what was found against the truth."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        source = Path(os.environ.get("ASKWELL_BENCH_PEOPLE", folder))
        if not (source / "people.vcf").exists():
            twins.write(source, people=people, twins=dups)
        env = os.environ | {"PYTHONPATH": str(ROOT / "src"), "ASKWELL_DATA": str(data)}
        words = [sys.executable, "-m", "askwell", "import", str(source / "people.vcf"), "--json"]
        subprocess.run(words, env=env, capture_output=True, check=True)
        env |= {"DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
        done = subprocess.run(
            [sys.executable, "-c", SCAN], env=env, capture_output=True, text=True, check=True
        )
        told = json.loads(done.stdout)
        floor = _floor(data / "askwell.sqlite3")
        speed = {"cpu_seconds": told["cpu"], "wall_seconds": told["wall"], "floor_seconds": floor}
        rounded = {name: round(value, 3) for name, value in speed.items()}
        rounded["of_floor"] = round(told["cpu"] / floor, 1)
        return rounded | {"within_aim": told["cpu"] <= 3.0} | score(told, source / "truth.csv")


def _floor(file: Path) -> float:
    started = time.process_time()
    with sqlite3.connect(file) as connection:
        for query in FLOOR:
            connection.execute(query).fetchall()
    return time.process_time() - started


def score(told: dict[str, Any], truth: Path) -> dict[str, Any]:
    """Precision, recall and F1 of the suggestions, and with what the import had joined."""
    person = {key.rpartition("-")[2]: uid for key, uid in told["people"].items()}
    with truth.open(encoding="utf-8") as file:
        pairs = [(person[r["dup_id"]], person[r["orig_id"]]) for r in csv.DictReader(file)]
    joined = sum(a == b for a, b in pairs)
    left = [frozenset(pair) for pair in pairs if len(set(pair)) == 2]
    same = _closed(left)
    found = {frozenset(pair) for pair in told["pairs"]}
    right, met = len(found & same), sum(pair in found for pair in left)
    return {
        "suggested": _rates(right, len(found), met, len(left)),
        "all": _rates(right + joined, len(found) + joined, met + joined, len(pairs)),
    }


def _closed(pairs: list[frozenset[str]]) -> set[frozenset[str]]:
    """Two twins of one person are one, too."""
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        group = set(pair).union(*(groups.get(one, set()) for one in pair))
        groups |= dict.fromkeys(group, group)
    return {frozenset((a, b)) for a, group in groups.items() for b in group if a != b}


def _rates(right: int, found: int, met: int, wanted: int) -> dict[str, float]:
    precision, recall = right / max(1, found), met / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
