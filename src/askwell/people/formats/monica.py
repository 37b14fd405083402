"""The JSON export of Monica, a personal address book: people, notes, calls, meetings.

Its layout changed between versions and is documented nowhere, so things are found by what they are
called: lists of `{"type": "contact", "values": […]}`, whose entries keep their fields in
`properties` (or, from its API, in themselves) and what belongs to them in `data`.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from . import values
from .contact_table import distinct, label
from .decode import text_of
from .names import display_name, greeting_name
from .records import (
    FormatError,
    Item,
    MeRecord,
    MessageRecord,
    Outcome,
    Party,
    PersonRecord,
    Problem,
    gettext_noop,
)

_MAX_JSON = 32 << 20
_DEPTH = 12
_KINDS = {"call": "call", "activity": "meeting", "conversation": "message"}

DAMAGED = gettext_noop("This looks like an export of Monica, but its JSON is damaged or cut short.")
NOBODY = gettext_noop("Neither a name nor an address, so there is nobody to add.")
RELATIVE = gettext_noop("%(name)s is only named as somebody’s relative.")
DEAD = gettext_noop("%(name)s has died.")


def is_monica(head: str) -> bool:
    """True if the beginning of a JSON file speaks Monica's words."""
    return head.startswith("{") and any(
        word in head for word in ('"exported_by"', '"app_version"', '"first_name"')
    )


