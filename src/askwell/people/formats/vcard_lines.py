"""vCard 2.1, 3.0, 4.0 and jCard as plain properties: unfolded, decoded, unescaped nowhere yet.

Everything seen in the wild is tolerated here (interop.md §2.3), so that `vcard.py` can speak of
people only.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .decode import text_of
from .records import FormatError, gettext_noop

MAX_PROPERTIES = 5000
_BULKY = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN"))
_HEAD = re.compile(rb"(?:[\w.-]+\.)?([A-Za-z][\w-]*)\s*[;:]")
_BASE64 = re.compile(rb"[A-Za-z0-9+/=]+\Z")
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}
_BARE_TYPES = {
    "quoted-printable": "encoding",
    "base64": "encoding",
    "8bit": "encoding",
    "7bit": "encoding",
}


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: upper-case name, group, parameters (lower-case values), raw value.

    `value` keeps its escapes; `parts` is filled for jCard, whose values are structured already.
    """

    name: str
    value: str
    group: str = ""
    params: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: tuple[str, ...] | None = None

    def param(self, name: str) -> tuple[str, ...]:
        """Values of a parameter, lower case; () if absent."""
        return self.params.get(name, ())


@dataclass(frozen=True, slots=True)
class Card:
    """The properties of one card, where it starts, its text without pictures, and if it was cut."""

    line: int
    properties: list[Property]
    text: str
    cut: bool = False


def read_cards(lines: Iterable[bytes]) -> Iterator[Card]:
    """The cards of a vCard stream, one by one; a card without END is given as far as it goes."""
    reader = _Reader()
    for number, line in enumerate(lines, start=1):
        yield from reader.feed(number, line)
    yield from reader.finish()


class _Reader:
    """Follows BEGIN and END; knows nested cards (AGENT) from the next card after a lost END."""

    def __init__(self) -> None:
        self._start = 0
        self._nested = 0
        self._logical: list[bytes] = []

    def feed(self, number: int, line: bytes) -> Iterator[Card]:
        bare = line.strip().upper().replace(b" ", b"")
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
            self._add(number, line)

    def finish(self) -> Iterator[Card]:
        if self._start:
            yield self._close(cut=True)

    def _begin(self, number: int) -> Iterator[Card]:
        if self._start and self._logical and self._logical[-1].strip().upper().startswith(b"AGENT"):
            self._nested += 1
            return
        if self._start and self._nested:
            self._nested += 1
            return
        if self._start:
            yield self._close(cut=True)
        self._start = number

    def _close(self, *, cut: bool) -> Card:
        card = Card(self._start, [], "", cut)
        kept = []
        for line in self._logical:
            found = parse_line(line)
            if found and found.name not in _BULKY:
                card.properties.append(found)
                kept.append(text_of(line))
        self._start, self._nested, self._logical = 0, 0, []
        return Card(card.line, card.properties, "\n".join(kept)[:20_000], cut)

    def _add(self, number: int, line: bytes) -> None:
        """Join folded lines, quoted-printable soft breaks and stray base64 to the line before."""
        last = self._logical[-1] if self._logical else b""
        if last and line[:1] in (b" ", b"\t"):
            if not _is_bulky(last):
                self._logical[-1] = last + line[1:]
        elif (last.endswith(b"=") and _is_quoted_printable(last) and not _HEAD.match(line)) or (
            last.endswith(b"=") and _is_quoted_printable(last) and b"=" in line.split(b":")[0]
        ):
            self._logical[-1] = last[:-1] + line
        elif last and _is_bulky(last) and _BASE64.match(line.strip()):
            return
        else:
            if len(self._logical) >= MAX_PROPERTIES:
                raise FormatError(
                    gettext_noop("The card on line %(line)d never seems to end."), line=self._start
                )
            self._logical.append(line)


def _is_bulky(line: bytes) -> bool:
    found = _HEAD.match(line)
    return found is not None and found[1].decode("ascii", "replace").upper() in _BULKY


