"""What search knows of talks: one entry for each, with what was written down in it."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from askwell.meetings.models import Conversation, Recall, RoomNote
from askwell.meetings.selectors import talks
from askwell.people import search
from askwell.workspaces.access import Scope

KIND = "talk"
CHUNK = 200


@transaction.atomic
def reindex(scope: Scope, uids: Iterable[UUID | str] | None = None) -> None:
    """Make talks findable by what was written down: these, or all of them (after a restore).

    A talk that is gone, or in which nothing was written, is taken out.
    """
    rows = talks.all_talks(scope)
    if uids is not None:
        wanted = list(uids)
        search.drop(scope, KIND, [UUID(str(uid)) for uid in wanted])
        rows = rows.filter(uid__in=wanted)
    found = list(rows.filter(Q(notes__isnull=False) | Q(recall__isnull=False)).distinct())
    for start in range(0, len(found), CHUNK):
        chunk = found[start : start + CHUNK]
        words = _written(chunk)
        search.index_many(scope, [_entry(talk, words[talk.pk]) for talk in chunk])


def _written(chunk: list[Conversation]) -> dict[int, list[str]]:
    """Everything written down in these talks, in two reads."""
    words: dict[int, list[str]] = {talk.pk: [] for talk in chunk}
    for recall in Recall.objects.filter(conversation__in=chunk):
        words[recall.conversation_id] += [recall.struck, recall.will_do, recall.who_else]
    for note in RoomNote.objects.filter(conversation__in=chunk):
        words[note.conversation_id].append(note.text)
    return words


def _entry(talk: Conversation, words: list[str]) -> search.Entry:
    title = _("Talk with %(names)s") % {"names": talks.names_of(talk)}
    body = " · ".join(text for text in words if text)
    return search.Entry(KIND, talk.uid, title, body, at=talk.starts_at)
