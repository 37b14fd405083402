"""``askwell duplicates``, ``merge`` and ``unmerge``: one person, once."""

from typing import Any
from uuid import UUID

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of


@command(name="duplicates")
@in_workspace
def duplicates(workspace: str | None, as_json: bool) -> None:
    """List who may be the same person, the likeliest first, with the reasons."""
    from askwell.people.duplicates import look_through, reasons_in_words

    found: list[dict[str, Any]] = [
        {
            "a": str(pair.first),
            "b": str(pair.second),
            "score": pair.score,
            "reasons": reasons_in_words(pair.codes),
            "names": pair.names,
        }
        for pair in look_through(scope_of(workspace))
    ]
    if as_json:
        emit(found)
        return
    for line in found:
        names, reasons = " = ".join(line["names"]), ", ".join(line["reasons"])
        click.echo(f"{names}? {reasons}\n  askwell merge {line['a']} {line['b']}")
    if not found:
        click.echo("Nobody looks like somebody else.")


@command(name="merge")
@click.argument("a", type=click.UUID)
@click.argument("b", type=click.UUID)
@in_workspace
def merge(a: UUID, b: UUID, workspace: str | None, as_json: bool) -> None:
    """Make B one with A (people, or organizations) and print the id that undoes it."""
    from askwell.people import operations
    from askwell.plumbing import clock

    made = operations.merge(scope_of(workspace), winner=a, loser=b, now=clock.now())
    if as_json:
        told = {"merge": made.uid, "kind": made.kind, "into": made.winner_uid}
        emit({name: str(value) for name, value in told.items()})
        return
    click.echo(str(made.uid))


@command(name="unmerge")
@click.argument("merge", metavar="ID", type=click.UUID)
@in_workspace
def unmerge(merge: UUID, workspace: str | None, as_json: bool) -> None:
    """Make two of one again. What was changed since stays, and is said."""
    from askwell.people import operations, selectors
    from askwell.plumbing import clock

    scope = scope_of(workspace)
    row = selectors.get_merge(scope, merge)
    conflicts = operations.unmerge(scope, merge=row, now=clock.now())
    if as_json:
        emit({"a": str(row.winner_uid), "b": str(row.loser_uid), "conflicts": conflicts})
        return
    click.echo("They are two again.")
    for sentence in conflicts:
        click.echo(sentence)
