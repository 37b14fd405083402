"""Logs as one JSON object a line, without personal data.

What people write ends up in places a program does not expect: in addresses, in the values a
database complains about, in the arguments of a log call. So nothing is written but what is listed
here: the text of the log call *before* its arguments are filled in, a few named fields, and of an
exception its type and where it was raised, never its message.
"""

import json
import logging
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

log = logging.getLogger("askwell.request")

FIELDS = ("status", "method", "route", "ms", "job", "attempt", "rows", "seconds", "address", "pid")


class JsonLines(logging.Formatter):
    """Format a record as one line of JSON with only the fields that are safe to keep."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line (see the module for what is left out, and why)."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["raised"] = _frames(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def _frames(trace: TracebackType | None) -> list[str]:
    """Where it happened, innermost last; the last dozen frames are enough to find a bug."""
    return [
        f"{frame.filename.rsplit('/site-packages/')[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)[-12:]
    ]


class RequestLog:
    """Middleware: one line per request with the route's pattern, never the address itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and write down how long it took."""
        started = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        fields = {
            "method": request.method,
            "route": match.route if match else None,
            "status": response.status_code,
            "ms": round((time.perf_counter() - started) * 1000, 1),
        }
        level = logging.ERROR if response.status_code >= 500 else logging.INFO
        log.log(level, "answered", extra=fields)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Write down where an unexpected error was raised; Django answers with its 500 page."""
        if not isinstance(exception, Http404 | PermissionDenied):
            log.error("failed", exc_info=exception, extra={"method": request.method})
