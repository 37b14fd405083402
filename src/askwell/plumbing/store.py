"""The database as a thing on disk: brought up to date, copied before that, looked at."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from pkgutil import iter_modules

from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

COPIES_KEPT = 3
_AT_ONCE = 4
"""Of so many transactions the log is carried over together: most touch the same pages."""


def pending() -> tuple[list[str], bool]:
    """The migrations this database does not have yet, and whether it has any (is not brand new)."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    names = [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
    return names, bool(executor.loader.applied_migrations)


def _up_to_date() -> bool:
    """Whether every migration there is has run, by name alone.

    Loading them all to find that nothing is to be done took a third of what a command takes.
    """
    there = {
        (app.label, name)
        for app in apps.get_app_configs()
        for _finder, name, folder in iter_modules([str(Path(app.path) / "migrations")])
        if not folder and name[0] not in "_~"
    }
    with connection.cursor() as cursor:
        if MigrationRecorder.Migration._meta.db_table not in connection.introspection.table_names(
            cursor
        ):
            return False
    return there <= set(MigrationRecorder.Migration.objects.values_list("app", "name"))


def prepare(data: Path) -> list[str]:
    """Bring the database up to date; a SQLite file that was in use is copied first.

    Returns the migrations that were run. On PostgreSQL, copies are the administrator's.
    """
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = database_file()
    todo, used = ([], True) if _up_to_date() else pending()
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


def version() -> int | None:
    """A number that changes when another connection has written; None where the database has none.

    What was read under one number still holds, once the write lock is taken and it is the same.
    """
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])


def compact() -> None:
    """Leave nothing of what was deleted beside the file: write the log into it and empty it.

    In the file itself ``secure_delete`` has overwritten it. PostgreSQL clears deleted rows away by
    itself (autovacuum); its log is the administrator's.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def writing_long() -> Iterator[Callable[[], None]]:
    """Long work in many transactions: the log is carried into the file between them, by the function
    given, and not at the end of each under its write lock. PostgreSQL does so by itself."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield lambda: None
        return

    calls = count(1)

    def carry_over() -> None:
        if next(calls) % _AT_ONCE == 0:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_autocheckpoint=0")
    try:
        yield carry_over
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_autocheckpoint=1000")
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def beside() -> Iterator[BaseDatabaseWrapper]:
    """A connection of its own, for telling how far long work is while that reads a snapshot.

    Inside a transaction (tests) the connection at hand: another would not see what it wrote.
    """
    if connection.in_atomic_block:
        yield connection
        return
    other = connections.create_connection("default")
    try:
        yield other
    finally:
        other.close()


@contextmanager
def snapshot() -> Iterator[None]:
    """Read the database as it is now until the end of the block, without holding others up.

    ``atomic`` would take SQLite's write lock. Inside a transaction (tests) that one is used.
    """
    if connection.in_atomic_block:
        yield
        return
    postgres = connection.vendor == "postgresql"
    level = "ISOLATION LEVEL REPEATABLE READ READ ONLY" if postgres else "DEFERRED TRANSACTION"
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN {level}")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
