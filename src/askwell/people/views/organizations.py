"""One organization and the people there."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people import lists, operations, selectors
from askwell.people.forms import OrganizationForm
from askwell.people.views.lines import lines
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import paged, posted, refused, say, see_other
from askwell.workspaces.access import ScopedRequest


@require_http_methods(["GET"])
def page(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Who works there, who did once, what I know about it."""
    row = selectors.get_organization(request.scope, uid)
    if row.uid != uid:
        return redirect("people:organization", row.uid)
    staff = paged(request, lists.staff(request.scope, row), ("sort_key", "id"))
    context = {
        "organization": row,
        "page": staff,
        "lines": lines(staff.rows),
        "alumni": lists.alumni(request.scope, row),
        "merges": selectors.merges(request.scope, row),
    }
    return render(request, "people/organization.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Change what is known of an organization."""
    row = selectors.get_organization(request.scope, uid)
    start = {"name": row.name, "website": row.website, "about": row.about}
    form = OrganizationForm(posted(request), initial=start)
    context = {"form": form, "organization": row}
    if request.method == "GET":
        return render(request, "people/organization_edit.html", context)
    if not form.is_valid():
        return refused(request, "people/organization_edit.html", context)
    try:
        operations.edit_organization(request.scope, organization=row, **form.cleaned_data)
    except Refusal as error:
        form.add_error(None, str(error))
        return refused(request, "people/organization_edit.html", context)
    say(request, _("Kept."))
    return see_other(request, "people:organization", row.uid)
