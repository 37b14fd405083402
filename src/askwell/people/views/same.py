""" "Same person": two entries become one, and two again."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people import lists, operations, selectors
from askwell.people.forms import SameForm
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, say, see_other, sought
from askwell.workspaces.access import ScopedRequest


@require_http_methods(["GET", "POST"])
def people(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Choose who else this person is."""
    person = selectors.get_person(request.scope, uid)
    text = sought(request)
    if text:
        rows = lists.found(request.scope, lists.Filters(), text)
    else:
        rows = selectors.maybe_the_same(request.scope, person)
    context = {
        "person": person,
        "rows": [row for row in rows if row.pk != person.pk],
        "q": text,
        "form": SameForm(posted(request)),
        "back": reverse("home:person", args=[person.uid]),
    }
    if request.method == "GET":
        return render(request, "people/same.html", context)

    def join(other: UUID) -> Any:
        loser = selectors.get_person(request.scope, other)
        return operations.merge_people(request.scope, winner=person, loser=loser, now=clock.now())

    return _join(request, context, join)


@require_http_methods(["GET", "POST"])
def organizations(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Choose which other name of an organization means the same."""
    row = selectors.get_organization(request.scope, uid)
    context = {
        "organization": row,
        "rows": lists.organizations_like(request.scope, row),
        "form": SameForm(posted(request)),
        "back": reverse("people:organization", args=[row.uid]),
    }
    if request.method == "GET":
        return render(request, "people/same.html", context)

    def join(other: UUID) -> Any:
        loser = selectors.get_organization(request.scope, other)
        return operations.merge_organizations(
            request.scope, winner=row, loser=loser, now=clock.now()
        )

    return _join(request, context, join)


def _join(request: ScopedRequest, context: dict[str, Any], join: Any) -> HttpResponse:
    form = context["form"]
    if not form.is_valid():
        return refused(request, "people/same.html", context)
    try:
        merge = join(form.cleaned_data["other"])
    except Refusal as error:
        form.add_error(None, str(error))
        return refused(request, "people/same.html", context)
    undo_at = reverse("people:unmerge", args=[merge.uid])
    say(request, _("They are one now. Nothing was lost."), undo=undo_at)
    return see_other(request, context["back"])


@require_http_methods(["POST"])
def undo(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Make two of one again."""
    merge = selectors.get_merge(request.scope, uid)
    conflicts = operations.unmerge(request.scope, merge=merge, now=clock.now())
    say(request, " ".join([_("They are two again."), *conflicts[:5]]))
    if merge.kind == "organization":
        return see_other(request, "people:organization", merge.winner_uid)
    return see_other(request, "home:person", merge.winner_uid)
