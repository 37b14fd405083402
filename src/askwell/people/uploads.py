"""Uploaded files in the data folder, until their import is done: never under a name of theirs."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from askwell.people.formats.sniff import MAX_FILE
from askwell.people.models import ImportBatch
from askwell.plumbing.errors import Refusal

_BLOCK = 1 << 20
MAX_FILES = 20


class BadUpload(Refusal):
    """A file that is not even kept."""


def store(batch: ImportBatch, files: Iterable[tuple[str, Iterable[bytes]]]) -> list[dict[str, Any]]:
    """Write the files into the batch's folder; their names are only remembered.

    Raises BadUpload, keeping nothing, when there is none, too many, or one is too large.
    """
    place = _folder(batch)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        kept = [_write(place / str(n), name, blocks) for n, (name, blocks) in enumerate(files)]
        if not kept:
            raise BadUpload(_("Choose a file first."))
        if len(kept) > MAX_FILES:
            raise BadUpload(_("That is more files than one import takes. Choose up to 20."))
    except BaseException:
        discard(batch)
        raise
    return kept


def _write(path: Path, name: str, blocks: Iterable[bytes]) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        for block in blocks:
            size += len(block)
            if size > MAX_FILE:
                raise BadUpload(
                    _(
                        "“%(name)s” is larger than %(limit)d MB, so it was not kept. "
                        "Export without pictures, or in parts."
                    )
                    % {"name": Path(name).name[:80], "limit": MAX_FILE >> 20}
                )
            digest.update(block)
            file.write(block)
    return {"name": Path(name).name[:200], "size": size, "digest": digest.hexdigest()}


@contextmanager
def opened(batch: ImportBatch, number: int) -> Iterator[BinaryIO]:
    """One of the batch's files, for reading."""
    try:
        file = (_folder(batch) / str(number)).open("rb")
    except OSError:
        raise BadUpload(
            _("The uploaded file is no longer there. Choose it again; nothing was lost.")
        ) from None
    with file:
        yield file


def blocks(file: BinaryIO) -> Iterator[bytes]:
    """A file in pieces."""
    while block := file.read(_BLOCK):
        yield block


def discard(batch: ImportBatch) -> None:
    """Remove the batch's files from the disk."""
    shutil.rmtree(_folder(batch), ignore_errors=True)


def discard_strays(before: datetime, known: Iterable[UUID]) -> None:
    """Remove folders that no batch has, left by a process that was killed while it received files."""
    place = Path(settings.MEDIA_ROOT) / "imports"
    names = {str(uid) for uid in known}
    for folder in place.iterdir() if place.is_dir() else ():
        if folder.name not in names and folder.stat().st_mtime < before.timestamp():
            shutil.rmtree(folder, ignore_errors=True)


def _folder(batch: ImportBatch) -> Path:
    return Path(settings.MEDIA_ROOT) / "imports" / str(batch.uid)
