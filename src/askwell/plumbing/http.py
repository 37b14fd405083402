"""What views answer with: redirects, refused forms, pages of a list, messages with *undo*."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import render, resolve_url
from django.utils.encoding import iri_to_uri
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.defaults import page_not_found

from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.rows import from_json

Row = TypeVar("Row", bound=Model)

UNDO = "undo:"


class SeeOther(HttpResponseRedirect):
    """303: the form was taken; fetch the next page with GET, whatever the method was."""

    status_code = 303


def see_other(request: HttpRequest, to: str, *args: Any, **kwargs: Any) -> HttpResponse:
    """Go on to a page (URL name or path) after a POST, for browsers with and without HTMX."""
    address = resolve_url(to, *args, **kwargs)
    if getattr(request, "htmx", False):
        answer = HttpResponse(status=204)
        answer["HX-Redirect"] = iri_to_uri(address)
        return answer
    return SeeOther(address)


def refused(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Show the form again with all that was typed and what is wrong with it (422)."""
    return render(request, template, dict(context or {}), status=422)


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: the fields of a POST (even when all are empty), or nothing."""
    return request.POST if request.method == "POST" else None


def sought(request: HttpRequest, name: str = "q", *, most: int = 200) -> str:
    """What somebody looks for (``?q=``), without blanks around it and no longer than any search is.

    A pattern without a bound is refused by SQLite, and costs PostgreSQL dearly.
    """
    return request.GET.get(name, "").strip()[:most]


def say(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Tell what happened on the next page; ``undo`` is the address that a POST undoes it at."""
    messages.success(request, text, extra_tags=UNDO + undo if undo else "")


def safe_next(request: HttpRequest, default: str) -> str:
    """The page a form wants to return to (``next``), if it is one of ours; else ``default``."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else resolve_url(default)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """A bounded piece of a list, and the cursors of its neighbours (empty: there is none)."""

    rows: list[Row]
    after: str
    before: str


def paged(
    request: HttpRequest, rows: QuerySet[Row], order: Sequence[str], *, size: int = 50
) -> Page[Row]:
    """Cut one page by its keys: page 400 costs what page 1 costs, and no row is seen twice.

    ``order`` names the columns, each with ``-`` for descending, the last one unique (``id``).
    The cursor comes from ``?after=`` or ``?before=``; a cursor that is not ours means page one.
    """
    backwards = "before" in request.GET
    keys = _read_cursor(request.GET.get("before" if backwards else "after", ""), rows.model, order)
    if keys is None:
        backwards = False
    facing = [_turned(name) for name in order] if backwards else list(order)
    wanted = rows.filter(_beyond(facing, keys)) if keys else rows
    found = list(wanted.order_by(*facing)[: size + 1])
    more = len(found) > size
    found = found[:size]
    if backwards:
        found.reverse()
    has_after = more if not backwards else True
    has_before = more if backwards else keys is not None
    return Page(
        rows=found,
        after=_cursor(found[-1], order) if found and has_after else "",
        before=_cursor(found[0], order) if found and has_before else "",
    )


def _turned(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _beyond(order: Sequence[str], keys: Sequence[Any]) -> Q:
    """Rows after ``keys`` in this order: a bigger first key, or the same and a bigger second, …"""
    condition = Q()
    same = Q()
    for name, key in zip(order, keys, strict=True):
        column = name.lstrip("-")
        step = "lt" if name.startswith("-") else "gt"
        condition |= same & Q(**{f"{column}__{step}": key})
        same &= Q(**{column: key})
    return condition


def _cursor(row: Model, order: Sequence[str]) -> str:
    keys = [getattr(row, name.lstrip("-")) for name in order]
    return base64.urlsafe_b64encode(json.dumps(keys, default=str).encode()).decode().rstrip("=")


def _read_cursor(text: str, model: type[Model], order: Sequence[str]) -> list[Any] | None:
    """The keys of a cursor as its columns hold them; nothing for a text that is no cursor of ours."""
    try:
        keys = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        if not isinstance(keys, list) or not all(isinstance(key, str | int) for key in keys):
            return None
        columns = [model._meta.get_field(name.lstrip("-")) for name in order]
        return [_as_kept(column, key) for column, key in zip(columns, keys, strict=True)]
    except (ValueError, TypeError, OverflowError, RecursionError, ValidationError):
        return None


def _as_kept(column: Any, key: str | int) -> Any:
    value = from_json(column, key)
    return value.astimezone(UTC) if isinstance(value, datetime) else value


class Refusals:
    """Middleware: a refusal no view caught becomes a page with its sentence; *not found* a 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is in :meth:`process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Translate our own two kinds of error; leave every other to Django."""
        if isinstance(error, NotFound):
            return page_not_found(request, Http404())
        if isinstance(error, Refusal):
            return render(request, "refused.html", {"sentence": str(error)}, status=422)
        return None


class WithoutNul:
    """Middleware: the character NUL is taken out of what was typed, before anybody reads it.

    It comes with text pasted out of broken files, means nothing, and PostgreSQL cannot store it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Clean the address' question part; forms follow once they may be read."""
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _without_nul(request.GET)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Clean the form, which Django has read by now to look for its token."""
        if request.method == "POST" and any(
            "\x00" in value for name, values in request.POST.lists() for value in (name, *values)
        ):
            request.POST = _without_nul(request.POST)


def _without_nul(typed: QueryDict) -> Any:
    clean = QueryDict(mutable=True, encoding=typed.encoding)
    for name, values in typed.lists():
        clean.setlist(name.replace("\x00", ""), [value.replace("\x00", "") for value in values])
    clean._mutable = False
    return clean
