"""Writing vCards 3.0 (which Google, Outlook and iCloud all read), 4.0 (for CardDAV) and jCard.

What is written is read again by `vcard.py` to the same record, which the tests prove; interop.md
§2.3. A name that has no parts goes into N as well, because some programs show nothing else; the
card then says so, lest the whole name become a first name when it comes back.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from .records import PersonRecord
from .vcard_lines import WHOLE_NAME

_OCTETS = 75


class _Entry(NamedTuple):
    name: str
    value: str | list[str]
    kind: str = "text"
    params: str = ""


def write_vcards(
    people: Iterable[PersonRecord], *, revised: datetime, version: str = "3.0"
) -> Iterator[bytes]:
    """One card per person, as bytes to be joined; `revised` (UTC) becomes REV.

    `version` is 3.0 or 4.0.
    """
    for person in people:
        entries = list(_entries(person, version, revised))
        lines = (f"{e.name}{e.params}:{_value(e)}" for e in entries)
        yield b"".join(map(fold_line, ("BEGIN:VCARD", *lines, "END:VCARD")))


def write_jcards(people: Iterable[PersonRecord], *, revised: datetime) -> Iterator[bytes]:
    """A list of jCards (RFC 7095), as bytes to be joined."""
    before = b"["
    for person in people:
        entries = [
            [e.name.lower(), {}, e.kind, *(e.value if e.name == "CATEGORIES" else [e.value])]
            for e in _entries(person, "4.0", revised)
        ]
        card = json.dumps(["vcard", entries], ensure_ascii=False)
        yield before + card.encode("utf-8", "replace")
        before = b",\r\n"
    yield b"]\r\n" if before != b"[" else b"[]\r\n"


def fold_line(line: str) -> bytes:
    """CRLF-ended, folded at 75 octets, never inside a UTF-8 sequence."""
    rest, parts, room = line.encode("utf-8", "replace"), [], _OCTETS
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(rest[:cut])
        rest, room = rest[cut:], _OCTETS - 1
    return b"\r\n ".join([*parts, rest]) + b"\r\n"


def escape(text: str) -> str:
    """A text value: backslash, comma, semicolon and line breaks escaped."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _value(entry: _Entry) -> str:
    if isinstance(entry.value, list):
        return ("," if entry.name == "CATEGORIES" else ";").join(map(escape, entry.value))
    return entry.value if entry.kind == "uri" else escape(entry.value)


def _entries(person: PersonRecord, version: str, revised: datetime) -> Iterator[_Entry]:
    old = version == "3.0"
    shown = person.display_name or person.label
    yield _Entry("VERSION", version)
    yield _Entry("UID", _uid(person.uid), "text" if old else "uri")
    if not old:
        yield _Entry("KIND", "individual")
    whole = not (person.given or person.family)
    yield _Entry("N", [person.family, shown if whole else person.given, "", person.honorific, ""])
    yield _Entry("FN", shown)
    if whole:
        yield _Entry(WHOLE_NAME, "whole")
    for address in person.emails:
        yield _Entry("EMAIL", address, params=";TYPE=INTERNET" if old else "")
    for number in person.phones:
        yield _Entry("TEL", number)
    for url in person.links:
        yield _Entry("URL", url.replace("\\", "%5C"), "uri")
    if person.place:
        yield _Entry("ADR", ["", "", "", person.place, "", "", ""])
    for name in ("ORG", "TITLE", "NOTE"):
        value = {"ORG": person.organization, "TITLE": person.role, "NOTE": person.notes}[name]
        if value:
            yield _Entry(name, value)
    if person.birthday:
        yield _birthday(person.birthday, old=old)
    if person.labels:
        yield _Entry("CATEGORIES", list(person.labels))
    yield _Entry("REV", revised.strftime("%Y%m%dT%H%M%SZ"), "timestamp")


def _birthday(iso: str, *, old: bool) -> _Entry:
    if not iso.startswith("--"):
        return _Entry("BDAY", iso, "date")
    if old:  # 3.0 has no date without a year; this is Apple's way
        omit = ";X-APPLE-OMIT-YEAR=1604"
        return _Entry("BDAY", f"1604-{iso[2:]}", "date", omit)
    return _Entry("BDAY", iso.replace("-", "").rjust(6, "-"), "date")


def _uid(uid: str) -> str:
    return f"urn:uuid:{uid}" if len(uid) == 36 and uid.count("-") == 4 else uid
