"""Two entries side by side, as a page shows them."""

from typing import Any

from django.utils.translation import gettext as _

from askwell.people.duplicates import reasons_in_words
from askwell.people.suspects import ORGANIZATION, Suspect
from askwell.people.words import known_through


def told(pair: Suspect) -> dict[str, Any]:
    """One pair as the page shows it: the reasons, and what is known of each in rows."""
    read = _firm if pair.first._meta.model_name == ORGANIZATION else _person
    left, right = read(pair.first), read(pair.second)
    rows = [
        {"label": label, "left": left[label], "right": right[label]}
        for label in left
        if left[label] or right[label]
    ]
    for row in rows:
        row["agree"] = bool(set(row["left"]) & set(row["right"]))
    return {
        "first": pair.first,
        "second": pair.second,
        "reasons": reasons_in_words(pair.codes),
        "rows": rows,
    }


def _person(row: Any) -> dict[Any, list[Any]]:
    ways: dict[str, list[str]] = {}
    for contact in row.contacts.all():
        ways.setdefault(contact.kind, []).append(contact.value)
    told = {
        _("What they do"): [row.role],
        _("Organization"): [row.organization.name if row.organization else ""],
        _("E-mail"): ways.get("email", []),
        _("Telephone"): ways.get("phone", []),
        _("Web page or profile"): ways.get("link", []),
        _("Postal address"): ways.get("address", []),
        _("Place"): [row.place],
        _("Birthday"): [row.birthday],
        _("Labels"): row.labels,
        _("How I know them"): [known_through(row)],
    }
    return {label: [value for value in values if value][:4] for label, values in told.items()}


def _firm(row: Any) -> dict[Any, list[Any]]:
    told = {_("Web page"): [row.website], _("About"): [row.about[:200]]}
    return {label: [value for value in values if value] for label, values in told.items()}
