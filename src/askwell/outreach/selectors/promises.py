"""Reads of promises, and of what I can offer."""

from uuid import UUID

from django.db.models import F, Q, QuerySet

from askwell.outreach.models import Offer, Promise
from askwell.people.models import Person
from askwell.plumbing.errors import NotFound
from askwell.workspaces.access import Scope


def promises(scope: Scope) -> QuerySet[Promise]:
    """Every promise of the notebook with its person."""
    rows = Promise.objects.filter(workspace=scope.workspace)
    return rows.select_related("person", "exploration")


def open_promises(scope: Scope, words: str = "") -> QuerySet[Promise]:
    """Promises neither kept nor let go, the earliest first; with `words`, only those with them."""
    rows = promises(scope).filter(kept_at=None, dropped_at=None)
    return _with(rows, words).order_by("due_at", "pk")


def settled_promises(scope: Scope, words: str = "") -> QuerySet[Promise]:
    """Promises kept or let go, the latest first; with `words`, only those with them."""
    rows = promises(scope).exclude(kept_at=None, dropped_at=None)
    return _with(rows, words).order_by("-due_at", "-pk")


def _with(rows: QuerySet[Promise], words: str) -> QuerySet[Promise]:
    """Only promises whose person or text holds every word."""
    for word in words.split()[:10]:
        rows = rows.filter(Q(person__name__icontains=word) | Q(text__icontains=word))
    return rows


def promises_of(scope: Scope, person: Person) -> QuerySet[Promise]:
    """What this person and I promised each other, open ones first."""
    rows = promises(scope).filter(person=person)
    return rows.order_by(
        F("kept_at").asc(nulls_first=True), F("dropped_at").asc(nulls_first=True), "due_at", "pk"
    )


def get_promise(scope: Scope, uid: UUID | str) -> Promise:
    """One promise. Raises NotFound when it is not in this notebook."""
    found = promises(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def offers(scope: Scope) -> QuerySet[Offer]:
    """What I can offer, in the order it was written down."""
    return Offer.objects.filter(workspace=scope.workspace).order_by("created_at", "pk")


def get_offer(scope: Scope, uid: UUID | str) -> Offer:
    """One offer. Raises NotFound when it is not in this notebook."""
    found = offers(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found
