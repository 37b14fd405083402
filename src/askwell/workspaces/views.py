"""Getting in and out."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.workspaces import signin


@login_not_required
@never_cache
@require_http_methods(["GET"])
def enter(request: HttpRequest) -> HttpResponse:
    """Local mode: the one-time link signs in and leads to the first page, without the key in it."""
    if settings.MODE != "local":
        raise Http404
    key = request.GET.get("key", "")
    if not key:
        return render(request, "workspaces/enter.html", status=200)
    try:
        user = signin.use_key(key=key, now=clock.now())
    except Refusal as refusal:
        if request.user.is_authenticated:
            return redirect("/")
        return render(request, "workspaces/enter.html", {"sentence": str(refusal)}, status=422)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("/")
