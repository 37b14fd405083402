"""Why somebody is worth asking: each reason one bounded query, and never more than a record says."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Max, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind, Stage
from askwell.explorations.models import Exploration, Target
from askwell.explorations.selectors import targets
from askwell.network.models import Introduction
from askwell.network.selectors import refusals
from askwell.people import search
from askwell.people.identity import organization_key
from askwell.people.models import (
    Education,
    Event,
    Organization,
    Person,
    Position,
    Source,
    Standing,
)
from askwell.people.selectors import counted, people
from askwell.workspaces.access import Scope

FIT, WARMTH, NEWS, ANSWERS = "fit", "warmth", "news", "answers"
"""What speaks for somebody: they fit the question; we know each other; they would add something
that nobody asked so far could; people known this way have answered me."""

LOOKED_AT = 60
"""How many people one reason may bring forward."""

ASIDE_DAYS = 60
"""After "not now" (or letting it rest) somebody is not suggested for this long."""

RECENT_DAYS = 120
WRITTEN_DAYS = 3 * 365
MOST_TARGETS = 6
_MOST_KEYS = 50

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


class Reason(NamedTuple):
    """Something that speaks for somebody: of which kind, how much (never shown), and in words."""

    kind: str
    weight: float
    words: str


Spoken = Iterator[tuple[Person, Reason]]


def free(scope: Scope, exploration: Exploration | None, now: datetime) -> QuerySet[Person]:
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


def spoken(
    scope: Scope, exploration: Exploration | None, rows: QuerySet[Person], now: datetime
) -> Spoken:
    """Everything that speaks for anybody of these, person by person. At most a dozen queries."""
    wanted = list(targets(scope, exploration)) if exploration else []
    yield from _named(scope, rows)
    for person in rows.filter(happy_to_talk=True).order_by("-updated_at", "pk")[:LOOKED_AT]:
        yield person, Reason(WARMTH, 60, _("Said they are happy to talk."))
    yield from _at_targets(scope, rows, wanted)
    yield from _in_roles(scope, rows, exploration, wanted)
    yield from _from_school(scope, rows)
    yield from _from_work(scope, rows)
    yield from _close(rows)
    yield from _nearby(scope, rows, wanted)
    yield from _written(scope, rows, now)
    since = (now - timedelta(days=RECENT_DAYS)).date()
    recent = rows.filter(connected_on__gte=since).order_by("-connected_on", "pk")
    for person in recent[:LOOKED_AT]:
        words = _("You connected not long ago, so they still know who you are.")
        yield person, Reason(WARMTH, 10, words)


def _latest(rows: QuerySet[Person]) -> list[Person]:
    """The latest known of a few. Put in order here: asked to, SQLite walks through everybody in that
    order rather than to the few."""
    found = list(rows.order_by()[: LOOKED_AT * 5])
    found.sort(key=lambda person: (person.connected_on or date.min, -person.pk), reverse=True)
    return found[:LOOKED_AT]


def _named(scope: Scope, rows: QuerySet[Person]) -> Spoken:
    found = Introduction.objects.filter(workspace=scope.workspace, target__in=rows)
    for row in found.select_related("source", "target__organization").order_by("-pk")[:LOOKED_AT]:
        words = _("%(name)s named them.") % {"name": row.source.name}
        yield row.target, Reason(WARMTH, 70, words)


def _at_targets(scope: Scope, rows: QuerySet[Person], wanted: Iterable[Target]) -> Spoken:
    keys = {
        key
        for row in wanted
        if row.kind == Target.Kind.ORGANIZATION
        for key in (row.key, organization_key(row.text))
    }
    if not keys:
        return
    places = Organization.objects.filter(
        workspace=scope.workspace, key__in=sorted(keys)[:_MOST_KEYS]
    )
    for person in _latest(rows.filter(organization__in=list(places))):
        name = person.organization.name if person.organization else ""
        words = _("Works at %(name)s, which your question is about.") % {"name": name}
        yield person, Reason(FIT, 50, words)


def _in_roles(
    scope: Scope,
    rows: QuerySet[Person],
    exploration: Exploration | None,
    wanted: Iterable[Target],
) -> Spoken:
    """By the index first: to look for words inside every role would read everybody."""
    texts = [row.text for row in wanted if row.kind == Target.Kind.ROLE][:MOST_TARGETS]
    if exploration is not None:
        texts.append(exploration.topic)
    for text in texts:
        uids = search.newest(scope, text, LOOKED_AT * 3, kind="person")
        alike = Q(role__icontains=text) | Q(headline__icontains=text)
        for person in _latest(rows.filter(alike, uid__in=uids)):
            told = {"role": person.role or person.headline}
            words = _("Does what your question is about: %(role)s.") % told
            yield person, Reason(FIT, 40, words)


def _from_school(scope: Scope, rows: QuerySet[Person]) -> Spoken:
    schools = [scope.settings.me.school, *(row[0] for row in scope.settings.path.schools if row)]
    alike = Q()
    for school in [name.strip() for name in schools if name.strip()][:MOST_TARGETS]:
        alike |= Q(school__icontains=school)
    if not alike:
        return
    found = Education.objects.filter(alike, workspace=scope.workspace, person__in=rows)
    for row in found.select_related("person__organization").order_by("-pk")[:LOOKED_AT]:
        words = _("You both went to %(school)s.") % {"school": row.school}
        yield row.person, Reason(WARMTH, 30, words)


def _from_work(scope: Scope, rows: QuerySet[Person]) -> Spoken:
    """Who works, or worked, where I did."""
    mine = {organization_key(row[0]) for row in scope.settings.path.jobs if row and row[0]}
    if not mine:
        return
    keys = sorted(mine - {""})[:_MOST_KEYS]
    found = Position.objects.filter(
        workspace=scope.workspace, organization__key__in=keys, person__in=rows
    )
    found = found.select_related("organization", "person__organization")
    for row in found.order_by("-is_current", "-pk")[:LOOKED_AT]:
        name = row.organization.name if row.organization else ""
        words = _("You have both worked at %(name)s.") % {"name": name}
        yield row.person, Reason(WARMTH, 35, words)


def _close(rows: QuerySet[Person]) -> Spoken:
    for person in _latest(rows.filter(source__in=list(_CLOSE))):
        yield person, Reason(WARMTH, 30, _CLOSE[Source(person.source)]())


def _nearby(scope: Scope, rows: QuerySet[Person], wanted: Iterable[Target]) -> Spoken:
    places = [row.text for row in wanted if row.kind == Target.Kind.PLACE][:MOST_TARGETS]
    if scope.settings.me.city.strip():
        places.append(scope.settings.me.city.strip())
    if not places:
        return
    near = Q()
    for place in places:
        near |= Q(place__icontains=place)
    for person in rows.filter(near).order_by("-connected_on", "pk")[:LOOKED_AT]:
        yield person, Reason(FIT, 20, _("In %(place)s.") % {"place": person.place})


def _written(scope: Scope, rows: QuerySet[Person], now: datetime) -> Spoken:
    """Who has written to me, or I to them, in the last years."""
    touches = Event.objects.filter(
        workspace=scope.workspace,
        kind__in=(EventKind.TOUCHED, EventKind.ANSWERED, EventKind.TALK_ENDED),
        at__gt=now - timedelta(days=WRITTEN_DAYS),
        at__lte=now,
    )
    latest = touches.order_by("-at").values_list("person", flat=True)[: LOOKED_AT * 8]
    found = dict(
        touches.filter(person__in=list(dict.fromkeys(latest))[:LOOKED_AT])
        .order_by()
        .values_list("person")
        .annotate(last=Max("at"))
    )
    for person in rows.filter(pk__in=found) if found else ():
        month = date_format(found[person.pk], "F Y")
        words = _("You were in touch, last in %(month)s.") % {"month": month}
        yield person, Reason(WARMTH, 25, words)
