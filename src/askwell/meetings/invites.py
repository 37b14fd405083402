"""The invitation file of a talk: one VEVENT, times in UTC, the prep text in its description."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

PRODID = "-//Askwell//Askwell//EN"
REMINDER = timedelta(minutes=15)


@dataclass(frozen=True)
class Invitation:
    """What the calendar is told. `uid` never changes; each change of the talk raises `sequence`."""

    uid: str
    sequence: int
    summary: str
    starts_at: datetime
    minutes: int
    place: str
    description: str
    changed_at: datetime
    cancelled: bool = False


def ics(*invitations: Invitation) -> bytes:
    """The file, RFC 5545: METHOD PUBLISH, because it is for one's own calendar.

    One talk as an invitation, or all of them for an export."""
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for invitation in invitations:
        calendar.add_component(_event(invitation))
    found: bytes = calendar.to_ical()
    return found


def _event(invitation: Invitation) -> Event:
    event = Event()
    event.add("uid", f"{invitation.uid}@askwell")
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.changed_at)
    event.add("dtstart", invitation.starts_at)
    event.add("dtend", invitation.starts_at + timedelta(minutes=invitation.minutes))
    event.add("summary", invitation.summary)
    event.add("status", "CANCELLED" if invitation.cancelled else "CONFIRMED")
    if invitation.place:
        event.add("location", invitation.place)
    if invitation.description:
        event.add("description", invitation.description)
    if not invitation.cancelled:
        event.add_component(_alarm(invitation.summary))
    return event


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -REMINDER)
    return alarm
