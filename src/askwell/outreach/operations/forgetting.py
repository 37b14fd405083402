"""What outreach does when somebody is forgotten: their rows go, and their name in other letters."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from askwell.outreach.models import Approach, Letter, Promise, Reply
from askwell.outreach.operations.finding import index_letter, index_reply
from askwell.people.models import Person
from askwell.people.scrub import pattern_of, scrub
from askwell.workspaces.access import Scope


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """Remove everything outreach knows of a person, for good.

    Nothing here is a quote of a talk, so `keep_quotes` changes nothing. Where letters to others,
    replies of others or promises name them, the name becomes a dash of dots.
    """
    mine: dict[str, Any] = {"workspace": scope.workspace}
    for model in (Reply, Letter, Promise, Approach):
        rows: QuerySet[Any] = model._default_manager.filter(**mine)
        rows.filter(person=person).delete()
    pattern = pattern_of(person)
    if pattern is None:
        return
    letters = Letter.objects.filter(**mine).select_related("person")
    for letter in scrub(letters, pattern, ("subject", "body", "facts", "choices")):
        index_letter(scope, letter)
    replies = Reply.objects.filter(**mine).select_related("person")
    for reply in scrub(replies, pattern, ("text",)):
        index_reply(scope, reply)
    scrub(Promise.objects.filter(**mine), pattern, ("text",))
