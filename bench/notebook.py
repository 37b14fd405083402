"""A notebook of any size, filled in bulk: people with a job, ways to reach them and five notes each.

The people, notes and queries are those of `people_files`. `python -m bench.notebook FILES IN_PLAY`
fills the folder in `ASKWELL_DATA` from a folder that `people_files.write` made.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import people_files
from bench.browser import env

NOTES = 5
Row = dict[str, Any]


@contextmanager
def filled(people: int, *, in_play: int = 500) -> Iterator[tuple[Path, list[str]]]:
    """A data folder with so many people, and what somebody types to find them; gone at the end."""
    with TemporaryDirectory(prefix="askwell-bench-") as folder:
        files = people_files.made(people, notes=NOTES, cache=Path(folder))
        data = Path(folder) / "notebook"
        data.mkdir()
        words = [sys.executable, "-m", "bench.notebook", str(files), str(in_play)]
        subprocess.run(words, env=env(data), check=True)
        yield data, queries(files)


def queries(files: Path) -> list[str]:
    """What somebody has typed so far: beginnings of names and firms, whole names, words of notes."""
    lines = (files / "queries.txt").read_text().splitlines()
    return [line.partition("\t")[2] for line in lines]


class Filler:
    """Writes one notebook."""

    def __init__(self) -> None:
        from askwell.plumbing import clock
        from askwell.workspaces.selectors import scope_for
        from askwell.workspaces.signin import local_user

        self.scope, self.now = scope_for(local_user()), clock.now()
        self.places: dict[str, int] = {}

    def organizations(self, rows: list[Row]) -> None:
        """The employers named in these rows, as far as they are new."""
        from askwell.people import search
        from askwell.people.bulk import insert_many
        from askwell.people.identity import organization_key
        from askwell.people.models import Organization
        from askwell.plumbing.ids import new_uid

        fresh = {r["company"] for r in rows if r["company"]} - self.places.keys()
        made = [(1, new_uid(), n, organization_key(n), self.now) for n in sorted(fresh)]
        insert_many(Organization, ("workspace", "uid", "name", "key", "created_at"), made)
        entries = [search.Entry("organization", row[1], row[2]) for row in made]
        search.index_many(self.scope, entries, fresh=True)
        known = Organization.objects.filter(uid__in=[row[1] for row in made])
        self.places |= dict(known.values_list("name", "pk"))

    def people(self, rows: list[Row], notes: list[list[Row]]) -> None:
        """Some people with everything about them."""
        from askwell.people.bulk import insert_many
        from askwell.people.identity import sort_key
        from askwell.people.models import ContactPoint, Person, Position
        from askwell.plumbing.ids import new_uid

        uids = [new_uid() for _row in rows]
        names = ("workspace", "uid", "name", "given", "family", "sort_key", "role", "organization",
                 "place", "source", "connected_on", "created_at", "updated_at")  # fmt: skip
        insert_many(
            Person,
            names,
            [
                (1, uid, label(r), r["first"], r["last"], sort_key(label(r), r["first"], r["last"]),
                 r["title"], self.places.get(r["company"]), r["city"], "import",
                 date.fromisoformat(r["connected"]), self.now, self.now)
                for uid, r in zip(uids, rows, strict=True)
            ],
        )  # fmt: skip
        found = dict(Person.objects.filter(uid__in=uids).values_list("uid", "pk"))
        keys = [found[uid] for uid in uids]
        ways = [
            (1, new_uid(), key, kind, row[field], row[field].lower())
            for key, row in zip(keys, rows, strict=True)
            for kind, field in (("email", "email"), ("phone", "phone"), ("link", "url"))
            if row[field]
        ]
        insert_many(ContactPoint, ("workspace", "uid", "person", "kind", "value", "key"), ways)
        jobs = [
            (1, new_uid(), key, self.places.get(row["company"]), row["title"])
            for key, row in zip(keys, rows, strict=True)
        ]
        insert_many(Position, ("workspace", "uid", "person", "organization", "title"), jobs)
        self._findable(rows, notes, uids, keys)

    def _findable(
        self, rows: list[Row], notes: list[list[Row]], uids: list[Any], keys: list[int]
    ) -> None:
        from askwell.people import reindex, search
        from askwell.people.bulk import insert_many
        from askwell.people.findable import index_people
        from askwell.people.models import Note, Person
        from askwell.plumbing.ids import new_uid

        index_people(self.scope, keys)
        written: list[Any] = []
        entries: list[Any] = []
        for row, told, uid, key in zip(rows, notes, uids, keys, strict=True):
            person = Person(uid=uid, name=label(row))
            for note in told:
                at = datetime.fromisoformat(note["date"]).replace(tzinfo=UTC)
                kept = Note(uid=new_uid(), person=person, text=note["text"], created_at=at)
                written.append((1, kept.uid, key, kept.text, at))
                entries.append(reindex.note_entry(kept))
        insert_many(Note, ("workspace", "uid", "person", "text", "created_at"), written)
        search.index_many(self.scope, entries, fresh=True)

    def in_play(self, count: int) -> None:
        """Some of them asked, some with a date."""
        from askwell.coach.cadence import EventKind
        from askwell.explorations import operations as explorations
        from askwell.people import journal
        from askwell.people import selectors as people
        from askwell.plumbing.ids import new_uid

        question = explorations.ask(self.scope, uid=new_uid(), topic="data analyst", now=self.now)
        kinds = [EventKind.CHOSEN, EventKind.LETTER_SENT, EventKind.ACCEPTED]
        for number, person in enumerate(people.people(self.scope).order_by("pk")[:count]):
            at = self.now - timedelta(days=number % 40)
            for kind in kinds[: 1 + number % 3]:
                journal.record(
                    self.scope, person=person, exploration=question, kind=kind, at=at, now=self.now
                )


def label(row: Row) -> str:
    """The name as one writes it."""
    return f"{row['first']} {row['last']}"


def main(files: Path, in_play: int) -> None:
    """Fill the notebook of this environment."""
    from askwell.cli.app import start

    start(None)
    from django.db import connection, transaction

    from askwell.people import search

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    filler = Filler()
    with (files / "people.jsonl").open() as told, (files / "notes.jsonl").open() as written:
        people = map(json.loads, told)
        notes = {
            key: list(group)
            for key, group in groupby(map(json.loads, written), lambda n: n["person"])
        }
        while rows := list(islice(people, 2000)):
            with transaction.atomic():
                filler.organizations(rows)
                filler.people(rows, [notes.pop(row["id"], []) for row in rows])
    with transaction.atomic():
        filler.in_play(in_play)
    search.learn_sizes()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
