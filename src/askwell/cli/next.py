"""``askwell next``: whom to ask under a question."""

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of


@command(name="next")
@click.argument("exploration", required=False, default="")
@click.option("--limit", type=click.IntRange(1, 200), default=20, show_default=True)
@in_workspace
def whom_to_ask(exploration: str, limit: int, workspace: str | None, as_json: bool) -> None:
    """Say whom to ask next, and why. EXPLORATION is the uid of my question; else the one in hand."""
    from askwell.explorations import selectors
    from askwell.network import ranking
    from askwell.plumbing import clock

    scope = scope_of(workspace)
    question = (
        selectors.get_exploration(scope, exploration) if exploration else selectors.current(scope)
    )
    found = ranking.whom_to_ask(scope, exploration=question, now=clock.now(), limit=limit)
    if as_json:
        emit([{"person": str(s.person.uid), "score": s.score, "reasons": s.reasons} for s in found])
        return
    for suggestion in found:
        click.echo(f"{suggestion.person.name}: {' '.join(suggestion.reasons)}")
    if not found:
        click.echo("Nobody to suggest yet.")
