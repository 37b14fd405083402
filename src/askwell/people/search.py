"""Search over everything in a notebook, and the only vendor SQL of the house.

Text is folded and cut into tokens here, in Python; the same tokens go to external-content FTS5 on
SQLite and to a `tsvector` on PostgreSQL. The workspace and the kind are tokens too. There are no
triggers: Django drops them when it remakes a table. Newest things come first, within bounds,
because ranking a whole notebook by relevance is what makes search slow.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from askwell.people.bulk import insert_many
from askwell.people.models import SearchEntry
from askwell.workspaces.access import Scope

_CHUNK = 500
_COLUMNS = (
    "workspace",
    "kind",
    "uid",
    "person_uid",
    "title",
    "body",
    "title_tokens",
    "body_tokens",
    "at",
)
_MAX_TOKENS = 2000
_MAX_TOKEN = 40
_MAX_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_DENSE = re.compile(
    r"([\u0600-\u06ff\u0750-\u077f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uac00-\ud7af\uf900-\ufaff]+)"
)
"""Scripts whose words are not parted by blanks, or grow prefixes: cut into overlapping pairs."""


@dataclass(frozen=True)
class Entry:
    """One thing to be found. `person` is the uid of the person it is about, if any; `words` are
    found too, but not shown."""

    kind: str
    uid: UUID
    title: str
    body: str = ""
    person: UUID | None = None
    at: datetime | None = None
    words: str = ""


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    kind: str
    uid: UUID
    person: UUID | None
    title: str
    body: str
    at: datetime | None


# --- words ---


def fold(text: str) -> str:
    """Without case, accents and ligatures."""
    if text.isascii():
        return text.lower()
    text = text.casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def tokens(text: str) -> Iterator[str]:
    """The words of a text as the index knows them."""
    folded = fold(text)
    for word in _WORD.findall(folded):
        if folded.isascii():
            yield word[:_MAX_TOKEN]
        else:
            yield from _cut(word)


def _cut(word: str) -> Iterator[str]:
    for part in _DENSE.split(word):
        if not part:
            continue
        if _DENSE.match(part) and len(part) > 1:
            yield from (part[i : i + 2] for i in range(len(part) - 1))
        else:
            yield part[:_MAX_TOKEN]


def _joined(text: str) -> str:
    return " ".join(dict.fromkeys(islice(tokens(text), _MAX_TOKENS)))


def _marks(scope: Scope, kind: str) -> str:
    """Tokens no text can hold: the workspace, and the kind of thing within it."""
    return f"§{scope.workspace.pk} §{scope.workspace.pk}§{kind}"


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
    by_kind: dict[str, list[UUID]] = {}
    for entry in chunk:
        by_kind.setdefault(entry.kind, []).append(entry.uid)
    for kind, uids in by_kind.items():
        rows = SearchEntry.objects.filter(workspace=scope.workspace, kind=kind, uid__in=uids)
        yield from rows.values_list("pk", flat=True)


def _insert(scope: Scope, chunk: Sequence[Entry]) -> None:
    last = SearchEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    insert_many(
        SearchEntry,
        _COLUMNS,
        [
            (
                scope.workspace.pk,
                entry.kind,
                entry.uid,
                entry.person,
                entry.title[:400],
                entry.body,
                f"{_marks(scope, entry.kind)} {_joined(entry.title)}",
                _joined(f"{entry.body} {entry.words}"),
                entry.at,
            )
            for entry in {(e.kind, e.uid): e for e in chunk}.values()
        ],
    )
    if connection.vendor == "sqlite":  # one writer at a time, so these are exactly our rows
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO people_searchindex(rowid, title_tokens, body_tokens) "
                "SELECT id, title_tokens, body_tokens FROM people_searchentry WHERE id > %s",
                [last],
            )


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
    """What holds every word of `text`, or words that begin so; things named so come first.

    Whole words of a title come before beginnings of words, and those before text; the newest
    within each. At most three bounded queries, whatever the size of the notebook.
    """
    words = list(dict.fromkeys(tokens(text)))[:_MAX_WORDS]
    if not words:
        return []
    mark = f"§{scope.workspace.pk}§{kind}" if kind else f"§{scope.workspace.pk}"
    hits: dict[int, None] = {}
    for column, exact in (("title", True), ("title", False), ("all", False)):
        if len(hits) < limit:
            hits |= dict.fromkeys(_matches(mark, words, column, exact, limit))
    keys = list(hits)[:limit]
    rows = SearchEntry.objects.in_bulk(keys)
    return [_hit(rows[key]) for key in keys if key in rows]


def _hit(row: SearchEntry) -> Hit:
    return Hit(row.kind, row.uid, row.person_uid, row.title, row.body, row.at)


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
