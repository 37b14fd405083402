"""Where pages of this stage lead on to."""

from typing import TYPE_CHECKING

from django.urls import reverse

from askwell.plumbing.http import safe_next
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.people.models import Person


def person_page(request: ScopedRequest, person: "Person | None") -> str:
    """The page the form came from (``next``), else the person's, else the list of letters."""
    if person is None:
        return safe_next(request, "outreach:drafts")
    return safe_next(request, reverse("home:person", args=[person.uid]))
