"""Days and distances as a person says them: "Tue 3 Dec · in 2 days"."""

from datetime import date, datetime, tzinfo

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def day_words(day: date, today: date) -> str:
    """ "Tue 3 Dec", with the year only when it is another one."""
    weekday = date_format(day, "D")
    form = "j M" if day.year == today.year else "j M Y"
    return f"{weekday} {date_format(day, form)}"


def distance_words(day: date, today: date) -> str:
    """How far a day is from today, in days up to two weeks, then weeks, months and years."""
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    amount = _amount(abs(days))
    return (
        _("in %(amount)s") % {"amount": amount}
        if days > 0
        else _("%(amount)s ago") % {"amount": amount}
    )


def clock_words(moment: datetime, zone: tzinfo, their_zone: tzinfo | None, their: str) -> str:
    """The time here, and the time there when the other side's clock shows another one."""
    here = moment.astimezone(zone)
    words = time_format(here.time(), "H:i")
    if their_zone is None:
        return words
    there = moment.astimezone(their_zone)
    if there.utcoffset() == here.utcoffset():
        return words
    form = time_format(there.time(), "H:i")
    if there.date() != here.date():
        form = f"{date_format(there.date(), 'D')} {form}"
    return _("%(here)s (%(whose)s %(there)s)") % {"here": words, "whose": their, "there": form}


def minutes_words(amount: int) -> str:
    """A length in minutes as a person says it: "45 minutes", "1 h 10", "3 hours"."""
    hours, rest = divmod(int(amount), 60)
    if not hours:
        return ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest}
    if not rest:
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    return _("%(hours)d h %(minutes)02d") % {"hours": hours, "minutes": rest}


def local_day(moment: date | datetime) -> date:
    """The calendar day of a moment in the reader's zone."""
    if not isinstance(moment, datetime):
        return moment
    return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()


def _amount(days: int) -> str:
    if days < 14:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if days < 60:
        weeks = round(days / 7)
        return ngettext("%(n)d week", "%(n)d weeks", weeks) % {"n": weeks}
    if days < 700:
        months = round(days / 30.4)
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    years = round(days / 365.25)
    return ngettext("%(n)d year", "%(n)d years", years) % {"n": years}