def _is_quoted_printable(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def parse_line(line: bytes) -> Property | None:
    """One unfolded line as a property; None for what is none."""
    head, value = _split_head(line)
    if head is None:
        return None
    names = _split_quoted(text_of(head), ";")
    group, _, name = names[0].strip().rpartition(".")
    params = _params(names[1:])
    charset = next(iter(params.get("charset", ())), "")
    if "quoted-printable" in params.get("encoding", ()):
        value = quopri.decodestring(value)
    return Property(name.upper(), text_of(value, charset), group.lower(), params)


def _split_head(line: bytes) -> tuple[bytes | None, bytes]:
    """Name and parameters before the first colon outside quotes, and the value after it."""
    if b'"' in line.partition(b":")[0]:
        quoted = False
        for place, char in enumerate(line[:10_000]):
            if char == 0x22:
                quoted = not quoted
            elif char == 0x3A and not quoted:
                return line[:place], line[place + 1 :]
    head, colon, value = line.partition(b":")
    return (head, value) if colon and head.strip() else (None, b"")


def _params(texts: list[str]) -> dict[str, tuple[str, ...]]:
    """Parameters by lower-case name; bare 2.1 ones (`TEL;HOME;VOICE`) are types or encodings."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name = name.strip().lower()
        if not equals:
            name, value = _BARE_TYPES.get(name, "type"), name
        values = [part.strip().strip('"') for part in _split_quoted(value, ",")]
        if name == "type":  # TYPE="voice,home" is two types
            values = [part for value in values for part in value.split(",")]
        found[name] = found.get(name, ()) + tuple(_uncaret(v).lower() for v in values if v)
    return found


def _uncaret(text: str) -> str:
    return re.sub(r"\^[n'^]", lambda m: _CARET[m[0]], text) if "^" in text else text


def _split_quoted(text: str, mark: str) -> list[str]:
    if '"' not in text:
        return text.split(mark)
    parts, quoted = [""], False
    for char in text:
        if char == '"':
            quoted = not quoted
        if char == mark and not quoted:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def unescape(text: str) -> str:
    r"""Undo `\n \N \, \; \: \\`."""
    if "\\" not in text:
        return text
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text, flags=re.DOTALL)


def split_unescaped(text: str, mark: str) -> list[str]:
    """Split on `mark` where no backslash stands before it; parts are unescaped."""
    if "\\" not in text:
        return text.split(mark)
    parts, rest = [""], iter(text)
    for char in rest:
        if char == "\\":
            parts[-1] += char + next(rest, "")
        elif char == mark:
            parts.append("")
        else:
            parts[-1] += char
    return [unescape(part) for part in parts]


def from_jcard(data: object) -> list[Property]:
    """The properties of one jCard `["vcard", [[name, params, type, value…]…]]`; broken ones left out."""
    if not (
        isinstance(data, list)
        and len(data) >= 2
        and data[0] == "vcard"
        and isinstance(data[1], list)
    ):
        return []
    return [found for entry in data[1][:MAX_PROPERTIES] if (found := _from_entry(entry))]


def _from_entry(entry: object) -> Property | None:
    if not (isinstance(entry, list) and len(entry) >= 4 and isinstance(entry[0], str)):
        return None
    params = {}
    for name, value in entry[1].items() if isinstance(entry[1], dict) else ():
        values = value if isinstance(value, list) else [value]
        params[str(name).lower()] = tuple(str(v).lower() for v in values)
    group = next(iter(params.get("group", ())), "")
    value = entry[3]
    parts = tuple(map(_flat, value)) if isinstance(value, list) else tuple(map(_flat, entry[3:]))
    return Property(entry[0].upper(), parts[0] if parts else "", group, params, parts)


def _flat(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(_flat, value))
    return value if isinstance(value, str) else "" if value is None else str(value)
