"""Writes on one person's details: who they are, how to reach them, what I read, notes."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind, StepKind
from askwell.people import search
from askwell.people.findable import index_organizations, index_people
from askwell.people.formats import values
from askwell.people.identity import contact_key, organization_key
from askwell.people.journal import record
from askwell.people.models import (
    ContactPoint,
    Education,
    Event,
    Note,
    Organization,
    Person,
    Position,
    Reading,
    Standing,
)
from askwell.people.reindex import index_note, index_reading
from askwell.people.same_organizations import known_by
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Trash
from askwell.workspaces.operations import throw_away

Detail = TypeVar("Detail", bound=Model)


class BadDetail(Refusal):
    """What was typed cannot be what it is said to be."""


@transaction.atomic
def add_contact(
    scope: Scope,
    *,
    person: Person,
    uid: UUID,
    kind: str,
    value: str,
    now: datetime,
    label: str = "",
) -> ContactPoint:
    """Add a way to reach somebody. Raises BadDetail if it cannot be one."""
    value = checked_value(kind, value)
    row, _made = ContactPoint.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "person": person,
            "kind": kind,
            "value": value,
            "key": contact_key(kind, value),
            "label": label[:100],
        },
    )
    _touched(scope, person, now)
    return row


@transaction.atomic
def edit_contact(
    scope: Scope, *, contact: ContactPoint, value: str, label: str, works: bool, now: datetime
) -> ContactPoint:
    """Correct a way to reach somebody, or say that it does not work. Raises BadDetail."""
    contact.value = checked_value(contact.kind, value)
    contact.key = contact_key(contact.kind, contact.value)
    contact.label, contact.works = label[:100], works
    contact.save()
    _touched(scope, contact.person, now)
    return contact


def checked_value(kind: str, text: str) -> str:
    """The value as it is kept. Raises BadDetail with what is wrong."""
    text = " ".join(text.split())
    checks = {
        ContactPoint.Kind.EMAIL: (
            values.email,
            _("That is no e-mail address; one looks like name@example.org."),
        ),
        ContactPoint.Kind.PHONE: (values.phone, _("A telephone number has at least three digits.")),
        ContactPoint.Kind.LINK: (
            values.link,
            _("That is no web address; one looks like https://example.org."),
        ),
    }
    if kind not in checks:
        return text[:600]
    check, wrong = checks[ContactPoint.Kind(kind)]
    found = check(text)
    if not found:
        raise BadDetail(wrong)
    return found[:600]


def organization_named(scope: Scope, *, name: str, now: datetime) -> Organization | None:
    """The organization of that name (or once called so), made if it is new; None for no name."""
    name = " ".join(name.split())[:300]
    if not name:
        return None
    key = organization_key(name)
    if known := known_by(scope, [key]).get(key):
        return Organization.objects.get(pk=known)
    made = Organization.objects.create(
        workspace=scope.workspace, uid=new_uid(), name=name, key=key, created_at=now
    )
    index_organizations(scope, [key])
    return made


@transaction.atomic
def add_position(
    scope: Scope,
    *,
    person: Person,
    uid: UUID,
    title: str,
    organization: str,
    now: datetime,
    started: str = "",
    ended: str = "",
    is_current: bool = True,
) -> Position:
    """Write down a job. A present one replaces what was the present one; nothing is lost.

    Raises BadDetail when neither a title nor an organization is given.
    """
    if not (title.strip() or organization.strip()):
        raise BadDetail(_("Write a role, an organization, or both."))
    if is_current:
        Position.objects.filter(person=person, is_current=True).update(is_current=False)
    row, _made = Position.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "person": person,
            "title": title.strip()[:300],
            "organization": organization_named(scope, name=organization, now=now),
            "started": started[:10],
            "ended": ended[:10],
            "is_current": is_current,
            "seen_at": now,
        },
    )
    if is_current:
        person.role, person.organization = row.title, row.organization
        person.save(update_fields=["role", "organization"])
    _touched(scope, person, now)
    return row


@transaction.atomic
def add_education(
    scope: Scope,
    *,
    person: Person,
    uid: UUID,
    school: str,
    now: datetime,
    degree: str = "",
    started: str = "",
    ended: str = "",
) -> Education:
    """Write down a school. Raises BadDetail without a name."""
    if not school.strip():
        raise BadDetail(_("Write the name of the school."))
    row, _made = Education.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "person": person,
            "school": school.strip()[:300],
            "organization": organization_named(scope, name=school, now=now),
            "degree": degree.strip()[:300],
            "started": started[:10],
            "ended": ended[:10],
        },
    )
    _touched(scope, person, now)
    return row


@transaction.atomic
def add_reading(
    scope: Scope, *, person: Person, uid: UUID, kind: str, text: str, url: str, now: datetime
) -> Reading:
    """Write down one thing read about their work. Raises BadDetail when it says nothing."""
    url = checked_value(ContactPoint.Kind.LINK, url) if url.strip() else ""
    if not (text.strip() or url):
        raise BadDetail(_("Write what you read, or paste the link."))
    row, _made = Reading.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "person": person,
            "kind": kind,
            "text": text.strip(),
            "url": url,
            "created_at": now,
        },
    )
    index_reading(scope, row)
    _touched(scope, person, now)
    return row


@transaction.atomic
def edit_reading(
    scope: Scope, *, reading: Reading, kind: str, text: str, url: str, now: datetime
) -> Reading:
    """Correct one thing read. Raises BadDetail when nothing is left of it."""
    reading.url = checked_value(ContactPoint.Kind.LINK, url) if url.strip() else ""
    if not (text.strip() or reading.url):
        raise BadDetail(_("Write what you read, or paste the link."))
    reading.kind, reading.text = kind, text.strip()
    reading.save()
    index_reading(scope, reading)
    _touched(scope, reading.person, now)
    return reading


@transaction.atomic
def know_enough(
    scope: Scope, *, person: Person, now: datetime, exploration: Any = None
) -> list[Event]:
    """ "I know enough about their work": the next step becomes the letter.

    It is the person that was read about, so it holds for every question that waits for it;
    `exploration` is the one it counts for when none does.
    """
    rows = Standing.objects.filter(person=person, step=StepKind.READ).select_related("exploration")
    tracks = [row.exploration for row in rows] or [exploration]
    return [
        record(scope, person=person, exploration=track, kind=EventKind.READ, at=now, now=now)
        for track in tracks
    ]


@transaction.atomic
def add_note(scope: Scope, *, person: Person, uid: UUID, text: str, now: datetime) -> Note:
    """Keep a free note about somebody. Raises BadDetail when it is empty."""
    if not text.strip():
        raise BadDetail(_("The note is empty."))
    row, _made = Note.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={"person": person, "text": text.strip(), "created_at": now},
    )
    index_note(scope, row)
    _touched(scope, person, now)
    return row


@transaction.atomic
def edit_note(scope: Scope, *, note: Note, text: str, now: datetime) -> Note:
    """Change a note. Raises BadDetail when nothing is left of it."""
    if not text.strip():
        raise BadDetail(_("The note is empty. Throw it away if it is not needed any more."))
    note.text = text.strip()
    note.save(update_fields=["text"])
    index_note(scope, note)
    _touched(scope, note.person, now)
    return note


@transaction.atomic
def delete_detail(scope: Scope, *, detail: Detail, now: datetime) -> Trash:
    """Throw away one detail (contact, position, school, reading, note), undoable for thirty days."""
    model = type(detail)
    rows = model._base_manager.filter(pk=detail.pk, workspace=scope.workspace)
    kind = model._meta.model_name or ""
    if kind in ("reading", "note"):
        search.drop(scope, kind, rows.values_list("uid", flat=True))
    person: Person = detail.person  # type: ignore[attr-defined]
    thrown = throw_away(scope, rows=rows, kind=kind, label=f"{person.name}: {detail}", now=now)
    _touched(scope, person, now)
    return thrown


def _touched(scope: Scope, person: Person, now: datetime) -> None:
    Person.objects.filter(pk=person.pk).update(updated_at=now)
    index_people(scope, [person.pk])
