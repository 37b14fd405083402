"""``askwell serve``: the web server, one worker beside it, and one line that says where it is."""

import fcntl
import json
import logging
import os
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import click
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from askwell.cli.accounts import one_time_link
from askwell.cli.app import command, emit

PORT = 8765


def _options(function: Any) -> Any:
    for option in (
        click.option("--port", type=click.IntRange(0, 65535), help="Default: 8765, or a free one."),
        click.option("--host", default="127.0.0.1", show_default=True, help="Server mode only."),
        click.option("--workers", type=click.IntRange(1, 32), default=1, show_default=True),
    ):
        function = option(function)
    return function


@command(name="serve")
@_options
def serve(port: int | None, host: str, workers: int, as_json: bool) -> None:
    """Open your notebook in the browser: starts the server and one worker."""
    _serve(port, host, workers, as_json)


@command(name="demo", apart="demo")
@_options
def demo(port: int | None, host: str, workers: int, as_json: bool) -> None:
    """The same, with a notebook full of invented people to look around in."""
    from django.db import transaction

    from askwell.plumbing import clock
    from askwell.workspaces import signin

    with transaction.atomic():
        scope, fresh = signin.sample_scope()
        if fresh:
            import_module("askwell.transfer.demo").build(scope, clock.now().date())
    _serve(port, host, workers, as_json)


def _serve(port: int | None, host: str, workers: int, as_json: bool) -> None:
    from django.conf import settings
    from django.db import connections

    local = settings.MODE == "local"
    if local and host not in ("127.0.0.1", "localhost", "::1"):
        raise click.ClickException(
            "In local mode Askwell listens on this computer only; for others to reach it, "
            "set ASKWELL_MODE=server and ASKWELL_URL."
        )
    # Held for as long as this process lives: one server and one worker for each data folder.
    held = _only_one(settings.DATA)
    listener = _listen(host, port)
    address = f"http://{host}:{listener.getsockname()[1]}"
    link = one_time_link(address) if local else ""
    (settings.DATA / "serving.json").write_text(
        json.dumps({"address": address, "pid": os.getpid()})
    )
    connections.close_all()
    worker = _Keeper()
    worker.start()

    def ready(_server: Any) -> None:
        if as_json:
            emit({"address": address, "link": link or None})
        elif link:
            click.echo(f"Askwell is at {address} – open it with {link} (works once)")
        else:
            click.echo(f"Askwell is at {address}, for {settings.ENV.origin}")
        sys.stdout.flush()

    try:
        Server(listener, workers, ready).run()
    finally:
        worker.stop()
        (settings.DATA / "serving.json").unlink(missing_ok=True)
        held.close()


def _only_one(data: Path) -> IO[str]:
    """Hold the data folder; refused when another server holds it."""
    file = (data / "serving.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise click.ClickException(
            "Askwell already runs on this notebook; “askwell link” prints a new link to it."
        ) from None
    return file


def _listen(host: str, port: int | None) -> socket.socket:
    """Take the port; if none was asked for and ours is taken, any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for attempt in (PORT, 0) if port is None else (port,):
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, attempt))
        except OSError:
            listener.close()
            continue
        listener.listen(256)
        return listener
    raise click.ClickException(f"Port {port} on {host} is taken; choose another with --port.")


class _Quiet(Logger):  # type: ignore[misc]
    """gunicorn's words in our lines of JSON: the text without what a request carried."""

    def setup(self, cfg: Any) -> None:
        """Leave both of its loggers to the root logger, and keep only warnings."""
        for log in (self.error_log, self.access_log):
            log.handlers = []
            log.propagate = log is self.error_log
            log.setLevel("WARNING")


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn on a socket that is already ours, forked from this process with Django loaded."""

    def __init__(self, listener: socket.socket, workers: int, ready: Any) -> None:
        self.chosen = {
            "bind": f"fd://{listener.fileno()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": 4,
            "preload_app": True,
            "keepalive": 15,
            "graceful_timeout": 5,
            "timeout": 120,
            "limit_request_line": 8190,
            "logger_class": _Quiet,
            "when_ready": ready,
            "proc_name": "askwell",
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand our settings to gunicorn; its own files, arguments and variables are not read."""
        for name, value in self.chosen.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, built once before the workers are forked."""
        from django.core.wsgi import get_wsgi_application

        return get_wsgi_application()


class _Keeper:
    """Keeps one queue worker alive beside the server, in a process of its own."""

    def __init__(self) -> None:
        self.pid = 0

    def start(self) -> None:
        """Fork; the child runs workers one after the other until it is told to stop."""
        parent = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            _leave_with(parent)
            _keep_working()

    def stop(self) -> None:
        """Ask the worker to finish, and wait up to five seconds for it."""
        try:
            os.kill(self.pid, signal.SIGTERM)
            for _ in range(50):
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    return
                time.sleep(0.1)
            os.kill(self.pid, signal.SIGKILL)
        except (ProcessLookupError, ChildProcessError):
            return


def _leave_with(parent: int) -> None:
    """End this process soon after its parent ended, even when that was killed outright."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def _keep_working() -> None:
    """Run the queue's worker, and another one when it was killed or crashed."""
    keeper, stopping = os.getpid(), threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the worker by itself
    while not stopping.is_set():
        worker = os.fork()
        if worker == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            _leave_with(keeper)
            _work()
        signal.signal(signal.SIGTERM, partial(_pass_on, worker, stopping))
        _pid, status = os.waitpid(worker, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
            break
        stopping.wait(1)
    os._exit(0)


def _pass_on(worker: int, stopping: threading.Event, *_signal: Any) -> None:
    """Told to stop: so is the worker, which may have ended already."""
    stopping.set()
    with suppress(ProcessLookupError):
        os.kill(worker, signal.SIGTERM)


def _work() -> None:
    """Be the worker until told to stop; ends this process."""
    from django.core.management import call_command

    from askwell.plumbing import queue

    status = 1
    try:
        queue.sweep()
        call_command("prune_db_task_results", min_age_days=1, verbosity=0)
        call_command("db_worker", interval=0.5, startup_delay=False, reload=False, verbosity=0)
        status = 0
    except SystemExit as left:
        status = int(left.code or 0)
    except Exception:
        logging.getLogger("askwell.jobs").exception("worker failed")
    finally:
        os._exit(status)
