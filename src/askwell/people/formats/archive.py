"""Zip files from strangers: members looked up by what they are called, read within limits.

Nothing is ever written to disk by a member's name; sizes are counted while reading, because what a
zip says about itself may be a lie.
"""

import io
import lzma
import re
import struct
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from .records import FormatError, gettext_noop

MAX_MEMBERS = 20_000
MAX_UNZIPPED = 1 << 30
MAX_MEMBER = 100 << 20
MAX_RATIO = 200
_SMALL = 1 << 20

BOMB = gettext_noop(
    "This zip unpacks to far more than it should, so it was not opened. Ask for a fresh export."
)
DAMAGED = gettext_noop("This zip file is damaged or cut short (%(member)s). Download it again.")


_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the zip: its name there, the name to show, and the normalised base name."""

    path: str
    label: str
    key: str
    suffix: str
    size: int
    packed: int = 0


class Source(ABC):
    """Files that belong together, looked up by what they are called."""

    members: list[Member]

    def find(
        self, *names: str, suffixes: tuple[str, ...] = (".csv", ".tsv", ".txt")
    ) -> Member | None:
        """The member called one of `names` (letters only, any depth); the outermost of several."""
        found = [m for m in self.members if m.key in names and m.suffix in suffixes]
        return min(found, key=lambda m: (m.path.count("/"), m.path), default=None)

    def ending(self, suffix: str) -> list[Member]:
        """All members with this extension, in their own order."""
        return [m for m in self.members if m.suffix == suffix]

    @abstractmethod
    def open(self, member: Member) -> AbstractContextManager[BinaryIO]:
        """The member as a seekable stream."""


class Folder(Source):
    """Loose files chosen together, or a folder: paths with their open, seekable streams."""

    def __init__(self, files: Iterable[tuple[str, BinaryIO]]) -> None:
        # Two files may have the same name: each stands in a place of its own.
        self._streams = {
            f"{n}/{path.lstrip('/')}": stream for n, (path, stream) in enumerate(files)
        }
        found = (_member(zipfile.ZipInfo(path)) for path in self._streams)
        self.members = [m for m in found if m]

    @contextmanager
    def open(self, member: Member) -> Iterator[BinaryIO]:
        """The stream, from its start."""
        stream = self._streams[member.path]
        stream.seek(0)
        yield stream


class Archive(Source):
    """A zip opened with suspicion."""

    def __init__(self, stream: BinaryIO) -> None:
        """Raises FormatError for no zip, a bomb, a locked zip."""
        try:
            self._zip = zipfile.ZipFile(stream)
        except (*_ZIP_ERRORS, RuntimeError) as error:
            raise FormatError(
                gettext_noop("This is not a zip file, or it is damaged. Download it again.")
            ) from error
        infos = self._zip.infolist()
        _refuse_bombs(infos)
        self.members = [m for m in map(_member, infos) if m]

    @contextmanager
    def open(self, member: Member) -> Iterator[BinaryIO]:
        """The member as a seekable stream, never more of it than the limit."""
        with _said_plainly(member.label):
            stream = self._zip.open(member.path)
        with stream:
            yield cast(BinaryIO, io.BufferedReader(_Bounded(stream, member.label)))


@contextmanager
def _said_plainly(label: str) -> Iterator[None]:
    """The many errors of a damaged zip as one sentence."""
    try:
        yield
    except RuntimeError as error:  # zipfile's word for "encrypted"; NotImplementedError is one too
        if isinstance(error, NotImplementedError):
            raise FormatError(DAMAGED, member=label) from error
        raise FormatError(
            gettext_noop("This zip is locked with a password. Unpack it first.")
        ) from error
    except _ZIP_ERRORS as error:
        raise FormatError(DAMAGED, member=label) from error


class _Bounded(io.RawIOBase):
    """A member that stops being readable where a bomb would begin."""

    def __init__(self, stream: IO[bytes], label: str) -> None:
        self._stream = stream
        self._label = label

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with _said_plainly(self._label):
            return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if self._stream.tell() > MAX_MEMBER:
            raise FormatError(BOMB)
        with _said_plainly(self._label):
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _refuse_bombs(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_MEMBERS:
        raise FormatError(BOMB)
    unzipped = sum(info.file_size for info in infos)
    squeezed = sum(info.compress_size for info in infos)
    if unzipped > MAX_UNZIPPED or (unzipped > _SMALL and unzipped > MAX_RATIO * max(squeezed, 1)):
        raise FormatError(BOMB)
    if any(
        i.file_size > _SMALL and i.file_size > MAX_RATIO * max(i.compress_size, 1) for i in infos
    ):
        raise FormatError(BOMB)


def _member(info: zipfile.ZipInfo) -> Member | None:
    """None for folders, macOS droppings, and paths that try to climb out."""
    path = info.filename.replace("\\", "/")
    steps = PurePosixPath(path).parts
    if info.is_dir() or not steps or path.startswith("/") or ".." in steps or ":" in steps[0]:
        return None
    if "__MACOSX" in steps or steps[-1].startswith((".", "._")):
        return None
    name = PurePosixPath(steps[-1])
    key = re.sub(r"[\W_]+|[\d\W_]+\Z", "", name.stem.casefold())
    return Member(
        info.filename,
        steps[-1],
        re.sub(r"\d+\Z", "", key),
        name.suffix.lower(),
        info.file_size,
        info.compress_size,
    )
