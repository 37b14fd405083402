"""Bulk writes through `executemany`: the ORM's own took almost four times as long, measured."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import repeat
from typing import Any

from django.db import connection, models

from askwell.plumbing.rows import quote

_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey)


class Json(str):
    """Text that is JSON already, as a JSON column holds it."""

    __slots__ = ()


@dataclass(slots=True)
class Insert:
    """A statement and its values, ready for the driver: nothing is left to do but to run it."""

    sql: str
    rows: list[tuple[Any, ...]]

    def run(self) -> None:
        """Insert the rows."""
        with connection.cursor() as cursor:
            cursor.executemany(self.sql, self.rows)


def insert_many(
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    same: Mapping[str, Any] | None = None,
) -> None:
    """Insert rows given as tuples in the order of `names`; `same` is what all of them share.

    Every other column gets its default. Foreign keys are given as integer keys, uids as UUIDs or as
    32 digits. Values are translated a column at a time.
    """
    for ready in ready_insert(model, names, rows, same):
        ready.run()


def ready_insert(
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    same: Mapping[str, Any] | None = None,
) -> list[Insert]:
    """As `insert_many`, up to the statement itself; [] if there are no rows."""
    rows = list(rows)
    if not rows:
        return []
    given = [_field(model, name) for name in names]
    shared = {_field(model, name): value for name, value in (same or {}).items()}
    for field in model._meta.concrete_fields:
        if field not in given and field not in shared and not field.primary_key:
            shared[field] = field.get_default()
    columns = [
        _adapted(f, values) for f, values in zip(given, zip(*rows, strict=True), strict=True)
    ]
    fixed = [repeat(f.get_db_prep_save(value, connection)) for f, value in shared.items()]
    table = quote(model._meta.db_table)
    heads = ", ".join(quote(field.column) for field in (*given, *shared))
    marks = ", ".join(["%s"] * (len(columns) + len(fixed)))
    sql = f"INSERT INTO {table} ({heads}) VALUES ({marks})"  # noqa: S608
    return [Insert(sql, list(zip(*columns, *fixed, strict=False)))]


def take_ids(model: type[models.Model], count: int) -> range | list[int]:
    """Integer keys for rows about to be inserted, so that nobody has to ask for them afterwards.

    Nobody else may write until they are inserted: SQLite's write lock, or `store.version`, sees to it.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            last = next(iter(cursor.fetchall()), (0,))[0]
            return range(last + 1, last + count + 1)
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise TypeError(f"{name} is no column of {model._meta.label}")
    return field


def _adapted(field: models.Field[Any, Any], values: Sequence[Any]) -> Iterable[Any]:
    """A column's values as the database driver takes them."""
    if isinstance(field, _PLAIN):
        return values
    if isinstance(field, models.UUIDField):
        kinds = set(map(type, values))
        if connection.features.has_native_uuid_field or kinds == {str}:
            return values
        return map(_hex, values)
    if isinstance(field, models.JSONField):
        return map(partial(_json, connection.ops.adapt_json_value), values)
    if isinstance(field, models.DateField):  # the same day stands in row after row
        return map(partial(_day, field), values)
    return map(partial(_prepared, field), values)


def _hex(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else str(value.hex)


def _json(adapt: Callable[[Any, Any], Any], value: Any) -> Any:
    return value if value is None or isinstance(value, Json) else adapt(value, None)


@lru_cache(maxsize=8192)
def _day(field: models.Field[Any, Any], value: Any) -> Any:
    return _prepared(field, value)


def _prepared(field: models.Field[Any, Any], value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def update_many(
    model: type[models.Model], names: Sequence[str], rows: Iterable[models.Model]
) -> None:
    """Write these columns of changed rows back, by their key."""
    fields = [_field(model, name) for name in names]
    sets = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    table, key = quote(model._meta.db_table), quote(model._meta.pk.column)
    values = [
        (*(f.get_db_prep_save(getattr(row, f.attname), connection) for f in fields), row.pk)
        for row in rows
    ]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {table} SET {sets} WHERE {key} = %s", values)  # noqa: S608
