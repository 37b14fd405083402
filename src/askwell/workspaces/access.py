"""Who is asking, and for which notebook: the first argument of every selector and operation."""

from dataclasses import dataclass

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from askwell.workspaces.models import User, Workspace
from askwell.workspaces.settings import Settings


@dataclass(frozen=True)
class Scope:
    """A workspace and the person who acts in it. Selectors read nothing outside `workspace`."""

    workspace: Workspace
    actor: User

    @property
    def settings(self) -> Settings:
        """The workspace's settings, with defaults filled in."""
        return Settings.read(self.workspace.settings)


class ScopedRequest(HttpRequest):
    """What a view gets: a request that knows its scope (only a type; the middleware attaches it)."""

    scope: Scope
    htmx: HtmxDetails
