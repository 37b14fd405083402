"""Settings of a workspace: one JSON column, read through frozen dataclasses with defaults."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from askwell.coach.cadence import CadenceSettings


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


@dataclass(frozen=True)
class Settings:
    """Everything a person can set. Unknown keys in the column are kept by :func:`merge`."""

    me: Me = field(default_factory=Me)
    cadence: CadenceSettings = field(default_factory=CadenceSettings)
    language: str = ""
    theme: str = ""
    note_limit: int = 200
    weekly_minutes: int = 180
    current_exploration: str = ""
    break_until: str = ""
    last_seen: str = ""
    linkedin_asked_on: str = ""

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Settings":
        """Build from the column; what is missing or of another shape falls back to the default."""
        known = {f.name for f in fields(cls)} - {"me", "cadence"}
        base = cls(me=_dataclass(Me, stored.get("me")), cadence=_cadence(stored.get("cadence")))
        plain = {k: v for k, v in stored.items() if k in known}
        return replace(base, **plain)

    def dump(self) -> dict[str, Any]:
        """Write back as JSON-ready values."""
        stored = asdict(self)
        stored["cadence"]["working_days"] = list(self.cadence.working_days)
        return stored


def _dataclass(kind: type[Me], stored: Any) -> Me:
    if not isinstance(stored, Mapping):
        return kind()
    known = {f.name for f in fields(kind)}
    return kind(**{k: str(v) for k, v in stored.items() if k in known})


def _cadence(stored: Any) -> CadenceSettings:
    if not isinstance(stored, Mapping):
        return CadenceSettings()
    known = {f.name for f in fields(CadenceSettings)}
    values = {k: v for k, v in stored.items() if k in known}
    if "working_days" in values:
        values["working_days"] = tuple(values["working_days"])
    return CadenceSettings(**values)
