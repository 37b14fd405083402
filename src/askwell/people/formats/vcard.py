"""People and companies of vCards: own reader, because real cards break the libraries
(interop.md §2.3: `vobject` refuses the whole file for 24 of 96 real ones)."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from . import values
from .contact_table import distinct, label
from .decode import byte_lines, detect, text_of
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
from .vcard_lines import Card, Property, from_jcard, read_cards, split_unescaped, unescape

CUT = gettext_noop("The file ends in the middle of this card; what was there has been kept.")
CUT_EMPTY = gettext_noop("The file ends in the middle of this card and nothing usable was there.")
NOTHING = gettext_noop("This card has neither a name nor an address, so there is nobody to add.")
GROUP = gettext_noop("“%(name)s” is a group, not a person.")
BAD_DATE = gettext_noop("The birthday “%(value)s” is no date that exists; the rest was kept.")
_MAX_JSON = 32 << 20


def read_vcards(stream: BinaryIO, file: str) -> Iterator[Item]:
    """Every card of a .vcf file as person, company or problem."""
    for card in read_cards(byte_lines(stream, detect(stream))):
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
        yield from _items(Card(number, from_jcard(card), text), file)


class _Fields:
    """The properties of a card by name, the preferred first."""

    def __init__(self, card: Card) -> None:
        self.by_name: dict[str, list[Property]] = {}
        for found in sorted(card.properties, key=_preference):
            self.by_name.setdefault(found.name, []).append(found)

    def all(self, *names: str) -> list[Property]:
        return [found for name in names for found in self.by_name.get(name, ())]

    def text(self, *names: str) -> str:
        return next((t for p in self.all(*names) if (t := _plain(p).strip())), "")

    def parts(self, name: str) -> list[str]:
        found = self.by_name.get(name)
        if not found:
            return []
        if found[0].parts is not None:
            return [values.clean(part) for part in found[0].parts]
        return [_unquoted(values.clean(part)) for part in split_unescaped(found[0].value, ";")]


def _preference(found: Property) -> tuple[int, int]:
    """PREF=1 before PREF=2 before `type=pref` before the rest; the same fact in other form last."""
    pref = next((int(p) for p in found.param("pref") if p.isdecimal() and p.isascii()), 0)
    rank = pref if pref else 50 if "pref" in found.param("type") else 100
    return (1 if found.param("altid") and not pref else 0, rank)


def _plain(found: Property) -> str:
    return found.value if found.parts is not None else unescape(found.value)


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _items(card: Card, file: str) -> Iterator[Item]:
    fields = _Fields(card)
    raw = {"vcard": card.text}
    kind = fields.text("KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
    if kind == "group":
        params = {"name": values.clean(fields.text("FN", "N"))}
        yield Problem(file, card.line, GROUP, Outcome.NOTED, params, raw)
        return
    notes: list[Problem] = []
    person = _person(fields, card, file, raw, notes)
    if _is_company(fields, person, kind):
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


def _is_company(fields: _Fields, person: PersonRecord, kind: str) -> bool:
    name = person.organization or person.display_name
    if not name:
        return False
    if kind in ("org", "organization") or fields.text("X-ABSHOWAS").upper() == "COMPANY":
        return True
    nobody = not (person.given or person.family)
    return nobody and person.organization != "" and person.display_name in ("", person.organization)


def _person(
    fields: _Fields, card: Card, file: str, raw: dict[str, str], notes: list[Problem]
) -> PersonRecord:
    family, given, middle, honorific = (fields.parts("N") + [""] * 4)[:4]
    shown = values.clean(fields.text("FN")) or display_name(given, family, middle)
    organization = (fields.parts("ORG") or [""])[0]
    return PersonRecord(
        file=file,
        line=card.line,
        raw=raw,
        given=given,
        family=family,
        display_name=shown,
        greeting_name=greeting_name(given, shown),
        honorific=honorific,
        emails=distinct(values.email(_plain(p)) for p in fields.all("EMAIL")),
        phones=distinct(values.phone(_plain(p)) for p in fields.all("TEL")),
        links=_links(fields),
        organization=organization,
        role=values.clean(fields.text("TITLE", "ROLE")),
        notes="\n\n".join(
            filter(None, (values.clean_lines(_plain(p)) for p in fields.all("NOTE")))
        ),
        birthday=_birthday(fields, card, file, notes),
        labels=distinct(label(part) for part in _categories(fields.all("CATEGORIES"))),
        uid=values.clean(fields.text("UID")).removeprefix("urn:uuid:")[:200],
    )


def _links(fields: _Fields) -> tuple[str, ...]:
    found = fields.all("URL", "SOCIALPROFILE", "X-SOCIALPROFILE")
    return distinct(values.link(_plain(p)) for p in found)


def _categories(found: Iterable[Property]) -> Iterator[str]:
    for entry in found:
        yield from entry.parts if entry.parts is not None else split_unescaped(entry.value, ",")


def _birthday(fields: _Fields, card: Card, file: str, notes: list[Problem]) -> str:
    text = fields.text("BDAY")
    if not text:
        return ""
    try:
        return values.partial_date(text)
    except ValueError:
        params = {"value": values.clean(text)[:40]}
        notes.append(Problem(file, card.line, BAD_DATE, Outcome.NOTED, params))
        return ""
