"""Writes on marked passages: mark, name a theme, let them speak for or against a belief."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.explorations.models import Hypothesis
from askwell.insights.models import (
    Evidence,
    Highlight,
)
from askwell.insights.operations.finding import drop_passage, index_passages
from askwell.insights.operations.notes import NotTheirWords, said_on, speaker_of
from askwell.meetings.models import RoomNote
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Owned
from askwell.workspaces.operations import throw_away, undo_url


@transaction.atomic
def mark_passage(
    scope: Scope, *, note: RoomNote, text: str, now: datetime, uid: UUID | None = None
) -> Highlight:
    """Mark a passage of a note. Raises NotTheirWords when it is not verbatim in the note.

    The same passage of the same note is one highlight, however often it is marked.
    """
    passage = " ".join(text.split())
    if not passage or passage not in " ".join(note.text.split()):
        raise NotTheirWords(
            _("A passage is a piece of the note, word for word. Shorten it, but do not change it.")
        )
    item = note.agenda_item
    row, _made = Highlight.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid or uuid5(note.uid, f"passage {passage}"),
        defaults={
            "exploration": note.conversation.exploration,
            "conversation": note.conversation,
            "person": speaker_of(note),
            "note_uid": note.uid,
            "text": passage,
            "question_key": item.key if item else "",
            "question_text": item.text if item else "",
            "said_on": said_on(note.conversation),
            "created_at": now,
        },
    )
    index_passages(scope, [row])
    return row


@transaction.atomic
def set_theme(scope: Scope, *, highlight: Highlight, theme: str) -> Highlight:
    """Give a passage a theme in my own word, or none."""
    highlight.theme = " ".join(theme.split())[:100]
    highlight.save(update_fields=["theme"])
    index_passages(scope, [highlight])
    return highlight


@transaction.atomic
def weigh(
    scope: Scope, *, highlight: Highlight, hypothesis: Hypothesis, side: str, now: datetime
) -> Evidence:
    """Let a passage speak for or against a belief; a second time changes the side."""
    row, made = Evidence.objects.get_or_create(
        workspace=scope.workspace,
        uid=uuid5(highlight.uid, f"evidence {hypothesis.uid}"),
        defaults={"highlight": highlight, "hypothesis": hypothesis, "side": side, "at": now},
    )
    if not made and row.side != side:
        row.side, row.at = side, now
        row.save(update_fields=["side", "at"])
    return row


@transaction.atomic
def discard(scope: Scope, *, row: Owned, label: str, now: datetime) -> str:
    """Throw one row away with what hangs on it; returns the address that undoes it."""
    rows = type(row)._base_manager.filter(workspace=scope.workspace, pk=row.pk)
    kind = type(row).__name__.lower()
    if isinstance(row, Highlight):
        drop_passage(scope, row)
    return undo_url(throw_away(scope, rows=rows, kind=kind, label=label, now=now))
