"""A pasted profile, kept as far as somebody ticked it: into my own path, or to a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.people.editing import add_contact, add_education, add_position, add_reading
from askwell.people.formats.profile import Profile
from askwell.people.formats.records import MeEducation, MePosition
from askwell.people.formats.values import fold
from askwell.people.identity import organization_key
from askwell.people.models import ContactPoint, Education, Person, Position, Reading
from askwell.people.persons import add_person
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings

_SUGGESTED = 5
_MOST = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody ticked of a profile."""

    jobs: Sequence[MePosition] = ()
    schools: Sequence[MeEducation] = ()
    skills: Sequence[str] = ()


def whose_profile(scope: Scope, profile: Profile) -> list[Person]:
    """People whose profile this may be: the same address, else the same name."""
    people = Person.objects.filter(workspace=scope.workspace, merged_into=None)
    people = people.select_related("organization").order_by("pk")
    found: list[Person] = []
    if profile.link:
        same = ContactPoint.objects.filter(
            workspace=scope.workspace, kind=ContactPoint.Kind.LINK, key=profile.link
        )
        found = list(people.filter(pk__in=same.values("person"))[:_SUGGESTED])
    if not found and profile.name:
        found = list(people.filter(name__iexact=profile.name)[:_SUGGESTED])
    return found


@transaction.atomic
def keep_as_mine(scope: Scope, *, profile: Profile, kept: Kept) -> None:
    """Add what was ticked to my own path; what is there already is neither doubled nor changed."""
    path, me = scope.settings.path, scope.settings.me
    jobs = [(job.organization, job.title, job.started, job.finished) for job in kept.jobs]
    schools = [(one.school, one.degree, one.started, one.finished) for one in kept.schools]
    change_settings(
        scope,
        path=replace(
            path,
            headline=path.headline or profile.headline,
            jobs=_joined(path.jobs, jobs),
            schools=_joined(path.schools, schools),
            skills=tuple(name for (name,) in _joined(((s,) for s in path.skills), _single(kept))),
        ),
        me=replace(
            me,
            name=me.name or profile.name,
            link=me.link or profile.link,
            city=me.city or profile.place,
        ),
    )


def _single(kept: Kept) -> list[tuple[str, ...]]:
    return [(skill,) for skill in kept.skills]


def _joined(
    known: Iterable[tuple[str, ...]], more: Iterable[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Both, without what the first two parts of an entry show to be the same."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for entry in (*known, *more):
        found.setdefault(tuple(map(fold, entry[:2])), entry)
    return tuple(found.values())[:_MOST]


@transaction.atomic
def keep_for_new(
    scope: Scope, *, uid: UUID, name: str, profile: Profile, kept: Kept, now: datetime
) -> Person:
    """Somebody new with what was ticked; the same `uid` twice is one person. Raises NoName."""
    person = add_person(scope, uid=uid, name=name, now=now)
    keep_for(scope, uid=uid, person=person, profile=profile, kept=kept, now=now)
    return person


@transaction.atomic
def keep_for(
    scope: Scope, *, uid: UUID, person: Person, profile: Profile, kept: Kept, now: datetime
) -> None:
    """Write what was ticked down with somebody: jobs, schools, and skills as something I read.

    What is known already is left as it is; `uid` makes a double post one.
    """
    known = Position.objects.filter(person=person).values_list("organization__key", "title")
    jobs = {(key or "", fold(title)) for key, title in known}
    current = next((job for job in kept.jobs if not job.finished), None)
    for job in reversed(kept.jobs):  # the present one comes last: it becomes what they do
        key = organization_key(job.organization) if job.organization else ""
        if (key, fold(job.title)) not in jobs:
            add_position(
                scope,
                person=person,
                uid=_derived(uid, "job", job.organization, job.title, job.started),
                title=job.title,
                organization=job.organization,
                started=job.started,
                ended=job.finished,
                is_current=job is current,
                now=now,
            )
    taught = set(
        map(fold, Education.objects.filter(person=person).values_list("school", flat=True))
    )
    for one in kept.schools:
        if fold(one.school) not in taught:
            add_education(
                scope,
                person=person,
                uid=_derived(uid, "school", one.school, one.degree, one.started),
                school=one.school,
                degree=one.degree,
                started=one.started,
                ended=one.finished,
                now=now,
            )
    if kept.skills:
        add_reading(
            scope,
            person=person,
            uid=_derived(uid, "skills"),
            kind=Reading.Kind.ROLE.value,
            text=_("Skills: %(skills)s") % {"skills": ", ".join(kept.skills)},
            url="",
            now=now,
        )
    if profile.link and not ContactPoint.objects.filter(person=person, key=profile.link).exists():
        add_contact(
            scope,
            person=person,
            uid=_derived(uid, "link"),
            kind=ContactPoint.Kind.LINK.value,
            value=profile.link,
            label="",
            now=now,
        )


def _derived(uid: UUID, *parts: str) -> UUID:
    return uuid5(uid, "\x1f".join(parts))
