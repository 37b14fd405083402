"""``askwell export`` and ``askwell restore``."""

from pathlib import Path

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of

ZIP = click.Path(dir_okay=False, path_type=Path)


@command(name="export")
@click.argument("out", type=ZIP, metavar="OUT.zip")
@in_workspace
def export(out: Path, workspace: str | None, as_json: bool) -> None:
    """Write the whole notebook into one zip."""
    from askwell.plumbing import clock
    from askwell.transfer import operations

    if not out.parent.is_dir():
        raise click.ClickException(f"There is no folder {out.parent}.")
    counts = operations.export_to(scope_of(workspace), out, now=clock.now())
    total = sum(counts.values())
    if as_json:
        emit({"file": str(out), "rows": total, "counts": counts})
    else:
        click.echo(f"{total} rows are in {out}.")


@command(name="restore")
@click.argument("source", type=ZIP, metavar="IN.zip")
@in_workspace
def restore(source: Path, workspace: str | None, as_json: bool) -> None:
    """Bring an export back into an empty notebook, row for row."""
    from askwell.plumbing import clock
    from askwell.transfer import operations

    if not source.exists():
        raise click.ClickException(f"There is no file {source}.")
    scope = scope_of(workspace)
    rows = operations.restore_from(scope, source, now=clock.now())
    if as_json:
        emit({"file": str(source), "rows": rows, "workspace": str(scope.workspace.uid)})
    else:
        click.echo(f"All {rows} rows are back.")
