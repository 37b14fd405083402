"""Which encoding a file is in, decided once, on bytes, in a fixed order.

BOM; the pattern of NUL bytes in UTF-16 without BOM; strict UTF-8 (or UTF-8 with a little damage);
the charset the file declares; a code page, marked as guessed.
"""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .records import FormatError, gettext_noop

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its BOM starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHUNK = 1 << 20
_SAMPLE = 8192
_SOME = 1 << 14
MAX_LINE = 4 << 20
_HARMLESS = frozenset(b"\t\n\v\f\r\x1a\x1b\x00")
_CONTROLS = bytes(b for b in range(32) if b not in _HARMLESS)


@dataclass(frozen=True, slots=True)
class Encoding:
    """A decision: codec name, length of the BOM, how to treat damage, and whether it is a guess."""

    name: str
    skip: int = 0
    errors: str = "replace"
    guessed: bool = False

    @property
    def wide(self) -> bool:
        """True for UTF-16 and UTF-32, whose bytes are not ASCII-compatible."""
        return self.name.startswith(("utf-16", "utf-32"))


def detect(stream: BinaryIO, declared: str = "") -> Encoding:
    """Decide the encoding of `stream` (seekable); leaves it at the start.

    Raises FormatError for what is no text at all.
    """
    stream.seek(0)
    head = stream.read(_SAMPLE)
    encoding = _by_bom(head) or _by_nul_pattern(head)
    if encoding is None:
        _refuse_binary(head)
        stream.seek(0)
        encoding = (
            _by_validity(stream) or _by_declaration(declared) or Encoding("cp1252", guessed=True)
        )
    stream.seek(0)
    return encoding


def text_lines(stream: BinaryIO, encoding: Encoding, limit: int = MAX_LINE) -> Iterator[str]:
    """The lines of `stream` with their own line ends (CRLF, LF or CR); FormatError if one is huge."""
    stream.seek(encoding.skip)
    wrapper = io.TextIOWrapper(stream, encoding=encoding.name, errors=encoding.errors, newline="")
    try:
        number = 0
        while lines := wrapper.readlines(_SOME):
            for line in lines:
                number += 1
                if len(line) > limit:
                    raise FormatError(
                        gettext_noop("Line %(line)d is far too long for a contacts file."),
                        line=number,
                    )
                yield line
    finally:
        if not stream.closed:
            wrapper.detach()


def text_of(value: bytes, charset: str = "") -> str:
    """Decode one value: the charset given, else UTF-8, else a Western code page."""
    for name in (charset, "utf-8"):
        if name:
            try:
                return value.decode(name)
            except (LookupError, UnicodeDecodeError, ValueError):
                continue
    return value.decode("cp1252", "replace")


def _by_bom(head: bytes) -> Encoding | None:
    for bom, name in _BOMS:
        if head.startswith(bom):
            return Encoding(name, skip=len(bom))
    return None


def _by_nul_pattern(head: bytes) -> Encoding | None:
    """NULs on one side of the byte pairs only, and many of them: Latin text in UTF-16."""
    pairs = len(head) // 2
    first, second = head[0::2].count(0), head[1::2].count(0)
    if pairs and max(first, second) * 10 >= pairs and min(first, second) * 10 <= max(first, second):
        return Encoding("utf-16-be" if first > second else "utf-16-le")
    return None


def _refuse_binary(head: bytes) -> None:
    odd = len(head) - len(head.translate(None, _CONTROLS)) + head.count(0)
    if odd * 50 > len(head):
        raise FormatError(
            gettext_noop(
                "This file is not text, whatever its name says. Askwell reads LinkedIn exports, "
                "vCards, and Google or Outlook CSV files."
            )
        )


def _by_validity(stream: BinaryIO) -> Encoding | None:
    """UTF-8 if all of it is valid, or all but a trace (one damaged sequence, or under 1 %)."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    while chunk := stream.read(_CHUNK):
        if chunk.isascii():
            continue
        text = decoder.decode(chunk)
        lost = text.count("\ufffd")
        bad += lost
        good += len(text) - len(text.encode("ascii", "ignore")) - lost
    bad += decoder.decode(b"", final=True).count("\ufffd")
    if bad == 0 or (bad == 1 and good >= 2) or bad * 100 < good + bad:
        return Encoding("utf-8")
    return None


def _by_declaration(declared: str) -> Encoding | None:
    try:
        return Encoding(codecs.lookup(declared).name) if declared else None
    except LookupError:
        return None
