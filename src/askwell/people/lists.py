"""The list of people: everybody, narrowed by filters, or found by words. Bounded, in few reads."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.timezone import localtime

from askwell.people import search
from askwell.people.models import (
    ContactPoint,
    Education,
    Organization,
    Person,
    Position,
    Standing,
)
from askwell.people.query import (
    IN_PLAY,
    KNOWN,
    LATE,
    MET,
    NOT_MET,
    THIS_WEEK,
    Query,
    source_code,
)
from askwell.people.selectors import people
from askwell.people.tokens import holds, tokens, typed
from askwell.workspaces.access import Scope

FOUND = 60
_FEW = 500
"""So many people are looked through one by one; more are found by the index first."""
_SEARCHED = 2000
_PLACES = 300


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means everybody. `met` is "yes", "no" or empty."""

    stage: str = ""
    source: str = ""
    met: str = ""
    organization: Organization | None = None
    employer: str = ""
    due: str = ""
    label: str = ""
    place: str = ""
    role: str = ""
    school: str = ""

    def __bool__(self) -> bool:
        return self != Filters()


def filters_of(query: Query, base: Filters | None = None) -> Filters:
    """The filters written as words, beside those chosen on the page."""
    found = base or Filters()
    for name, value in query.filters:
        if name == "stage":
            found = _staged(found, value.casefold())
        elif name == "org":
            found = replace(found, employer=value)
        elif name != "kind":
            changed: dict[str, Any] = {name: value.casefold() if name == "due" else value}
            found = replace(found, **changed)
    return found


def _staged(found: Filters, word: str) -> Filters:
    if word in (MET, NOT_MET):
        return replace(found, met="yes" if word == MET else "no")
    return replace(found, stage=word)


_LINE = (
    "uid", "name", "sort_key", "role", "source", "happy_to_talk", "organization__uid",
    "organization__name",
)  # fmt: skip
_STANDING = ("person", "stage", "step", "last_touch_at")


def listed(scope: Scope, filters: Filters, now: datetime | None = None) -> QuerySet[Person]:
    """The list of people, with what one line shows, in two statements."""
    stories = Prefetch("standings", Standing.objects.only(*_STANDING).order_by("due_at"))
    rows = narrowed(scope, filters, now).only(*_LINE)
    return rows.select_related("organization").prefetch_related(stories)


def narrowed(scope: Scope, filters: Filters, now: datetime | None = None) -> QuerySet[Person]:
    """Everybody whom the filters leave; `now` is what `due` is measured by."""
    rows = _known_by(people(scope), filters)
    if filters.organization:
        rows = rows.filter(organization=filters.organization)
    if filters.employer:
        rows = rows.filter(organization__in=_employers(scope, filters.employer))
    if filters.school:
        schools = Education.objects.filter(workspace=scope.workspace)
        schools = schools.filter(_alike("school", filters.school))
        rows = rows.filter(pk__in=schools.values("person"))
    stands = Standing.objects.filter(workspace=scope.workspace)
    if filters.met:
        met = stands.filter(met=True).values("person")
        rows = rows.filter(pk__in=met) if filters.met == "yes" else rows.exclude(pk__in=met)
    if filters.due and now:
        rows = rows.filter(pk__in=_due(stands, filters.due, now).values("person"))
    if filters.stage == KNOWN:
        return rows.filter(~Exists(stands.filter(person=OuterRef("pk"))))
    if filters.stage == IN_PLAY:
        return rows.filter(pk__in=stands.exclude(step="").values("person"))
    if filters.stage:
        return rows.filter(pk__in=stands.filter(stage=filters.stage).values("person"))
    return rows


def _known_by(rows: QuerySet[Person], filters: Filters) -> QuerySet[Person]:
    if filters.source:
        code = source_code(filters.source)
        known = Q(source=code) if code else Q(source_detail__icontains=filters.source)
        rows = rows.filter(known)
    if filters.label:
        rows = rows.filter(_alike("labels", filters.label, in_json=True))
    if filters.place:
        rows = rows.filter(_alike("place", filters.place))
    if filters.role:
        rows = rows.filter(_alike("role", filters.role) | _alike("headline", filters.role))
    return rows


def _alike(column: str, value: str, *, in_json: bool = False) -> Q:
    """Whether a column holds this, in any case; SQLite by itself knows only the case of a–z."""
    spelled = {value} if value.isascii() else {value, value.lower(), value.upper(), value.title()}
    if in_json:  # SQLite keeps other letters escaped
        spelled |= {json.dumps(word)[1:-1] for word in spelled}
    wanted = Q()
    for word in spelled:
        wanted |= Q(**{f"{column}__icontains": word})
    return wanted


def _employers(scope: Scope, name: str) -> list[int]:
    uids = search.uids(scope, name, _PLACES, kind="organization")
    rows = Organization.objects.filter(workspace=scope.workspace, uid__in=uids)
    return list(rows.values_list("pk", flat=True))


def _due(stands: QuerySet[Standing], word: str, now: datetime) -> QuerySet[Standing]:
    """Whose next step is due by then; what is late already counts as due today and this week."""
    rows = stands.exclude(step="")
    if word == LATE:
        return rows.filter(due_at__lt=now)
    local = localtime(now)
    days = 7 - local.weekday() if word == THIS_WEEK else 1
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return rows.filter(due_at__lt=midnight + timedelta(days=days))


