"""What happens behind the doors: the records each one makes, and where the walk goes on.

Every operation takes the short form of its door and returns the address of the next page.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations import operations as explorations
from askwell.explorations import selectors as questions
from askwell.explorations.models import Exploration
from askwell.meetings import operations as meetings
from askwell.meetings import selectors as talks
from askwell.meetings.models import Conversation
from askwell.network import letters
from askwell.network import selectors as network
from askwell.outreach import operations as outreach
from askwell.outreach.compose import KINDS
from askwell.outreach.models import Letter
from askwell.people import journal
from askwell.people import operations as people
from askwell.people.models import Person
from askwell.plumbing.errors import NotFound
from askwell.plumbing.ids import new_uid
from askwell.plumbing.zones import local, moment
from askwell.transfer import demo
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import create_workspace, lock_user
from askwell.workspaces.selectors import workspaces_of

NOON = time(12, 0)
MINUTES = 30
USUAL = timedelta(minutes=MINUTES)
"""A talk that nobody booked is taken to have lasted this long."""


def _somebody(
    scope: Scope, *, uid: UUID, name: str, organization: str, role: str, topic: str, now: datetime
) -> tuple[Person, Exploration | None]:
    """The person of a door, and the question: the one typed there, else the one in hand."""
    person = people.add_person(
        scope, name=name, organization=organization, role=role, uid=uid, now=now
    )
    if topic.strip():
        return person, explorations.ask(scope, uid=uid, topic=topic, now=now)
    return person, questions.current(scope)


def _agreed(scope: Scope, day: date, at: time, minutes: int, mode: str) -> meetings.Agreed:
    zone = scope.settings.cadence.zone
    return meetings.Agreed(moment(day, at, zone), minutes, zone, mode)


@transaction.atomic
def letter(scope: Scope, *, now: datetime, uid: UUID, **who: str) -> str:
    """Write one letter: the person is chosen, the letter begun."""
    person, exploration = _somebody(scope, uid=uid, now=now, **who)
    outreach.choose(scope, person=person, exploration=exploration, now=now, insist=True)
    begun = outreach.draft(scope, kind="request", person=person, exploration=exploration, now=now)
    return reverse("outreach:letter", args=[begun.uid])


@transaction.atomic
def talk(
    scope: Scope,
    *,
    now: datetime,
    uid: UUID,
    on: date,
    at: time,
    minutes: int,
    mode: str,
    **who: str,
) -> str:
    """A talk on a date already agreed: booked, with a plan of questions that fills its minutes."""
    person, exploration = _somebody(scope, uid=uid, now=now, **who)
    booked = meetings.book(
        scope,
        uid=uid,
        people=[person],
        agreed=_agreed(scope, on, at, minutes, mode),
        exploration=exploration,
        now=now,
    )
    meetings.make_plan(scope, talk=booked, now=now)
    return reverse("meetings:talk", args=[booked.uid])


@transaction.atomic
def offered(scope: Scope, *, now: datetime, uid: UUID, **who: str) -> str:
    """Somebody offered to talk: two or three times are the next thing."""
    person, exploration = _somebody(scope, uid=uid, now=now, **who)
    outreach.open_asking(scope, person=person, exploration=exploration, now=now)
    journal.record(
        scope, person=person, exploration=exploration, kind=EventKind.OFFERED, at=now, now=now
    )
    return reverse("meetings:offer", args=[person.uid])


@transaction.atomic
def wrote(scope: Scope, *, now: datetime, uid: UUID, on: date, **who: str) -> str:
    """I already wrote: the letter counts from that day."""
    person, exploration = _somebody(scope, uid=uid, now=now, **who)
    outreach.already_wrote(scope, person=person, exploration=exploration, uid=uid, day=on, now=now)
    return reverse("home:person", args=[person.uid])


@transaction.atomic
def talked(scope: Scope, *, now: datetime, uid: UUID, on: date, **who: str) -> str:
    """I talked to somebody: three lines before they are forgotten."""
    person, exploration = _somebody(scope, uid=uid, now=now, **who)
    zone = scope.settings.cadence.zone
    noon = moment(on, NOON, zone)
    begun = noon if on > local(now, zone).date() else min(noon, now - USUAL)
    held = meetings.talked(
        scope,
        uid=uid,
        people=[person],
        agreed=meetings.Agreed(begun, MINUTES, zone, "phone"),
        exploration=exploration,
        now=now,
    )
    return reverse("network:recall", args=[held.uid])


@transaction.atomic
def sample(scope: Scope, *, now: datetime) -> UUID:
    """Just looking: the actor's sample notebook, made on first use; its uid. Twice is one."""
    lock_user(scope.actor)
    found = workspaces_of(scope.actor).filter(is_sample=True).first()
    if found is None:
        made = create_workspace(owner=scope.actor, name=_("Sample notebook"), is_sample=True)
        demo.build(made, localtime(now).date())
        found = made.workspace
    return found.uid


def letter_of_kind(
    scope: Scope, *, person: Person, kind: str, ref: str, question: str = "", now: datetime
) -> str:
    """The address of a letter of this kind; for kinds that need facts of talks or introductions the
    draft is begun here, once, because a lower stage cannot see both.

    `ref` is the uid of the talk or introduction, `question` that of my question. Raises NotFound for what does not exist.
    """
    if kind not in KINDS:
        raise NotFound
    if kind in ("confirm", "reminder", "missed"):
        begun = _about_talk(scope, person, kind, talks.get_talk(scope, ref or new_uid()), now)
    elif kind == "thanks":
        talk = talks.get_talk(scope, ref or new_uid())
        begun = letters.thank(scope, talk=talk, person=person, now=now)
    elif kind == "update":
        introduction = network.get_introduction(scope, ref or new_uid())
        begun = letters.tell(scope, introduction=introduction, now=now)
    elif kind == "check-in":
        begun = letters.say_hello(scope, person=person, share=None, now=now)
    else:
        about = f"&question={question}" if question else ""
        return reverse("outreach:new_letter", args=[person.uid]) + f"?kind={kind}{about}"
    return reverse("outreach:letter", args=[begun.uid])


def _about_talk(
    scope: Scope, person: Person, kind: str, talk: Conversation, now: datetime
) -> Letter:
    missed = "they" if talk.state == Conversation.State.NO_SHOW else "cancel"
    return outreach.draft(
        scope,
        kind=kind,
        person=person,
        exploration=talk.exploration,
        facts=talks.letter_facts(scope, person, talk, now),
        conversation_uid=talk.uid,
        choices={"missed": missed} if kind == "missed" else {},
        now=now,
    )
