"""Details of one person: ways to reach, jobs, schools, what I read, notes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.people import operations, selectors, suspects
from askwell.people.forms import (
    ContactEditForm,
    ContactForm,
    EducationForm,
    NoteEditForm,
    NoteForm,
    PositionForm,
    ReadingEditForm,
    ReadingForm,
)
from askwell.people.words import READINGS
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import ScopedRequest
from askwell.workspaces.operations import undo_url

if TYPE_CHECKING:
    from askwell.people.models import Person

PAGE = "people/detail.html"


def _page(
    request: ScopedRequest,
    person: "Person",
    form: Form,
    *,
    title: str,
    anchor: str,
    keep: Callable[[dict[str, Any]], Any],
    delete: str = "",
) -> HttpResponse:
    """One form on a page of its own; kept, it leads back to its place on the person page."""
    context = {"form": form, "person": person, "title": title, "anchor": anchor, "delete": delete}
    if request.method == "GET":
        return render(request, PAGE, context)
    if not form.is_valid():
        return refused(request, PAGE, context)
    try:
        keep(form.cleaned_data)
    except Refusal as error:
        form.add_error(None, str(error))
        return refused(request, PAGE, context)
    return see_other(request, _place(person, anchor))


def _place(person: "Person", anchor: str) -> str:
    return reverse("home:person", args=[person.uid]) + f"#{anchor}"


def _gone(request: ScopedRequest, detail: Any, anchor: str) -> HttpResponse:
    thrown = operations.delete_detail(request.scope, detail=detail, now=clock.now())
    say(request, _("Thrown away."), undo=undo_url(thrown))
    return see_other(request, _place(detail.person, anchor))


# --- ways to reach ---


@require_http_methods(["GET", "POST"])
def contact_add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Add an address, a number or a link."""
    person = selectors.get_person(request.scope, uid)
    form = ContactForm(posted(request), initial={"uid": new_uid()})

    def keep(data: dict[str, Any]) -> None:
        operations.add_contact(request.scope, person=person, now=clock.now(), **data)
        suspects.look_at(request.scope, person=person)

    return _page(request, person, form, title=_("A way to reach them"), anchor="ways", keep=keep)


@require_http_methods(["GET", "POST"])
def contact_edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Correct an address, or say that it does not work."""
    row = selectors.get_contact(request.scope, uid)
    start = {"value": row.value, "label": row.label, "works": row.works}
    form = ContactEditForm(posted(request), initial=start)

    def keep(data: dict[str, Any]) -> None:
        operations.edit_contact(request.scope, contact=row, now=clock.now(), **data)

    gone = reverse("people:contact_delete", args=[row.uid])
    return _page(
        request,
        row.person,
        form,
        title=_("A way to reach them"),
        anchor="ways",
        keep=keep,
        delete=gone,
    )


@require_http_methods(["POST"])
def contact_delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw an address away."""
    return _gone(request, selectors.get_contact(request.scope, uid), "ways")


# --- jobs and schools ---


@require_http_methods(["GET", "POST"])
def position_add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Write down a job they have or had."""
    person = selectors.get_person(request.scope, uid)
    form = PositionForm(posted(request), initial={"uid": new_uid(), "is_current": True})

    def keep(data: dict[str, Any]) -> None:
        operations.add_position(request.scope, person=person, now=clock.now(), **data)

    return _page(request, person, form, title=_("A job they have or had"), anchor="jobs", keep=keep)


@require_http_methods(["POST"])
def position_delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a job away."""
    return _gone(request, selectors.get_position(request.scope, uid), "jobs")


@require_http_methods(["GET", "POST"])
def education_add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Write down a school they went to."""
    person = selectors.get_person(request.scope, uid)
    form = EducationForm(posted(request), initial={"uid": new_uid()})

    def keep(data: dict[str, Any]) -> None:
        operations.add_education(request.scope, person=person, now=clock.now(), **data)

    return _page(request, person, form, title=_("A school they went to"), anchor="jobs", keep=keep)


@require_http_methods(["POST"])
def education_delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a school away."""
    return _gone(request, selectors.get_education(request.scope, uid), "jobs")


# --- what I read ---


@require_http_methods(["GET", "POST"])
def reading_add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Write down what I read about their work."""
    person = selectors.get_person(request.scope, uid)
    kind = request.GET.get("kind", "role")
    start = {"uid": new_uid(), "kind": kind if kind in READINGS else "role"}
    form = ReadingForm(posted(request), initial=start)

    def keep(data: dict[str, Any]) -> None:
        operations.add_reading(request.scope, person=person, now=clock.now(), **data)

    return _page(
        request, person, form, title=_("What I read about their work"), anchor="read", keep=keep
    )


@require_http_methods(["GET", "POST"])
def reading_edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Correct what I read."""
    row = selectors.get_reading(request.scope, uid)
    start = {"kind": row.kind, "text": row.text, "url": row.url}
    form = ReadingEditForm(posted(request), initial=start)

    def keep(data: dict[str, Any]) -> None:
        operations.edit_reading(request.scope, reading=row, now=clock.now(), **data)

    gone = reverse("people:reading_delete", args=[row.uid])
    title = _("What I read about their work")
    return _page(request, row.person, form, title=title, anchor="read", keep=keep, delete=gone)


@require_http_methods(["POST"])
def reading_delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw away one thing read."""
    return _gone(request, selectors.get_reading(request.scope, uid), "read")


# --- notes ---


@require_http_methods(["GET", "POST"])
def note_add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Keep a free note."""
    person = selectors.get_person(request.scope, uid)
    form = NoteForm(posted(request), initial={"uid": new_uid()})

    def keep(data: dict[str, Any]) -> None:
        operations.add_note(request.scope, person=person, now=clock.now(), **data)

    return _page(request, person, form, title=_("A note"), anchor="written", keep=keep)


@require_http_methods(["GET", "POST"])
def note_edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Change a note."""
    row = selectors.get_note(request.scope, uid)
    form = NoteEditForm(posted(request), initial={"text": row.text})

    def keep(data: dict[str, Any]) -> None:
        operations.edit_note(request.scope, note=row, now=clock.now(), **data)

    gone = reverse("people:note_delete", args=[row.uid])
    return _page(
        request, row.person, form, title=_("A note"), anchor="written", keep=keep, delete=gone
    )


@require_http_methods(["POST"])
def note_delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a note away."""
    return _gone(request, selectors.get_note(request.scope, uid), "written")
