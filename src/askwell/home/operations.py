"""Writes that join stages: Today's gentle buttons, undo, and the doors of the first page."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from askwell.coach.cadence import URGENT_STEPS, EventKind, StepKind
from askwell.explorations.models import Exploration
from askwell.home import selectors
from askwell.insights import operations as insights
from askwell.meetings import operations as meetings
from askwell.outreach import operations as outreach
from askwell.people import journal
from askwell.people.models import Person, Standing
from askwell.people.operations import carry_over, reindex
from askwell.workspaces import operations as workspaces
from askwell.workspaces.access import Scope

MORNING = time(4, 0)
PROMISE_RESTS = timedelta(days=14)
_KEPT = {StepKind.KEEP_PROMISE, StepKind.CHECK_OFFER}


@transaction.atomic
def snooze(scope: Scope, *, person: Person, exploration: Exploration | None, now: datetime) -> None:
    """ "Not today": the step comes back tomorrow morning, in the workspace's zone."""
    zone = ZoneInfo(scope.settings.cadence.zone)
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    _snooze(scope, person, exploration, datetime.combine(tomorrow, MORNING, zone), now)


def _snooze(
    scope: Scope, person: Person, exploration: Exploration | None, until: datetime, now: datetime
) -> None:
    journal.record(
        scope,
        person=person,
        exploration=exploration,
        kind=EventKind.SNOOZED,
        at=now,
        now=now,
        data={"until": until.isoformat()},
    )


@transaction.atomic
def rest_the_rest(scope: Scope, *, now: datetime) -> int:
    """Welcome back: keep the three that Today shows first and let the other due things rest.

    Talks to come stay; promises are somebody else's too and come back in two weeks. Returns how
    many were laid to rest.
    """
    journal.refresh(scope, now)
    page = selectors.today(scope, now)
    kept = {(c.person_uid, c.exploration_uid) for c in [*page.first, *page.reminders]}
    rows = selectors.in_play(scope).filter(due_at__lte=now + selectors.HORIZON)
    resting = [row for row in rows if _may_rest(row, kept, now)]
    for row in resting:
        _rest(scope, row, now)
    seen(scope, now=now)
    return len(resting)


def _may_rest(row: Standing, kept: set[Any], now: datetime) -> bool:
    key = (row.person.uid, row.exploration.uid if row.exploration else None)
    booked = row.step in {kind.value for kind in URGENT_STEPS - {StepKind.THANK}}
    still_waiting = row.waiting and row.due_at is not None and row.due_at > now
    return key not in kept and not booked and not still_waiting


def _rest(scope: Scope, row: Standing, now: datetime) -> None:
    if StepKind(row.step) in _KEPT:
        _snooze(scope, row.person, row.exploration, now + PROMISE_RESTS, now)
        return
    journal.record(
        scope,
        person=row.person,
        exploration=row.exploration,
        kind=EventKind.RESTED,
        at=now,
        now=now,
    )


def seen(scope: Scope, *, now: datetime) -> None:
    """Remember, at most once an hour, that somebody looked at Today."""
    last = scope.settings.last_seen
    if not last or now - datetime.fromisoformat(last) >= timedelta(hours=1):
        workspaces.change_settings(scope, last_seen=now.isoformat())


def take_break(scope: Scope, *, until: date | None) -> None:
    """Be left alone until that day, except for booked talks and thanks; None ends the break."""
    workspaces.change_settings(scope, break_until=until.isoformat() if until else "")


@transaction.atomic
def change_how(
    scope: Scope,
    *,
    now: datetime,
    zone: str,
    working_days: list[int],
    weekly_hours: Decimal,
    nudge_days: int,
    rhythm_days: int,
    waiting_limit: int,
    note_limit: int,
    theme: str,
    merge_exact: bool = False,
    **weights: int | None,
) -> None:
    """Change how Askwell behaves; everybody's standing is derived again by the new numbers.

    `weights` are those of `settings.Ranking`, what counts when people to ask are suggested; one that
    is not said stays.
    """
    cadence = replace(
        scope.settings.cadence,
        zone=zone,
        working_days=tuple(working_days),
        nudge_days=nudge_days,
        rhythm_days=rhythm_days,
        waiting_limit=waiting_limit,
    )
    chosen = {name: weight for name, weight in weights.items() if weight is not None}
    workspaces.change_settings(
        scope,
        cadence=cadence,
        weekly_minutes=int(weekly_hours * 60),
        note_limit=note_limit,
        theme=theme,
        merge_exact=merge_exact,
        ranking=replace(scope.settings.ranking, **chosen),
    )
    journal.rebuild_all(scope, now)


@transaction.atomic
def undo(scope: Scope, *, uid: UUID, now: datetime) -> None:
    """Take back what was thrown away, and derive again what hangs on it.

    Raises NotFound when it is not in the trash (any more).
    """
    bundle = workspaces.take_back(scope, uid=uid)
    people = {
        row["uid"] if row["_model"] == "people.person" else row.get("person")
        for row in bundle["rows"]
    }
    ids = Person.objects.filter(workspace=scope.workspace, uid__in=filter(None, people))
    keys = [person.pk for person in carry_over(scope, ids.select_related("merged_into"))]
    journal.rebuild(scope, keys, now)
    reindex(scope, keys)
    outreach.reindex(scope, keys)
    insights.reindex(scope, keys)
    talks = {
        row["uid"] if row["_model"] == "meetings.conversation" else row.get("conversation")
        for row in bundle["rows"]
    }
    meetings.reindex(scope, filter(None, talks))
