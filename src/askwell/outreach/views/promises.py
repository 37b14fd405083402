"""Promises both ways, and what I can offer."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from askwell.outreach import operations, selectors
from askwell.outreach.forms import OfferForm, PromiseForm
from askwell.outreach.views.ways import person_page
from askwell.people.selectors import get_person
from askwell.plumbing import clock
from askwell.plumbing.http import paged, posted, refused, safe_next, say, see_other, sought
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.outreach.models import Promise


@require_GET
def promises(request: ScopedRequest) -> HttpResponse:
    """What I said I would do, what they offered; what is settled is folded below."""
    words = sought(request)
    page = paged(request, selectors.open_promises(request.scope, words), ["due_at", "id"])
    context = {
        "words": words,
        "page": page,
        "mine": [row for row in page.rows if row.side == "mine"],
        "theirs": [row for row in page.rows if row.side == "theirs"],
        "settled": list(selectors.settled_promises(request.scope, words)[:30]),
    }
    return render(request, "outreach/promises.html", context)


@require_http_methods(["GET", "POST"])
def new(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Write down one promise between me and somebody."""
    scope = request.scope
    person = get_person(scope, uid)
    form = PromiseForm(posted(request), initial={"uid": new_uid()})
    context = {"person": person, "promise_form": form}
    if request.method == "GET":
        return render(request, "outreach/promise.html", context)
    if not form.is_valid():
        return refused(request, "outreach/promise.html", context)
    data = form.cleaned_data
    row = operations.promise(
        scope,
        person=person,
        exploration=selectors.question_for(scope, person, str(data["question"] or "")),
        side=data["side"],
        text=data["text"],
        due_at=operations.evening_of(scope, data["due"]),
        uid=data["uid"],
        now=clock.now(),
    )
    undo = reverse("outreach:promise_drop", args=[row.uid])
    say(request, _("Written down."), undo=undo)
    return see_other(request, person_page(request, person))


@require_POST
def keep(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """It is done."""
    row = selectors.get_promise(request.scope, uid)
    operations.keep_promise(request.scope, promise=row, now=clock.now())
    return _back(request, row, _("Kept. That is how trust grows."))


@require_POST
def drop(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """It is let go."""
    row = selectors.get_promise(request.scope, uid)
    operations.drop_promise(request.scope, promise=row, now=clock.now())
    return _back(request, row, _("Let go."))


@require_POST
def undo(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """It is open again."""
    row = selectors.get_promise(request.scope, uid)
    operations.reopen_promise(request.scope, promise=row, now=clock.now())
    return see_other(request, safe_next(request, reverse("outreach:promises")))


def _back(request: ScopedRequest, row: "Promise", words: str) -> HttpResponse:
    say(request, words, undo=reverse("outreach:promise_undo", args=[row.uid]))
    return see_other(request, safe_next(request, reverse("outreach:promises")))


@require_http_methods(["GET", "POST"])
def offers(request: ScopedRequest) -> HttpResponse:
    """What I can offer: a short list, picked from in letters. A uid known already changes its words."""
    form = OfferForm(posted(request), initial={"uid": new_uid()})
    context = {"form": form, "rows": selectors.offers(request.scope)[:200]}
    if request.method == "GET":
        return render(request, "outreach/offers.html", context)
    if not form.is_valid():
        return refused(request, "outreach/offers.html", context)
    operations.offer(request.scope, now=clock.now(), **form.cleaned_data)
    say(request, _("Kept. It will be on the left of your thank-you letters."))
    return see_other(request, "outreach:offers")


@require_POST
def drop_offer(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw one away."""
    row = selectors.get_offer(request.scope, uid)
    back = operations.drop_offer(request.scope, offer=row, now=clock.now())
    say(request, _("Thrown away."), undo=back)
    return see_other(request, "outreach:offers")
