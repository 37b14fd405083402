"""What the person page shows: one selector call per stage, in bounded queries."""

from datetime import datetime
from typing import Any

from askwell.home.steps import card
from askwell.people import selectors as people
from askwell.people.models import Person
from askwell.workspaces.access import Scope


def context(scope: Scope, person: Person, now: datetime) -> dict[str, Any]:
    """Everything about one person, for `home/person.html`."""
    settings = scope.settings
    rows = list(people.standings_of(scope, person))
    return {
        "person": person,
        "cards": [card(row, now, settings) for row in rows if row.step],
        "standings": rows,
    }
