"""Staying in touch with people I have met: who is due, gently, and what to share with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max, Min, Q, QuerySet

from askwell.coach.cadence import EventKind, StepKind
from askwell.explorations.models import Exploration
from askwell.network.models import Share
from askwell.people import journal
from askwell.people.models import Event, Person, Standing
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url

LOOKED_AT = 50
"""How many that are due are looked at to find those of this week."""

USUAL = (0, 30, 60, 90, 180, 365)
"""The rhythms offered, in days."""

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    """Somebody met: their rhythm in days (0 = resting), the last touch and when the next is due."""

    person: Person
    rhythm: int
    last_touch: datetime | None
    due_at: datetime | None

    @property
    def usual(self) -> bool:
        """Whether the list of rhythms has this one."""
        return self.rhythm in USUAL


def met(scope: Scope, find: str = "") -> QuerySet[Person]:
    """People I have met, whoever is due soonest first; `due` and `touched` are annotated."""
    mine = Q(standings__met=True)
    touch = Q(standings__step=StepKind.TOUCH)
    rows = Person.objects.filter(workspace=scope.workspace, merged_into=None).filter(mine)
    if find.strip():
        rows = rows.filter(name__icontains=find.strip())
    rows = rows.annotate(
        due=Min("standings__due_at", filter=touch), touched=Max("standings__last_touch_at")
    )
    return rows.select_related("organization").order_by(
        F("due").asc(nulls_last=True), "sort_key", "pk"
    )


def with_rhythm(scope: Scope, rows: Iterable[Person]) -> list[Kept]:
    """The same people with their rhythm. One read."""
    people = list(rows)
    events = Event.objects.filter(
        workspace=scope.workspace, person__in=people, kind=EventKind.RHYTHM_SET
    )
    days: dict[int, int] = {}
    for person, data in events.order_by("at", "recorded_at", "pk").values_list("person", "data"):
        days[person] = int(data.get("days", 0))
    usual = scope.settings.cadence.rhythm_days
    return [
        Kept(
            person,
            days.get(person.pk, usual),
            getattr(person, "touched", None),
            getattr(person, "due", None),
        )
        for person in people
    ]


def this_week(scope: Scope, now: datetime) -> list[Standing]:
    """At most so many people to say hello to as the settings have it; fewer when some were written to this week already."""
    done = Event.objects.filter(
        workspace=scope.workspace, kind=EventKind.TOUCHED, at__gt=now - 7 * DAY
    )
    left = scope.settings.cadence.touches_a_week - done.values("person").distinct().count()
    if left <= 0:
        return []
    due = Standing.objects.filter(
        workspace=scope.workspace, step=StepKind.TOUCH, due_at__lte=now
    ).select_related("person__organization", "exploration")
    once: dict[int, Standing] = {}
    for row in due.order_by("due_at", "pk")[:LOOKED_AT]:
        once.setdefault(row.person_id, row)
    return list(once.values())[:left]


def track_of(scope: Scope, person: Person) -> Exploration | None:
    """The question under which somebody was met last; touches are written there, so that staying
    in touch with one person is one step."""
    rows = Standing.objects.filter(workspace=scope.workspace, person=person, met=True)
    found = rows.select_related("exploration").order_by("-last_touch_at").first()
    return found.exploration if found else None


@transaction.atomic
def set_rhythm(scope: Scope, *, person: Person, days: int, now: datetime) -> None:
    """How often I would like to write, in days; 0 lets it rest. The same again changes nothing."""
    if with_rhythm(scope, [person])[0].rhythm == days:
        return
    journal.record(
        scope,
        person=person,
        exploration=track_of(scope, person),
        kind=EventKind.RHYTHM_SET,
        at=now,
        now=now,
        data={"days": days},
    )


@transaction.atomic
def touched(scope: Scope, *, person: Person, now: datetime) -> None:
    """We wrote or spoke: the rhythm begins anew. A second click within a minute is the same one."""
    rows = Event.objects.filter(workspace=scope.workspace, person=person, kind=EventKind.TOUCHED)
    if rows.filter(at__gt=now - timedelta(minutes=1)).exists():
        return
    journal.record(
        scope,
        person=person,
        exploration=track_of(scope, person),
        kind=EventKind.TOUCHED,
        at=now,
        now=now,
    )


@transaction.atomic
def add_share(scope: Scope, *, uid: UUID, text: str, url: str, now: datetime) -> Share:
    """Something worth sharing; the same `uid` twice is one."""
    row, _made = Share.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={"text": text[:300], "url": url[:800], "created_at": now},
    )
    return row


@transaction.atomic
def change_share(scope: Scope, *, share: Share, text: str, url: str) -> Share:
    """Say it better."""
    share.text, share.url = text[:300], url[:800]
    share.save(update_fields=["text", "url"])
    return share


@transaction.atomic
def drop_share(scope: Scope, *, share: Share, now: datetime) -> str:
    """Throw it away; returns the address that undoes it."""
    rows = Share.objects.filter(workspace=scope.workspace, pk=share.pk)
    return undo_url(throw_away(scope, rows=rows, kind="share", label=share.text, now=now))
