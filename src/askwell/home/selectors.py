"""What Today shows: a few things worth doing, waiting as a good state, the rest folded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Case, Q, QuerySet, When
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.coach.cadence import URGENT_STEPS, EventKind, StepKind
from askwell.explorations import selectors as explorations
from askwell.home.steps import Card, card
from askwell.outreach.selectors import sent_this_week
from askwell.people import selectors as people
from askwell.people.models import Event, Standing
from askwell.workspaces.access import Scope

FIRST = 3
HORIZON = timedelta(days=8)
AWAY = timedelta(days=14)
_URGENT = [kind.value for kind in URGENT_STEPS]
SHOWN = 60
"""Today never reads more rows than this; whoever has more due needs a rest, not a longer list."""

MINUTES = {
    EventKind.READ: 15,
    EventKind.LETTER_SENT: 20,
    EventKind.REMINDED: 4,
    EventKind.TIMES_PROPOSED: 5,
    EventKind.PREPARED: 30,
    EventKind.CONFIRMED: 3,
    EventKind.TALK_ENDED: 35,
    EventKind.RECALLED: 5,
    EventKind.THANKED: 12,
    EventKind.DEBRIEFED: 15,
    EventKind.TOUCHED: 8,
}
"""Rough minutes each kind costs, for "this week … of your … hours"; never measured on people."""


@dataclass(frozen=True)
class TodayPage:
    """Everything on Today, in reading order."""

    greeting: str
    first: list[Card]
    reminders: list[Card]
    folded: list[Card]
    waiting: int
    break_until: date | None
    away: bool
    minutes: int
    used_minutes: int
    weekly_minutes: int
    file_ready: bool

    @property
    def count(self) -> int:
        """How many things are shown first; a batch of reminders is one."""
        return len(self.first) + bool(self.reminders)


def has_begun(scope: Scope) -> bool:
    """Whether there is anything yet: a question, or anybody in play."""
    return explorations.explorations(scope).exists() or people.standings(scope).exists()


def in_play(scope: Scope) -> QuerySet[Standing]:
    """Everybody in play: one row per (person, question), soonest first."""
    return people.standings(scope).exclude(step="").order_by("due_at", "pk")


def cards(scope: Scope, now: datetime) -> list[Card]:
    """The next step of everybody in play, for `askwell today`."""
    settings = scope.settings
    return [card(row, now, settings) for row in in_play(scope)]


def today(scope: Scope, now: datetime) -> TodayPage:
    """What is worth doing now, for whom, by when, and why. A fixed number of queries, whatever is in play."""
    settings = scope.settings
    paused = _break(settings.break_until, now, settings.cadence.zone)
    rows = _due(scope, now, only_urgent=paused is not None)
    shown = [card(row, now, settings) for row in rows]
    away = _was_away(settings.last_seen, now)
    batched = StepKind.NUDGE if not away else None  # after a long time away each thing counts
    reminders = [c for c in shown if c.kind is batched]
    others = list(_one_per_person(c for c in shown if c.kind is not batched))
    room = FIRST - bool(reminders)
    cadence = settings.cadence
    letters = max(0, cadence.new_letters_a_week - sent_this_week(scope, now))
    first, folded = _gentle(others, room, letters=letters, touches=cadence.touches_a_week)
    return TodayPage(
        greeting=_greeting(now.astimezone(ZoneInfo(settings.cadence.zone))),
        first=first,
        reminders=reminders,
        folded=folded,
        waiting=in_play(scope).filter(waiting=True, due_at__gt=now).count(),
        break_until=paused,
        away=away,
        minutes=sum(c.minutes for c in first) + sum(c.minutes for c in reminders),
        used_minutes=_used(scope, now, settings.cadence.zone),
        weekly_minutes=settings.weekly_minutes,
        file_ready=_file_ready(scope, now),
    )


def _due(scope: Scope, now: datetime, *, only_urgent: bool) -> list[Standing]:
    rows = in_play(scope).filter(Q(shown_from=None) | Q(shown_from__lte=now))
    rows = rows.filter(Q(waiting=False, due_at__lte=now + HORIZON) | Q(due_at__lte=now))
    if only_urgent:
        rows = rows.filter(step__in=_URGENT)
    urgent = Case(When(step__in=_URGENT, then=0), default=1)
    return list(rows.order_by(urgent, "due_at", "pk")[:SHOWN])


def _one_per_person(found: Iterable[Card]) -> Iterable[Card]:
    """Somebody who stands under two questions still gets one card for the same step."""
    seen: set[tuple[object, object]] = set()
    for item in found:
        if (item.person_uid, item.kind) not in seen:
            seen.add((item.person_uid, item.kind))
            yield item


def _gentle(
    found: Sequence[Card], room: int, *, letters: int, touches: int
) -> tuple[list[Card], list[Card]]:
    """At most `room` first: talks and thanks, then by due time. Keeping in touch comes last and
    rarely; new letters beyond what the week has room for wait behind everything."""
    ordered = sorted(found, key=lambda c: (c.kind not in URGENT_STEPS, c.due_at))
    writing = [c for c in ordered if c.kind is StepKind.WRITE]
    hellos = [c for c in ordered if c.kind is StepKind.TOUCH]
    late = [*hellos[:touches], *writing[letters:]]
    behind = {id(c) for c in [*hellos, *writing[letters:]]}
    ordered = [*(c for c in ordered if id(c) not in behind), *late]
    return ordered[:room], ordered[room:]


def _file_ready(scope: Scope, now: datetime) -> bool:
    """LinkedIn was asked for the export a day ago or more, and no file has come in since.

    The archive takes up to a day; the link in LinkedIn's mail lives 72 hours (interop §1.1).
    """
    asked = scope.settings.linkedin_asked_on
    if not asked:
        return False
    since = datetime.combine(date.fromisoformat(asked), time(), UTC)
    ready = timedelta(days=1) <= now - since <= timedelta(days=5)
    return ready and not any(batch.created_at >= since for batch in people.batches(scope)[:1])


def _greeting(local: datetime) -> str:
    """The weekday and its part, as one would say it."""
    day = {"day": date_format(local, "l")}
    if local.hour < 5:
        return _("%(day)s, late at night") % day
    if local.hour < 12:
        return _("%(day)s morning") % day
    if local.hour < 18:
        return _("%(day)s afternoon") % day
    return _("%(day)s evening") % day


def _break(until: str, now: datetime, zone: str) -> date | None:
    if not until:
        return None
    day = date.fromisoformat(until)
    return day if now.astimezone(ZoneInfo(zone)).date() < day else None


def _was_away(last_seen: str, now: datetime) -> bool:
    return bool(last_seen) and now - datetime.fromisoformat(last_seen) >= AWAY


def _used(scope: Scope, now: datetime, zone: str) -> int:
    local = now.astimezone(ZoneInfo(zone))
    monday = (local - timedelta(days=local.weekday())).replace(hour=0, minute=0, second=0)
    kinds = Event.objects.filter(
        workspace=scope.workspace, kind__in=[k.value for k in MINUTES], at__gte=monday, at__lte=now
    ).values_list("kind", flat=True)
    return sum(MINUTES[EventKind(kind)] for kind in kinds)
