"""Wall-clock times as somebody typed them, in the time zone they meant."""

from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext as _

from askwell.plumbing.distance import day_words
from askwell.plumbing.errors import Refusal

_NOT_PLACES = ("Etc/", "SystemV/", "US/", "posix/", "right/")


class NoSuchTime(Refusal):
    """The clocks of that zone never show this time on that day."""


def moment(day: date, at: time, zone: str) -> datetime:
    """The moment, in UTC, at which the clocks of `zone` show this time on this day.

    A time that happens twice (clocks set back) means the first one. Raises NoSuchTime for a time
    that is skipped when clocks are set forward: guessing would be an hour wrong for somebody.
    """
    place = ZoneInfo(zone)
    wanted = datetime.combine(day, at.replace(second=0, microsecond=0, tzinfo=None))
    found = wanted.replace(tzinfo=place).astimezone(UTC)
    if found.astimezone(place).replace(tzinfo=None) != wanted:
        raise NoSuchTime(
            _(
                "On %(day)s the clocks in %(zone)s are set forward and never show %(time)s. "
                "Everything you typed is still here; choose a time a little earlier or later."
            )
            % {"day": day_words(day, day), "zone": zone.replace("_", " "), "time": f"{at:%H:%M}"}
        )
    return found


@cache
def zone_names() -> tuple[str, ...]:
    """Every zone named after a place, and UTC, sorted."""
    places = {n for n in available_timezones() if "/" in n and not n.startswith(_NOT_PLACES)}
    return (*sorted(places), "UTC")


@cache
def zone_choices() -> tuple[tuple[str, str], ...]:
    """The same for a select: value and label."""
    return tuple((name, name.replace("_", " ")) for name in zone_names())


def local(at: datetime, zone: str) -> datetime:
    """The same moment as the clocks of `zone` show it."""
    return at.astimezone(ZoneInfo(zone))


def show_same(at: datetime, one: str, other: str) -> bool:
    """Whether the clocks of both zones show the same at this moment."""
    return local(at, one).utcoffset() == local(at, other).utcoffset()
