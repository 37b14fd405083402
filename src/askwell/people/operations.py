"""Writes on people: add one by hand, change, forget."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.explorations.operations import fold_key
from askwell.people.models import Organization, Person, Source
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope


class NoName(Refusal):
    """Nobody can be added without at least a first name."""


@transaction.atomic
def add_person(
    scope: Scope,
    *,
    name: str,
    now: datetime,
    uid: UUID | None = None,
    organization: str = "",
    role: str = "",
    source: str = Source.OTHER,
    source_detail: str = "",
    happy_to_talk: bool = False,
) -> Person:
    """Add somebody by hand; a first name is enough. They stay silent until chosen.

    The same `uid` twice (a double post) is one person. Raises NoName when the name is empty.
    """
    name = " ".join(name.split())[:300]
    if not name:
        raise NoName(_("Write at least a first name."))
    given, _space, family = name.partition(" ")
    person, _made = Person.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid or new_uid(),
        defaults={
            "name": name,
            "given": given[:150],
            "family": family[:150],
            "greeting": given[:150],
            "sort_key": fold_key(f"{family} {given}")[:300],
            "role": role[:300],
            "organization": organization_named(scope, name=organization, now=now),
            "source": source,
            "source_detail": source_detail[:300],
            "happy_to_talk": happy_to_talk,
            "created_at": now,
            "updated_at": now,
        },
    )
    return person


def organization_named(scope: Scope, *, name: str, now: datetime) -> Organization | None:
    """The organization of that name, made if it is new; None for an empty name."""
    name = " ".join(name.split())[:300]
    if not name:
        return None
    rows = Organization.objects.filter(workspace=scope.workspace, key=fold_key(name))
    found = rows.filter(merged_into=None).first()
    return found or Organization.objects.create(
        workspace=scope.workspace,
        uid=new_uid(),
        name=name,
        key=fold_key(name),
        created_at=now,
    )
