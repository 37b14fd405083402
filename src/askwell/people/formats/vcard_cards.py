"""The cards of a vCard file, one by one.

Two ways lead through a file. A card that is plain – one BEGIN, UTF-8, no quoted-printable – is
unfolded, decoded and split as a whole; every other is read line by line, as patiently as before
the first phone wrote one. Both give the same cards; the plain way is five times as fast.
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from .decode import MAX_LINE, Encoding, text_of
from .records import FormatError, gettext_noop
from .vcard_lines import (
    BULKY,
    MAX_CARD_TEXT,
    MAX_PROPERTIES,
    Card,
    Head,
    Heads,
    Property,
    card_of,
    parse_line,
    split_line,
)

_BLOCK = 1 << 18
_END = re.compile(rb"\n[ \t]*[Ee][Nn][Dd][ \t]*:[ \t]*[Vv][Cc][Aa][Rr][Dd][ \t]*(?=[\r\n])")
_BLANK_LINES = re.compile(rb"\n{2,}")
_CHARSET = re.compile(rb"CHARSET=\"?(?!UTF-8)")
_HEAD = re.compile(rb"(?:[\w.-]+\.)?([A-Za-z][\w-]*)\s*[;:]")
_BASE64 = re.compile(rb"[A-Za-z0-9+/=]+\Z")
_LONG = gettext_noop("Line %(line)d is far too long for a contacts file.")


def read_cards(stream: BinaryIO, encoding: Encoding) -> Iterator[Card]:
    """The cards of a vCard stream, one by one; a card without END is given as far as it goes.

    Raises FormatError for an endless line or card.
    """
    heads = Heads()
    patient = _Patient(heads)
    number = 1
    for piece in _pieces(stream, encoding):
        card = None if patient.busy else _plain_card(piece, number, heads)
        if card:
            yield card
        else:
            for line in piece.split(b"\n"):
                yield from patient.feed(number, line)
                number += 1
            number -= 1
            continue
        number += piece.count(b"\n")
    yield from patient.finish()


def _blocks(stream: BinaryIO, encoding: Encoding) -> Iterator[bytes]:
    """The stream in blocks of ASCII-compatible bytes whose only line end is LF."""
    stream.seek(encoding.skip)
    decoder = codecs.getincrementaldecoder(encoding.name)("replace") if encoding.wide else None
    held = b""
    while block := stream.read(_BLOCK):
        if decoder:
            block = decoder.decode(block).encode("utf-8", "replace")
        block, held = held + block, b""
        if block.endswith(b"\r"):  # the LF may stand at the start of the next one
            block, held = block[:-1], b"\r"
        yield block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    yield held.replace(b"\r", b"\n") + b"\n"


def _pieces(stream: BinaryIO, encoding: Encoding) -> Iterator[bytes]:
    """The stream cut before the line break that follows each END line; whole lines always."""
    rest = b""
    number = 0
    for block in _blocks(stream, encoding):
        data = rest + block
        start = 0
        for end in _END.finditer(data):
            yield data[start : end.end() + 1]
            number += 1
            start = end.end() + 1
        rest = data[start:]
        if len(rest) > MAX_LINE:
            cut = rest.rfind(b"\n") + 1
            if not cut:
                raise FormatError(_LONG, line=number + 1)
            yield rest[:cut]
            rest = rest[cut:]
    if rest.strip():
        yield rest


def _plain_card(piece: bytes, number: int, heads: Heads) -> Card | None:
    """The card in a piece of the file; None if it needs patience."""
    upper = piece.upper()
    begin = upper.find(b"BEGIN:VCARD\n")
    if (
        begin < 0
        or (begin and upper[begin - 1] != 0x0A)
        or upper.count(b"VCARD") != 2
        or b"QUOTED-PRINTABLE" in upper
        or (b"CHARSET=" in upper and _CHARSET.search(upper))
    ):
        return None
    body = piece[begin + 12 :]
    if b"\n\n" in body:
        body = _BLANK_LINES.sub(b"\n", body)
    body = body.replace(b"\n ", b"").replace(b"\n\t", b"")
    try:
        lines = body.decode().split("\n")
    except UnicodeDecodeError:
        return None
    if not 2 <= len(lines) <= MAX_PROPERTIES or not lines[-2].strip().upper().startswith("END"):
        return None
    line = number + piece.count(b"\n", 0, begin)
    return _card_of_lines(lines[:-2], line, heads)


def _card_of_lines(lines: list[str], number: int, heads: Heads) -> Card:
    found = []
    known = heads.known.get
    bulky = False
    for line in lines:
        text, _colon, value = line.partition(":")
        head = known(text) or _unusual(line, heads)
        if head is None or head.name in BULKY:
            bulky = True
        elif head.wanted:
            found.append(Property(head, value if '"' not in text else split_line(line)[1]))
    if bulky:
        lines = [text for text in lines if _kept(text, heads)]
    return card_of(number, found, "\n".join(lines)[:MAX_CARD_TEXT])


def _unusual(line: str, heads: Heads) -> Head | None:
    return heads(split_line(line)[0]) if ":" in line else None


def _kept(line: str, heads: Heads) -> bool:
    head = _unusual(line, heads)
    return head is not None and head.name not in BULKY


class _Patient:
    """Follows BEGIN and END line by line; knows nested cards (AGENT) from the next card after a
    lost END."""

    def __init__(self, heads: Heads) -> None:
        self._heads = heads
        self._start = 0
        self._nested = 0
        self._logical: list[bytearray | bytes] = []

    @property
    def busy(self) -> bool:
        """Is a card begun and not ended?"""
        return self._start > 0

    def feed(self, number: int, line: bytes) -> Iterator[Card]:
        """Take the next line; gives the card that it ends, if any."""
        if len(line) >= MAX_LINE:
            raise FormatError(_LONG, line=number)
        bare = line.strip().upper().replace(b" ", b"") if len(line) < 100 else b""
        if bare == b"BEGIN:VCARD":
            yield from self._begin(number)
        elif not self._start:
            return
        elif bare == b"END:VCARD":
            if self._nested:
                self._nested -= 1
            else:
                yield self._close(cut=False)
        elif not self._nested and line:
            self._add(line)

    def finish(self) -> Iterator[Card]:
        """The card that the end of the file cut short, if any."""
        if self._start:
            yield self._close(cut=True)

    def _begin(self, number: int) -> Iterator[Card]:
        if (
            self._start
            and self._logical
            and self._logical[-1][:99].strip().upper().startswith(b"AGENT")
        ):
            self._nested += 1
            return
        if self._start and self._nested:
            self._nested += 1
            return
        if self._start:
            yield self._close(cut=True)
        self._start = number

    def _close(self, *, cut: bool) -> Card:
        found = []
        kept = []
        for line in map(bytes, self._logical):
            entry = parse_line(line, self._heads)
            if entry and entry.head.name not in BULKY:
                found.append(entry)
                kept.append(text_of(line))
        card = card_of(self._start, found, "\n".join(kept)[:MAX_CARD_TEXT], cut=cut)
        self._start, self._nested, self._logical = 0, 0, []
        return card

    def _add(self, line: bytes) -> None:
        """Join folded lines, quoted-printable soft breaks and stray base64 to the line before."""
        last = self._logical[-1] if self._logical else b""
        if last and line[:1] in (b" ", b"\t"):
            if not _is_bulky(last):
                self._extend(line[1:])
        elif (
            last.endswith(b"=")
            and _is_quoted_printable(last)
            and (not _HEAD.match(line) or b"=" in line.split(b":")[0])
        ):
            self._extend(line, drop=1)
        elif last and _BASE64.match(line.strip()) and _is_bulky(last):
            return
        else:
            if len(self._logical) >= MAX_PROPERTIES:
                raise FormatError(
                    gettext_noop("The card on line %(line)d never seems to end."), line=self._start
                )
            self._logical.append(line)

    def _extend(self, more: bytes, drop: int = 0) -> None:
        """Grow the last line in place: thousands of folds must not copy it each time."""
        last = self._logical[-1]
        if not isinstance(last, bytearray):
            last = self._logical[-1] = bytearray(last)
        if len(last) + len(more) > MAX_LINE:
            raise FormatError(_LONG, line=self._start)
        if drop:
            del last[-drop:]
        last += more


def _is_bulky(line: bytes | bytearray) -> bool:
    found = _HEAD.match(line)
    return found is not None and found[1].decode("ascii", "replace").upper() in BULKY


def _is_quoted_printable(line: bytes | bytearray) -> bool:
    return b"QUOTED-PRINTABLE" in line[:1000].partition(b":")[0].upper()
