"""Naming the columns of a table that Askwell does not know, once."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people import operations, selectors
from askwell.people.column_forms import ColumnsForm
from askwell.people.views.importing import look_first
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.workspaces.access import ScopedRequest

PAGE = "people/columns.html"


@require_http_methods(["GET", "POST"])
def columns(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Each column with its first values: what does it hold?"""
    batch = selectors.get_batch(request.scope, uid)
    try:
        sheets = operations.sheets_of(request.scope, batch)
    except operations.NoTable as error:
        say(request, str(error))
        return see_other(request, "people:batch", batch.uid)
    form = ColumnsForm(sheets, posted(request))
    context: dict[str, Any] = {"form": form, "batch": batch}
    if request.method == "GET":
        return render(request, PAGE, context)
    if not form.is_valid():
        return refused(request, PAGE, context)
    try:
        batch = operations.choose_columns(
            request.scope, batch=batch, columns=form.chosen(), now=clock.now()
        )
        look_first(request.scope, batch)
    except Refusal as error:
        form.add_error(None, str(error))
        return refused(request, PAGE, context)
    say(request, _("Remembered for every table with these columns."))
    return see_other(request, "people:batch", batch.uid)
