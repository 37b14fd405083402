"""One organization and the people there."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people import lists, operations, selectors
from askwell.people.forms import OrganizationForm, OtherNameForm
from askwell.people.same_organizations import get_name, other_names
from askwell.people.views.lines import lines
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import paged, posted, refused, say, see_other
from askwell.workspaces.access import ScopedRequest
from askwell.workspaces.operations import undo_url


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
        "students": lists.students(request.scope, row),
        "names": other_names(request.scope, row),
        "name_form": OtherNameForm(),
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
        operations.edit_organization(
            request.scope, organization=row, now=clock.now(), **form.cleaned_data
        )
    except Refusal as error:
        form.add_error(None, str(error))
        return refused(request, "people/organization_edit.html", context)
    say(request, _("Kept."))
    return see_other(request, "people:organization", row.uid)


@require_http_methods(["POST"])
def add_name(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Another name of an organization; the next import goes by it."""
    row = selectors.get_organization(request.scope, uid)
    form = OtherNameForm(request.POST)
    if not form.is_valid():
        say(request, _("Write the other name."))
        return see_other(request, "people:organization", row.uid)
    name = form.cleaned_data["name"]
    try:
        operations.remember_name(request.scope, organization=row, name=name, now=clock.now())
    except Refusal as error:
        say(request, str(error))
        return see_other(request, "people:organization_merge", row.uid)
    say(request, _("Kept."))
    return see_other(request, "people:organization", row.uid)


@require_http_methods(["POST"])
def drop_name(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """An organization is not called so after all."""
    name = get_name(request.scope, uid)
    organization = name.organization.uid
    thrown = operations.drop_name(request.scope, name=name, now=clock.now())
    say(request, _("Thrown away."), undo=undo_url(thrown))
    return see_other(request, "people:organization", organization)
