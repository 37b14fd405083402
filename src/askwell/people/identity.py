"""What makes two records the same person or organization – never the name alone."""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.crypto import salted_hmac

from askwell.explorations.operations import fold_key
from askwell.people.formats import PersonRecord
from askwell.people.formats.values import profile_url
from askwell.people.legal_forms import LEGAL_FORMS
from askwell.people.models import ContactPoint

Kind = ContactPoint.Kind
Key = tuple[str, str]
Contact = tuple[str, str, str]

# Plain text: looking an enum member up takes longer than comparing it.
_EMAIL, _PHONE = Kind.EMAIL.value, Kind.PHONE.value
_LINK, _UID = Kind.LINK.value, Kind.VCARD_UID.value
_STRENGTH = (_UID, _EMAIL, _LINK)
IDENTIFYING = frozenset(_STRENGTH)
_NO_DIGIT = re.compile(r"\D")
PROFILE = "https://www.linkedin.com/in/"


@lru_cache(maxsize=4096)
def organization_key(name: str) -> str:
    """The name folded, without legal forms: "Grün & Söhne GmbH" is "grun sohne"."""
    words = fold_key(name.replace(".", "")).split()
    kept = [word for word in words if word not in LEGAL_FORMS]
    return (" ".join(kept or words) or name.casefold().strip())[:300]


def sort_key(name: str, given: str = "", family: str = "") -> str:
    """How a name stands in the list: family name first, folded, so that Ö is near O."""
    return fold_key(f"{family} {given}" if family else name)[:300]


def contact_key(kind: str, value: str) -> str:
    """The normalised value of a way to reach somebody."""
    if kind == _PHONE:
        return _NO_DIGIT.sub("", value)[-15:]
    if kind == _LINK:
        return (profile_url(value) or value)[:600]
    return value.strip().casefold()[:600]


def contacts_of(record: PersonRecord) -> list[Contact]:
    """Kind, value and key of every way to reach somebody that a record names."""
    found = [(_EMAIL, value, value) for value in record.emails]
    found += [(_PHONE, v, contact_key(_PHONE, v)) for v in record.phones]
    found += [(_LINK, value[:600], value[:600]) for value in record.links]
    if record.uid:
        found.append((_UID, record.uid, contact_key(_UID, record.uid)))
    return found


def identifies(kind: str, key: str) -> bool:
    """Does this key belong to one person only? Phones are shared, websites belong to firms."""
    if kind == _LINK:
        return key.startswith(PROFILE)
    return kind in IDENTIFYING


def identity_keys(contacts: Iterable[Contact]) -> list[Key]:
    """The keys a record is recognised by, the strongest first: UID, e-mail, profile."""
    found = [(kind, key) for kind, _value, key in contacts if identifies(kind, key)]
    if len(found) > 1:
        found.sort(key=lambda pair: _STRENGTH.index(pair[0]))
    return found


def nameless_digest(record: PersonRecord, ordinal: int) -> str:
    """Recognises a record without any identity key when the same file is read again.

    `ordinal` counts equal records within the file: two people may share all that is known.
    """
    told = [record.display_name, record.organization, record.role, record.birthday]
    told += [str(record.connected_on or ""), *record.phones, *record.links, str(ordinal)]
    return hashlib.sha256("\x1f".join(told).encode("utf-8", "replace")).hexdigest()[:40]


def forgotten_digest(kind: str, key: str) -> str:
    """What is kept of somebody who was forgotten: enough to recognise, not enough to read."""
    return salted_hmac("askwell.people.forgotten", f"{kind}:{key}", algorithm="sha256").hexdigest()
