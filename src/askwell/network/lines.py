"""Reads the short lines of "before I forget": a promise with its day, a name with what is known."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

_AFTER_NAME = re.compile(r"\s*(?:[,;:(|]|\s[–—-]\s|\s(?:at|from|@)\s)\s*", re.IGNORECASE)
_ISO = re.compile(r"[\s(]*(\d{4})-(\d{2})-(\d{2})\)?\W*$")


@dataclass(frozen=True)
class Named:
    """Somebody named in a talk: the name, and the rest of the line as it was typed."""

    name: str
    about: str


def filled(text: str) -> list[str]:
    """The lines that hold something, without bullets."""
    lines = (line.strip().lstrip("-–*•").strip() for line in text.splitlines())
    return [line for line in lines if line]


def read_name(line: str) -> Named:
    """ "Ken Sato, data editor at Northwind" → the name up to the first comma, dash or bracket."""
    name, *rest = _AFTER_NAME.split(line.strip(), maxsplit=1)
    return Named(" ".join(name.split()), rest[0].rstrip(") ") if rest else "")


def read_day(line: str, today: date) -> tuple[str, date | None]:
    """Split a day off the end of a promise: "send it by Friday", "… tomorrow", "… 2026-05-04".

    Weekday names are those of the language in use; "Friday" is the next one after `today`. The
    words stay as they were typed when no day is found.
    """
    found = _ISO.search(line)
    if found:
        try:
            day = date(*map(int, found.groups()))
        except ValueError:
            return line, None
        return _without(line[: found.start()]), day
    words = line.rstrip(" .!").split()
    last = words[-1].casefold() if words else ""
    days = _day_words(today)
    if last not in days or len(words) < 2:
        return line, None
    return _without(" ".join(words[:-1])), days[last]


def _without(text: str) -> str:
    """The promise without the little word that led to the day."""
    words = text.rstrip(" ,–-(").split()
    little = {_("by").casefold(), _("on").casefold(), _("until").casefold()}
    if len(words) > 1 and words[-1].casefold() in little:
        words.pop()
    return " ".join(words)


def _day_words(today: date) -> dict[str, date]:
    days = {_("tomorrow").casefold(): today + timedelta(days=1), _("today").casefold(): today}
    for names in (WEEKDAYS_ABBR, WEEKDAYS):
        for number, name in names.items():
            ahead = (number - today.weekday() - 1) % 7 + 1
            days[str(name).casefold()] = today + timedelta(days=ahead)
    return days
