"""The commands that work on a notebook, found by name and imported only when called."""

import gc
import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from askwell import __version__
from askwell.plumbing.environment import InsecureSetting, data_folder

COMMANDS = {
    "serve": "askwell.cli.serve:serve",
    "demo": "askwell.cli.serve:demo",
    "link": "askwell.cli.accounts:link",
    "user": "askwell.cli.accounts:user",
    "import": "askwell.cli.imports:import_files",
    "imports": "askwell.cli.imports:imports",
    "people": "askwell.cli.people:people",
    "duplicates": "askwell.cli.duplicates:duplicates",
    "merge": "askwell.cli.duplicates:merge",
    "unmerge": "askwell.cli.duplicates:unmerge",
    "today": "askwell.cli.today:today",
    "next": "askwell.cli.next:whom_to_ask",
    "learn": "askwell.cli.learn:learn",
    "export": "askwell.cli.transfer:export",
    "restore": "askwell.cli.transfer:restore",
    "doctor": "askwell.cli.doctor:doctor",
}
OF_THE_COACH = {
    "check": "Suggestions for questions, letters, transcripts and agendas.",
    "rules": "List the rules of the coach.",
    "rule": "Explain one rule.",
    "schema": "Print the schema of a JSON output.",
}


class Lazy(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which a newcomer meets them."""
        return [*COMMANDS, *OF_THE_COACH]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name in OF_THE_COACH:
            return click.Command(cmd_name, help=OF_THE_COACH[cmd_name])
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command


FOLDER = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that holds the notebook (or ASKWELL_DATA).",
)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
@FOLDER
def askwell(data: Path | None) -> None:
    """Run your informational interviews: from the first question to the last kept promise."""
    if data is not None:
        os.environ["ASKWELL_DATA"] = str(data)


def run(arguments: list[str]) -> int:
    """Run a command; every error is one sentence on stderr, 2 for usage, 1 for a refusal."""
    try:
        result = askwell.main(arguments, prog_name="askwell", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.UsageError as error:
        return _say(error.format_message(), 2)
    except click.ClickException as error:
        return _say(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped.", 130)
    except InsecureSetting as error:
        return _say(str(error), 1)
    return result if isinstance(result, int) else 0


def _say(sentence: str, status: int) -> int:
    click.echo(" ".join(sentence.split()), err=True)
    return status


def command(
    group: click.Group | None = None, name: str | None = None, *, apart: str = ""
) -> Callable[..., Any]:
    """Make a function a command with ``--data`` and ``--json``, run with Django ready.

    ``apart`` names a folder inside the usual one, with a SQLite file of its own, for what must never
    mix with a real notebook.

    Refusals of operations become one sentence and status 1.
    """

    def decorate(function: Callable[..., Any]) -> click.Command:
        @wraps(function)
        def ready(*args: Any, data: Path | None, **kwargs: Any) -> Any:
            if apart:
                data = (data or data_folder()) / apart
                os.environ.pop("DATABASE_URL", None)
            start(data)
            from askwell.plumbing.errors import NotFound, Refusal

            try:
                return function(*args, **kwargs)
            except NotFound:
                raise click.ClickException("There is no such thing in this notebook.") from None
            except Refusal as refusal:
                raise click.ClickException(str(refusal)) from None

        as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
        make = group.command(name) if group else click.command(name)
        made: click.Command = make(FOLDER(as_json(ready)))
        return made

    return decorate


def start(data: Path | None) -> None:
    """Read the environment, set Django up, and bring the database up to date."""
    if data is not None:
        os.environ["ASKWELL_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    # Nothing that is imported here is garbage; looking for it would be a tenth of a short command.
    gc.disable()
    import django
    from django.conf import settings
    from django.db import OperationalError

    django.setup()
    gc.enable()
    from askwell.plumbing import store

    try:
        store.prepare(settings.DATA)
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise click.ClickException(f"The database cannot be opened: {reason}.") from None


def emit(document: Any) -> None:
    """Print one JSON document."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")
