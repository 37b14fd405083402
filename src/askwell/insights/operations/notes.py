"""What every write on a note needs: the day, the speaker, words that must be there."""

from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from askwell.meetings.models import Conversation, RoomNote
from askwell.meetings.selectors import people_of
from askwell.people.models import Person
from askwell.plumbing.errors import Refusal


class NotTheirWords(Refusal):
    """A passage must be verbatim: it is a piece of the note it is taken from."""


class NothingWritten(Refusal):
    """The one field that is needed is empty."""


def said_on(talk: Conversation) -> date:
    """The day of a talk, in the zone that was meant."""
    return talk.starts_at.astimezone(ZoneInfo(talk.zone)).date()


def speaker_of(note: RoomNote) -> Person | None:
    """Who said it: the speaker that was set, else the only (or first) one in the talk."""
    people = people_of(note.conversation)
    return note.speaker or (people[0] if people else None)


def needed(text: str, limit: int) -> str:
    """The words on one line, cut to what fits. Raises NothingWritten when there are none."""
    plain = " ".join(text.split())[:limit]
    if not plain:
        raise NothingWritten(_("A few words are needed here. Everything else you typed is kept."))
    return plain
