"""What search knows of readings and notes, and everybody again after a restore."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from askwell.people import search
from askwell.people.findable import index_organizations, index_people
from askwell.people.models import (
    Note,
    Organization,
    Person,
    Reading,
)
from askwell.workspaces.access import Scope


def index_reading(scope: Scope, row: Reading) -> None:
    """Make one thing read findable."""
    search.index_many(scope, [_reading_entry(row)])


def index_note(scope: Scope, row: Note) -> None:
    """Make a note findable."""
    search.index_many(scope, [note_entry(row)])


def _reading_entry(row: Reading) -> search.Entry:
    text, person = row.text or row.url, row.person
    return search.Entry(
        "reading", row.uid, text[:120], text, person.uid, row.created_at, named=False
    )


def note_entry(row: Note) -> search.Entry:
    """What a note is found by: its words, and whom it is about."""
    return search.Entry(
        "note",
        row.uid,
        row.text[:120],
        row.text,
        row.person.uid,
        row.created_at,
        row.person.name,
        named=False,
    )


@transaction.atomic
def reindex(scope: Scope, ids: Iterable[int] | None = None) -> None:
    """Make people findable again with their notes and readings: some, or everybody and every
    organization (after a restore)."""
    chosen = Q() if ids is None else Q(person__in=list(ids))
    people = Person.objects.filter(workspace=scope.workspace)
    if ids is not None:
        people = people.filter(pk__in=list(ids))
    keys = list(people.values_list("pk", flat=True))
    for start in range(0, len(keys), 500):
        index_people(scope, keys[start : start + 500])
    for model, entry in ((Reading, _reading_entry), (Note, note_entry)):
        rows = model._base_manager.filter(chosen, workspace=scope.workspace)
        search.index_many(scope, map(entry, rows.select_related("person").iterator(500)))  # type: ignore[arg-type]
    if ids is None:
        names = Organization.objects.filter(workspace=scope.workspace)
        all_keys = list(names.values_list("key", flat=True).distinct())
        for start in range(0, len(all_keys), 500):
            index_organizations(scope, all_keys[start : start + 500])
