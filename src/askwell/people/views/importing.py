"""Bringing contacts in: how to get them, upload, preview, progress, undo."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people import operations, selectors
from askwell.people.forms import UploadForm
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import refused, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope, ScopedRequest

if TYPE_CHECKING:
    from askwell.people.models import ImportBatch

TABLES = (".csv", ".tsv", ".txt", ".xlsx")
AT_ONCE = 12 << 20
"""Files up to this size are previewed while the page waits; larger ones by the worker."""


@require_http_methods(["GET", "POST"])
def start_page(request: ScopedRequest) -> HttpResponse:
    """How to ask LinkedIn and others for a file, and where to drop it."""
    form = UploadForm(request.POST or None, request.FILES or None, initial={"uid": new_uid()})
    context: dict[str, Any] = {
        "form": form,
        "batches": selectors.batches(request.scope),
        "asked": request.scope.settings.linkedin_asked_on,
        "uid": form["uid"].value(),
    }
    if request.method == "GET":
        return render(request, "people/import.html", context)
    if not form.is_valid():
        return refused(request, "people/import.html", context)
    try:
        batch = _take(request, form)
    except Refusal as error:
        if selectors.awaits_columns(request.scope, form.cleaned_data["uid"]):
            return see_other(request, "people:batch_columns", form.cleaned_data["uid"])
        form.add_error("upload", str(error))
        # The next try is a new batch: the refused one keeps its own uid.
        return refused(request, "people/import.html", context | {"uid": new_uid()})
    return see_other(request, "people:batch", batch.uid)


def _take(request: ScopedRequest, form: UploadForm) -> "ImportBatch":
    files = form.cleaned_data["upload"]
    batch = operations.upload_import(
        request.scope,
        uid=form.cleaned_data["uid"],
        files=((file.name, file.chunks()) for file in files),
        now=clock.now(),
    )
    if batch.state == "uploaded":
        look_first(request.scope, batch)
    return batch


def look_first(scope: Scope, batch: "ImportBatch") -> None:
    """Say what an import would do: at once, or through the worker if the files are large."""
    if sum(file["size"] for file in batch.files) > AT_ONCE:
        operations.preview_later(scope, batch=batch)
    else:
        operations.preview_import(scope, batch=batch, now=clock.now())


@require_http_methods(["POST"])
def asked(request: ScopedRequest) -> HttpResponse:
    """ "I have asked LinkedIn": the page reminds of the link, which lives 72 hours."""
    operations.asked_linkedin(request.scope, now=clock.now())
    say(request, _("Good. LinkedIn writes to you; the link in that letter lives 72 hours."))
    return see_other(request, "people:import")


@require_http_methods(["GET"])
def batch(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """One import: what it would do, how far it is, what it did."""
    found = selectors.get_batch(request.scope, uid)
    template = "people/_batch.html" if request.htmx else "people/batch.html"
    return render(request, template, _context(found))


def _context(found: "ImportBatch") -> dict[str, Any]:
    plan, done = found.counts.get("plan", {}), found.counts.get("done", {})
    told: dict[str, list[dict[str, Any]]] = {"skipped": [], "failed": [], "noted": []}
    for problem in found.problems:
        told[problem["outcome"]].append(problem | {"reason": operations.sentence(problem)})
    now = clock.now()
    stalled = found.lease_until is not None and found.lease_until < now
    return {
        "batch": found,
        "plan": plan,
        "done": done,
        "told": [(name, rows[:50], len(rows)) for name, rows in told.items() if rows],
        "examples": found.counts.get("examples", []),
        "newcomers": found.counts.get("newcomers", []),
        "total": max(plan.get("items", 0), found.progress, 1),
        "is_table": found.files and found.files[0]["name"].lower().endswith(TABLES),
        "busy": found.state in ("running", "undoing", "uploaded") and not stalled,
        "stalled": stalled and found.state == "running",
        "nothing": found.state == "previewed"
        and not any(plan.get(name) for name in ("new", "updated", "touches")),
        "filled": operations.filled_in(found.counts.get("filled", {})),
        "kept_me": operations.filled_in({"me": found.counts.get("kept_me", [])}),
    }


@require_http_methods(["POST"])
def add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "Add these 1,482 people", or go on with an unfinished import."""
    found = selectors.get_batch(request.scope, uid)
    operations.start_import(request.scope, batch=found)
    return see_other(request, "people:batch", found.uid)


@require_http_methods(["POST"])
def stop(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Not these, or: stop here."""
    found = selectors.get_batch(request.scope, uid)
    if operations.cancel_import(request.scope, batch=found):
        say(request, _("Nothing was added. The file is gone."))
        return see_other(request, "people:import")
    say(request, _("Stopped. You can go on with it, or take it back."))
    return see_other(request, "people:batch", found.uid)


@require_http_methods(["POST"])
def undo(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take an import back."""
    found = selectors.get_batch(request.scope, uid)
    operations.undo_import(request.scope, batch=found)
    return see_other(request, "people:batch", found.uid)
