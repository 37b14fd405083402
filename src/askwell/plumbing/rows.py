"""The one codec between rows of the database and JSON.

Used by the trash, merge undo, batch undo, export and restore. A row becomes a dictionary of its
columns; a foreign key becomes the ``uid`` it points to, because integers mean nothing outside this
database. ``workspace`` is left out: a row is loaded into whatever workspace asks for it. Rows
without a ``uid`` of their own are derived from others and are never written.
"""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import BinaryField, Field, ForeignKey, JSONField, Model, QuerySet
from django.db.models.deletion import Collector

Row = dict[str, Any]
CHUNK = 400


class BadRow(Exception):
    """A row that cannot be loaded; the message says which and why, without its contents."""


# --- out ---


def columns(model: type[Model]) -> list[Field[Any, Any]]:
    """The columns that are written: all but the integer key and the workspace."""
    return [f for f in model._meta.concrete_fields if not f.primary_key and f.name != "workspace"]


def written(model: type[Model]) -> bool:
    """Has this model a ``uid``, so that its rows can be named outside of the database?"""
    try:
        model._meta.get_field("uid")
    except FieldDoesNotExist:
        return False
    return True


def dump(rows: QuerySet[Any]) -> Iterator[Row]:
    """Write every row of a query, in order of its key, in one statement without loading models."""
    model = rows.model
    fields = columns(model)
    label = model._meta.label_lower
    names = [f"{f.name}__uid" if isinstance(f, ForeignKey) else f.name for f in fields]
    for values in rows.order_by("pk").values_list(*names).iterator(chunk_size=2000):
        pairs = zip(fields, values, strict=True)
        yield {"_model": label} | {f.name: to_json(f, value) for f, value in pairs}


def to_json(field: Field[Any, Any], value: Any) -> Any:
    """One column's value as JSON holds it; dates in ISO form, UUIDs as text, bytes in base 64."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(field, JSONField):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


# --- in ---


def from_json(field: Field[Any, Any], value: Any) -> Any:
    """The opposite of :func:`to_json`, checked against the column's limits.

    Raises Django's ``ValidationError`` for a value that the column may not hold.
    """
    if value is None:
        if not field.null:
            raise ValidationError("empty")
        return None
    if isinstance(field, JSONField):
        return value
    if isinstance(field, BinaryField):
        return base64.b64decode(value)
    if isinstance(value, str) and "\x00" in value:
        raise ValidationError("null character")  # SQLite would keep it, PostgreSQL cannot
    python = field.to_python(value)
    field.run_validators(python)
    return python


def load(rows: Iterable[Row], *, workspace: Model, actor: Model, strict: bool = True) -> int:
    """Insert written rows into a workspace, keys re-made, and return how many.

    Models may come in any order and point at each other: a key to a row that is not there yet is
    set afterwards. Times are inserted as written (``executemany`` knows no ``auto_now``). A key to
    an account that does not exist here becomes ``actor``. With ``strict=False`` an optional key
    whose target is gone stays empty (undo of a delete); otherwise, and for a required key, that
    raises :class:`BadRow`.
    """
    by_model: dict[type[Model], list[Row]] = {}
    for row in rows:
        by_model.setdefault(_model(row), []).append(row)
    loader = Loader(workspace, actor, strict=strict)
    with transaction.atomic():
        for model in sorted(by_model, key=depth):
            for chunk in chunks(by_model[model]):
                loader.insert(model, chunk)
        loader.settle()
    return sum(map(len, by_model.values()))


def _model(row: Mapping[str, Any]) -> type[Model]:
    try:
        model = apps.get_model(str(row["_model"]))
    except (LookupError, KeyError, ValueError):
        raise BadRow(f"there is no kind of row called {row.get('_model')!r}") from None
    if not written(model) or not hasattr(model, "workspace"):
        raise BadRow(f"rows of {model._meta.label_lower} are never loaded")
    return model


def depth(model: type[Model]) -> int:
    """How far a model stands above what its required keys point to (those must be there first)."""
    below = [
        field.related_model
        for field in columns(model)
        if isinstance(field, ForeignKey) and field.related_model is not model
    ]
    return 1 + max((depth(target) for target in below), default=0)


def chunks(items: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


class Loader:
    """Inserts rows in chunks and remembers the keys that could not be set yet.

    For very long loads that want a transaction of their own for each chunk; :func:`load` is the
    usual way in.
    """

    def __init__(self, workspace: Model, actor: Model, *, strict: bool = True) -> None:
        self.workspace = workspace
        self.actor = actor
        self.strict = strict
        self.later: dict[tuple[type[Model], str], dict[str, str]] = {}

    def insert(self, model: type[Model], rows: Sequence[Row]) -> None:
        """Insert some rows of one model; those their required keys point to must be there."""
        fields = columns(model)
        keys = {f.name: self._targets(f, rows) for f in fields if isinstance(f, ForeignKey)}
        tuples = [
            (self.workspace.pk, *(self._prepared(f, row, keys) for f in fields)) for row in rows
        ]
        names = list(map(quote, [_column_of_workspace(model), *(f.column for f in fields)]))
        marks = ", ".join(["%s"] * len(names))
        table = quote(model._meta.db_table)
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
        try:
            with connection.cursor() as cursor:
                cursor.executemany(sql, tuples)
        except (DataError, IntegrityError, OverflowError, UnicodeError):
            raise BadRow(f"{model._meta.label_lower} cannot hold its rows") from None

    def settle(self) -> None:
        """Set the keys that pointed at rows which were inserted later."""
        for (model, name), wanted in self.later.items():
            field: Any = model._meta.get_field(name)
            for chunk in chunks(wanted.items()):
                targets = self._lookup(field.related_model, {uid for _, uid in chunk})
                own = self._lookup(model, {uid for uid, _ in chunk})
                pairs = [(targets.get(UUID(to)), own[UUID(uid)]) for uid, to in chunk]
                if self.strict and any(target is None for target, _ in pairs):
                    raise BadRow(
                        f"{model._meta.label_lower}.{name} points at a row that is missing"
                    )
                self._point(model, field, [pair for pair in pairs if pair[0]])

    def _point(self, model: type[Model], field: Any, pairs: list[tuple[Any, Any]]) -> None:
        table, column, key = map(
            quote,
            (model._meta.db_table, field.column, model._meta.pk.column),
        )
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", pairs)  # noqa: S608

    def _prepared(self, field: Field[Any, Any], row: Row, keys: dict[str, dict[UUID, Any]]) -> Any:
        """One column's value as the database takes it."""
        where = f"{row['_model']}.{field.name}"
        try:
            if isinstance(field, ForeignKey):
                return self._key(field, row, keys[field.name], where)
            given = field.name in row
            value = from_json(field, row[field.name]) if given else field.get_default()
            return field.get_db_prep_save(value, connection)
        except (ValidationError, ValueError, TypeError) as error:
            raise BadRow(f"{where} holds a value it cannot hold") from error

    def _key(
        self, field: ForeignKey[Any, Any], row: Row, known: dict[UUID, Any], where: str
    ) -> Any:
        text = row.get(field.name)
        if text is None:
            return None
        if UUID(text) in known:
            return known[UUID(text)]
        if isinstance(self.actor, field.related_model):
            return self.actor.pk
        if not field.null:
            raise BadRow(f"{where} points at a row that is missing")
        self.later.setdefault((field.model, field.name), {})[row["uid"]] = text
        return None

    def _targets(self, field: ForeignKey[Any, Any], rows: Sequence[Row]) -> dict[UUID, Any]:
        uids = {row[field.name] for row in rows if row.get(field.name)}
        return self._lookup(field.related_model, uids)

    def _lookup(self, model: type[Model], uids: Iterable[str]) -> dict[UUID, Any]:
        try:
            wanted = [UUID(uid) for uid in uids]
        except (ValueError, AttributeError, TypeError):
            raise BadRow(f"a key to {model._meta.label_lower} is not a uid") from None
        rows = model._base_manager.filter(uid__in=wanted)
        if hasattr(model, "workspace"):
            rows = rows.filter(workspace=self.workspace)
        return dict(rows.values_list("uid", "pk"))


