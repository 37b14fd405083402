"""Whom to ask next, and who led to whom."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.explorations.selectors import current
from askwell.network import letters, operations, selectors
from askwell.network.forms import NamedForm
from askwell.network.lines import read_name
from askwell.network.ranking import whom_to_ask
from askwell.people.selectors import get_person
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import paged, safe_next, say, see_other, sought
from askwell.workspaces.access import ScopedRequest

SHOWN = 30


@require_http_methods(["GET"])
def seven(request: ScopedRequest) -> HttpResponse:
    """Seven people with one true reason in words each: ask, not now, never."""
    exploration = current(request.scope)
    rows = whom_to_ask(request.scope, exploration=exploration, now=clock.now())
    context = {"exploration": exploration, "suggestions": rows}
    return render(request, "network/seven.html", context)


@require_http_methods(["GET"])
def introductions(request: ScopedRequest) -> HttpResponse:
    """Who led to whom, and what became of it."""
    operations.catch_up(request.scope, now=clock.now())
    find = sought(request)
    rows = selectors.find_introductions(selectors.introductions(request.scope), find)
    page = paged(request, rows, ("-named_at", "-id"), size=SHOWN)
    context = {"page": page, "rows": selectors.led(request.scope, page.rows), "find": find}
    return render(request, "network/introductions.html", context)


@require_http_methods(["POST"])
def named(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """This person named somebody, outside of any talk."""
    person = get_person(request.scope, uid)
    form = NamedForm(request.POST)
    back = safe_next(request, "network:introductions")
    if not form.is_valid():
        raise Refusal(_("Write at least a first name of whom they named."))
    row = operations.name_somebody(
        request.scope,
        uid=form.cleaned_data["uid"],
        source=person,
        named=read_name(form.cleaned_data["line"]),
        exploration=current(request.scope),
        ask_them=form.cleaned_data["ask_them"],
        now=clock.now(),
    )
    if row is None:
        raise Refusal(_("Write at least a first name of whom they named."))
    say(request, _("%(name)s is in your notebook now.") % {"name": row.target.name})
    return see_other(request, back)


@require_http_methods(["POST"])
def ask(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Follow the name: the person is chosen to be asked."""
    row = selectors.get_introduction(request.scope, uid)
    now = clock.now()
    chosen = operations.choose(
        request.scope, target=row.target, exploration=current(request.scope), now=now
    )
    operations.follow(request.scope, introduction=row, now=now)
    words = _("%(name)s is on your list to ask.") if chosen else _("%(name)s stays as they are.")
    say(request, words % {"name": row.target.name})
    return see_other(request, safe_next(request, "network:introductions"))


@require_http_methods(["POST"])
def let_go(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Do not follow this name."""
    row = selectors.get_introduction(request.scope, uid)
    operations.follow(request.scope, introduction=row, now=clock.now())
    return see_other(request, safe_next(request, "network:introductions"))


@require_http_methods(["POST"])
def tell(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Write to whoever named somebody how it went."""
    row = selectors.get_introduction(request.scope, uid)
    letter = letters.tell(request.scope, introduction=row, now=clock.now())
    return see_other(request, "outreach:letter", letter.uid)


@require_http_methods(["POST"])
def told(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """They know already how it went."""
    row = selectors.get_introduction(request.scope, uid)
    operations.told(request.scope, introduction=row, now=clock.now())
    return see_other(request, safe_next(request, "network:introductions"))


@require_http_methods(["POST"])
def drop(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw an introduction away (undoable); both people stay."""
    row = selectors.get_introduction(request.scope, uid)
    undo = operations.drop_introduction(request.scope, introduction=row, now=clock.now())
    say(request, _("Thrown away. Both people stay."), undo=undo)
    return see_other(request, safe_next(request, "network:introductions"))
