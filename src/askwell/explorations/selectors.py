"""Reads of career questions."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from askwell.explorations.models import Confidence, Exploration, Hypothesis, Target
from askwell.plumbing.errors import NotFound
from askwell.plumbing.ids import uid_in
from askwell.workspaces.access import Scope


def explorations(scope: Scope) -> QuerySet[Exploration]:
    """Every question of the notebook: open ones first, then the newest."""
    rows = Exploration.objects.filter(workspace=scope.workspace)
    return rows.order_by("closed_at", "-opened_at")


def open_explorations(scope: Scope) -> QuerySet[Exploration]:
    """Questions that have no answer yet, newest first."""
    rows = Exploration.objects.filter(workspace=scope.workspace, closed_at=None)
    return rows.order_by("-opened_at", "-pk")


def get_exploration(scope: Scope, uid: UUID | str) -> Exploration:
    """One question. Raises NotFound when it is not in this notebook."""
    known = uid_in(str(uid))
    rows = Exploration.objects.filter(workspace=scope.workspace)
    found = rows.filter(uid=known).first() if known else None
    if found is None:
        raise NotFound
    return found


def current(scope: Scope) -> Exploration | None:
    """The question that is being worked on: the one chosen, else the newest open one."""
    return chosen(scope, open_explorations(scope)[:50])


def chosen(scope: Scope, rows: Iterable[Exploration]) -> Exploration | None:
    """Of some open questions, the one that is being worked on."""
    found, uid = list(rows), scope.settings.current_exploration
    return next((row for row in found if str(row.uid) == uid), found[0] if found else None)


def hypotheses(scope: Scope, exploration: Exploration) -> QuerySet[Hypothesis]:
    """What I believe so far, in my order."""
    return Hypothesis.objects.filter(workspace=scope.workspace, exploration=exploration)


def targets(scope: Scope, exploration: Exploration) -> QuerySet[Target]:
    """Roles, organizations and places the question is about."""
    return Target.objects.filter(workspace=scope.workspace, exploration=exploration).order_by(
        "kind", "pk"
    )


def confidences(scope: Scope, exploration: Exploration) -> QuerySet[Confidence]:
    """How sure I was, oldest first."""
    return Confidence.objects.filter(workspace=scope.workspace, exploration=exploration)


def get_hypothesis(scope: Scope, uid: UUID | str) -> Hypothesis:
    """One belief with its question. Raises NotFound when it is not in this notebook."""
    rows = Hypothesis.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.select_related("exploration").first()
    if found is None:
        raise NotFound
    return found
