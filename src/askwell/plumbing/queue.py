"""Work for later: put a call by dotted name into the queue, once the transaction is committed.

The queue row is only a pointer; a long job keeps its state in a row of its own, so that a killed
worker loses nothing (ARCHITECTURE.md, "Jobs").
"""

import logging
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django_tasks import task

log = logging.getLogger("askwell.jobs")


class JobFailed(Exception):
    """A job raised an error; the log says where, its own state row what became of the work."""


Argument = str | int | bool | UUID | None


def enqueue(name: str, **arguments: Argument) -> None:
    """Ask the worker to call ``askwell.<name>(**arguments)`` after the current transaction.

    ``name`` is ``"<stage>.jobs.<function>"``; a lower stage may so name a job without importing it.
    Arguments are pointers (uids, numbers), never contents: the row they point to is read when the
    job runs. UUIDs arrive as text. Raises :class:`LookupError` at once if there is no such job.
    """
    resolve(name)
    plain = {
        key: str(value) if isinstance(value, UUID) else value for key, value in arguments.items()
    }
    transaction.on_commit(partial(run.enqueue, name, plain))


def resolve(name: str) -> Callable[..., None]:
    """The function behind ``"<stage>.jobs.<function>"``; :class:`LookupError` if there is none."""
    module, _, function = name.rpartition(".")
    stage, _, kind = module.partition(".")
    if kind != "jobs" or not stage.isidentifier():
        raise LookupError(f"{name} is not <stage>.jobs.<function>")
    try:
        found = getattr(import_module(f"askwell.{module}"), function, None)
    except ModuleNotFoundError as error:
        raise LookupError(f"there is no job {name}") from error
    if not callable(found):
        raise LookupError(f"there is no job {name}")
    return found


def sweep() -> None:
    """Put interrupted work back into the queue; called when the worker starts.

    Each stage with long work offers ``jobs.sweep()``: rows whose lease ran out, because the process
    that held them was killed, are enqueued again.
    """
    for config in apps.get_app_configs():
        if find_spec(f"{config.name}.jobs") if config.name.startswith("askwell.") else None:
            sweeping = getattr(import_module(f"{config.name}.jobs"), "sweep", None)
            if sweeping:
                sweeping()


@task()
def run(name: str, arguments: dict[str, str | int | bool | None]) -> None:
    """The one task of the queue: call a job by name and write down that it ran.

    An error is logged without its message and replaced: the queue stores what a task raised, and
    messages of errors tend to hold what somebody typed.
    """
    started = time.perf_counter()
    try:
        resolve(name)(**arguments)
    except Exception as error:
        log.exception("failed", extra={"job": name})
        raise JobFailed(f"{name}: {type(error).__name__}") from None
    seconds = round(time.perf_counter() - started, 2)
    log.info("done", extra={"job": name, "seconds": seconds})
