"""Who asks, and in which notebook: ``request.scope`` for every view."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from askwell.plumbing.errors import NotFound
from askwell.workspaces import selectors
from askwell.workspaces.access import Scope

CHOSEN = "workspace"


def scope_of(request: HttpRequest) -> Scope:
    """The notebook chosen in this session, or the first one this person may open.

    Raises :class:`NotFound` when there is none (nobody signed in, or every membership ended).
    """
    if not request.user.is_authenticated:
        raise NotFound
    chosen = request.session.get(CHOSEN)
    if chosen:
        try:
            return selectors.scope_for(request.user, chosen)
        except NotFound:
            del request.session[CHOSEN]
    return selectors.scope_for(request.user)


class ScopeMiddleware:
    """Give each signed-in request its scope; it is looked up only when a view asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Attach ``request.scope`` and answer, with days and times in the notebook's zone."""
        request.scope = scope = SimpleLazyObject(lambda: scope_of(request))  # type: ignore[attr-defined]
        try:
            zone = scope.settings.cadence.zone if request.user.is_authenticated else "UTC"
        except NotFound:
            zone = "UTC"
        with timezone.override(ZoneInfo(zone)):
            return self.get_response(request)
