"""``askwell import`` and ``askwell imports``: bring contacts in, look back, take back."""

from pathlib import Path
from typing import Any

import click

from askwell.cli.app import askwell, command, emit
from askwell.cli.scope import in_workspace, scope_of

FORMATS = ("linkedin", "vcard", "jcard", "google", "outlook", "alumni", "monica", "table")


@command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option(
    "--as", "kind", type=click.Choice(FORMATS), help="Take it only if it is of this kind."
)
@in_workspace
def import_files(
    files: tuple[Path, ...], dry_run: bool, kind: str | None, workspace: str | None, as_json: bool
) -> None:
    """Bring in contacts: a LinkedIn export (zip, folder or files), vCards, Google or Outlook CSV."""
    import time

    from askwell.people import operations
    from askwell.plumbing import clock

    scope = scope_of(workspace)
    if not dry_run:
        for earlier in operations.resume_imports(scope, clock=clock.now, sleep=time.sleep):
            click.echo(
                f"An import that was interrupted is done now. {_sentence(earlier)}", err=True
            )
    report = operations.import_files(
        scope, paths=files, clock=clock.now, dry_run=dry_run, kind=kind or ""
    )
    if as_json:
        emit(_document(report))
    else:
        click.echo(_sentence(report))
    for worth_saying in report.told("noted"):
        click.echo(_line(worth_saying), err=True)
    if not as_json:
        for problem in (*report.told("skipped"), *report.told("failed")):
            click.echo(_line(problem))
        if dry_run:
            click.echo("Nothing was changed.")


def _document(report: Any) -> dict[str, Any]:
    names = ("new", "updated", "unchanged", "moved", "touches", "strangers", "organizations")
    return {
        "read": report.read,
        **{name: report.counts[name] for name in names},
        "skipped": report.told("skipped"),
        "failed": report.told("failed"),
        "me": report.filled,
        "batch": str(report.batch) if report.batch else None,
    }


def _sentence(report: Any) -> str:
    parts = ", ".join(
        f"{report.counts[name]} {name}"
        for name in ("new", "updated", "unchanged", "skipped", "failed")
    )
    people = "person" if report.read == 1 else "people"
    told = [f"{report.read} {people} read: {parts}."]
    if report.counts["touches"]:
        told.append(f"{report.counts['touches']} days of contact written down.")
    if report.counts["moved"]:
        told.append(f"{report.counts['moved']} with a new employer.")
    if report.filled:
        told.append(f"Filled in about you: {', '.join(report.filled)}.")
    return " ".join(told)


def _line(problem: dict[str, Any]) -> str:
    return f"{problem['file']}, line {problem['line']}: {problem['reason']}"


@askwell.group()
def imports() -> None:
    """What was brought in, and how to take it back."""


@command(imports, "list")
@in_workspace
def listed(workspace: str | None, as_json: bool) -> None:
    """List the imports, the newest first."""
    from askwell.people import selectors

    found = [
        {
            "batch": str(row.uid),
            "files": [file["name"] for file in row.files],
            "state": row.state,
            "at": row.created_at.isoformat(),
            **row.counts.get("done", row.counts.get("plan", {})),
        }
        for row in selectors.batches(scope_of(workspace))
    ]
    if as_json:
        emit(found)
        return
    for row in found:
        count = f"{row.get('new', 0)} new, {row.get('updated', 0)} updated"
        click.echo(
            f"{row['batch']}  {row['at'][:10]}  {', '.join(row['files'])}  {row['state']}, {count}"
        )
    if not found:
        click.echo("Nothing has been brought in yet.")


@command(imports, "undo")
@click.argument("batch", type=click.UUID)
@in_workspace
def undo(batch: Any, workspace: str | None, as_json: bool) -> None:
    """Take an import back. Whoever was changed or used since stays, and is named."""
    import time

    from askwell.people import operations, selectors
    from askwell.plumbing import clock

    scope = scope_of(workspace)
    found = selectors.get_batch(scope, batch)
    operations.undo_now(scope, batch=found, clock=clock.now, sleep=time.sleep)
    kept = found.counts.get("kept_people", [])
    if as_json:
        emit({"batch": str(batch), "kept": found.counts.get("kept", 0), "people": kept,
              "me": found.counts.get("kept_me", [])})  # fmt: skip
        return
    click.echo("Taken back.")
    for person in kept:
        click.echo(f"{person['name']} stays: changed or used since.")
