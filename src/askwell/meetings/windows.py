"""Times worth offering: soon but not tomorrow, by day for both sides, on different days."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from askwell.coach.cadence import CadenceSettings, Days

HOW_MANY = 3
SOONEST = 2  # working days from now
LOOK_AHEAD = 15
HOURS = (10, 14, 16, 11, 9, 15, 17, 13, 12, 18, 8)  # liked best first, by my clock
THEIR_DAY = range(8, 19)


def suggest(
    settings: CadenceSettings,
    *,
    theirs: str,
    now: datetime,
    is_taken: Callable[[datetime], bool],
) -> list[datetime]:
    """Up to three moments on different working days, in the daytime of both zones, in UTC."""
    found: list[datetime] = []
    for day in _days(settings, now):
        hours = HOURS[len(found) :] + HOURS[: len(found)]
        moments = (_moment(day, hour, settings.zone) for hour in hours)
        free = _first(m for m in moments if _by_day(m, theirs) and not is_taken(m))
        if free is not None:
            found.append(free)
        if len(found) == HOW_MANY:
            break
    return found


def _days(settings: CadenceSettings, now: datetime) -> Iterable[datetime]:
    days = Days(settings)
    first = days.working(now, SOONEST)
    ahead = (first + timedelta(days=number) for number in range(LOOK_AHEAD))
    return (day for day in ahead if days.works(day))


def _moment(day: datetime, hour: int, zone: str) -> datetime:
    return datetime.combine(day.date(), time(hour), ZoneInfo(zone)).astimezone(UTC)


def _by_day(moment: datetime, zone: str) -> bool:
    return moment.astimezone(ZoneInfo(zone)).hour in THEIR_DAY


def _first(moments: Iterable[datetime]) -> datetime | None:
    return next(iter(moments), None)
