"""Where what is known of somebody comes from, on request."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from askwell.people import selectors
from askwell.people.provenance import provenance
from askwell.workspaces.access import ScopedRequest


@require_http_methods(["GET"])
def page(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Every fact about somebody, with the file and the day it came from."""
    person = selectors.get_person(request.scope, uid)
    facts = provenance(request.scope, person)
    return render(request, "people/sources.html", {"person": person, "facts": facts})
