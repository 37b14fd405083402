""" "Forget this person", as far as what they said is concerned."""

import re
from typing import Any

from django.db import transaction

from askwell.insights.models import Highlight, Opening, SkillMention
from askwell.people.models import Person
from askwell.workspaces.access import Scope

SPOKEN: tuple[tuple[Any, str], ...] = ((Highlight, "text"), (SkillMention, "quote"), (Opening, "text"))


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """ "Forget this person": what they said stays without their name, or goes.

    A kept passage loses person, talk and note, and their name where it stands in the words.
    """
    for model, column in SPOKEN:
        rows = model._base_manager.filter(workspace=scope.workspace, person=person)
        if not keep_quotes:
            rows.delete()
            continue
        kept = list(rows)
        for row in kept:
            row.person = row.conversation = row.note_uid = None
            setattr(row, column, _without_name(getattr(row, column), person))
        model._base_manager.bulk_update(
            kept, ["person", "conversation", "note_uid", column], batch_size=200
        )
        if model is Highlight:
            Highlight.objects.filter(pk__in=[row.pk for row in kept]).update(nameless=True)


def _without_name(text: str, person: Person) -> str:
    """The words with every part of the name left out; "…" shows where it stood."""
    parts = {person.name, person.given, person.family, person.greeting, *person.name.split()}
    names = sorted((re.escape(part) for part in parts if len(part) > 1), key=len, reverse=True)
    whole = "|".join(names)
    return re.sub(rf"\b(?:{whole})\b", "…", text, flags=re.IGNORECASE) if names else text
