"""Server mode: how django-allauth makes accounts here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from askwell.workspaces.models import User
from askwell.workspaces.operations import create_workspace


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up is closed unless the person who runs the server opened it (``ASKWELL_SIGNUP``)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """May anybody make an account by themselves?"""
        return bool(settings.SIGNUP_OPEN)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Store the account together with a notebook of its own."""
        with transaction.atomic():
            saved: User = super().save_user(request, user, form, commit)
            if commit:
                create_workspace(owner=saved)
        return saved


def password_path(user: User) -> str:
    """Where this person chooses a password, without mail: the path holds a token, good once."""
    token = default_token_generator.make_token(user)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token}
    )
