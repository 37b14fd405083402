"""People and companies of vCards: own reader, because real cards break the libraries
(interop.md §2.3: `vobject` refuses the whole file for 24 of 96 real ones)."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from . import values
from .contact_table import distinct, label
from .decode import detect, text_of
from .names import display_name, greeting_name
from .records import (
    FormatError,
    Item,
    OrganizationRecord,
    Outcome,
    PersonRecord,
    Problem,
    gettext_noop,
)
from .vcard_cards import read_cards
from .vcard_lines import WHOLE_NAME, Card, Property, card_of, from_jcard, split_unescaped

CUT = gettext_noop("The file ends in the middle of this card; what was there has been kept.")
CUT_EMPTY = gettext_noop("The file ends in the middle of this card and nothing usable was there.")
NOTHING = gettext_noop("This card has neither a name nor an address, so there is nobody to add.")
GROUP = gettext_noop("“%(name)s” is a group, not a person.")
BAD_DATE = gettext_noop("The birthday “%(value)s” is no date that exists; the rest was kept.")
_MAX_JSON = 32 << 20


def read_vcards(stream: BinaryIO, file: str) -> Iterator[Item]:
    """Every card of a .vcf file as person, company or problem."""
    for card in read_cards(stream, detect(stream)):
        yield from _items(card, file)


def read_jcards(stream: BinaryIO, file: str) -> Iterator[Item]:
    """Every card of a jCard file (RFC 7095): one card, or a list of them."""
    stream.seek(0)
    try:
        data = json.loads(text_of(stream.read(_MAX_JSON)).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise FormatError(
            gettext_noop("This looks like a jCard, but its JSON is damaged or cut short.")
        ) from error
    cards = [data] if data[:1] == ["vcard"] else data
    for number, card in enumerate(cards, start=1):
        text = json.dumps(card, ensure_ascii=False)[:20_000]
        yield from _items(card_of(number, from_jcard(card), text), file)


def _all(card: Card, *names: str) -> list[str]:
    """The plain values of these properties, the preferred first."""
    fields = card.fields
    return [found.plain for name in names if name in fields for found in fields[name]]


def _text(card: Card, *names: str) -> str:
    """The first value that is not blank, clean."""
    for name in names:
        for found in card.fields.get(name, ()):
            if text := values.clean(found.plain):
                return text
    return ""


def _parts(card: Card, name: str, size: int) -> list[str]:
    """The first `size` components of a structured property, missing ones empty."""
    found = card.fields.get(name)
    if not found:
        return [""] * size
    known, value = found[0].parts, found[0].value
    parts = split_unescaped(value, ";") if known is None else known
    if '"' in value and "\\" not in value:  # some programs quote where they should escape
        parts = [p[1:-1] if p[:1] == '"' == p[-1:] and "," in p else p for p in parts]
    clean = [values.clean(part) if part else "" for part in parts[:size]]
    return clean + [""] * (size - len(clean))


def _items(card: Card, file: str) -> Iterator[Item]:
    raw = {"vcard": card.text}
    kind = _text(card, "KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
    if kind == "group":
        params = {"name": _text(card, "FN", "N")}
        yield Problem(file, card.line, GROUP, Outcome.NOTED, params, raw)
        return
    notes: list[Problem] = []
    person = _person(card, file, raw, notes)
    if _is_company(card, person, kind):
        name = person.organization or person.display_name
        yield OrganizationRecord(file, card.line, name, person.links, raw)
    elif person.label:
        yield person
    else:
        yield Problem(file, card.line, CUT_EMPTY if card.cut else NOTHING, raw=raw)
        return
    yield from notes
    if card.cut:
        yield Problem(file, card.line, CUT, Outcome.NOTED, raw=raw)


def _is_company(card: Card, person: PersonRecord, kind: str) -> bool:
    name = person.organization or person.display_name
    if not name:
        return False
    if kind == "individual" or WHOLE_NAME in card.fields:
        return False
    if kind in ("org", "organization") or _text(card, "X-ABSHOWAS").upper() == "COMPANY":
        return True
    nobody = not (person.given or person.family)
    return nobody and person.organization != "" and person.display_name in ("", person.organization)


def _person(card: Card, file: str, raw: dict[str, str], notes: list[Problem]) -> PersonRecord:
    family, given, middle, honorific, suffix = _parts(card, "N", 5)
    if WHOLE_NAME in card.fields:
        given = ""
    shown = _text(card, "FN") or display_name(given, family, middle, suffix)
    return PersonRecord(
        file=file,
        line=card.line,
        raw=raw,
        given=given,
        family=family,
        display_name=shown,
        greeting_name=greeting_name(given, shown),
        honorific=honorific,
        emails=distinct(map(values.email, _all(card, "EMAIL"))),
        phones=distinct(map(values.phone, _all(card, "TEL"))),
        links=distinct(map(values.link, _all(card, "URL", "SOCIALPROFILE", "X-SOCIALPROFILE"))),
        organization=_parts(card, "ORG", 1)[0],
        role=_text(card, "TITLE", "ROLE"),
        notes=_notes(card),
        birthday=_birthday(card, file, notes) if "BDAY" in card.fields else "",
        labels=_labels(card) if "CATEGORIES" in card.fields else (),
        uid=_text(card, "UID").removeprefix("urn:uuid:")[:200],
        place=_place(card),
    )


def _notes(card: Card) -> str:
    return "\n\n".join(filter(None, map(values.clean_lines, _all(card, "NOTE"))))


def _place(card: Card) -> str:
    """Town, region and country of the preferred address; the street is nobody's business here."""
    if "ADR" not in card.fields:
        return ""
    parts = _parts(card, "ADR", 7)
    return ", ".join(dict.fromkeys(filter(None, (*parts[3:5], *parts[6:7]))))[:200]


def _labels(card: Card) -> tuple[str, ...]:
    return distinct(map(label, _categories(card.fields["CATEGORIES"])))


def _categories(found: Iterable[Property]) -> Iterator[str]:
    for entry in found:
        yield from entry.parts if entry.parts is not None else split_unescaped(entry.value, ",")


def _birthday(card: Card, file: str, notes: list[Problem]) -> str:
    text = _text(card, "BDAY")
    try:
        return values.partial_date(text)
    except ValueError:
        params = {"value": text[:40]}
        notes.append(Problem(file, card.line, BAD_DATE, Outcome.NOTED, params))
        return ""
