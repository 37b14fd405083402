"""``askwell import`` and ``askwell people``."""

from pathlib import Path
from typing import Any

import click

from askwell.cli.app import command, emit
from askwell.cli.scope import in_workspace, scope_of


@command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@in_workspace
def import_files(
    files: tuple[Path, ...], dry_run: bool, workspace: str | None, as_json: bool
) -> None:
    """Bring in contacts: a LinkedIn export, vCards, Google or Outlook CSV."""
    from askwell.people import operations
    from askwell.plumbing import clock

    report = operations.import_files(
        scope_of(workspace), paths=files, clock=clock.now, dry_run=dry_run
    )
    skipped, failed = report.told("skipped"), report.told("failed")
    for worth_saying in report.told("noted"):
        click.echo(_line(worth_saying), err=True)
    numbers = {name: report.counts[name] for name in ("new", "updated", "unchanged")}
    if as_json:
        batch = str(report.batch) if report.batch else None
        told = {"skipped": skipped, "failed": failed, "batch": batch}
        emit({"read": report.read} | numbers | told)
        return
    parts = [f"{count} {name}" for name, count in numbers.items()]
    parts += [f"{len(skipped)} skipped", f"{len(failed)} failed"]
    people = "person" if report.read == 1 else "people"
    click.echo(f"{report.read} {people} read: {', '.join(parts)}.")
    for problem in (*skipped, *failed):
        click.echo(_line(problem))
    if dry_run:
        click.echo("Nothing was changed.")


def _line(problem: dict[str, Any]) -> str:
    return f"{problem['file']}, line {problem['line']}: {problem['reason']}"


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
