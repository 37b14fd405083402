"""How the words of the code read on the screen: the track, sources, kinds, what happened."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from askwell.coach.cadence import EventKind, Stage
from askwell.people.models import ContactPoint, Person, Reading, Source

STAGES: dict[str, Any] = {
    Stage.THOUGHT.value: _("thought of"),
    Stage.ASKED.value: _("asked"),
    Stage.YES.value: _("said yes"),
    Stage.DATE.value: _("have a date"),
    Stage.TALKED.value: _("talked"),
    Stage.THANKED.value: _("thanked"),
    Stage.IN_TOUCH.value: _("in touch"),
    Stage.NOT_NOW.value: _("not now"),
    Stage.NO_THANKS.value: _("no thanks"),
    Stage.NO_ANSWER.value: _("no answer"),
}
SOURCES: dict[str, Any] = {
    Source.COLLEAGUE.value: _("former colleague"),
    Source.MANAGER.value: _("manager"),
    Source.EMPLOYER.value: _("earlier employer"),
    Source.FAMILY.value: _("family"),
    Source.FRIEND.value: _("friend or family friend"),
    Source.CLASSMATE.value: _("classmate"),
    Source.TEACHER.value: _("professor or teacher"),
    Source.ALUMNI.value: _("alumni directory"),
    Source.SOCIAL.value: _("social media"),
    Source.ASSOCIATION.value: _("association or website"),
    Source.EVENT.value: _("event"),
    Source.REFERRAL.value: _("somebody named them"),
    Source.IMPORT.value: _("my contacts"),
    Source.OTHER.value: _("some other way"),
}
CONTACTS: dict[str, Any] = {
    ContactPoint.Kind.EMAIL.value: _("E-mail"),
    ContactPoint.Kind.PHONE.value: _("Telephone"),
    ContactPoint.Kind.LINK.value: _("Web page or profile"),
    ContactPoint.Kind.ADDRESS.value: _("Postal address"),
}
READINGS: dict[str, tuple[Any, Any]] = {
    Reading.Kind.ROLE.value: (
        _("Their role"),
        _("What do they do, and for whom? One line in your own words."),
    ),
    Reading.Kind.ORGANIZATION.value: (
        _("Their organization"),
        _("What does it make or do, how large is it, where is it going?"),
    ),
    Reading.Kind.MISSION.value: (
        _("Mission and values"),
        _("What does it say it stands for – and where does one see it?"),
    ),
    Reading.Kind.RECENT_WORK.value: (
        _("Recent public work"),
        _("A talk, an article, a project, a launch: something to mention by name."),
    ),
    Reading.Kind.SHARED_GROUND.value: (
        _("Shared ground"),
        _("A school, a town, a person, an interest you have in common."),
    ),
    Reading.Kind.LINK.value: (_("Links"), _("Pages to come back to.")),
    Reading.Kind.ANSWERED.value: (
        _("Already answered by reading"),
        _("What you need not ask any more."),
    ),
}
EVENTS: dict[str, Any] = {
    EventKind.CHOSEN.value: _("You thought of asking them"),
    EventKind.NOT_NOW.value: _("You put the idea aside for now"),
    EventKind.NEVER.value: _("You decided not to ask them"),
    EventKind.READ.value: _("You read about their work"),
    EventKind.LETTER_SENT.value: _("You wrote to them"),
    EventKind.REMINDED.value: _("You sent a gentle reminder"),
    EventKind.ANSWERED.value: _("They wrote back"),
    EventKind.AWAY.value: _("An automatic reply said they are away"),
    EventKind.BOUNCED.value: _("The address didn’t work"),
    EventKind.DECLINED.value: _("They said no, and that’s fine"),
    EventKind.DECLINE_THANKED.value: _("You thanked them all the same"),
    EventKind.LATER.value: _("They said: later"),
    EventKind.ACCEPTED.value: _("They said yes"),
    EventKind.OFFERED.value: _("They offered to talk"),
    EventKind.TIMES_PROPOSED.value: _("You offered times"),
    EventKind.BOOKED.value: _("You have a date"),
    EventKind.PREPARED.value: _("You prepared the talk"),
    EventKind.CONFIRMED.value: _("You confirmed the talk"),
    EventKind.CANCELLED.value: _("The talk was cancelled"),
    EventKind.NO_SHOW.value: _("The talk did not happen"),
    EventKind.AFTERWORD.value: _("You sent a kind word about the missed talk"),
    EventKind.TALK_STARTED.value: _("The talk began"),
    EventKind.TALK_ENDED.value: _("You talked"),
    EventKind.RECALLED.value: _("You wrote down what struck you"),
    EventKind.THANKED.value: _("You thanked them"),
    EventKind.CONNECTED.value: _("Connecting on LinkedIn was offered"),
    EventKind.DEBRIEFED.value: _("You looked back on the talk"),
    EventKind.NAMED.value: _("They named somebody to talk to"),
    EventKind.NAME_FOLLOWED.value: _("You followed up on a name they gave"),
    EventKind.LOOP_OPENED.value: _("You talked to somebody through them"),
    EventKind.LOOP_TOLD.value: _("You told them how it went"),
    EventKind.PROMISED.value: _("Something was promised"),
    EventKind.PROMISE_KEPT.value: _("A promise was kept"),
    EventKind.PROMISE_DROPPED.value: _("A promise was let go"),
    EventKind.TOUCHED.value: _("You were in touch"),
    EventKind.MOVED.value: _("They have a new job"),
    EventKind.RHYTHM_SET.value: _("You chose how often you’d like to write"),
    EventKind.RESTED.value: _("You let it rest"),
}
"""Kinds without words (not today, taken back) stay off the page."""
TOUCHES: dict[str, Any] = {
    "message": _("You wrote to each other"),
    "call": _("You spoke on the telephone"),
    "meeting": _("You met"),
    "invitation": _("An invitation to connect"),
    "recommendation": _("A recommendation"),
    "endorsement": _("A skill was endorsed"),
}
"""What an imported touch was."""


COLUMNS: dict[str, Any] = {
    "": _("leave it out"),
    "display": _("whole name"),
    "given": _("first name"),
    "middle": _("middle name"),
    "family": _("last name"),
    "honorific": _("title, such as Dr."),
    "email": _("e-mail"),
    "phone": _("telephone"),
    "url": _("profile or web page"),
    "organization": _("organization"),
    "role": _("what they do"),
    "place": _("place"),
    "school": _("school"),
    "degree": _("degree"),
    "graduated": _("year of the degree"),
    "may_be_asked": _("may be asked (yes or no)"),
    "requests_per_term": _("how often a term, at most"),
    "skills": _("skills"),
    "labels": _("labels"),
    "birthday": _("birthday"),
    "connected": _("connected on"),
    "how_met": _("how we know each other"),
    "notes": _("notes"),
    "uid": _("an id of its own"),
}
"""What a column of somebody's own table can hold."""


