"""Whom to ask next: seven people, each with one true reason in words.

Every reason is one bounded query, so that 30,000 people cost what 300 cost. A reason is never more
than what a record says; nobody is shown a score.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind, Stage
from askwell.explorations.models import Exploration, Target
from askwell.explorations.selectors import targets
from askwell.network.models import Introduction
from askwell.network.selectors import refusals
from askwell.people.models import Education, Person, Source, Standing
from askwell.people.selectors import counted, people
from askwell.workspaces.access import Scope

SEVEN = 7
LOOKED_AT = 60
"""How many people one reason may bring forward."""

ASIDE_DAYS = 60
"""After "not now" (or letting it rest) somebody is not suggested for this long."""

RECENT_DAYS = 120
MOST_TARGETS = 6

_CLOSE = {
    Source.COLLEAGUE: lambda: _("You worked together."),
    Source.MANAGER: lambda: _("You worked together, and they know how you work."),
    Source.EMPLOYER: lambda: _("You know each other from an earlier employer."),
    Source.FAMILY: lambda: _("Family, or a friend of the family."),
    Source.FRIEND: lambda: _("A friend."),
    Source.CLASSMATE: lambda: _("You studied together."),
    Source.TEACHER: lambda: _("One of your teachers."),
    Source.ALUMNI: lambda: _("You found them among the alumni of your school."),
}


@dataclass(frozen=True)
class Suggestion:
    """Somebody worth asking, and why, in one sentence that is true."""

    person: Person
    reason: str


@dataclass
class _Candidate:
    person: Person
    reasons: list[tuple[int, str]] = field(default_factory=list)

    def order(self) -> tuple[int, int, str]:
        """Strongest first; the more reasons, the better; then by name."""
        return (
            -max(self.reasons)[0],
            -sum(weight for weight, _words in self.reasons),
            self.person.sort_key,
        )


def whom_to_ask(
    scope: Scope, *, exploration: Exploration | None, now: datetime, limit: int = SEVEN
) -> list[Suggestion]:
    """People who are not in play, said no to nothing, and of whom a record gives a reason.

    No two of one organization. At most eleven queries, whatever the size of the notebook.
    """
    free = _free(scope, exploration, now)
    found: dict[int, _Candidate] = {}
    for weight, person, words in _reasons(scope, exploration, free, now):
        candidate = found.setdefault(person.pk, _Candidate(person))
        candidate.reasons.append((weight, words))
    chosen: list[Suggestion] = []
    taken: set[int] = set()
    for candidate in sorted(found.values(), key=_Candidate.order):
        organization = candidate.person.organization_id
        if organization in taken or len(chosen) == limit:
            continue
        if organization is not None:
            taken.add(organization)
        chosen.append(Suggestion(candidate.person, max(candidate.reasons)[1]))
    return chosen


def _free(scope: Scope, exploration: Exploration | None, now: datetime) -> QuerySet[Person]:
    """Everybody who may be suggested under this question."""
    aside = counted(scope, EventKind.NOT_NOW, EventKind.RESTED).filter(
        exploration=exploration, at__gt=now - timedelta(days=ASIDE_DAYS)
    )
    standing = Standing.objects.filter(workspace=scope.workspace)
    here = standing.filter(Q(exploration=exploration) | ~Q(step=""))
    known = here.exclude(stage=Stage.NOT_NOW, step="")
    rows = people(scope).select_related("organization")
    rows = rows.exclude(pk__in=refusals(scope).values("person"))
    rows = rows.exclude(pk__in=aside.values("person"))
    return rows.exclude(pk__in=known.values("person"))


def _reasons(
    scope: Scope, exploration: Exploration | None, free: QuerySet[Person], now: datetime
) -> Iterator[tuple[int, Person, str]]:
    wanted = list(targets(scope, exploration)) if exploration else []
    yield from _named(scope, free)
    for person in free.filter(happy_to_talk=True).order_by("-updated_at", "pk")[:LOOKED_AT]:
        yield 60, person, _("Said they are happy to talk.")
    yield from _at_targets(free, wanted)
    yield from _in_roles(free, exploration, wanted)
    yield from _from_school(scope, free)
    yield from _close(free)
    yield from _nearby(scope, free, wanted)
    since = (now - timedelta(days=RECENT_DAYS)).date()
    recent = free.filter(connected_on__gte=since).order_by("-connected_on", "pk")
    for person in recent[:LOOKED_AT]:
        yield 10, person, _("You connected not long ago, so they still know who you are.")


def _named(scope: Scope, free: QuerySet[Person]) -> Iterator[tuple[int, Person, str]]:
    rows = Introduction.objects.filter(workspace=scope.workspace, target__in=free)
    for row in rows.select_related("source", "target__organization").order_by("-pk")[:LOOKED_AT]:
        yield 70, row.target, _("%(name)s named them.") % {"name": row.source.name}


def _at_targets(
    free: QuerySet[Person], wanted: Iterable[Target]
) -> Iterator[tuple[int, Person, str]]:
    keys = [row.key for row in wanted if row.kind == Target.Kind.ORGANIZATION][:50]
    if not keys:
        return
    rows = free.filter(organization__key__in=keys).order_by("-connected_on", "pk")
    for person in rows[:LOOKED_AT]:
        name = person.organization.name if person.organization else ""
        yield 50, person, _("Works at %(name)s, which your question is about.") % {"name": name}


def _in_roles(
    free: QuerySet[Person], exploration: Exploration | None, wanted: Iterable[Target]
) -> Iterator[tuple[int, Person, str]]:
    texts = [row.text for row in wanted if row.kind == Target.Kind.ROLE][:MOST_TARGETS]
    if exploration is not None:
        texts.append(exploration.topic)
    if not texts:
        return
    alike = Q()
    for text in texts:
        alike |= Q(role__icontains=text) | Q(headline__icontains=text)
    for person in free.filter(alike).order_by("-connected_on", "pk")[:LOOKED_AT]:
        words = person.role or person.headline
        yield 40, person, _("Does what your question is about: %(role)s.") % {"role": words}


def _from_school(scope: Scope, free: QuerySet[Person]) -> Iterator[tuple[int, Person, str]]:
    school = scope.settings.me.school.strip()
    if not school:
        return
    rows = Education.objects.filter(
        workspace=scope.workspace, school__icontains=school, person__in=free
    )
    for row in rows.select_related("person__organization").order_by("-pk")[:LOOKED_AT]:
        yield 30, row.person, _("You both went to %(school)s.") % {"school": row.school}


def _close(free: QuerySet[Person]) -> Iterator[tuple[int, Person, str]]:
    rows = free.filter(source__in=list(_CLOSE)).order_by("-connected_on", "pk")
    for person in rows[:LOOKED_AT]:
        yield 30, person, _CLOSE[Source(person.source)]()


def _nearby(
    scope: Scope, free: QuerySet[Person], wanted: Iterable[Target]
) -> Iterator[tuple[int, Person, str]]:
    places = [row.text for row in wanted if row.kind == Target.Kind.PLACE][:MOST_TARGETS]
    if scope.settings.me.city.strip():
        places.append(scope.settings.me.city.strip())
    if not places:
        return
    near = Q()
    for place in places:
        near |= Q(place__icontains=place)
    for person in free.filter(near).order_by("-connected_on", "pk")[:LOOKED_AT]:
        yield 20, person, _("In %(place)s.") % {"place": person.place}
