"""*Take it out*: an export, an export back in, and *Forget this person*."""

from uuid import UUID

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people.selectors import get_person
from askwell.plumbing import clock
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.transfer import operations, selectors
from askwell.transfer.forms import ExportForm, ForgetForm, RestoreForm
from askwell.workspaces.access import ScopedRequest
from askwell.workspaces.middleware import CHOSEN


@require_http_methods(["GET", "POST"])
def index(request: ScopedRequest) -> HttpResponse:
    """What can be taken out and brought back; POST asks for an export."""
    if request.method == "GET":
        return render(request, "transfer/index.html", _context(request))
    form = ExportForm(request.POST)
    if not form.is_valid():
        return refused(request, "transfer/index.html", _context(request))
    uid = form.cleaned_data["uid"]
    operations.request_export(request.scope, uid=uid, now=clock.now())
    return see_other(request, "transfer:index")


@require_http_methods(["POST"])
def restore(request: ScopedRequest) -> HttpResponse:
    """Take an uploaded export; it comes back into this notebook, or a new one beside it."""
    form = RestoreForm(request.POST, request.FILES)
    if not form.is_valid():
        return refused(request, "transfer/index.html", _context(request, restore_form=form))
    chunks, uid = form.cleaned_data["file"].chunks(), form.cleaned_data["uid"]
    try:
        scope, _job = operations.request_restore(
            request.scope, uid=uid, chunks=chunks, now=clock.now()
        )
    except Refusal as refusal:
        form.add_error("file", str(refusal))
        return refused(request, "transfer/index.html", _context(request, restore_form=form))
    request.session[CHOSEN] = str(scope.workspace.uid)
    return see_other(request, "transfer:index")


@require_http_methods(["GET"])
def progress(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """How far it is, as a fragment that asks again by itself until it has ended."""
    job = selectors.get_job(request.scope, uid)
    return render(request, "transfer/_job.html", {"job": job})


@require_http_methods(["POST"])
def stop(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Stop an export or a restore; what was begun is taken out again."""
    job = selectors.get_job(request.scope, uid)
    if operations.cancel(request.scope, job=job, now=clock.now()):
        say(request, _("Stopped. Nothing was kept of it."))
    return see_other(request, "transfer:index")


@require_http_methods(["GET"])
def download(request: ScopedRequest, uid: UUID) -> HttpResponseBase:
    """The finished export."""
    job = selectors.get_job(request.scope, uid)
    path = operations.export_file(job)
    if path is None:
        raise NotFound
    name = selectors.export_name(job, clock.now())
    return FileResponse(path.open("rb"), as_attachment=True, filename=name)


@require_http_methods(["GET", "POST"])
def forget(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Say what forgetting somebody does, then do it."""
    person = get_person(request.scope, uid)
    form = ForgetForm(posted(request), initial={"keep_quotes": True})
    if request.method == "GET" or not form.is_valid():
        return render(request, "transfer/forget.html", {"person": person, "form": form})
    keep = form.cleaned_data["keep_quotes"]
    operations.forget_person(request.scope, person=person, keep_quotes=keep, now=clock.now())
    say(request, _("Forgotten. Nothing of them is left here."))
    return see_other(request, "home:today")


def _context(request: ScopedRequest, **more: object) -> dict[str, object]:
    scope = request.scope
    return {
        "export": selectors.latest(scope, "export"),
        "restoring": selectors.latest(scope, "restore"),
        "empty": selectors.is_empty(scope),
        "export_form": ExportForm(initial={"uid": new_uid()}),
        "restore_form": RestoreForm(initial={"uid": new_uid()}),
    } | more
