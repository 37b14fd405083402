"""What search knows of marked passages."""

from collections.abc import Iterable

from django.db import transaction

from askwell.insights.models import Highlight
from askwell.people import search
from askwell.workspaces.access import Scope

KIND = "highlight"


def index_passages(scope: Scope, rows: Iterable[Highlight]) -> None:
    """Make passages findable by their words, their theme and who said them."""
    search.index_many(scope, map(_entry, rows))


def drop_passage(scope: Scope, row: Highlight) -> None:
    """A passage that is no longer marked is not found any more."""
    search.drop(scope, KIND, [row.uid])


@transaction.atomic
def reindex(scope: Scope, people: Iterable[int] | None = None) -> None:
    """Make passages findable again: those of these people, or all (after a restore)."""
    rows = Highlight.objects.filter(workspace=scope.workspace)
    if people is not None:
        rows = rows.filter(person__in=list(people))
    index_passages(scope, rows.select_related("person").iterator(500))


def _entry(row: Highlight) -> search.Entry:
    person = row.person
    return search.Entry(
        KIND,
        row.uid,
        row.text[:120],
        row.text,
        person.uid if person else None,
        row.created_at,
        f"{row.theme} {person.name if person else ''}",
        named=False,
    )
