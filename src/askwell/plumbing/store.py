"""The database as a thing on disk: brought up to date, copied before that, looked at."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

COPIES_KEPT = 3


def pending() -> tuple[list[str], bool]:
    """The migrations this database does not have yet, and whether it has any (is not brand new)."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    names = [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
    return names, bool(executor.loader.applied_migrations)


def prepare(data: Path) -> list[str]:
    """Bring the database up to date; a SQLite file that was in use is copied first.

    Returns the migrations that were run. On PostgreSQL, copies are the administrator's.
    """
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    todo, used = pending()
    file = database_file()
    if todo:
        if file and used:
            copy(file, data / "copies", datetime.now(UTC))
        call_command("migrate", verbosity=0, interactive=False)
    if file:
        file.chmod(0o600)
    return todo


def database_file() -> Path | None:
    """Where the SQLite database is; None on PostgreSQL and in memory."""
    name = str(connection.settings_dict["NAME"])
    on_disk = connection.vendor == "sqlite" and ":memory:" not in name and "mode=memory" not in name
    return Path(name) if on_disk else None


def copy(file: Path, folder: Path, now: datetime) -> Path:
    """Copy a live SQLite database whole, and keep the newest three copies."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"askwell-{now:%Y%m%dT%H%M%S%f}.sqlite3"
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as to:
        source.backup(to)
    target.chmod(0o600)
    for old in sorted(folder.glob("askwell-*.sqlite3"))[:-COPIES_KEPT]:
        old.unlink()
    return target


def problems() -> list[str]:
    """What the database itself finds wrong with its file (nothing, one hopes)."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(20)")
        broken = [str(line) for (line,) in cursor.fetchall() if line != "ok"]
        cursor.execute("PRAGMA foreign_key_check")
        broken += [f"row of {row[0]} points at a missing {row[2]}" for row in cursor.fetchall()]
    return broken
