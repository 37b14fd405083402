"""Reads of people and organizations: the only door to them."""

from uuid import UUID

from django.db.models import QuerySet

from askwell.people.models import ImportBatch, Organization, Person, Standing
from askwell.plumbing.errors import NotFound
from askwell.workspaces.access import Scope


def people(scope: Scope) -> QuerySet[Person]:
    """Everybody in the notebook who was not merged into somebody else."""
    return Person.objects.filter(workspace=scope.workspace, merged_into=None)


def get_person(scope: Scope, uid: UUID | str) -> Person:
    """One person with their organization; one who was merged leads to the winner.

    Raises NotFound when there is none in this notebook.
    """
    rows = Person.objects.filter(workspace=scope.workspace)
    found = rows.select_related("organization", "merged_into").filter(uid=uid).first()
    while found is not None and found.merged_into_id is not None:
        found = rows.select_related("organization").filter(pk=found.merged_into_id).first()
    if found is None:
        raise NotFound
    return found


def get_organization(scope: Scope, uid: UUID | str) -> Organization:
    """One organization. Raises NotFound when it is not in this notebook."""
    found = Organization.objects.filter(workspace=scope.workspace, uid=uid).first()
    if found is None:
        raise NotFound
    return found


def get_batch(scope: Scope, uid: UUID | str) -> ImportBatch:
    """One import. Raises NotFound when it is not in this notebook."""
    found = ImportBatch.objects.filter(workspace=scope.workspace, uid=uid).first()
    if found is None:
        raise NotFound
    return found


def standings(scope: Scope) -> QuerySet[Standing]:
    """Where everybody stands who is or was in play, with person, organization and question."""
    rows = Standing.objects.filter(workspace=scope.workspace)
    return rows.select_related("person__organization", "exploration")


def standings_of(scope: Scope, person: Person) -> QuerySet[Standing]:
    """Where one person stands, under each question."""
    return standings(scope).filter(person=person).order_by("due_at")