def read_monica(stream: BinaryIO, file: str) -> Iterator[Item]:
    """People, myself if the file says who, then calls, meetings and messages."""
    stream.seek(0)
    try:
        data = json.loads(text_of(stream.read(_MAX_JSON)).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise FormatError(DAMAGED) from error
    contacts = list(_named(data, "contact", 0))
    names: dict[str, Party] = {}
    for number, entry in enumerate(contacts, start=1):
        item = _contact(entry, file, number)
        if isinstance(item, PersonRecord):
            names[item.uid] = Party(item.display_name, next(iter(item.links), ""), item.uid)
        yield item
    for number, entry in enumerate(contacts, start=1):
        for kind in _KINDS:
            for one in _named(entry.get("data"), kind, 0):
                known = names.get(_text(entry, "uuid", "id"))
                if known and (found := _touch(one, kind, (known,), file, number)):
                    yield found
    for one in _named(_outside(data), "activity", 0):
        with_whom = tuple(names[uid] for uid in _participants(one) if uid in names)
        if with_whom and (found := _touch(one, "activity", with_whom, file, 1)):
            yield found


def _named(data: object, kind: str, depth: int) -> Iterator[dict[str, Any]]:
    """All entries of lists of this type, at any depth (but not within each other)."""
    if depth > _DEPTH:
        return
    if isinstance(data, dict):
        entries = data.get("values")
        if data.get("type") == kind and isinstance(entries, list):
            yield from (entry for entry in entries if isinstance(entry, dict))
        elif data.get("object") == kind:
            yield data
        else:
            for value in data.values():
                if isinstance(value, dict | list):
                    yield from _named(value, kind, depth + 1)
    elif isinstance(data, list):
        for value in data:
            if isinstance(value, dict | list):
                yield from _named(value, kind, depth + 1)


def _outside(data: object) -> object:
    """The account without its contacts, whose own touches were read with them."""
    account = data.get("account") if isinstance(data, dict) else None
    lists = account.get("data") if isinstance(account, dict) else None
    if not isinstance(lists, list):
        return None
    return [one for one in lists if isinstance(one, dict) and one.get("type") != "contact"]


def _get(entry: dict[str, Any], name: str) -> object:
    inner = entry.get("properties")
    found = inner.get(name) if isinstance(inner, dict) else None
    return entry.get(name) if found is None else found


def _text(entry: dict[str, Any], *names: str) -> str:
    for name in names:
        found = _get(entry, name)
        if isinstance(found, dict):
            found = _get(found, "name") or _get(found, "date")
        plain = isinstance(found, str | int) and not isinstance(found, bool)
        if plain and (text := values.clean(str(found))):
            return text
    return ""


def _contact(entry: dict[str, Any], file: str, number: int) -> Item:
    given, family = _text(entry, "first_name"), _text(entry, "last_name")
    shown = display_name(given, family, _text(entry, "middle_name"))
    params = {"name": shown}
    if _get(entry, "is_partial") is True and shown:
        return Problem(file, number, RELATIVE, Outcome.SKIPPED, params)
    if _get(entry, "is_dead") is True and shown:
        return Problem(file, number, DEAD, Outcome.SKIPPED, params)
    ways = [_text(one, "data", "content", "value") for one in _named(entry, "contact_field", 0)]
    emails = distinct(map(values.email, ways))
    if _get(entry, "is_me") is True:
        return MeRecord(given=given, family=family, emails=emails)
    links = distinct(values.link(way) for way in ways if "@" not in way and not way[:1].isdigit())
    phones = distinct(values.phone(way) for way in ways if _is_number(way))
    if not (shown or emails or phones or links):
        return Problem(file, number, NOBODY, Outcome.SKIPPED)
    return PersonRecord(
        file=file,
        line=number,
        raw={"monica": json.dumps(entry, ensure_ascii=False)[: values.MAX_TEXT]},
        given=given,
        family=family,
        display_name=shown,
        greeting_name=greeting_name(given, shown),
        emails=emails,
        phones=phones,
        links=links,
        organization=_text(entry, "company"),
        role=_text(entry, "job"),
        notes=_notes(entry),
        birthday=_birthday(_get(entry, "birthdate")),
        labels=distinct(map(label, _tags(_get(entry, "tags")))),
        uid=_text(entry, "uuid", "id")[:200],
        place=_place(entry),
        how_met=_lines(entry, "first_met_where", "first_met_additional_info"),
    )


def _is_number(text: str) -> bool:
    return "@" not in text and "/" not in text and not any(c.isalpha() for c in text)


def _notes(entry: dict[str, Any]) -> str:
    told = [_lines(entry, "description")]
    told += [_lines(one, "body") for one in _named(entry.get("data"), "note", 0)]
    return "\n\n".join(filter(None, told))[: values.MAX_TEXT]


def _lines(entry: dict[str, Any], *names: str) -> str:
    found = (_get(entry, name) for name in names)
    texts = (values.clean_lines(text) for text in found if isinstance(text, str))
    return "\n".join(filter(None, texts))


def _tags(found: object) -> Iterator[str]:
    for tag in found if isinstance(found, list) else ():
        if isinstance(tag, str):
            yield tag
        elif isinstance(tag, dict):
            yield _text(tag, "name")


def _place(entry: dict[str, Any]) -> str:
    for address in _named(entry, "address", 0):
        if place := ", ".join(filter(None, (_text(address, "city"), _text(address, "country")))):
            return place[:200]
    return ""


def _birthday(found: object) -> str:
    """Monica guesses dates from ages: those are no birthdays."""
    if not isinstance(found, dict) or _get(found, "is_age_based") is True:
        return ""
    try:
        iso = values.partial_date(_text(found, "date")[:10])
    except ValueError:
        return ""
    return f"-{iso[4:]}" if _get(found, "is_year_unknown") is True and len(iso) == 10 else iso


def _participants(one: dict[str, Any]) -> Iterator[str]:
    for name in ("contacts", "participants", "attendees"):
        found = _get(one, name)
        for who in found if isinstance(found, list) else ():
            yield (
                who if isinstance(who, str) else _text(who, "uuid") if isinstance(who, dict) else ""
            )


def _touch(
    one: dict[str, Any], kind: str, others: tuple[Party, ...], file: str, number: int
) -> MessageRecord | None:
    at = _at(_text(one, "called_at", "happened_at", "created_at"))
    if at is None:
        return None
    called = _get(one, "contact_called")
    return MessageRecord(
        file=file,
        line=number,
        at=at,
        mine=not called if kind == "call" and isinstance(called, bool) else None,
        others=others,
        subject=_text(one, "summary")[:300],
        text=_lines(one, "content", "description"),
        kind=_KINDS[kind],
    )


def _at(text: str) -> datetime | date | None:
    try:
        return values.moment(text)
    except ValueError:
        return None
