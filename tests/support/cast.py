"""The fixed cast: who may see what is tried with the same four people everywhere.

*Owner* and *team-mate* share a notebook; the *stranger* has one of her own on the same server;
*nobody* is not signed in.
"""

from dataclasses import dataclass

from django.test import Client

from askwell.workspaces.access import Scope
from askwell.workspaces.models import Membership, User, Workspace


@dataclass(frozen=True)
class Cast:
    """The people and notebooks of one test."""

    owner: User
    teammate: User
    stranger: User
    workspace: Workspace
    elsewhere: Workspace

    @property
    def scope(self) -> Scope:
        """What the owner may do in her notebook."""
        return Scope(workspace=self.workspace, actor=self.owner)

    @property
    def strange_scope(self) -> Scope:
        """What the stranger may do in hers."""
        return Scope(workspace=self.elsewhere, actor=self.stranger)


def assemble() -> Cast:
    """Make the cast in the database."""
    owner, teammate, stranger = (
        User.objects.create_user(email=f"{name}@askwell.example", password="a long enough word")
        for name in ("owner", "teammate", "stranger")
    )
    workspace = Workspace.objects.create(name="Notebook")
    elsewhere = Workspace.objects.create(name="Another notebook")
    for user, place in ((owner, workspace), (teammate, workspace), (stranger, elsewhere)):
        Membership.objects.create(user=user, workspace=place)
    return Cast(owner, teammate, stranger, workspace, elsewhere)


def signed_in(user: User) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
