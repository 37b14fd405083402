"""Settings of a workspace: one JSON column, read through frozen dataclasses with defaults."""

from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from askwell.coach.cadence import CadenceSettings

MOST = 10_000
"""No number of the settings is larger: they are days, hours, minutes, characters."""


@dataclass(frozen=True)
class Me:
    """What letters may say about the one who writes: never required, never invented."""

    name: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    city: str = ""
    school: str = ""
    half_minute: str = ""
    signature: str = ""
    availability: str = ""
    languages: str = ""
    associations: str = ""


@dataclass(frozen=True)
class OwnPath:
    """My own way so far, as my profile tells it: what others may share with me.

    Jobs and schools are (organization, title, started, ended) and (school, degree, started, ended),
    with partial dates as given; an empty end is the present.
    """

    headline: str = ""
    jobs: tuple[tuple[str, ...], ...] = ()
    schools: tuple[tuple[str, ...], ...] = ()
    skills: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """How much each thing counts when people to ask are suggested: 0 not at all, 2 as usual, 4 a lot."""

    fit: int = 2
    warmth: int = 2
    news: int = 2
    answers: int = 2


@dataclass(frozen=True)
class Settings:
    """Everything a person can set. Keys of the column that are not known here stay in it."""

    me: Me = field(default_factory=Me)
    path: OwnPath = field(default_factory=OwnPath)
    cadence: CadenceSettings = field(default_factory=CadenceSettings)
    ranking: Ranking = field(default_factory=Ranking)
    theme: str = ""
    note_limit: int = 200
    weekly_minutes: int = 180
    current_exploration: str = ""
    break_until: str = ""
    last_seen: str = ""
    linkedin_asked_on: str = ""
    merge_exact: bool = False
    """Whether an import may make one of two who have the same e-mail address, profile or card."""
    tables: tuple[str, ...] = ()

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Settings":
        """Build from the column; what is missing or of another shape falls back to the default.

        The column may come out of an export that somebody has edited, and is read on every page.
        """
        return cls(
            me=Me(**_fitting(Me, stored.get("me"))),
            path=OwnPath(**_fitting(OwnPath, stored.get("path"))),
            cadence=CadenceSettings(**_fitting(CadenceSettings, stored.get("cadence"))),
            ranking=Ranking(**_fitting(Ranking, stored.get("ranking"))),
            **_fitting(cls, stored),
        )

    def dump(self) -> dict[str, Any]:
        """Write back as JSON-ready values."""
        stored = asdict(self)
        stored["cadence"]["working_days"] = list(self.cadence.working_days)
        return stored


def _fitting(
    kind: type[Me | OwnPath | CadenceSettings | Ranking | Settings], stored: Any
) -> dict[str, Any]:
    """The values that can stand in a field of this dataclass; everything else is left out."""
    if not isinstance(stored, Mapping):
        return {}
    plain = {f.name: f.default for f in fields(kind) if f.default is not MISSING}
    found = {name: _shaped(value, plain[name]) for name, value in stored.items() if name in plain}
    return {name: value for name, value in found.items() if _fits(name, value, plain[name])}


def _shaped(value: Any, usual: Any) -> Any:
    """JSON has no tuples."""
    if not isinstance(usual, tuple) or not isinstance(value, list | tuple):
        return value
    return tuple(tuple(one) if isinstance(one, list) else one for one in value)


def _fits(name: str, value: Any, usual: Any) -> bool:
    if type(value) is not type(usual):
        return False
    if name == "working_days":
        return all(day in range(7) for day in value)
    if name in _LISTS:
        return len(value) <= MOST and all(_LISTS[name](one) for one in value)
    if name in _MEANT:
        return _MEANT[name](value) if value else name != "zone"
    return not isinstance(value, int) or 0 <= value <= _MOST.get(name, MOST)


def _is_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _is_stretch(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 4 and all(map(_is_text, value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_MOST = {"evening_hour": 23}
_LISTS = {
    "jobs": _is_stretch,
    "schools": _is_stretch,
    "skills": _is_text,
    "follows": _is_text,
    "tables": _is_text,
}
_MEANT = {
    "zone": _is_zone,
    "break_until": _is_day,
    "linkedin_asked_on": _is_day,
    "last_seen": _is_moment,
}
"""Texts that are read as something else on every page."""
