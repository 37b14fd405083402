"""``askwell link`` and ``askwell user add``: ways in."""

import json
from pathlib import Path
from urllib.parse import urlencode

import click

from askwell.cli.app import askwell, command, emit


def one_time_link(address: str) -> str:
    """Make the link that opens the one notebook of local mode, once."""
    from askwell.plumbing import clock
    from askwell.workspaces import signin

    key = signin.make_key(user=signin.local_user(), now=clock.now())
    return f"{address}/enter/?{urlencode({'key': key})}"


def running_at(data: Path) -> str | None:
    """The address a server of this data folder last said it listens on."""
    try:
        return str(json.loads((data / "serving.json").read_text())["address"])
    except (OSError, ValueError, KeyError):
        return None


@command(name="link")
def link(as_json: bool) -> None:
    """Print a new one-time link that opens your notebook."""
    from django.conf import settings

    if settings.MODE != "local":
        raise click.ClickException("In server mode people sign in with their account.")
    address = running_at(settings.DATA)
    if not address:
        raise click.ClickException("Askwell is not running: start it with “askwell serve”.")
    made = one_time_link(address)
    if as_json:
        emit({"link": made})
    else:
        click.echo(made)


@askwell.group()
def user() -> None:
    """Accounts (server mode)."""


@command(user, "add")
@click.argument("email")
def add(email: str, as_json: bool) -> None:
    """Make an account with an empty notebook, and print the link to choose a password."""
    from django.conf import settings
    from django.core.exceptions import ValidationError

    from askwell.workspaces import accounts, signin

    if settings.MODE != "server":
        raise click.ClickException("Accounts belong to server mode: set ASKWELL_MODE=server.")
    try:
        made = signin.add_user(email=email)
    except ValidationError as error:
        raise click.BadParameter(error.messages[0], param_hint="EMAIL") from None
    address = settings.ENV.origin + accounts.password_path(made)
    if as_json:
        emit({"email": made.email, "uid": str(made.uid), "link": address})
    else:
        click.echo(f"Send this link to {made.email} to choose a password: {address}")