def event_words(kind: str, data: dict[str, Any]) -> str:
    """What happened, as a line of the story; nothing for what stays off the page."""
    if kind == EventKind.TOUCHED and data.get("how") in TOUCHES:
        return str(TOUCHES[data["how"]])
    return str(EVENTS.get(kind, ""))


LIKENESS: dict[str, Any] = {
    "name": _("the same name"),
    "name-short": _("a shorter form of the name"),
    "name-pet": _("another form of the first name"),
    "name-initial": _("the same initial and family name"),
    "name-near": _("nearly the same name"),
    "name-swapped": _("the same names the other way round"),
    "name-differs": _("part of the name"),
    "email": _("the same e-mail address"),
    "phone": _("the same telephone number"),
    "profile": _("the same profile"),
    "card": _("the same card of an address book"),
    "address": _("the same postal address"),
    "organization": _("the same organization"),
    "school": _("the same school"),
    "title": _("the same role"),
    "place": _("the same place"),
    "birthday": _("the same birthday"),
    "connected": _("connected on the same day"),
    "firm-name": _("the same name, but for form and place"),
    "firm-words": _("the same words in another order"),
    "firm-initials": _("one may be short for the other"),
    "firm-near": _("nearly the same name"),
    "firm-site": _("the same web page"),
    "firm-domain": _("people of both have e-mail there"),
}
"""Why two entries may be one person, or one organization."""


def known_through(person: Person) -> str:
    """How I know somebody, in a word; nothing where the answer was only "some other way"."""
    return "" if person.source == Source.OTHER else str(SOURCES.get(person.source, ""))


def choices(words: dict[str, Any], empty: Any = None) -> list[tuple[str, Any]]:
    """Choices of a select, with a first one for "any" if given."""
    return ([("", empty)] if empty is not None else []) + list(words.items())
