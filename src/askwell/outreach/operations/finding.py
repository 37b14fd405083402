"""What search knows of letters and of answers that were pasted in."""

from collections.abc import Iterable

from django.db import transaction

from askwell.outreach.models import Letter, Reply
from askwell.people import search
from askwell.workspaces.access import Scope

LETTER, REPLY = "letter", "reply"


def index_letter(scope: Scope, letter: Letter) -> None:
    """Make a letter findable by its words; one that is empty is not."""
    if letter.subject or letter.body:
        search.index_many(scope, [_letter(letter)])
    else:
        search.drop(scope, LETTER, [letter.uid])


def index_reply(scope: Scope, reply: Reply) -> Reply:
    """Make an answer findable by its words, if it has any."""
    if reply.text:
        search.index_many(scope, [_reply(reply)])
    else:
        search.drop(scope, REPLY, [reply.uid])
    return reply


def forget_letter(scope: Scope, letter: Letter) -> None:
    """A letter that is thrown away is not found any more."""
    search.drop(scope, LETTER, [letter.uid])


@transaction.atomic
def reindex(scope: Scope, people: Iterable[int] | None = None) -> None:
    """Make letters and answers findable again: those of these people, or all (after a restore)."""
    letters = Letter.objects.filter(workspace=scope.workspace).exclude(subject="", body="")
    replies = Reply.objects.filter(workspace=scope.workspace).exclude(text="")
    if people is not None:
        keys = list(people)
        letters, replies = letters.filter(person__in=keys), replies.filter(person__in=keys)
    search.index_many(scope, map(_letter, letters.select_related("person").iterator(500)))
    search.index_many(scope, map(_reply, replies.select_related("person").iterator(500)))


def _letter(row: Letter) -> search.Entry:
    return search.Entry(
        LETTER,
        row.uid,
        row.subject or str(row.get_kind_display()),
        row.body,
        row.person.uid if row.person else None,
        row.sent_at or row.updated_at,
        row.person.name if row.person else "",
        named=False,
    )


def _reply(row: Reply) -> search.Entry:
    return search.Entry(
        REPLY, row.uid, row.text[:120], row.text, row.person.uid, row.at, row.person.name,
        named=False,
    )  # fmt: skip
