"""What is in the database, as text: for comparing notebooks and for looking for traces."""

import json

from django.db import connection

from askwell.plumbing import rows
from askwell.transfer.schema import exported
from askwell.workspaces.models import Workspace


def everything(workspace: Workspace) -> list[str]:
    """Every row of a notebook that an export holds, in order."""
    kinds = (rows.dump(model.objects.filter(workspace=workspace)) for model in exported())
    return [json.dumps(row, sort_keys=True) for kind in kinds for row in kind]


def dump() -> str:
    """Every value of every table, as text."""
    text: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            text += map(str, cursor.fetchall())
    return "\n".join(text)
