"""One row of every kind in a notebook, made from the models themselves: a new kind joins by itself."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models

from askwell.workspaces.models import Owned, User, Workspace

THEN = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
MARK = "Quetzalwort"

# Where the plain value would break a rule of the database or a shape that a page reads.
CHOSEN: dict[str, Any] = {
    "workspaces.trash.rows": {"rows": [], "loosened": []},
    "workspaces.trash.expires_at": THEN + timedelta(days=365 * 50),
    "people.event.kind": "chosen",
    "people.event.exploration": None,
    "people.event.data": {},
    "people.person.merged_into": None,
    "people.person.zone": "Europe/Lisbon",
    "people.organization.merged_into": None,
    "people.mergechange.model": "people.person",
    "meetings.conversation.zone": "Europe/Lisbon",
    "meetings.proposal.zone": "Europe/Lisbon",
    "explorations.exploration.closed_at": None,
    "outreach.approach.closed_at": None,
    "learn.roleplay.character": "generous",
}


def owned() -> list[type[Owned]]:
    """Every kind of row that belongs to a notebook."""
    return [model for model in apps.get_models() if issubclass(model, Owned)]


def fill(workspace: Workspace, actor: User, mark: str = MARK) -> dict[str, Owned]:
    """Make one row of each kind, every text of it holding ``mark``; returns them by model label."""
    made: dict[str, Any] = {}

    def make(model: type[Owned]) -> Any:
        label = model._meta.label_lower
        if label not in made:
            values = {f.name: value(f) for f in fields(model)}
            made[label] = model._base_manager.create(workspace=workspace, **values)
        return made[label]

    def value(field: models.Field[Any, Any]) -> Any:
        name = f"{field.model._meta.label_lower}.{field.name}"
        if name in CHOSEN:
            return CHOSEN[name]
        if isinstance(field, models.ForeignKey):
            return _related(field, actor, make)
        return plain(field, mark)

    for model in owned():
        make(model)
    return made


def _related(field: models.ForeignKey[Any, Any], actor: User, make: Any) -> Any:
    target = field.related_model
    if target is User:
        return actor
    return None if target is field.model else make(target)


def fields(model: type[models.Model]) -> list[Any]:
    """The columns a row is made with."""
    left_out = {"id", "workspace", "uid"}
    return [f for f in model._meta.concrete_fields if f.name not in left_out]


def plain(field: models.Field[Any, Any], mark: str) -> Any:
    """A plausible value for one column."""
    if field.choices:
        return next(iter(field.flatchoices))[0]
    if isinstance(field, models.JSONField):
        return field.get_default() if field.has_default() else {}
    if isinstance(field, models.DateTimeField):
        return THEN + timedelta(minutes=30) if field.name.startswith("end") else THEN
    if isinstance(field, models.DateField):
        return date(2026, 5, 4)
    if isinstance(field, models.CharField | models.TextField):
        limit = field.max_length or 100
        return f"{mark} {field.name}"[:limit] if limit >= len(mark) else ""
    if isinstance(field, models.UUIDField) and field.null:
        return None
    return field.get_default() if field.has_default() else 1
