"""Organizations and schools: by which names they are known, and which may be the same one."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.people.bulk import update_many
from askwell.people.findable import index_organizations
from askwell.people.identity import organization_key
from askwell.people.likeness.firms import Firm, likely_twins
from askwell.people.likeness.weights import FREE
from askwell.people.models import (
    ContactPoint,
    Education,
    ImportBatch,
    Organization,
    OrganizationName,
    Verdict,
)
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Trash
from askwell.workspaces.operations import throw_away

_CHUNK = 500


class NameTaken(Refusal):
    """Another organization goes by that name."""


def taken_by_another(name: str) -> NameTaken:
    """What to say when a name is already that of another organization."""
    return NameTaken(
        _("“%(name)s” is an organization of its own. Say that the two are the same instead.")
        % {"name": name}
    )


def known_by(scope: Scope, keys: Iterable[str]) -> dict[str, int]:
    """Which organization each folded name means: its own name, another one, or that of one merged
    into it. Two statements."""
    wanted = list(keys)
    if not wanted:
        return {}
    names = OrganizationName.objects.filter(workspace=scope.workspace, key__in=wanted)
    told = names.values_list("pk", "key", "organization", "organization__merged_into")
    rows = Organization.objects.filter(workspace=scope.workspace, key__in=wanted)
    own = rows.values_list("pk", "key", "pk", "merged_into")
    # Sorted here: asked for an order, SQLite walks the whole notebook instead of the keys.
    return {
        key: merged or pk
        for some in (told, own)
        for _pk, key, pk, merged in sorted(some, key=lambda row: -row[0])
    }


def other_keys(workspace: Any) -> dict[str, set[str]]:
    """Folded name of an organization → the folded other names it is known by. Two statements."""
    found: dict[str, set[str]] = defaultdict(set)
    names = OrganizationName.objects.filter(workspace=workspace)
    merged = Organization.objects.filter(workspace=workspace, merged_into__isnull=False)
    for told in (
        names.values_list("organization__key", "key"),
        merged.values_list("merged_into__key", "key"),
    ):
        for key, other in told:
            found[str(key)].add(other)
    return dict(found)


@transaction.atomic
def remember_name(
    scope: Scope, *, organization: Organization, name: str, now: datetime
) -> OrganizationName | None:
    """Another name of an organization, which the next import goes by; None if it says nothing new.

    Raises NameTaken when it is the name of another one: then the two are to be merged.
    """
    name = " ".join(name.split())[:300]
    key = organization_key(name) if name else ""
    if not key or key == organization.key:
        return None
    means = known_by(scope, [key]).get(key)
    if means == organization.pk:
        return None
    if means is not None:
        raise taken_by_another(name)
    return OrganizationName.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        organization=organization,
        name=name,
        key=key,
        created_at=now,
    )


@transaction.atomic
def drop_name(scope: Scope, *, name: OrganizationName, now: datetime) -> Trash:
    """Throw another name away, undoable for thirty days."""
    rows = OrganizationName.objects.filter(pk=name.pk, workspace=scope.workspace)
    label = f"{name.organization.name}: {name.name}"
    return throw_away(scope, rows=rows, kind="organizationname", label=label, now=now)


def get_name(scope: Scope, uid: UUID | str) -> OrganizationName:
    """One other name, with the organization. Raises NotFound."""
    rows = OrganizationName.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.select_related("organization").first()
    if found is None:
        raise NotFound
    return found


def other_names(scope: Scope, organization: Organization) -> list[OrganizationName]:
    """What else an organization is called."""
    rows = OrganizationName.objects.filter(workspace=scope.workspace, organization=organization)
    return list(rows.order_by("name", "pk")[:50])


def link_schools(scope: Scope, *, now: datetime, batch: ImportBatch | None = None) -> int:
    """Make every school that is only text an organization, known ones found by all their names.

    Returns how many educations were linked. The text stays as it was written. Piece by piece, so that
    nobody waits long; what is not linked yet is linked the next time.
    """
    count = 0
    origin = {"batch": str(batch.uid)} if batch else {}
    rows = Education.objects.filter(workspace=scope.workspace, organization=None).exclude(school="")
    while some := list(rows.only("pk", "school")[:_CHUNK]):
        with transaction.atomic():
            _link(scope, some, now, origin)
        count += len(some)
    return count


def _link(scope: Scope, some: list[Education], now: datetime, origin: dict[str, str]) -> None:
    names = {organization_key(row.school): row.school for row in some}
    known: dict[str, int | None] = {**known_by(scope, names.keys())}
    fresh = [
        Organization(
            workspace=scope.workspace,
            uid=new_uid(),
            name=name[:300],
            key=key,
            origin=origin,
            created_at=now,
        )
        for key, name in names.items()
        if key not in known
    ]
    Organization.objects.bulk_create(fresh)
    index_organizations(scope, [row.key for row in fresh])
    known |= {row.key: row.pk for row in fresh}
    for row in some:
        row.organization_id = known[organization_key(row.school)]
    update_many(Education, ["organization"], some)


def look_through_organizations(scope: Scope) -> list[tuple[UUID, UUID, float, list[str]]]:
    """Compare the names of all organizations; the likeliest pairs first, without those answered."""
    rows = Organization.objects.filter(workspace=scope.workspace, merged_into=None)
    found = {
        pk: (uid, name, site)
        for pk, uid, name, site in rows.values_list("pk", "uid", "name", "website")
    }
    names = _other_names(scope)
    domains = _domains(scope)
    firms = [
        Firm(pk, (name, *names.get(pk, ())), _host(site), frozenset(domains.get(pk, ())))
        for pk, (_uid, name, site) in found.items()
    ]
    said = _answered(scope)
    return [
        (found[twins.a][0], found[twins.b][0], twins.bits, list(twins.codes))
        for twins in likely_twins(firms)
        if (twins.a, twins.b) not in said
    ]


def _other_names(scope: Scope) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    names = OrganizationName.objects.filter(workspace=scope.workspace)
    told: list[tuple[int | None, str]] = list(names.values_list("organization", "name"))
    merged = Organization.objects.filter(workspace=scope.workspace).exclude(merged_into=None)
    told += merged.values_list("merged_into", "name")
    for pk, name in told:
        if pk:
            found[pk].append(name)
    return found


def _domains(scope: Scope) -> dict[int, set[str]]:
    """Where the people of an organization have their e-mail, free providers left out."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = ContactPoint.objects.filter(
        workspace=scope.workspace,
        kind=ContactPoint.Kind.EMAIL,
        person__merged_into=None,
        person__organization__isnull=False,
    )
    for pk, key in rows.values_list("person__organization", "key").iterator(5000):
        domain = key.rpartition("@")[2]
        if domain not in FREE:
            found[pk].add(domain)
    return found


def _host(site: str) -> str:
    return (urlsplit(site).hostname or "").removeprefix("www.") if site else ""


def _answered(scope: Scope) -> set[tuple[int, int]]:
    rows = Verdict.objects.filter(workspace=scope.workspace, organization__isnull=False)
    said = rows.values_list("organization", "other_organization")
    return {two for a, b in said for two in ((a, b), (b, a)) if a and b}
