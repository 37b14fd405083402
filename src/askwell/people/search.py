"""Search over everything in a notebook, and the only vendor SQL of the house.

Text is folded and cut into tokens in Python (`people/tokens.py`); the same tokens go to
external-content FTS5 on SQLite and to a `tsvector` on PostgreSQL. Each token carries its notebook and
whether it is of a name, so that no query is held against all rows of a notebook. There are no
triggers: Django drops them when it remakes a table. The closest come first and the newest of those,
within bounds, because ranking a whole notebook by relevance is what makes search slow.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from askwell.people.bulk import Insert, ready_insert, take_ids
from askwell.people.models import SearchEntry
from askwell.people.tokens import (
    IN_NAME,
    IN_TEXT,
    KIND,
    distinct,
    holds,
    place_mark,
    plain,
    together,
    typed,
)
from askwell.workspaces.access import Scope

_CHUNK = 2000
_COLUMNS = (
    "id",
    "kind",
    "uid",
    "person_uid",
    "title",
    "body",
    "title_tokens",
    "body_tokens",
    "at",
)
_TIERS = ((IN_NAME, True), (IN_NAME, False), (IN_TEXT, True), (IN_TEXT, False))
"""How close something is: every word stands whole in its name, or begins a word of it; then text."""
_NAMES = 2
_LOOKED_AT = 2
_ROOM_FOR_TEXT = 4
_MANY = 4
_TEXT = "text"
_SOMEBODY = ("person", "organization")
_SHOWN = ("kind", "uid", "person_uid", "title", "body", "at", "title_tokens")


class Entry(NamedTuple):
    """One thing to be found. `person` is the uid of the person it is about, if any; `words` are
    found too, but not shown. `named`: the title is its name, not just how its text begins.
    A uid may be 32 digits, as `new_uids` makes them."""

    kind: str
    uid: UUID | str
    title: str
    body: str = ""
    person: UUID | str | None = None
    at: datetime | None = None
    words: str = ""
    named: bool = True


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    kind: str
    uid: UUID
    person: UUID | None
    title: str
    body: str
    at: datetime | None


# --- writing ---


def index(
    scope: Scope,
    kind: str,
    uid: UUID,
    *,
    title: str,
    body: str = "",
    person: UUID | None = None,
    at: datetime | None = None,
    words: str = "",
) -> None:
    """Make one thing findable, or find it under its new words."""
    index_many(scope, [Entry(kind, uid, title, body, person, at, words)])


@transaction.atomic
def index_many(scope: Scope, entries: Iterable[Entry], *, fresh: bool = False) -> None:
    """Make many things findable. `fresh` promises that none of them is in the index yet."""
    rest = iter(entries)
    while chunk := list(islice(rest, _CHUNK)):
        if not fresh:
            _drop(scope, _found(scope, chunk))
        put(ready(scope, chunk))


@transaction.atomic
def drop(scope: Scope, kind: str, uids: Iterable[UUID]) -> None:
    """Take things of one kind out of the index."""
    rest = iter(uids)
    while chunk := list(islice(rest, _CHUNK)):
        rows = SearchEntry.objects.filter(workspace=scope.workspace, kind=kind, uid__in=chunk)
        _drop(scope, rows.values_list("pk", flat=True))


@transaction.atomic
def drop_person(scope: Scope, uids: Iterable[UUID]) -> None:
    """Take everything about these people out of the index, whatever kind it is."""
    rest = iter(uids)
    while chunk := list(islice(rest, _CHUNK)):
        rows = SearchEntry.objects.filter(workspace=scope.workspace, person_uid__in=chunk)
        _drop(scope, rows.values_list("pk", flat=True))


@transaction.atomic
def hand_over(scope: Scope, *, old: UUID, new: UUID, things: Iterable[UUID] | None = None) -> None:
    """What was about one person is about another: all of it, or only these things. The words stay."""
    rows = SearchEntry.objects.filter(workspace=scope.workspace, person_uid=old)
    if things is not None:
        rows = rows.filter(uid__in=list(things))
    rows.update(person_uid=new)


def optimize() -> None:
    """Tidy the index, so that words of what was dropped are gone from the file, too."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO people_searchindex(people_searchindex) VALUES('optimize')")


