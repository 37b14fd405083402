""" "Who do you know who…?", and the list of my letters."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from askwell.explorations.selectors import current
from askwell.outreach import operations, selectors
from askwell.outreach.forms import AroundForm, LetterForm, NamesForm
from askwell.outreach.views.desk import desk
from askwell.outreach.views.letters import kept_letter
from askwell.people.phrases import search_phrases
from askwell.plumbing import clock
from askwell.plumbing.http import paged, refused, say, see_other, sought
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.outreach.models import Letter

PAGE = "outreach/who_knows.html"
KIND = "who-do-you-know"


@require_http_methods(["GET", "POST"])
def who_knows(request: ScopedRequest) -> HttpResponse:
    """A letter to pass on, phrases to search with, and a place for the names that come back."""
    if request.method == "GET":
        return render(request, PAGE, _around(request))
    form = NamesForm(request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _around(request, names=form))
    data: dict[str, Any] = form.cleaned_data
    lines = data.pop("lines").splitlines()
    try:
        people = operations.names_came_back(request.scope, lines=lines, now=clock.now(), **data)
    except operations.NobodyNamed as error:
        form.add_error("lines", str(error))
        return refused(request, PAGE, _around(request, names=form))
    words = ngettext("%(n)d person is kept.", "%(n)d people are kept.", len(people))
    say(request, words % {"n": len(people)})
    return see_other(request, "outreach:who_knows")


@require_POST
def sent_around(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "I sent it to …"."""
    letter = kept_letter(request, uid)
    form, around = LetterForm(request.POST), AroundForm(request.POST)
    if not form.is_valid() or not around.is_valid():
        return refused(request, PAGE, _around(request, letter=letter, around=around, form=form))
    now = clock.now()
    if letter.sent_at is None:
        operations.keep(
            request.scope,
            letter=letter,
            subject=form.cleaned_data["subject"],
            body=form.cleaned_data["body"],
            now=now,
        )
    try:
        operations.sent_around(request.scope, letter=letter, now=now, **around.cleaned_data)
    except operations.NotYet as error:
        around.add_error("day", str(error))
        return refused(request, PAGE, _around(request, letter=letter, around=around, form=form))
    undo = reverse("outreach:undo_sent", args=[letter.uid])
    say(request, _("Written down. Names usually come back within a week."), undo=undo)
    return see_other(request, "outreach:who_knows")


def _around(
    request: ScopedRequest,
    *,
    letter: "Letter | None" = None,
    names: NamesForm | None = None,
    around: AroundForm | None = None,
    form: LetterForm | None = None,
) -> dict[str, Any]:
    scope = request.scope
    exploration = current(scope)
    shown = letter or selectors.open_draft(scope, person=None, exploration=exploration, kind=KIND)
    shown = shown or operations.prepared(scope, kind=KIND, exploration=exploration, now=clock.now())
    return {
        **desk(scope, shown, form=form),
        "around": around or AroundForm(),
        "names": names or NamesForm(initial={"uid": new_uid()}),
        "phrases": search_phrases(**operations.words_to_search(scope, exploration)),
        "gone_out": list(selectors.sent_around(scope)[:10]),
    }


@require_GET
def letters(request: ScopedRequest) -> HttpResponse:
    """Letters begun, and letters that went out."""
    words = sought(request)
    context = {
        "words": words,
        "drafts": list(selectors.drafts(request.scope, words)[:30]),
        "page": paged(request, selectors.sent_letters(request.scope, words), ["-sent_at", "-id"]),
        "week": selectors.sent_this_week(request.scope, clock.now()),
    }
    return render(request, "outreach/letters.html", context)
