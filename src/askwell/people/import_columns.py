"""Tables whose columns only their owner can name: looked at, named once, remembered by header set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from askwell.people import uploads
from askwell.people.formats import FormatError, Preview, look_at
from askwell.people.formats.mapping import is_enough, remembered, to_remember
from askwell.people.models import ImportBatch
from askwell.plumbing.errors import Refusal
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import change_settings
from askwell.workspaces.settings import Settings

_MOST_TABLES = 5
_REMEMBERED = 100
_OPEN = (ImportBatch.State.UPLOADED, ImportBatch.State.PREVIEWED, ImportBatch.State.FAILED)


class NotEnoughColumns(Refusal):
    """By these columns nobody could be recognised."""


class NoTable(Refusal):
    """There is no table in this import whose columns could be named (any more)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The beginning of one file, and what each of its columns holds: as chosen before, or guessed."""

    name: str
    preview: Preview
    columns: tuple[str, ...]


def chosen_columns(settings: Settings) -> dict[str, tuple[str, ...]]:
    """What was said about columns so far, by fingerprint of their headers."""
    found = dict(map(remembered, settings.tables))
    return {key: columns for key, columns in found.items() if key}


def sheets_of(scope: Scope, batch: ImportBatch) -> list[Sheet]:
    """The tables among the files of an import that has not begun. Raises NoTable without any."""
    chosen = chosen_columns(scope.settings)
    found: dict[str, Sheet] = {}
    for number, file in enumerate(batch.files if batch.state in _OPEN else ()):
        try:
            with uploads.opened(batch, number) as stream:
                preview = look_at(stream, file["name"])
        except (FormatError, OSError):
            continue
        if len(preview.header) > 1 and len(found) < _MOST_TABLES:
            columns = chosen.get(preview.fingerprint, preview.guess)
            found.setdefault(preview.fingerprint, Sheet(file["name"], preview, columns))
    if not found:
        raise NoTable(_("There is no table to name columns of. Choose the file again."))
    return list(found.values())


def choose_columns(
    scope: Scope, *, batch: ImportBatch, columns: Mapping[str, Sequence[str]], now: datetime
) -> ImportBatch:
    """Remember what the columns of each table hold (fingerprint → meanings), and make the import
    ready to be looked at again.

    Raises NotEnoughColumns if neither names nor e-mail addresses are among them.
    """
    if not all(map(is_enough, columns.values())):
        raise NotEnoughColumns(
            _("Say at least which column holds the names, or the e-mail addresses.")
        )
    before = [text for text in scope.settings.tables if remembered(text)[0] not in columns]
    new = [to_remember(key, chosen) for key, chosen in columns.items()]
    change_settings(scope, tables=tuple([*before, *new][-_REMEMBERED:]))
    rows = ImportBatch.objects.filter(pk=batch.pk, workspace=scope.workspace, state__in=_OPEN)
    rows.update(
        state=ImportBatch.State.UPLOADED, error="", finished_at=None, counts={}, problems=[]
    )
    batch.refresh_from_db()
    batch.workspace = scope.workspace  # whose settings have just changed
    return batch
