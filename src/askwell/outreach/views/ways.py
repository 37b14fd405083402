"""Where pages of this stage lead on to."""

from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

from askwell.plumbing.http import safe_next
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.people.models import Person


def person_page(request: ScopedRequest, person: "Person | None") -> str:
    """The page the form came from (``next``), else the person's, else the letters that are open."""
    default = reverse("outreach:drafts")
    if person is not None:
        try:
            default = reverse("home:person", args=[person.uid])
        except NoReverseMatch:  # an installation without the pages that join stages
            default = reverse("outreach:after", args=[person.uid])
    return safe_next(request, default)
