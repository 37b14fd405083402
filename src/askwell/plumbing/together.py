"""Several small reads in one statement: what a page that joins stages needs of each.

`read(letters, talks, notes)` fills lazy querysets at one go, each as if it had been read by itself:
its order, bounds and joined rows. A page of fifteen parts makes one round to the database, not
fifteen. Each part is a derived table turned to JSON, which both databases know; how, is the one thing
they spell differently.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import JSONField, Model, QuerySet
from django.db.models.query import get_related_populators

Rows = QuerySet[Any]


def read(*wanted: Rows) -> None:
    """Read all of these now, in one statement; none of them asks the database afterwards.

    For querysets of models that are sliced or ordered as they like, and not prefetched.
    """
    parts = [_Part(rows) for rows in wanted]
    asked = [(number, part) for number, part in enumerate(parts) if part.sql]
    if asked:
        sql = " UNION ALL ".join(_one(number, part) for number, part in asked)
        with connection.cursor() as cursor:
            cursor.execute(sql, [value for _number, part in asked for value in part.params])
            for number, values in cursor.fetchall():
                parts[number].rows.append(_values(values))
    for rows, part in zip(wanted, parts, strict=True):
        rows._result_cache = list(part.made())
        rows._prefetch_done = True  # type: ignore[attr-defined]


def _one(number: int, part: "_Part") -> str:
    """One part: its number, and its columns in one value."""
    if connection.vendor == "sqlite":
        columns = f"json_array({', '.join(f'col{n + 1}' for n in range(part.width))})"
        return f"SELECT {number}, {columns} FROM ({part.sql})"  # noqa: S608 - our own statement
    return f"SELECT {number}, row_to_json(part{number})::text FROM ({part.sql}) part{number}"  # noqa: S608


def _values(text: str) -> list[Any]:
    found = json.loads(text)
    if isinstance(found, dict):
        return [found[f"col{number + 1}"] for number in range(len(found))]
    return list(found)


class _Part:
    """One queryset: its statement, and models out of what came back for it."""

    def __init__(self, rows: Rows) -> None:
        self.model: type[Model] = rows.model
        self.rows: list[list[Any]] = []
        self.compiler = rows.query.get_compiler(using=rows.db)
        try:
            self.sql, self.params = self.compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:
            self.sql, self.params = "", ()
        self.width = len(self.compiler.select or ())

    def made(self) -> Iterator[Model]:
        """The models, with the rows joined to them."""
        if not self.rows:
            return
        compiler, info = self.compiler, self.compiler.klass_info or {}
        select = compiler.select or []
        fields = info["select_fields"]
        first, last = fields[0], fields[-1] + 1
        names = [column[0].target.attname for column in select[first:last]]
        joined = get_related_populators(info, select, connection.alias)  # type: ignore[call-arg]
        for row in self._converted(select):
            made = self.model.from_db(connection.alias, names, row[first:last])
            for populator in joined:
                populator.populate(row, made)
            yield made

    def _converted(self, select: Sequence[Any]) -> Iterator[Any]:
        """Values as a driver would have given them, then as Django's columns want them."""
        columns = [column[0] for column in select]
        if connection.vendor == "sqlite":
            converters = self.compiler.get_converters(columns)
            return iter(self.compiler.apply_converters(self.rows, converters))
        kinds = [column.output_field for column in columns]
        return (
            [
                value if value is None or isinstance(kind, JSONField) else kind.to_python(value)
                for kind, value in zip(kinds, row, strict=True)
            ]
            for row in self.rows
        )
