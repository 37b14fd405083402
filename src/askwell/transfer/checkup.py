"""Looks at every notebook for things that should not be: what ``askwell doctor`` says."""

from datetime import datetime

from askwell.people import journal
from askwell.workspaces import selectors


def findings(*, now: datetime) -> list[str]:
    """One sentence for each thing that is wrong.

    What stands in the table of next steps must be what the journal gives when read from the start.
    """
    found = []
    for scope in selectors.every_scope():
        found += [
            f"Notebook {scope.workspace.uid}: {line}" for line in journal.differences(scope, now)
        ]
    return found


def mend(*, now: datetime) -> int:
    """Rebuild every next step from the journal; returns how many."""
    return sum(journal.rebuild_all(scope, now) for scope in selectors.every_scope())