def wipe(model: type[Model], workspace: Model) -> int:
    """Delete every row of one kind in a workspace at once; rows that need them must be gone."""
    table, column = quote(model._meta.db_table), quote(_column_of_workspace(model))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {column} = %s", [workspace.pk])  # noqa: S608
        return int(cursor.rowcount)


def _column_of_workspace(model: type[Model]) -> str:
    field: Any = model._meta.get_field("workspace")
    return str(field.column)


def quote(name: Any) -> str:
    """A table's or column's name as this database wants it quoted."""
    return connection.ops.quote_name(str(name))


# --- a delete that can be undone ---


def cascade(doomed: QuerySet[Any]) -> dict[str, Any]:
    """All that a delete of these rows would take with it, for :func:`revive`.

    ``rows`` are the rows that would go (as :func:`dump` writes them), ``loosened`` the keys of other
    rows that would be set to nothing.
    """
    collector = Collector(using=doomed.db, origin=doomed)
    collector.collect(doomed)
    rows: list[Row] = []
    for model, instances in collector.data.items():
        if written(model):
            for some in chunks(instance.pk for instance in instances):
                rows += dump(model._base_manager.filter(pk__in=some))
    for fast in collector.fast_deletes:
        if written(fast.model):
            rows += dump(fast)
    return {"rows": rows, "loosened": list(_loosened(collector))}


def _loosened(collector: Collector) -> Iterator[Row]:
    updates: Mapping[Any, Any] = collector.field_updates
    for (field, _value), groups in updates.items():
        if not written(field.model):
            continue
        for group in groups:
            for some in chunks(instance.pk for instance in group):
                found = field.model._base_manager.filter(pk__in=some)
                for uid, target in found.values_list("uid", f"{field.name}__uid"):
                    yield {
                        "_model": field.model._meta.label_lower,
                        "uid": str(uid),
                        "field": field.name,
                        "to": str(target),
                    }


def revive(bundle: Mapping[str, Any], *, workspace: Model, actor: Model) -> int:
    """Put back what :func:`cascade` wrote; returns how many rows.

    A loosened key is set again only where it is still empty: what was changed since stays changed.
    """
    with transaction.atomic():
        count = load(bundle["rows"], workspace=workspace, actor=actor, strict=False)
        for item in bundle["loosened"]:
            model = _model(item)
            field: Any = model._meta.get_field(item["field"])
            found = field.related_model._base_manager.filter(uid=item["to"], workspace=workspace)
            rows = model._base_manager.filter(uid=item["uid"], workspace=workspace)
            if target := found.first():
                rows.filter(**{f"{field.name}__isnull": True}).update(**{field.name: target})
    return count
