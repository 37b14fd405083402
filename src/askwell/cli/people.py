"""``askwell people``."""

from pathlib import Path
from typing import Any

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of


@command(name="people")
@click.argument("query", required=False, default="")
@click.option("--limit", type=click.IntRange(1), help="At most so many; all with --json, else 50.")
@click.option(
    "--export",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    metavar="FILE",
    help="Write those found, or everybody, to FILE.vcf, .csv or .json (jCard).",
)
@click.option("--vcard", type=click.Choice(["3.0", "4.0"]), default="3.0", show_default=True)
@in_workspace
def people(
    query: str,
    limit: int | None,
    file: Path | None,
    vcard: str,
    workspace: str | None,
    as_json: bool,
) -> None:
    """List people, or find them by name, work, address or label.

    Filters are words: org:acme source:alumni stage:met due:this-week label: place: role: school:
    """
    from dataclasses import asdict

    from askwell.people import lists
    from askwell.people.query import read
    from askwell.plumbing import clock

    asked, most, now = read(query), limit or (_ALL if as_json else _SHOWN), clock.now()
    if asked.unclear:
        raise click.UsageError(" ".join(asked.unclear))
    scope, filters = scope_of(workspace), lists.filters_of(asked)
    if file is not None:
        _export(scope, filters, asked.words, file, vcard)
        return
    found = lists.briefs(scope, filters, asked.words, now=now, limit=most)
    if as_json:
        emit([asdict(one) for one in found])
        return
    nobody = True
    for one in found:
        nobody = False
        click.echo(" · ".join(filter(None, (one.name, one.title, one.organization))))
    if nobody:
        click.echo("Nobody found.")


_SHOWN, _ALL = 50, 1_000_000


def _export(scope: Any, filters: Any, words: str, file: Path, vcard: str) -> None:
    from askwell.people import taking_out
    from askwell.plumbing import clock

    forms = {".csv": taking_out.TABLE, ".json": taking_out.JCARD, ".vcf": taking_out.VCARD}
    form = forms.get(file.suffix.lower())
    if form is None:
        raise click.UsageError("The file's name must end in .vcf, .csv or .json.")
    if form == taking_out.VCARD and vcard == "4.0":
        form = taking_out.VCARD_4
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("wb") as to:
            for piece in taking_out.written(scope, filters, words, form=form, now=clock.now()):
                to.write(piece)
        beside.replace(file)
        click.echo(f"{file} is written.", err=True)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from None
    finally:
        beside.unlink(missing_ok=True)
