"""``askwell people``."""

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of


@command(name="people")
@click.argument("query", required=False, default="")
@click.option("--limit", type=click.IntRange(1), help="At most so many; all with --json, else 50.")
@in_workspace
def people(query: str, limit: int | None, workspace: str | None, as_json: bool) -> None:
    """List people, or find them by name, work, address or label.

    Filters are words: org:acme source:alumni stage:met due:this-week label: place: role: school:
    """
    from dataclasses import asdict

    from askwell.people import lists
    from askwell.people.query import read
    from askwell.plumbing import clock

    asked, most = read(query), limit or (_ALL if as_json else _SHOWN)
    for sentence in asked.unclear:
        click.echo(sentence, err=True)
    found = lists.briefs(
        scope_of(workspace), lists.filters_of(asked), asked.words, now=clock.now(), limit=most
    )
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
