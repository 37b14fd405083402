"""Writes on openings, and on lines for résumé and cover letter."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from askwell.explorations.models import Exploration
from askwell.insights.models import (
    Highlight,
    Opening,
    ResumeLine,
)
from askwell.insights.operations.notes import needed, said_on, speaker_of
from askwell.meetings.models import RoomNote
from askwell.workspaces.access import Scope


@transaction.atomic
def keep_opening(scope: Scope, *, note: RoomNote, text: str) -> Opening:
    """Keep an opportunity that was mentioned in this note. Raises NothingWritten without words."""
    row, _made = Opening.objects.get_or_create(
        workspace=scope.workspace,
        uid=uuid5(note.uid, "opening"),
        defaults={
            "exploration": note.conversation.exploration,
            "conversation": note.conversation,
            "person": speaker_of(note),
            "note_uid": note.uid,
            "text": needed(text, 500),
            "said_on": said_on(note.conversation),
        },
    )
    return row


@transaction.atomic
def change_opening(scope: Scope, *, opening: Opening, text: str, status: str) -> Opening:
    """Change the words of an opening, or what became of it. Raises NothingWritten when empty."""
    opening.text, opening.status = needed(text, 500), status[:20]
    opening.save(update_fields=["text", "status"])
    return opening


@transaction.atomic
def add_line(
    scope: Scope,
    *,
    uid: UUID,
    kind: str,
    text: str,
    now: datetime,
    highlight: Highlight | None = None,
    exploration: Exploration | None = None,
) -> ResumeLine:
    """A line to add to or change in résumé or cover letter. Raises NothingWritten when empty."""
    row, _made = ResumeLine.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "kind": kind,
            "text": needed(text, 500),
            "highlight": highlight,
            "exploration": highlight.exploration if highlight else exploration,
            "created_at": now,
        },
    )
    return row


@transaction.atomic
def tick_line(scope: Scope, *, line: ResumeLine, done: bool, now: datetime) -> ResumeLine:
    """The line is in, or not yet after all."""
    line.done_at = now if done else None
    line.save(update_fields=["done_at"])
    return line
