"""`make drill-import`: kill −9 in the middle of an import, again and again, and compare.

Each try copies a notebook that knows half of the people already, starts `askwell import`, kills it at
a random moment (every third one again while it goes on), lets the next `askwell import` finish, and
compares everything the notebook then holds with the import that nobody disturbed: people with all
their details, companies, journal, kept rows, search index. The seed is printed; give it to see the
same moments again: `python bench/drill_import.py --seed 7 --tries 50`.
"""

import argparse
import csv
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench import people_files  # noqa: E402

AT_ONCE = 3
THINGS = {
    "person": "SELECT name, given, family, role, sort_key, connected_on, labels, source,"
    " (SELECT name FROM people_organization WHERE id = organization_id) FROM people_person",
    "contact": "SELECT p.name, p.sort_key, c.kind, c.key, c.value FROM people_contactpoint c"
    " JOIN people_person p ON p.id = c.person_id",
    "position": "SELECT p.name, p.sort_key, o.name, j.title, j.is_current FROM people_position j"
    " JOIN people_person p ON p.id = j.person_id"
    " LEFT JOIN people_organization o ON o.id = j.organization_id",
    "event": "SELECT p.name, p.sort_key, e.kind, json_extract(e.data, '$.how'),"
    " json_extract(e.data, '$.mine') FROM people_event e JOIN people_person p ON p.id = e.person_id",
    "company": "SELECT name, key FROM people_organization",
    "row": "SELECT file, line, outcome, raw FROM people_importrow WHERE outcome <> 'unchanged'",
    "found": "SELECT kind, title, body, body_tokens FROM people_searchentry",
}


def drill(tries: int, seed: int, people: int = 4000) -> tuple[int, int]:
    """Kill so many imports; how many things were lost, and how many doubled."""
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        half, whole = _files(place, people, seed)
        start = place / "start"
        _finish(start, half)
        calm, seconds = _undisturbed(place, start, whole)
        moments = [
            [draw.uniform(0.25, 1.02) * seconds for _ in range(1 + (n % 3 == 0))]
            for n in range(tries)
        ]

        def one(number: int) -> Counter[tuple[str, ...]]:
            data = place / f"try-{number}"
            shutil.copytree(start, data)
            for moment in moments[number]:
                _killed(data, whole, moment)
            _finish(data, whole)
            found = _things(data)
            shutil.rmtree(data)
            return found

        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = list(pool.map(one, range(tries)))
    lost = sum((calm - found).total() for found in results)
    return lost, sum((found - calm).total() for found in results)


def _files(place: Path, people: int, seed: int) -> tuple[Path, Path]:
    """An address book of half the people, some in another job; the whole archive, with messages."""
    book = people_files.made(people, seed=seed, cache=place) / "Connections.csv"
    lines = book.read_text().splitlines(keepends=True)
    head = next(n for n, line in enumerate(lines) if line.startswith("First Name")) + 1
    rows = list(csv.reader(lines[head:]))
    half = place / "half.csv"
    with half.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(next(csv.reader([lines[head - 1]])))
        for number, row in enumerate(rows[: people // 2]):
            moved = number % 20 == 0
            table.writerow([*row[:4], "Harbour Works" if moved else row[4], *row[5:]])
    whole = place / "Complete_LinkedInDataExport_11-20-2026.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.write(book, "Connections.csv")
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nMe,Myself,Here\n")
        archive.writestr("messages.csv", _messages(rows[:: people // 300]))
    return half, whole


def _messages(rows: list[list[str]]) -> str:
    mine = "https://www.linkedin.com/in/me-myself"
    lines = [
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
        "SUBJECT,CONTENT,FOLDER"
    ]
    for number, row in enumerate(rows):
        day = f"2026-{1 + number % 10:02d}-{1 + number % 28:02d} 09:15:00 UTC"
        lines.append(f"{number},,Me Myself,{mine},Somebody,{row[2]},{day},,Hello,INBOX")
    return "\n".join(lines) + "\n"


def _undisturbed(place: Path, start: Path, whole: Path) -> tuple[Counter[tuple[str, ...]], float]:
    data = place / "calm"
    shutil.copytree(start, data)
    began = time.monotonic()
    _finish(data, whole)
    seconds = time.monotonic() - began
    _finish(data, whole)  # as after a kill: the file is given once more
    return _things(data), seconds


def _command(file: Path) -> list[str]:
    return [sys.executable, "-m", "askwell", "import", str(file), "--json"]


def _env(data: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "ASKWELL_DATA": str(data)}


def _finish(data: Path, file: Path) -> None:
    done = subprocess.run(
        _command(file), env=_env(data), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)


def _killed(data: Path, file: Path, after: float) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(_command(file), env=_env(data), stdout=quiet, stderr=quiet)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def _things(data: Path) -> Counter[tuple[str, ...]]:
    """Everything the notebook holds, without keys and times."""
    with sqlite3.connect(data / "askwell.sqlite3") as database:
        found = Counter(
            (kind, *map(str, row)) for kind, sql in THINGS.items() for row in database.execute(sql)
        )
        for (check,) in database.execute("PRAGMA integrity_check"):
            found["integrity", str(check)] += 1
        check = (
            "INSERT INTO people_searchindex(people_searchindex, rank) VALUES('integrity-check', 1)"
        )
        database.execute(check)
        states = database.execute("SELECT state FROM people_importbatch WHERE state <> 'done'")
        found.update(("unfinished", state) for (state,) in states)
    return found


def main() -> None:
    """Print the seed, then what came of it; fails if anything was lost or doubled."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--tries", type=int, default=50)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    chosen = options.parse_args()
    print(f"seed {chosen.seed}", flush=True)
    lost, doubled = drill(chosen.tries, chosen.seed)
    print(f"drill: {chosen.tries} tried, {lost} lost, {doubled} doubled")
    sys.exit(bool(lost or doubled))


if __name__ == "__main__":
    main()
