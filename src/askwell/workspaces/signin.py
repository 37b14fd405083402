"""Getting in: the one seeker of local mode with one-time links, and accounts made by hand.

The one-time link exists so that a notebook on somebody's own computer needs no password and still
is not open to every page and program that can reach a port of this machine.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from askwell.plumbing.errors import Refusal
from askwell.workspaces.access import Scope
from askwell.workspaces.models import SignInKey, User
from askwell.workspaces.operations import create_workspace
from askwell.workspaces.selectors import scope_for

LOCAL_EMAIL = "me@localhost"
KEY_LASTS = timedelta(days=1)


@transaction.atomic
def local_user() -> User:
    """The one seeker of local mode, made with a notebook on first use."""
    user = User.objects.filter(email=LOCAL_EMAIL).first()
    if user is None:
        user = User.objects.create_user(email=LOCAL_EMAIL)
        create_workspace(owner=user)
    return user


@transaction.atomic
def sample_scope() -> tuple[Scope, bool]:
    """The local seeker in a notebook marked as invented, and whether it is new (still empty)."""
    scope = scope_for(local_user())
    fresh = not scope.workspace.is_sample
    if fresh:
        scope.workspace.is_sample = True
        scope.workspace.save(update_fields=["is_sample"])
    return scope, fresh


@transaction.atomic
def add_user(*, email: str) -> User:
    """Make an account with a notebook and no password yet.

    Raises :class:`Refusal` when there is one already, and Django's ``ValidationError`` when this
    is not an e-mail address.
    """
    validate_email(email)
    if User.objects.filter(email__iexact=email).exists():
        raise Refusal(_("There is already an account for %(email)s.") % {"email": email})
    user = User.objects.create_user(email=email)
    create_workspace(owner=user)
    return user


@transaction.atomic
def make_key(*, user: User, now: datetime) -> str:
    """A key that signs this person in once, within a day. Only its digest is stored."""
    SignInKey.objects.filter(created_at__lt=now - KEY_LASTS).delete()
    key = secrets.token_urlsafe(32)
    SignInKey.objects.create(digest=_digest(key), user=user, created_at=now)
    return key


@transaction.atomic
def use_key(*, key: str, now: datetime) -> User:
    """Who this key signs in; used up by this call, also when two calls race.

    Raises :class:`Refusal` for a key that is unknown, used or older than a day.
    """
    fresh = SignInKey.objects.filter(
        digest=_digest(key), used_at=None, created_at__gte=now - KEY_LASTS
    )
    if not fresh.update(used_at=now):
        raise Refusal(
            _("This link was used already or is too old. Run “askwell link” for a new one.")
        )
    return SignInKey.objects.select_related("user").get(digest=_digest(key)).user


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
