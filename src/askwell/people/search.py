"""Search over everything in a notebook, and the only vendor SQL of the house.

Text is folded and cut into tokens here, in Python; the same tokens go to external-content FTS5 on
SQLite and to a `tsvector` on PostgreSQL. The workspace and the kind are tokens too. There are no
triggers: Django drops them when it remakes a table. Newest things come first, within bounds,
because ranking a whole notebook by relevance is what makes search slow.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from askwell.people.bulk import insert_many
from askwell.people.models import SearchEntry
from askwell.people.tokens import holds, joined, typed
from askwell.workspaces.access import Scope

_CHUNK = 2000
_COLUMNS = (
    "kind",
    "uid",
    "person_uid",
    "title",
    "body",
    "title_tokens",
    "body_tokens",
    "at",
)
_NAMES = (("title", True), ("title", False))
"""How close a name is: every word stands in it whole, or begins a word of it."""
_LOOKED_AT = 2
_ROOM_FOR_TEXT = 4
_MANY = 4
_TEXT = "text"
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
        _insert(scope, chunk)


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


def _insert(scope: Scope, chunk: Sequence[Entry]) -> None:
    last = SearchEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    kinds = {(entry.kind, entry.named) for entry in chunk}
    marks = {kind: _marks(scope, *kind) for kind in kinds}
    insert_many(
        SearchEntry,
        _COLUMNS,
        [
            (
                kind,
                uid,
                person,
                title[:400],
                body,
                f"{marks[kind, named]} {joined(title) if named else ''}",
                joined(f"{body} {words}"),
                at,
            )
            for kind, uid, title, body, person, at, words, named in {
                (entry.kind, entry.uid): entry for entry in chunk
            }.values()
        ],
        {"workspace": scope.workspace.pk},
    )
    if connection.vendor == "sqlite":  # one writer at a time, so these are exactly our rows
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO people_searchindex(rowid, title_tokens, body_tokens) "
                "SELECT id, title_tokens, body_tokens FROM people_searchentry WHERE id > %s",
                [last],
            )


def _marks(scope: Scope, kind: str, named: bool) -> str:
    """Tokens no text can hold: the workspace, and within it the kind of thing, or any text."""
    mark = f"§{scope.workspace.pk}"
    return f"{mark} {mark}§{kind}" if named else f"{mark} {mark}§{kind} {mark}§{_TEXT}"


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
    rows = SearchEntry.objects.filter(pk__in=close).values_list("pk", *_SHOWN)
    ranked = sorted(rows, key=lambda row: _order(close[row[0]], words, row))
    names = [row for row in ranked if close[row[0]] < len(_NAMES)]
    texts = [row for row in ranked if close[row[0]] >= len(_NAMES)]
    kept = max(limit - len(texts), limit - limit // _ROOM_FOR_TEXT)
    return [Hit(*row[1:7]) for row in [*names[:kept], *texts][:limit]]


def uids(scope: Scope, text: str, limit: int, *, kind: str) -> list[UUID]:
    """Only the numbers of what :func:`search` finds of one kind, without a look at closeness."""
    words = typed(text)
    if not words:
        return []
    keys = list(_close(scope, words, limit, kind))[:limit]
    known = dict(SearchEntry.objects.filter(pk__in=keys).values_list("pk", "uid"))
    return [known[key] for key in keys if key in known]


def among(scope: Scope, text: str, chosen: Sequence[UUID], *, kind: str) -> list[UUID]:
    """Those of a few things that hold every word of `text`, names first; bounded by the few."""
    words = typed(text)
    rows = SearchEntry.objects.filter(workspace=scope.workspace, kind=kind, uid__in=chosen)
    found: dict[bool, list[UUID]] = {True: [], False: []}
    for uid, title, body in rows.order_by("-pk").values_list("uid", "title_tokens", "body_tokens"):
        named = title.split()
        if holds(words, [*named, *body.split()]):
            found[holds(words, named)].append(uid)
    return [*found[True], *found[False]]


def _close(scope: Scope, words: list[str], limit: int, kind: str) -> dict[int, int]:
    """Keys of what may be shown, with how close each is: the tier in which it was found first."""
    mark = f"§{scope.workspace.pk}§{kind}" if kind else f"§{scope.workspace.pk}"
    close: dict[int, int] = {}
    for tier, (column, exact) in enumerate(_NAMES):
        if len(close) < limit:
            found = _matches(mark, words, column, exact, limit * _LOOKED_AT)
            close = dict.fromkeys(found, tier) | close
    if len(close) < limit:
        found = _matches(mark, words, "all", False, limit)
        close = dict.fromkeys(found, len(_NAMES)) | close
    elif not kind:
        mark = f"§{scope.workspace.pk}§{_TEXT}"
        found = _matches(mark, words, "all", False, limit // _ROOM_FOR_TEXT)
        close = dict.fromkeys(found, len(_NAMES)) | close
    return dict(sorted(close.items(), key=lambda item: (item[1], -item[0])))


def _order(tier: int, words: list[str], row: tuple[Any, ...]) -> tuple[float, ...]:
    """Closest first: by tier, then names that hold little else, then the newest."""
    key, *_rest, at, title = row
    others = len(title.split()) - len(words) if tier < len(_NAMES) else 0
    return tier, min(others, _MANY), -at.timestamp() if at else 0, -key


def _matches(mark: str, words: list[str], column: str, exact: bool, limit: int) -> list[int]:
    sql, query = _question(mark, words, column, exact)
    with connection.cursor() as cursor:
        cursor.execute(sql, [query, limit])
        return [row[0] for row in cursor.fetchall()]


def _question(mark: str, words: list[str], column: str, exact: bool) -> tuple[str, str]:
    """The statement and its full-text query; tokens hold letters and digits only, so quoting is safe."""
    if connection.vendor == "sqlite":
        star = "" if exact else " *"
        terms = " AND ".join(f'"{word}"{star}' for word in words)
        where = f"title_tokens : ({terms})" if column == "title" else f"({terms})"
        return (
            "SELECT rowid FROM people_searchindex WHERE people_searchindex MATCH %s "
            "ORDER BY rowid DESC LIMIT %s",
            f'title_tokens : "{mark}" AND {where}',
        )
    star = "" if exact else ":*"
    terms = " & ".join([f"'{mark}'", *(f"'{word}'{star}" for word in words)])
    return (
        f"SELECT id FROM people_searchentry WHERE {column}_vector @@ %s::tsquery "  # noqa: S608
        "ORDER BY id DESC LIMIT %s",
        terms,
    )
