""" "Forget this person", as far as what they said, and what I wrote because of it, is concerned."""

import re
from typing import Any

from django.db import transaction

from askwell.explorations.models import Confidence, Exploration, Hypothesis
from askwell.insights.models import (
    Action,
    Debrief,
    Highlight,
    Opening,
    ResumeLine,
    SkillMention,
)
from askwell.insights.operations.finding import index_passages
from askwell.people.models import Person
from askwell.people.scrub import NAMELESS, pattern_of, scrub
from askwell.workspaces.access import Scope

SPOKEN: tuple[tuple[Any, str], ...] = (
    (Highlight, "text"),
    (SkillMention, "quote"),
    (Opening, "text"),
)
MINE: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (Debrief, ("surprised", "changed", "fit_why", "better_next_time")),
    (Highlight, ("text", "theme", "question_text")),
    (SkillMention, ("quote",)),
    (Opening, ("text",)),
    (Action, ("text",)),
    (ResumeLine, ("text",)),
    (Confidence, ("reason",)),
    (Hypothesis, ("text",)),
    (Exploration, ("why", "answer")),
)


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """ "Forget this person": what they said stays without their name, or goes.

    A kept passage loses person, talk and note, and every part of their name in the words. Where
    anything else I wrote names them in full, dots take the place of the name.
    """
    for model, column in SPOKEN:
        rows = model._base_manager.filter(workspace=scope.workspace, person=person)
        if keep_quotes:
            _make_nameless(model, rows, column, person)
        else:
            rows.delete()
    pattern = pattern_of(person)
    if pattern is not None:
        for model, columns in MINE:
            scrub(model._base_manager.filter(workspace=scope.workspace), pattern, columns)
    nameless = Highlight.objects.filter(workspace=scope.workspace, person=None, nameless=True)
    index_passages(scope, nameless)


def _make_nameless(model: Any, rows: Any, column: str, person: Person) -> None:
    kept = list(rows)
    for row in kept:
        row.person = row.conversation = row.note_uid = None
        setattr(row, column, _without_name(getattr(row, column), person))
    fields = ["person", "conversation", "note_uid", column]
    model._base_manager.bulk_update(kept, fields, batch_size=200)
    if model is Highlight:
        Highlight.objects.filter(pk__in=[row.pk for row in kept]).update(nameless=True)


def _without_name(text: str, person: Person) -> str:
    """The words with every part of the name left out."""
    parts = {person.name, person.given, person.family, person.greeting, *person.name.split()}
    names = sorted((re.escape(part) for part in parts if len(part) > 1), key=len, reverse=True)
    whole = "|".join(names)
    return re.sub(rf"\b(?:{whole})\b", NAMELESS, text, flags=re.IGNORECASE) if names else text
