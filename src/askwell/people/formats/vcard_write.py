"""Writing vCards: version 3.0, which Google, Outlook and iCloud all read (interop.md §2.3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from .records import PersonRecord

_OCTETS = 75


def write_vcards(people: Iterable[PersonRecord], *, revised: datetime) -> Iterator[bytes]:
    """One card per person, as bytes to be joined; `revised` (UTC) becomes REV."""
    rev = revised.strftime("%Y%m%dT%H%M%SZ")
    for person in people:
        yield b"".join(map(fold_line, _lines(person, rev)))


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


def _lines(person: PersonRecord, rev: str) -> Iterator[str]:
    shown = person.display_name or person.label
    name = (
        person.family,
        person.given or ("" if person.family else shown),
        "",
        person.honorific,
        "",
    )
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{escape(_uid(person.uid))}"
    yield f"N:{';'.join(map(escape, name))}"
    yield f"FN:{escape(shown)}"
    for address in person.emails:
        yield f"EMAIL;TYPE=INTERNET:{escape(address)}"
    for number in person.phones:
        yield f"TEL:{escape(number)}"
    for url in person.links:
        yield f"URL:{url}"
    for field, value in (
        ("ORG", person.organization),
        ("TITLE", person.role),
        ("NOTE", person.notes),
    ):
        if value:
            yield f"{field}:{escape(value)}"
    if len(person.birthday) == 10:
        yield f"BDAY:{person.birthday}"
    elif person.birthday.startswith("--"):  # 3.0 has no date without a year; this is Apple's way
        yield f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{person.birthday[2:]}"
    if person.labels:
        yield f"CATEGORIES:{','.join(map(escape, person.labels))}"
    yield f"REV:{rev}"
    yield "END:VCARD"


def _uid(uid: str) -> str:
    return f"urn:uuid:{uid}" if len(uid) == 36 and uid.count("-") == 4 else uid
