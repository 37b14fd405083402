"""Every token of search carries its notebook and whether it is of a name (see `people/tokens.py`).

So a name is looked up among names alone, and no query has to be held against all rows of a notebook.
"""

from typing import Any

from django.db import migrations

SQLITE = [
    "DROP TABLE people_searchindex",
    "CREATE VIRTUAL TABLE people_searchindex USING fts5("
    "title_tokens, body_tokens, content='people_searchentry', content_rowid='id', "
    "tokenize='ascii', prefix='3 4 5', detail='none')",
    "INSERT INTO people_searchindex(people_searchindex) VALUES('rebuild')",
]
POSTGRESQL = [
    "DROP INDEX search_entry_title",
    "ALTER TABLE people_searchentry DROP COLUMN title_vector",
]
TEXTS = ("note", "reading")
FIRST, MARKS = 0xF0000, 65_000
CHUNK = 500


def mark(apps: Any, editor: Any) -> None:
    """Write the tokens there are anew, and make the index over them again."""
    model = apps.get_model("people", "SearchEntry")
    rows = model.objects.using(editor.connection.alias).order_by("pk")
    last = 0
    while chunk := list(rows.filter(pk__gt=last)[:CHUNK]):
        for row in chunk:
            place = chr(FIRST + row.workspace_id % MARKS)
            named = [t for t in row.title_tokens.split() if not t.startswith("§")]
            marks = [f"{place}§{row.kind}"]
            if row.kind in TEXTS:
                marks.append(f"{place}§text")
            else:
                marks += [f"{place}¶{token}" for token in named]
            words = dict.fromkeys([*named, *row.body_tokens.split()])
            row.title_tokens = " ".join(marks)
            row.body_tokens = " ".join(f"{place}¤{token}" for token in words)
        model.objects.using(editor.connection.alias).bulk_update(
            chunk, ["title_tokens", "body_tokens"]
        )
        last = chunk[-1].pk


def build(apps: Any, editor: Any) -> None:
    """The index over the new tokens."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("people", "0003_same_one")]
    operations = [migrations.RunPython(mark), migrations.RunPython(build)]
