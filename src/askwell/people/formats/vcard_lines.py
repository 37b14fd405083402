"""Lines of vCard 2.1, 3.0, 4.0 and entries of jCard as plain properties, unescaped nowhere yet.

Everything seen in the wild is tolerated here (interop.md §2.3), so that `vcard.py` can speak of
people only.
"""

import quopri
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from .decode import text_of

MAX_PROPERTIES = 5000
MAX_CARD_TEXT = 20_000
BULKY = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN"))
WHOLE_NAME = "X-ASKWELL-NAME"
"""Says that the name has no parts, though N holds all of it for programs that look only there."""
WANTED = frozenset(
    (
        "N", "FN", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "URL", "SOCIALPROFILE",
        "X-SOCIALPROFILE", "NOTE", "BDAY", "CATEGORIES", "UID", "KIND", "ADR",
        "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", WHOLE_NAME,
    )
)  # fmt: skip
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}
_BARE_TYPES = {
    "quoted-printable": "encoding",
    "base64": "encoding",
    "8bit": "encoding",
    "7bit": "encoding",
}
_NAME = re.compile(r"[A-Za-z][\w-]*\Z")
_MAX_HEADS = 2000
_MAX_HEAD = 300
_BETWEEN = {mark: re.compile(rf"(?:[^\\{mark}]+|\\.|\\\Z)*", re.DOTALL) for mark in (";", ",")}
UNRANKED = 100


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon: upper-case name, group, parameters (lower-case values).

    `rank` orders equal properties: PREF=1 before PREF=2 before `type=pref` before the rest; the
    same fact in other form (ALTID) last.
    """

    name: str
    group: str = ""
    params: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rank: int = UNRANKED
    wanted: bool = True
    """Is this property read at all?"""

    def param(self, name: str) -> tuple[str, ...]:
        """Values of a parameter, lower case; () if absent."""
        return self.params.get(name, ())


class Property(NamedTuple):
    """One line of a card; the value keeps its escapes.

    `parts` is filled for jCard, whose values are structured already.
    """

    head: Head
    value: str
    parts: tuple[str, ...] | None = None

    @property
    def plain(self) -> str:
        """The value without escapes."""
        value = self[1]
        return value if "\\" not in value or self[2] is not None else unescape(value)


@dataclass(slots=True)
class Card:
    """The properties of one card by name, the preferred first; where it starts; its text without
    pictures; whether it was cut."""

    line: int
    fields: dict[str, list[Property]]
    text: str
    cut: bool = False


def card_of(line: int, found: Iterable[Property], text: str, *, cut: bool = False) -> Card:
    """A card of these properties."""
    fields: dict[str, list[Property]] = {}
    ranked = False
    for entry in found:
        head = entry[0]
        if not head.wanted:
            continue
        ranked = ranked or head.rank != UNRANKED
        if head.name in fields:
            fields[head.name].append(entry)
        else:
            fields[head.name] = [entry]
    if ranked:
        for entries in fields.values():
            if len(entries) > 1:
                entries.sort(key=lambda entry: entry.head.rank)
    return Card(line, fields, text, cut)


class Heads:
    """Parsed heads by their text: the same few stand in every card of a file."""

    def __init__(self) -> None:
        self.known: dict[str, Head] = {}

    def __call__(self, text: str) -> Head | None:
        found = self.known.get(text) or _head(text)
        if found and len(self.known) < _MAX_HEADS and len(text) < _MAX_HEAD:
            self.known[text] = found
        return found


def parse_line(line: bytes, heads: Heads) -> Property | None:
    """One unfolded line as a property; None for what is none."""
    text, value = _split_head(line)
    head = heads(text_of(text)) if text else None
    if head is None:
        return None
    charset = next(iter(head.param("charset")), "")
    if "quoted-printable" in head.param("encoding"):
        value = quopri.decodestring(value)
    return Property(head, text_of(value, charset))


def split_line(line: str) -> tuple[str, str]:
    """Name and parameters before the first colon outside quotes, and the value after it."""
    head, _, value = line.partition(":")
    if '"' in head:
        cut = _quoted_end(line[:10_000])
        head, value = line[:cut], line[cut + 1 :]
    return head, value


def _split_head(line: bytes) -> tuple[bytes, bytes]:
    if b'"' in line.partition(b":")[0]:
        cut = _quoted_end(line[:10_000].decode("latin-1"))
        return line[:cut], line[cut + 1 :]
    head, colon, value = line.partition(b":")
    return (head, value) if colon else (b"", b"")


def _quoted_end(text: str) -> int:
    """The place of the first colon outside quotes; without one the first at all."""
    quoted = False
    for place, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return place
    return text.index(":") if ":" in text else len(text)


def _head(text: str) -> Head | None:
    names = _split_quoted(text, ";")
    group, _, name = names[0].strip().rpartition(".")
    if not _NAME.match(name):
        return None
    params = _params(names[1:])
    name = name.upper()
    return Head(name, group.lower(), params, _rank(params), name in WANTED)


def _rank(params: dict[str, tuple[str, ...]]) -> int:
    pref = next((p for p in params.get("pref", ()) if p.isdecimal() and p.isascii()), "")
    if pref:
        return min(int(pref[:3]), UNRANKED - 1)
    if "pref" in params.get("type", ()):
        return UNRANKED // 2
    return UNRANKED + 1 if params.get("altid") else UNRANKED


def _params(texts: list[str]) -> dict[str, tuple[str, ...]]:
    """Parameters by lower-case name; bare 2.1 ones (`TEL;HOME;VOICE`) are types or encodings."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts[:100]:
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
    parts: list[str] = []
    quoted, start = False, 0
    for place, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif char == mark and not quoted:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def unescape(text: str) -> str:
    r"""Undo `\n \N \, \; \: \\`."""
    if "\\" not in text:
        return text
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text, flags=re.DOTALL)


def split_unescaped(text: str, mark: str) -> list[str]:
    """Split on `mark` where no backslash stands before it; parts are unescaped."""
    if "\\" not in text:
        return text.split(mark)
    cut = _BETWEEN[mark]
    parts: list[str] = []
    place = 0
    while True:
        found = cut.match(text, place)
        end = found.end() if found else place
        parts.append(unescape(text[place:end]))
        if end >= len(text):
            return parts
        place = end + 1


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
    head = Head(entry[0].upper(), group, params, _rank(params))
    return Property(head, parts[0] if parts else "", parts)


def _flat(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(_flat, value))
    return value if isinstance(value, str) else "" if value is None else str(value)
