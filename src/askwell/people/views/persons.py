"""One person as a whole: added by hand, changed, thrown away."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.explorations import selectors as explorations
from askwell.people import operations, selectors, suspects
from askwell.people.forms import NewPersonForm, PersonForm
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, safe_next, say, see_other
from askwell.plumbing.ids import new_uid, uid_in
from askwell.workspaces.access import Scope, ScopedRequest
from askwell.workspaces.operations import undo_url

if TYPE_CHECKING:
    from askwell.people.models import Person


@require_http_methods(["GET", "POST"])
def new(request: ScopedRequest) -> HttpResponse:
    """Add somebody by hand: a first name is enough."""
    start = {"uid": new_uid(), "source": request.GET.get("source", "other")}
    form = NewPersonForm(posted(request), initial=start)
    if request.method == "GET":
        return render(request, "people/new.html", {"form": form})
    if not form.is_valid():
        return refused(request, "people/new.html", {"form": form})
    try:
        person = _add(request.scope, form.cleaned_data)
    except Refusal as error:
        form.add_error(None, str(error))
        return refused(request, "people/new.html", {"form": form})
    return see_other(request, "home:person", person.uid)


@transaction.atomic
def _add(scope: Scope, data: dict[str, Any]) -> "Person":
    email = data.pop("email")
    person = operations.add_person(scope, now=clock.now(), **data)
    if email.strip():
        operations.add_contact(
            scope, person=person, uid=person.uid, kind="email", value=email, now=clock.now()
        )
    suspects.look_at(scope, person=person)
    return person


@require_http_methods(["GET", "POST"])
def edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Change what is known of somebody."""
    person = selectors.get_person(request.scope, uid)
    form = PersonForm(posted(request), initial=_initial(person))
    context = {"form": form, "person": person}
    if request.method == "GET":
        return render(request, "people/edit.html", context)
    if not form.is_valid():
        return refused(request, "people/edit.html", context)
    try:
        operations.edit_person(
            request.scope, person=person, fields=form.cleaned_data, now=clock.now()
        )
        suspects.look_at(request.scope, person=person)
    except Refusal as error:
        form.add_error(None, str(error))
        return refused(request, "people/edit.html", context)
    say(request, _("Kept."))
    return see_other(request, "home:person", person.uid)


def _initial(person: "Person") -> dict[str, Any]:
    names = [name for name in PersonForm.base_fields if name not in ("organization", "labels")]
    return {
        **{name: getattr(person, name) for name in names},
        "organization": person.organization.name if person.organization else "",
        "labels": ", ".join(person.labels),
    }


@require_http_methods(["GET", "POST"])
def delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw somebody away, undoable for thirty days."""
    person = selectors.get_person(request.scope, uid)
    if request.method == "GET":
        return render(request, "people/delete.html", {"person": person})
    thrown = operations.delete_person(request.scope, person=person, now=clock.now())
    said = _("%(name)s is thrown away, with everything about them. Undo works for 30 days.")
    say(request, said % {"name": person.name}, undo=undo_url(thrown))
    return see_other(request, safe_next(request, "people:list"))


@require_http_methods(["POST"])
def known(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "I know enough about their work": the letter is next."""
    person = selectors.get_person(request.scope, uid)
    track = uid_in(request.POST.get("exploration", ""))
    question = explorations.get_exploration(request.scope, track) if track else None
    operations.know_enough(request.scope, person=person, exploration=question, now=clock.now())
    say(request, _("Good. The letter will be easier for it."))
    return see_other(request, "home:person", person.uid)
