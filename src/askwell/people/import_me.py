"""What a file says about myself: gaps of "Me and settings" are filled, nothing is overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy

from askwell.people.formats import MeRecord
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings
from askwell.workspaces.settings import Me, OwnPath

_MOST = 500
WORDS: dict[str, Any] = {
    "name": gettext_lazy("name"),
    "email": gettext_lazy("e-mail address"),
    "phone": gettext_lazy("telephone"),
    "link": gettext_lazy("web page"),
    "city": gettext_lazy("town"),
    "school": gettext_lazy("school"),
    "headline": gettext_lazy("headline"),
    "jobs": gettext_lazy("jobs"),
    "schools": gettext_lazy("schools"),
    "skills": gettext_lazy("skills"),
    "follows": gettext_lazy("companies you follow"),
}


def introduce(scope: Scope, me: MeRecord) -> dict[str, Any]:
    """Fill what settings do not know about me yet; returns what was filled in, for the page and undo."""
    known = scope.settings
    found = {"me": _me(me), "path": _path(me)}
    filled = {
        part: {k: v for k, v in values.items() if v and not getattr(getattr(known, part), k)}
        for part, values in found.items()
    }
    changes: dict[str, Any] = {}
    if filled["me"]:
        changes["me"] = replace(known.me, **filled["me"])
    if filled["path"]:
        changes["path"] = replace(known.path, **filled["path"])
    if changes:
        change_settings(scope, **changes)
    return {part: values for part, values in filled.items() if values}


def forget_introduction(scope: Scope, filled: dict[str, Any]) -> list[str]:
    """Take back what an import filled in about me; returns the names of what I have changed since."""
    known = scope.settings
    parts: dict[str, tuple[Me | OwnPath, Me | OwnPath]] = {
        "me": (known.me, Me()),
        "path": (known.path, OwnPath()),
    }
    changes: dict[str, Any] = {}
    kept: list[str] = []
    for part, (now, empty) in parts.items():
        told = {name: _frozen(value) for name, value in filled.get(part, {}).items()}
        same = {name for name, value in told.items() if getattr(now, name) == value}
        kept += sorted(told.keys() - same)
        if same:
            changes[part] = replace(now, **{name: getattr(empty, name) for name in same})
    if changes:
        change_settings(scope, **changes)
    return kept


def filled_in(filled: Mapping[str, Iterable[str]]) -> list[str]:
    """What was filled in about me, in words."""
    return [str(WORDS[name]) for part in filled.values() for name in part if name in WORDS]


def _me(me: MeRecord) -> dict[str, str]:
    return {
        "name": f"{me.given} {me.family}".strip(),
        "email": next(iter(me.emails), ""),
        "phone": next(iter(me.phones), ""),
        "link": next(iter(me.links), ""),
        "city": me.location,
        "school": me.education[0].school if me.education else "",
    }


def _path(me: MeRecord) -> dict[str, Any]:
    jobs = [(job.organization, job.title, job.started, job.finished) for job in me.positions]
    schools = [(one.school, one.degree, one.started, one.finished) for one in me.education]
    return {
        "headline": me.headline,
        "jobs": tuple(jobs[:_MOST]),
        "schools": tuple(schools[:_MOST]),
        "skills": me.skills[:_MOST],
        "follows": me.follows[:_MOST],
    }


def _frozen(value: Any) -> Any:
    """JSON has no tuples."""
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value
