"""Writes on people: add one by hand, change, forget."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.people.identity import organization_key, sort_key
from askwell.people.import_undo import run_undo, undo_import
from askwell.people.importing import (
    BadFile,
    NotNow,
    Report,
    cancel_import,
    import_files,
    preview_import,
    run_import,
    start_import,
    sweep_imports,
    upload_import,
)
from askwell.people.journal import record, retract
from askwell.people.models import Organization, Person, Source
from askwell.people.writing import index_organizations, index_people
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope

__all__ = [
    "BadFile",
    "NoName",
    "NotNow",
    "Report",
    "add_person",
    "cancel_import",
    "import_files",
    "organization_named",
    "preview_import",
    "record",
    "retract",
    "run_import",
    "run_undo",
    "start_import",
    "sweep_imports",
    "undo_import",
    "upload_import",
]


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
    person, made = Person.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid or new_uid(),
        defaults={
            "name": name,
            "given": given[:150],
            "family": family[:150],
            "greeting": given[:150],
            "sort_key": sort_key(name, given, family),
            "role": role[:300],
            "organization": organization_named(scope, name=organization, now=now),
            "source": source,
            "source_detail": source_detail[:300],
            "happy_to_talk": happy_to_talk,
            "created_at": now,
            "updated_at": now,
        },
    )
    if made:
        index_people(scope, [person.pk])
    return person


def organization_named(scope: Scope, *, name: str, now: datetime) -> Organization | None:
    """The organization of that name, made if it is new; None for an empty name."""
    name = " ".join(name.split())[:300]
    if not name:
        return None
    key = organization_key(name)
    rows = Organization.objects.filter(workspace=scope.workspace, key=key)
    found = rows.select_related("merged_into").order_by("pk").first()
    if found:
        return found.merged_into or found
    made = Organization.objects.create(
        workspace=scope.workspace, uid=new_uid(), name=name, key=key, created_at=now
    )
    index_organizations(scope, [key])
    return made
