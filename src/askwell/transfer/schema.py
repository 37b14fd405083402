"""What leaves with an export, and in which order it comes back.

An export has a schema number of its own. A change of a model that an older file does not fit
raises :data:`SCHEMA` and adds a function to :data:`UPGRADES`; a stored export of every release
stays in the tests.
"""

from collections.abc import Callable
from functools import lru_cache

from django.apps import apps

from askwell.plumbing.rows import Row, depth
from askwell.workspaces.models import Owned

SCHEMA = 1
UPGRADES: dict[int, Callable[[Row], Row | None]] = {}
"""From schema n to n + 1: a row as this version writes it, or None when it is no longer kept."""

DERIVED = {
    "people.standing": "derived from the journal",
    "people.likeness": "derived by comparing everybody",
    "people.searchentry": "derived from what can be found",
    "transfer.transferjob": "state of work on this server",
    "workspaces.user": "an account of this server",
    "workspaces.membership": "who may open it on this server",
    "workspaces.signinkey": "a way in to this server",
    "workspaces.workspace": "its name and settings are in the manifest",
    "workspaces.auditentry": "what was done on this server",
}


@lru_cache(maxsize=1)
def exported() -> tuple[type[Owned], ...]:
    """The models whose rows are exported, those that others point to first."""
    ours = [model for model in apps.get_models() if issubclass(model, Owned)]
    kept = [model for model in ours if model._meta.label_lower not in DERIVED]
    return tuple(sorted(kept, key=lambda model: (depth(model), model._meta.label_lower)))


def upgraded(row: Row, schema: int) -> Row | None:
    """A row of an older export as this version would have written it."""
    current: Row | None = row
    for number in range(schema, SCHEMA):
        current = current and UPGRADES[number](current)
    return current
