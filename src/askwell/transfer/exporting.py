"""The workspace as one zip: rows for Askwell, and the people in formats that others read.

``manifest.json`` says what it is; ``rows/<kind>.jsonl`` holds one row a line; ``people.csv``,
``people.vcf``, ``talks.ics`` and ``notebook.md`` are for address books, calendars and eyes.
"""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from askwell import __version__
from askwell.plumbing import store
from askwell.plumbing.rows import Row, dump
from askwell.transfer import readable
from askwell.transfer.schema import SCHEMA, exported
from askwell.workspaces.access import Scope

Progress = Callable[[int], None]
SHOWN = {
    "people.person", "people.organization", "people.contactpoint", "people.position",
    "people.education", "people.note", "explorations.exploration", "meetings.conversation",
    "meetings.participant", "meetings.roomnote", "outreach.letter", "outreach.promise",
}  # fmt: skip


def count(scope: Scope) -> int:
    """How many rows an export will write."""
    return sum(
        model._default_manager.filter(workspace=scope.workspace).count() for model in exported()
    )


def write(scope: Scope, path: Path, *, now: datetime, progress: Progress) -> dict[str, int]:
    """Write the export to ``path`` and return the number of rows of each kind.

    Everything is read as it was at one moment, while others go on writing. ``progress`` is told
    the number of rows so far and may raise to cancel; no half-written file is left behind.
    """
    beside = path.with_suffix(".part")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive, store.snapshot():
            counts = _write_all(archive, scope, now, progress)
        beside.chmod(0o600)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return counts


def _write_all(
    archive: zipfile.ZipFile, scope: Scope, now: datetime, progress: Progress
) -> dict[str, int]:
    counts: dict[str, int] = {}
    shown: dict[str, list[Row]] = {}
    for model in exported():
        label = model._meta.label_lower
        rows = _counted(
            dump(model._default_manager.filter(workspace=scope.workspace)), counts, label
        )
        kept = shown.setdefault(label, []) if label in SHOWN else None
        with archive.open(f"rows/{label}.jsonl", "w", force_zip64=True) as file:
            for row in rows:
                file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
                if kept is not None:
                    kept.append(row)
                if counts[label] % 1000 == 0:
                    progress(sum(counts.values()))
        progress(sum(counts.values()))
    for name, text in readable.files(shown, scope.settings.me.name, now):
        archive.writestr(name, text)
    archive.writestr("manifest.json", json.dumps(_manifest(scope, now, counts), indent=2))
    return counts


def _counted(rows: Iterator[Row], counts: dict[str, int], label: str) -> Iterator[Row]:
    counts[label] = 0
    for row in rows:
        counts[label] += 1
        yield row


def _manifest(scope: Scope, now: datetime, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "what": "askwell-export",
        "schema": SCHEMA,
        "version": __version__,
        "made_at": now.isoformat(),
        "workspace": {"name": scope.workspace.name, "settings": scope.workspace.settings},
        "counts": counts,
    }