def found(
    scope: Scope,
    filters: Filters,
    text: str,
    *,
    now: datetime | None = None,
    limit: int = FOUND,
) -> list[Person]:
    """People by name, work, address or label, best first; bounded."""
    uids = list(ordered(scope, filters, text, now=now, limit=limit))
    order = {uid: place for place, uid in enumerate(uids)}
    rows = listed(scope, Filters()).filter(uid__in=uids)
    return sorted(rows, key=lambda person: order[person.uid])


def ordered(
    scope: Scope, filters: Filters, text: str, *, now: datetime | None = None, limit: int = FOUND
) -> list[UUID]:
    """Numbers of people by words within filters, best first.

    Where the filters leave few, those few are looked through; else the newest the index finds are
    held against the filters.
    """
    if not filters:
        return search.uids(scope, text, limit, kind="person")
    left = narrowed(scope, filters, now)
    few = list(left.order_by().values_list("uid", flat=True)[: _FEW + 1])
    if len(few) <= _FEW:
        return search.among(scope, text, few, kind="person")[:limit]
    hits = search.uids(scope, text, _SEARCHED, kind="person")
    allowed = set(left.filter(uid__in=hits).values_list("uid", flat=True))
    return [uid for uid in hits if uid in allowed][:limit]


def anybody(scope: Scope) -> bool:
    """Is there anybody in the notebook yet?"""
    return people(scope).exists()


def staff(scope: Scope, organization: Organization) -> QuerySet[Person]:
    """Who works there, as far as I know."""
    return listed(scope, Filters(organization=organization))


def alumni(scope: Scope, organization: Organization) -> QuerySet[Position]:
    """Who worked there once."""
    rows = Position.objects.filter(workspace=scope.workspace, organization=organization)
    rows = rows.filter(is_current=False, person__merged_into=None)
    return rows.select_related("person").order_by("person__sort_key")[:100]


def students(scope: Scope, organization: Organization) -> QuerySet[Education]:
    """Who studied there."""
    rows = Education.objects.filter(workspace=scope.workspace, organization=organization)
    rows = rows.filter(person__merged_into=None)
    return rows.select_related("person").order_by("person__sort_key")[:100]


def organizations_like(scope: Scope, organization: Organization) -> list[Organization]:
    """Others that may be the same one: found under the same first word."""
    uids = search.uids(scope, organization.name.split()[0], 12, kind="organization")
    rows = Organization.objects.filter(workspace=scope.workspace, uid__in=uids, merged_into=None)
    return list(rows.exclude(pk=organization.pk).annotate(staff=Count("people"))[:10])


# --- a list for other programs ---


@dataclass(frozen=True)
class Brief:
    """One person in one line of data; `source_uid` is the vCard's UID, else the profile's address."""

    uid: str
    name: str
    emails: list[str]
    organization: str
    title: str
    source_uid: str


_CHUNK = 500
_WAYS = ("email", "vcard-uid", "link")


def briefs(
    scope: Scope, filters: Filters, text: str, *, now: datetime, limit: int
) -> Iterator[Brief]:
    """People found, or everybody by name; without models, three statements for five hundred."""
    rows = people(scope)
    names = ("pk", "uid", "name", "organization__name", "role")
    if text:
        uids = ordered(scope, filters, text, now=now, limit=limit)
        order = {uid: place for place, uid in enumerate(uids)}
        table = list(rows.filter(uid__in=uids).values_list(*names))
        table.sort(key=lambda row: order[row[1]])
    else:
        rows = narrowed(scope, filters, now).order_by("sort_key", "pk")
        table = list(rows.values_list(*names)[:limit])
    for start in range(0, len(table), _CHUNK):
        chunk = table[start : start + _CHUNK]
        ways = _ways([row[0] for row in chunk])
        for key, uid, name, employer, role in chunk:
            known = ways.get(key, {})
            source = (known.get("vcard-uid") or known.get("link") or [""])[0]
            yield Brief(str(uid), name, known.get("email", []), employer or "", role, source)


def _ways(keys: list[int]) -> dict[int, dict[str, list[str]]]:
    found: dict[int, dict[str, list[str]]] = {}
    rows = ContactPoint.objects.filter(person__in=keys, kind__in=_WAYS)
    for key, kind, value in rows.order_by("-is_primary", "pk").values_list(
        "person", "kind", "value"
    ):
        found.setdefault(key, {}).setdefault(kind, []).append(value)
    return found


def ways_holding(scope: Scope, uids: Iterable[UUID], text: str) -> dict[UUID, tuple[str, str]]:
    """The address, number, link or label of each of these people that holds a word looked for."""
    wanted = typed(text)
    people = Person.objects.filter(workspace=scope.workspace, uid__in=list(uids))
    found: dict[UUID, tuple[str, str]] = {
        uid: ("", str(label))
        for uid, labels in people.values_list("uid", "labels")
        for label in labels
        if any(holds([word], tokens(str(label))) for word in wanted)
    }
    rows = ContactPoint.objects.filter(person__in=people).exclude(kind="vcard-uid")
    for uid, kind, value in rows.values_list("person__uid", "kind", "value"):
        if any(holds([word], tokens(value)) for word in wanted):
            found.setdefault(uid, (kind, value))
    return found
