"""What outreach does when somebody is forgotten: their rows go, and their name in other letters."""

import re
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from askwell.outreach.models import Approach, Letter, Promise, Reply
from askwell.people.models import ContactPoint, Person
from askwell.workspaces.access import Scope

NAMELESS = "…"
SHORTEST = 3


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """Remove everything outreach knows of a person, for good.

    Nothing here is a quote of a talk, so `keep_quotes` changes nothing. Where letters to others,
    replies of others or promises name them, the name becomes a dash of dots.
    """
    for model in (Reply, Letter, Promise, Approach):
        rows: QuerySet[Any] = model._default_manager.filter(workspace=scope.workspace)
        rows.filter(person=person).delete()
    words = _words(person)
    if not words:
        return
    pattern = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    for letter in Letter.objects.filter(workspace=scope.workspace):
        _blank_out(letter, pattern, ("subject", "body"), ("facts", "choices"))
    for reply in Reply.objects.filter(workspace=scope.workspace):
        _blank_out(reply, pattern, ("text",), ())
    for promise in Promise.objects.filter(workspace=scope.workspace):
        _blank_out(promise, pattern, ("text",), ())


def _words(person: Person) -> list[str]:
    """What only this person is called: full name, addresses, links. Longest first."""
    values = ContactPoint.objects.filter(person=person).values_list("value", flat=True)
    words = {person.name, *values}
    return sorted((word for word in words if len(word) >= SHORTEST), key=len, reverse=True)


def _blank_out(
    row: Model, pattern: re.Pattern[str], texts: tuple[str, ...], values: tuple[str, ...]
) -> None:
    """Replace the words in these columns and store the row only if one of them changed."""
    changed = []
    for column in (*texts, *values):
        old = getattr(row, column)
        new = _without(old, pattern)
        if new != old:
            setattr(row, column, new)
            changed.append(column)
    if changed:
        row.save(update_fields=changed)


def _without(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(NAMELESS, value)
    if isinstance(value, list):
        return [_without(entry, pattern) for entry in value]
    if isinstance(value, dict):
        return {key: _without(entry, pattern) for key, entry in value.items()}
    return value
