"""The full-text index over SearchEntry, on either database (see `people/search.py`)."""

from typing import Any

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE people_searchindex USING fts5("
    "title_tokens, body_tokens, content='people_searchentry', content_rowid='id', "
    "tokenize='ascii', prefix='1 2', detail='column')",
]
POSTGRESQL = [
    f"ALTER TABLE people_searchentry ADD COLUMN {name}_vector tsvector GENERATED ALWAYS AS "
    f"(array_to_tsvector(array_remove(string_to_array({tokens}, ' '), ''))) STORED"
    for name, tokens in (
        ("title", "title_tokens"),
        ("all", "title_tokens || ' ' || body_tokens"),
    )
] + [
    f"CREATE INDEX search_entry_{name} ON people_searchentry USING gin ({name}_vector)"
    for name in ("title", "all")
]


def _run(editor: Any, sqlite: list[str], postgresql: list[str]) -> None:
    for statement in sqlite if editor.connection.vendor == "sqlite" else postgresql:
        editor.execute(statement)


def build(apps: Any, editor: Any) -> None:
    """Make the index."""
    _run(editor, SQLITE, POSTGRESQL)


def drop(apps: Any, editor: Any) -> None:
    """Take it away."""
    columns = "ALTER TABLE people_searchentry DROP COLUMN title_vector, DROP COLUMN all_vector"
    _run(editor, ["DROP TABLE people_searchindex"], [columns])


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(build, drop)]
