"""Staying in touch: rhythms, at most two hellos a week, things to share."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.network import keeping, letters, selectors
from askwell.network.forms import RHYTHMS, HelloForm, RhythmForm, ShareForm
from askwell.people.selectors import get_person
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, safe_next, say, see_other, sought
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import ScopedRequest

SHOWN = 30
PAGE = "network/keeping.html"


def _context(request: ScopedRequest, form: ShareForm) -> dict[str, Any]:
    find = sought(request)
    rows = keeping.met(request.scope, find)
    page = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    return {
        "page": page,
        "people": keeping.with_rhythm(request.scope, page),
        "week": keeping.this_week(request.scope, clock.now()),
        "shares": selectors.shares(request.scope)[:SHOWN],
        "rhythms": RHYTHMS,
        "form": form,
        "find": find,
    }


@require_http_methods(["GET", "POST"])
def keep(request: ScopedRequest) -> HttpResponse:
    """Everybody met, who is due, and what there is to share; a POST adds something to share."""
    form = ShareForm(posted(request), initial={"uid": new_uid()})
    if request.method == "GET":
        return render(request, PAGE, _context(request, form))
    if not form.is_valid():
        return refused(request, PAGE, _context(request, form))
    data = form.cleaned_data
    keeping.add_share(
        request.scope,
        uid=data["uid"] or new_uid(),
        text=data["text"],
        url=data["url"],
        now=clock.now(),
    )
    say(request, _("Kept. It is offered when you write to somebody."))
    return see_other(request, "network:keeping")


@require_http_methods(["POST"])
def rhythm(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """How often I would like to write to somebody; 0 lets it rest."""
    person = get_person(request.scope, uid)
    form = RhythmForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("Choose how often from the list."))
    days = form.cleaned_data["days"]
    keeping.set_rhythm(request.scope, person=person, days=days, now=clock.now())
    say(request, _("Kept.") if days else _("It rests now, and that’s fine."))
    return see_other(request, safe_next(request, "network:keeping"))


@require_http_methods(["POST"])
def touch(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """I wrote, or we spoke: the rhythm begins anew."""
    person = get_person(request.scope, uid)
    keeping.touched(request.scope, person=person, now=clock.now())
    say(request, _("Good. The rhythm with %(name)s begins anew.") % {"name": person.name})
    return see_other(request, safe_next(request, "network:keeping"))


@require_http_methods(["POST"])
def hello(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Begin a few lines to somebody, with something to share if there is any."""
    person = get_person(request.scope, uid)
    form = HelloForm(request.POST)
    wanted = form.cleaned_data["share"] if form.is_valid() else None
    share = selectors.get_share(request.scope, wanted) if wanted else None
    letter = letters.say_hello(request.scope, person=person, share=share, now=clock.now())
    return see_other(request, "outreach:letter", letter.uid)


@require_http_methods(["GET", "POST"])
def share(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Change something worth sharing."""
    row = selectors.get_share(request.scope, uid)
    form = ShareForm(posted(request), initial={"text": row.text, "url": row.url})
    context = {"form": form, "share": row}
    if request.method == "GET":
        return render(request, "network/share.html", context)
    if not form.is_valid():
        return refused(request, "network/share.html", context)
    data = form.cleaned_data
    keeping.change_share(request.scope, share=row, text=data["text"], url=data["url"])
    say(request, _("Kept."))
    return see_other(request, "network:keeping")


@require_http_methods(["POST"])
def drop_share(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw something worth sharing away (undoable)."""
    row = selectors.get_share(request.scope, uid)
    undo = keeping.drop_share(request.scope, share=row, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, "network:keeping")
