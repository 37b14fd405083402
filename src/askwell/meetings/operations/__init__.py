"""Writes on dates and talks: times offered, booking, the day, the room, afterwards."""

from askwell.meetings.operations.booking import (
    Agreed,
    TooLate,
    add_participant,
    book,
    cancel,
    delete_talk,
    no_show,
    remove_participant,
    reschedule,
    somebody,
)
from askwell.meetings.operations.day import (
    EARLY,
    make_plan,
    mark_prepared,
    say_about_the_day,
    tick,
)
from askwell.meetings.operations.finding import reindex
from askwell.meetings.operations.forgetting import forget
from askwell.meetings.operations.room import (
    Typed,
    end,
    keep_note,
    remove_note,
    resume,
    start,
    talked,
    type_up,
)
from askwell.meetings.operations.telling import tell
from askwell.meetings.operations.times import offer, release

__all__ = [
    "EARLY",
    "Agreed",
    "TooLate",
    "Typed",
    "add_participant",
    "book",
    "cancel",
    "delete_talk",
    "end",
    "forget",
    "keep_note",
    "make_plan",
    "mark_prepared",
    "no_show",
    "offer",
    "reindex",
    "release",
    "remove_note",
    "remove_participant",
    "reschedule",
    "resume",
    "say_about_the_day",
    "somebody",
    "start",
    "talked",
    "tell",
    "tick",
    "type_up",
]
