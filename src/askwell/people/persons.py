"""Writes on people and organizations as a whole: add, change, throw away."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.people import search
from askwell.people.editing import BadDetail, checked_value, organization_named
from askwell.people.findable import index_organizations, index_people
from askwell.people.formats import values
from askwell.people.identity import organization_key, sort_key
from askwell.people.models import (
    ContactPoint,
    Organization,
    Person,
    Position,
    Source,
)
from askwell.people.same_organizations import known_by, remember_name, taken_by_another
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Trash
from askwell.workspaces.operations import throw_away

PLAIN = (
    "name", "given", "family", "honorific", "greeting", "headline", "role", "place", "zone",
    "language", "birthday", "source", "source_detail", "how_known", "happy_to_talk",
)  # fmt: skip


class NoName(Refusal):
    """Nobody can be added without at least a first name."""


def one_at_a_time(*people: Person | None) -> None:
    """Wait until nobody else writes about these, so that a form sent twice at once is taken once.

    Always locked in the same order, so that two who wait cannot wait for each other.
    """
    keys = [person.pk for person in people if person is not None]
    list(Person.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


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
    name = values.clean(name)[:300]
    if not name:
        raise NoName(_("Write at least a first name."))
    given, _space, family = name.partition(" ")
    employer = organization_named(scope, name=organization, now=now)
    person, made = Person.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid or new_uid(),
        defaults={
            "name": name,
            "given": given[:150],
            "family": family[:150],
            "greeting": given[:150],
            "sort_key": sort_key(name, given, family),
            "role": values.clean(role)[:300],
            "organization": employer,
            "source": source,
            "source_detail": source_detail[:300],
            "happy_to_talk": happy_to_talk,
            "created_at": now,
            "updated_at": now,
        },
    )
    if made:
        index_people(scope, [person.pk])
        if employer or role:
            _current_job(scope, person, now)
    return person


@transaction.atomic
def add_people(
    scope: Scope, *, names: Iterable[str], source: str, now: datetime, source_detail: str = ""
) -> list[Person]:
    """Add everybody of the brainstorm walk, one name per line; names already here are left alone."""
    wanted = {sort_key(name): " ".join(name.split()) for name in names if name.strip()}
    known = set(
        Person.objects.filter(
            workspace=scope.workspace, merged_into=None, name__in=wanted.values()
        ).values_list("name", flat=True)
    )
    return [
        add_person(scope, name=name, now=now, source=source, source_detail=source_detail)
        for name in wanted.values()
        if name not in known
    ]


@transaction.atomic
def edit_person(
    scope: Scope, *, person: Person, fields: Mapping[str, Any], now: datetime
) -> Person:
    """Change what is known of somebody; `fields` are `PLAIN` ones, `organization` a name, `labels`.

    A changed job corrects the present one; a move is a new position (`add_position`).
    Raises NoName, or BadDetail for a birthday that does not exist.
    """
    wanted = {k: v for k, v in fields.items() if k in PLAIN}
    if not wanted.get("name", person.name).strip():
        raise NoName(_("Write at least a first name."))
    wanted["birthday"] = _birthday(wanted.get("birthday", person.birthday))
    for name, value in wanted.items():
        setattr(person, name, value)
    if "organization" in fields:
        person.organization = organization_named(scope, name=fields["organization"], now=now)
    if "labels" in fields:
        person.labels = list(fields["labels"])
    person.sort_key = sort_key(person.name, person.given, person.family)
    person.updated_at = now
    columns = ("organization", "labels", "sort_key", "updated_at")
    person.save(update_fields=[*wanted, *columns])
    _current_job(scope, person, now)
    index_people(scope, [person.pk])
    return person


def _birthday(text: str) -> str:
    try:
        return values.partial_date(text, day_first=True)
    except ValueError:
        raise BadDetail(
            _("“%(text)s” is no day that exists. Write 1988-06-15, or 15 June, or nothing.")
            % {"text": text[:40]}
        ) from None


def _current_job(scope: Scope, person: Person, now: datetime) -> None:
    """Keep the present position in step with what the person's page says."""
    jobs = Position.objects.filter(person=person, is_current=True)
    told = {"organization": person.organization, "title": person.role}
    if not (person.organization or person.role):
        return
    if jobs.count() == 1:
        jobs.update(**told)
    elif not jobs.exists():
        Position.objects.create(workspace=scope.workspace, person=person, seen_at=now, **told)


@transaction.atomic
def edit_organization(
    scope: Scope, *, organization: Organization, name: str, website: str, about: str, now: datetime
) -> Organization:
    """Change what is known of an organization; under its earlier name it is found again.

    Raises NoName, BadDetail, or NameTaken when another one is called so.
    """
    if not name.strip():
        raise NoName(_("An organization needs a name."))
    earlier, organization.name = organization.name, " ".join(name.split())[:300]
    taken = known_by(scope, [key := organization_key(organization.name)]).get(key, organization.pk)
    if taken != organization.pk:
        raise taken_by_another(organization.name)
    organization.key = organization_key(organization.name)
    organization.website = checked_value(ContactPoint.Kind.LINK, website) if website.strip() else ""
    organization.about = about
    organization.save()
    remember_name(scope, organization=organization, name=earlier, now=now)
    index_organizations(scope, [organization.key])
    pks = Person.objects.filter(organization=organization).values_list("pk", flat=True)[:2000]
    index_people(scope, pks)
    return organization


@transaction.atomic
def delete_person(scope: Scope, *, person: Person, now: datetime) -> Trash:
    """Throw somebody away with everything about them, undoable for thirty days.

    Whoever was merged into them goes along, or they would come back as strangers.
    """
    ids = [person.pk]
    while more := list(
        Person.objects.filter(merged_into__in=ids).exclude(pk__in=ids).values_list("pk", flat=True)
    ):
        ids += more
    rows = Person.objects.filter(workspace=scope.workspace, pk__in=ids)
    search.drop_person(scope, list(rows.values_list("uid", flat=True)))
    return throw_away(scope, rows=rows, kind="person", label=person.name, now=now)