def learn_sizes() -> None:
    """Tell SQLite, after a large import, how its tables look now: without that it chooses the
    index of the workspace, which holds every row. PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("ANALYZE")


def _found(scope: Scope, chunk: Sequence[Entry]) -> Iterator[int]:
    by_kind: dict[str, list[UUID | str]] = {}
    for entry in chunk:
        by_kind.setdefault(entry.kind, []).append(entry.uid)
    for kind, uids in by_kind.items():
        rows = SearchEntry.objects.filter(workspace=scope.workspace, kind=kind, uid__in=uids)
        yield from rows.values_list("pk", flat=True)


def ready(scope: Scope, entries: Iterable[Entry]) -> list[Insert]:
    """New entries cut into words, up to the statement that `put` runs."""
    chosen = {(entry.kind, entry.uid): entry for entry in entries}.values()
    rows = [
        (
            key,
            kind,
            uid,
            person,
            title[:400],
            body,
            *_tokens(scope, kind, title, f"{body} {words}", named),
            at,
        )
        for key, (kind, uid, title, body, person, at, words, named) in zip(
            take_ids(SearchEntry, len(chosen)), chosen, strict=True
        )
    ]
    return ready_insert(SearchEntry, _COLUMNS, rows, {"workspace": scope.workspace.pk})


def put(found: list[Insert]) -> None:
    """Insert what is `ready`, and tell the index of its words."""
    for insert in found:
        insert.run()
        if connection.vendor == "sqlite":
            first, last = insert.rows[0][0], insert.rows[-1][0]
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO people_searchindex(rowid, title_tokens, body_tokens) "
                    "SELECT id, title_tokens, body_tokens FROM people_searchentry "
                    "WHERE id BETWEEN %s AND %s",
                    [first, last],
                )


def _tokens(scope: Scope, kind: str, title: str, text: str, named: bool) -> tuple[str, str]:
    """The kind of thing with the words of its name, or that it has none; and all its words."""
    key, first = scope.workspace.pk, distinct(title)
    mark = place_mark(key, KIND) + kind
    mark += f" {together(first, key, IN_NAME)}" if named else f" {place_mark(key, KIND)}{_TEXT}"
    return mark, together(first | distinct(text), key, IN_TEXT)


def _drop(scope: Scope, ids: Iterable[int]) -> None:
    keys = list(ids)
    if not keys:
        return
    rows = SearchEntry.objects.filter(workspace=scope.workspace, pk__in=keys)
    if connection.vendor == "sqlite":
        # External content: FTS5 must be told the old words, it cannot look them up afterwards.
        old = list(rows.values_list("pk", "title_tokens", "body_tokens"))
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO people_searchindex(people_searchindex, rowid, title_tokens, "
                "body_tokens) VALUES('delete', %s, %s, %s)",
                old,
            )
    rows.delete()


# --- reading ---


def search(scope: Scope, text: str, limit: int = 20, *, kind: str = "") -> list[Hit]:
    """What holds every word of `text`, or words that begin so; the closest first.

    Whole words of a name come before beginnings of words, and those before text; within each, names
    that hold little else, then the newest. Some room is kept for text, or a common name would hide
    every note. A fixed number of queries, each bounded to the newest that fit, whatever the size of
    the notebook: ranking all of it by closeness reads all of it.
    """
    words = typed(text)
    if not words:
        return []
    close = _close(scope, words, limit, kind)
    rows = _of(scope, close, "pk", *_SHOWN)
    ranked = sorted(rows, key=lambda row: _order(close[row[0]], words, row))
    names = [row for row in ranked if close[row[0]] < _NAMES]
    texts = [row for row in ranked if close[row[0]] >= _NAMES]
    kept = max(limit - len(texts), limit - limit // _ROOM_FOR_TEXT)
    return [Hit(*row[1:7]) for row in [*names[:kept], *texts][:limit]]


def uids(scope: Scope, text: str, limit: int, *, kind: str) -> list[UUID]:
    """Only the numbers of what :func:`search` finds of one kind, without a look at closeness."""
    words = typed(text)
    if not words:
        return []
    keys = list(_close(scope, words, limit, kind))[:limit]
    known = dict(_of(scope, keys, "pk", "uid"))
    return [known[key] for key in keys if key in known]


def newest(scope: Scope, text: str, limit: int, *, kind: str) -> list[UUID]:
    """Numbers of the newest things of one kind that hold every word of `text`, whole. Two reads."""
    words = typed(text)
    keys = _matches(scope, words, IN_TEXT, True, kind, limit) if words else []
    return [row[0] for row in _of(scope, keys, "uid")]


def _of(scope: Scope, keys: Iterable[int], *columns: str) -> list[tuple[Any, ...]]:
    """Entries by their keys. That they are of this notebook is seen to here: asked for it, SQLite
    takes the index of the notebook, which holds every row."""
    rows = SearchEntry.objects.filter(pk__in=list(keys)).values_list("workspace", *columns)
    return [row[1:] for row in rows if row[0] == scope.workspace.pk]


def among(scope: Scope, text: str, chosen: Sequence[UUID], *, kind: str) -> list[UUID]:
    """Those of a few things that hold every word of `text`, names first; bounded by the few."""
    words = typed(text)
    rows = SearchEntry.objects.filter(workspace=scope.workspace, kind=kind, uid__in=chosen)
    found: dict[bool, list[UUID]] = {True: [], False: []}
    for uid, title, body in rows.order_by("-pk").values_list("uid", "title_tokens", "body_tokens"):
        if holds(words, plain(body, IN_TEXT)):
            found[holds(words, plain(title, IN_NAME))].append(uid)
    return [*found[True], *found[False]]


def _close(scope: Scope, words: list[str], limit: int, kind: str) -> dict[int, int]:
    """Keys of what may be shown, with how close each is: the tier in which it was found first."""
    close: dict[int, int] = {}
    for tier, (where, exact) in enumerate(_TIERS):
        if len(close) < limit:
            most = limit * _LOOKED_AT if where == IN_NAME else limit
            found = _matches(scope, words, where, exact, kind, most)
            close = dict.fromkeys(found, tier) | close
        elif where == IN_TEXT and exact and not kind:
            found = _matches(scope, words, where, exact, _TEXT, limit // _ROOM_FOR_TEXT)
            close = dict.fromkeys(found, tier) | close
    return dict(sorted(close.items(), key=lambda item: (item[1], -item[0])))


def _order(tier: int, words: list[str], row: tuple[Any, ...]) -> tuple[float, ...]:
    """Closest first: by tier, then names that hold little else, then the newest.

    What is said of a person or a firm is closer than the text of a letter or a note.
    """
    key, kind, *_rest, at, title = row
    if tier < _NAMES:
        others = min(len(list(plain(title, IN_NAME))) - len(words), _MANY)
    else:
        others = kind not in _SOMEBODY
    return tier, others, -at.timestamp() if at else 0, -key


def _matches(
    scope: Scope, words: list[str], where: str, exact: bool, kind: str, limit: int
) -> list[int]:
    """Keys of the newest that hold these words. Tokens hold letters and digits beside our marks, so
    quoting is safe."""
    place, sqlite = place_mark(scope.workspace.pk, where), connection.vendor == "sqlite"
    star = "" if exact else " *" if sqlite else ":*"
    quote = '"' if sqlite else "'"
    terms = [f"{quote}{place}{word}{quote}{star}" for word in words]
    if kind:
        terms.append(f"{quote}{place_mark(scope.workspace.pk, KIND)}{kind}{quote}")
    with connection.cursor() as cursor:
        if sqlite:
            cursor.execute(_SQLITE, [" AND ".join(terms), limit])
        else:
            cursor.execute(_POSTGRESQL, [" & ".join(terms), limit])
        return [row[0] for row in cursor.fetchall()]


_SQLITE = (
    "SELECT rowid FROM people_searchindex WHERE people_searchindex MATCH %s "
    "ORDER BY rowid DESC LIMIT %s"
)
_POSTGRESQL = (
    "SELECT id FROM people_searchentry WHERE all_vector @@ %s::tsquery ORDER BY id DESC LIMIT %s"
)
