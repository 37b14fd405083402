"""The door to workspaces: which one somebody is in, and which they may open."""

from collections.abc import Iterator

from django.db.models import QuerySet

from askwell.plumbing.errors import NotFound
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Membership, Trash, User, Workspace


def workspaces_of(user: User) -> QuerySet[Workspace]:
    """Every workspace this person may open, own ones before the sample, oldest first."""
    return Workspace.objects.filter(membership__user=user).order_by("is_sample", "pk")


def scope_for(user: User, uid: str | None = None) -> Scope:
    """The scope of this person in the workspace named, or in their first one.

    Raises NotFound when there is none, or the named one is not theirs.
    """
    found = workspaces_of(user)
    if uid:
        found = found.filter(uid=uid)
    workspace = found.first()
    if workspace is None:
        raise NotFound
    return Scope(workspace, user)


def scope_by_uid(workspace: str, actor: str) -> Scope:
    """The scope a job was queued with. Raises NotFound when that membership ended since."""
    user = User.objects.filter(uid=actor).first()
    if user is None:
        raise NotFound
    return scope_for(user, workspace)


def every_scope() -> Iterator[Scope]:
    """Every workspace of this server, each as its first member sees it; for upkeep, not for pages."""
    memberships = Membership.objects.select_related("workspace", "user").order_by("workspace", "pk")
    seen: set[int] = set()
    for membership in memberships:
        if membership.workspace_id not in seen:
            seen.add(membership.workspace_id)
            yield Scope(membership.workspace, membership.user)


def trash(scope: Scope) -> QuerySet[Trash]:
    """What was deleted in the last thirty days, newest first."""
    return Trash.objects.filter(workspace=scope.workspace).order_by("-deleted_at")
