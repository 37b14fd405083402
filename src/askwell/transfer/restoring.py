"""An export back into an empty workspace, row for row; whatever is wrong with the file is said.

A file from outside is not trusted: names, sizes and shapes are checked before and while it is
read, and nothing of it is ever written to a path it names.
"""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from askwell.people import journal
from askwell.people.models import Standing
from askwell.plumbing.errors import Refusal
from askwell.plumbing.rows import BadRow, Loader, Row, chunks, wipe
from askwell.transfer.schema import SCHEMA, exported, upgraded
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Owned
from askwell.workspaces.settings import Settings

Progress = Callable[[int], None]
LARGEST = 4 << 30
LARGEST_MANIFEST = 1 << 20
LONGEST_LINE = 8 << 20
RATIO = 400


class NotAnExport(Refusal):
    """The file is not an export that this version can read; nothing was changed."""


class NotEmpty(Refusal):
    """There is something in this notebook already, and a restore never mixes two."""


@dataclass(frozen=True)
class Opened:
    """An export whose outside was checked."""

    archive: zipfile.ZipFile
    schema: int
    name: str
    settings: dict[str, Any]
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """How many rows it says it holds."""
        return sum(self.counts.values())


def is_empty(scope: Scope) -> bool:
    """Is there no row of any exported kind in this workspace?"""
    return not any(
        model._default_manager.filter(workspace=scope.workspace).exists() for model in exported()
    )


def check(path: Path) -> Opened:
    """Open an export and check what can be checked without reading the rows.

    Raises :class:`NotAnExport` with a sentence that says what is wrong.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise NotAnExport(_("This is not a zip file, or it was cut off on its way.")) from None
    try:
        _check_outside(archive)
        return _opened(archive)
    except BaseException:
        archive.close()
        raise


def _check_outside(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > 200 or len(set(names)) != len(names):
        raise NotAnExport(_("This zip holds more files than an export of Askwell has."))
    if any(entry.flag_bits & 1 for entry in entries):
        raise NotAnExport(_("This zip is locked with a password; unlock it first."))
    packed = sum(entry.compress_size for entry in entries) + 1
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST or size > packed * RATIO + (1 << 20):
        raise NotAnExport(_("This zip unpacks to far more than an export of Askwell would."))


def _opened(archive: zipfile.ZipFile) -> Opened:
    try:
        with archive.open("manifest.json") as file:
            manifest = json.loads(file.read(LARGEST_MANIFEST))
        if manifest["what"] != "askwell-export":
            raise ValueError
        schema, about = int(manifest["schema"]), manifest["workspace"]
        counts = {str(label): int(count) for label, count in manifest["counts"].items()}
        settings = dict(about["settings"])
        Settings.read(settings)
        name = str(about["name"])[:200]
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, RecursionError):
        raise NotAnExport(_("This zip is not an export of Askwell.")) from None
    if schema > SCHEMA:
        raise NotAnExport(_("This export was made by a newer Askwell. Update this one first."))
    if schema < 1:
        raise NotAnExport(_("This zip is not an export of Askwell."))
    return Opened(archive, schema, name, settings, counts)


def read(scope: Scope, opened: Opened, *, now: datetime, progress: Progress) -> int:
    """Load every row, then derive what is derived; returns the number of rows.

    Rows go in a few hundred at a time, so that others can write in between. When anything is wrong
    – or ``progress`` raises, to cancel – all of it is taken out again: the workspace is then as
    empty as before. Raises :class:`NotEmpty`, :class:`NotAnExport`.
    """
    if not is_empty(scope):
        raise NotEmpty(
            _("There is something in this notebook already; bring it into an empty one.")
        )
    try:
        total = _load(scope, opened, progress)
        _finish(scope, opened, now)
    except BaseException as error:
        empty(scope)
        if isinstance(error, BadRow):
            raise NotAnExport(
                _("A row of this export cannot be read (%(what)s); nothing was changed.")
                % {"what": error}
            ) from None
        raise
    return total


def _load(scope: Scope, opened: Opened, progress: Progress) -> int:
    loader, total = Loader(scope.workspace, scope.actor), 0
    for model in exported():
        for chunk in chunks(_rows(opened, model)):
            with transaction.atomic():
                loader.insert(model, chunk)
            total += len(chunk)
            progress(total)
    with transaction.atomic():
        loader.settle()
    return total


def _rows(opened: Opened, model: type[Owned]) -> Iterator[Row]:
    """The rows of one kind, as this version writes them."""
    label = model._meta.label_lower
    name = f"rows/{label}.jsonl"
    if name not in opened.archive.namelist():
        return
    try:
        with opened.archive.open(name) as file:
            for number, line in enumerate(_lines(file), 1):
                row = _parsed(line, label, number)
                current = upgraded(row, opened.schema)
                if current:
                    yield current
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError):
        raise NotAnExport(_("This zip is damaged; nothing was changed.")) from None


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE):
        yield line


def _parsed(line: bytes, label: str, number: int) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise BadRow(f"{label}, line {number}") from None
    if (
        not isinstance(row, dict)
        or row.get("_model") != label
        or not isinstance(row.get("uid"), str)
    ):
        raise BadRow(f"{label}, line {number}")
    return row


def _finish(scope: Scope, opened: Opened, now: datetime) -> None:
    with transaction.atomic():
        scope.workspace.settings = opened.settings
        scope.workspace.name = opened.name
        scope.workspace.save(update_fields=["settings", "name"])
    journal.rebuild_all(scope, now)
    reindex(scope)


def reindex(scope: Scope) -> None:
    """Make everything findable again: each stage that has something offers ``reindex(scope)``."""
    for config in apps.get_app_configs():
        name = f"{config.name}.operations"
        if config.name.startswith("askwell.") and find_spec(name):
            again = getattr(import_module(name), "reindex", None)
            if again:
                again(scope)


@transaction.atomic
def empty(scope: Scope) -> None:
    """Take every row out of a workspace again."""
    Standing.objects.filter(workspace=scope.workspace).delete()
    for model in reversed(exported()):
        wipe(model, scope.workspace)
