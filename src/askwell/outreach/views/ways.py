"""Where pages of this stage lead on to."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from askwell.outreach import selectors
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import refused, safe_next
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.people.models import Person

LetterView = Callable[[ScopedRequest, UUID], HttpResponse]


def person_page(request: ScopedRequest, person: "Person | None") -> str:
    """The page the form came from (``next``), else the person's, else the list of letters."""
    if person is None:
        return safe_next(request, "outreach:drafts")
    return safe_next(request, reverse("home:person", args=[person.uid]))


def keeping_words(view: LetterView) -> LetterView:
    """Whatever is refused about a letter, the words that were typed stay on the screen."""

    @wraps(view)
    def guarded(request: ScopedRequest, uid: UUID) -> HttpResponse:
        try:
            return view(request, uid)
        except Refusal as error:
            context = {
                "sentence": str(error),
                "letter": selectors.find_letter(request.scope, uid),
                "words": request.POST.get("body", ""),
            }
            return refused(request, "outreach/not_like_this.html", context)

    return guarded
