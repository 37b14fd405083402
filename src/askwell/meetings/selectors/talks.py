"""Talks: the next ones, past ones, one of them, the times that are kept free, the list of the day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from askwell.meetings import dayof
from askwell.meetings.models import Conversation, Participant, Proposal, Recall, RoomNote, Window
from askwell.people.models import Person
from askwell.plumbing.errors import NotFound
from askwell.questions.models import Agenda, AgendaItem
from askwell.workspaces.access import Scope

LONGEST = timedelta(hours=8)  # no talk is longer: a constraint of the table
TO_COME = (Conversation.State.BOOKED, Conversation.State.RUNNING)
_WITH_PEOPLE = Prefetch(
    "participants", queryset=Participant.objects.select_related("person__organization")
)


def language() -> str:
    """The language the words of the day are read in: the interface's."""
    return get_language() or "en"


# -- talks ----------------------------------------------------------------------------------------


def all_talks(scope: Scope) -> QuerySet[Conversation]:
    """Every talk, with its question, plan and people."""
    rows = Conversation.objects.filter(workspace=scope.workspace)
    return rows.select_related("exploration", "agenda").prefetch_related(_WITH_PEOPLE)


def held(scope: Scope) -> QuerySet[Conversation]:
    """Talks that took place, oldest first."""
    return all_talks(scope).filter(ended_at__isnull=False).order_by("starts_at", "pk")


def upcoming(scope: Scope) -> QuerySet[Conversation]:
    """Talks that are booked or going on, the next first."""
    return all_talks(scope).filter(state__in=TO_COME).order_by("starts_at", "id")


def past(scope: Scope, query: str = "") -> QuerySet[Conversation]:
    """Talks that were held, cancelled or missed, newest first; `query` looks at who took part."""
    rows = all_talks(scope).exclude(state__in=TO_COME)
    for word in query.split():
        meant = Participant.objects.filter(
            workspace=scope.workspace, person__name__icontains=word
        ).values("conversation")
        rows = rows.filter(pk__in=meant)
    return rows.order_by("-starts_at", "-id")


def talks_of(scope: Scope, person: Person) -> QuerySet[Conversation]:
    """Every talk with somebody, newest first."""
    rows = all_talks(scope).filter(participants__person=person)
    return rows.order_by("-starts_at", "-id")


def get_talk(scope: Scope, uid: UUID | str) -> Conversation:
    """One talk with its people, question and plan. Raises NotFound when it is not here."""
    found = all_talks(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def talk_of_agenda(scope: Scope, agenda: Agenda) -> Conversation:
    """The talk a plan was made for. Raises NotFound when there is none (any more)."""
    found = all_talks(scope).filter(agenda=agenda).first()
    if found is None:
        raise NotFound
    return found


def people_of(talk: Conversation) -> list[Person]:
    """Who takes part, in the order they were added."""
    return [row.person for row in talk.participants.all()]


def names_of(talk: Conversation) -> str:
    """ "Dana, Omar and Priya"."""
    names = [person.name for person in people_of(talk)]
    if len(names) < 2:
        return "".join(names) or _("somebody")
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def notes_of(talk: Conversation) -> QuerySet[RoomNote]:
    """What was written down in a talk, in its order; removed notes are left out."""
    rows = RoomNote.objects.filter(conversation=talk).exclude(text="")
    return rows.select_related("agenda_item", "speaker")


def note_tags() -> list[tuple[str, str]]:
    """Kinds of notes and their words, in the order of the room's keys 1–9."""
    return [(tag.value, str(tag.label)) for tag in RoomNote.Tag if tag is not RoomNote.Tag.NOTE]


def get_note(scope: Scope, talk: Conversation, uid: UUID) -> RoomNote:
    """One note of a talk. Raises NotFound when it is not of this talk."""
    found = notes_of(talk).filter(workspace=scope.workspace, uid=uid).first()
    if found is None:
        raise NotFound
    return found


def get_question(scope: Scope, talk: Conversation, uid: UUID) -> AgendaItem:
    """One line of the talk's plan. Raises NotFound when it is not on it."""
    rows = AgendaItem.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.filter(agenda__in=[talk.agenda_id or 0]).first()
    if found is None:
        raise NotFound
    return found


EARLY = timedelta(minutes=15)
"""Who starts earlier than this has agreed on another time by mouth."""


def room_end(talk: Conversation) -> datetime:
    """When the room's clock runs out.

    A late start does not push the end: they gave this time, so the agreed end stays. Only a talk
    that was moved without a word, begun well before its time or after its agreed end, gets its
    minutes from then on.
    """
    began = talk.started_at
    if began is None or talk.starts_at - EARLY <= began < talk.ends_at:
        return talk.ends_at
    return began + timedelta(minutes=talk.minutes)


def recall_of(talk: Conversation) -> Recall | None:
    """What I wrote down before I forgot, if I did."""
    return Recall.objects.filter(conversation=talk).first()


# -- times I offered ------------------------------------------------------------------------------


def standing_proposal(scope: Scope, person: Person, now: datetime) -> Proposal | None:
    """The times offered to somebody that are still kept free, if any."""
    return _standing(scope, now).filter(person=person).order_by("-offered_at").first()


def get_proposal(scope: Scope, uid: UUID) -> Proposal:
    """Times I offered, with their windows. Raises NotFound when they are not here."""
    rows = Proposal.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.select_related("person").prefetch_related("windows").first()
    if found is None:
        raise NotFound
    return found


def kept_free(scope: Scope, now: datetime) -> QuerySet[Window]:
    """Times that are still kept free: offered, not chosen, not over, not past their hold."""
    rows = Window.objects.filter(proposal__in=_standing(scope, now), ends_at__gt=now)
    return rows.select_related("proposal__person").order_by("starts_at")


def taken(
    scope: Scope,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    but: Conversation | None = None,
) -> list[str]:
    """Who else has this time, for a gentle remark: names from booked talks and times kept free."""
    near = (
        upcoming(scope)
        .exclude(pk=but.pk if but else 0)
        .filter(starts_at__lt=ends_at, starts_at__gt=starts_at - LONGEST)
    )
    talks = [names_of(talk) for talk in near if talk.ends_at > starts_at]
    windows = kept_free(scope, now).filter(starts_at__lt=ends_at, ends_at__gt=starts_at)
    return [*talks, *(window.proposal.person.name for window in windows)]


def _standing(scope: Scope, now: datetime) -> QuerySet[Proposal]:
    rows = Proposal.objects.filter(workspace=scope.workspace, released_at=None)
    return rows.filter(hold_until__gt=now).prefetch_related("windows")


# -- the day of the talk --------------------------------------------------------------------------


@dataclass(frozen=True)
class DayItem:
    """One line of the list of the day, and whether it is ticked."""

    key: str
    text: str
    done: bool


@dataclass(frozen=True)
class Day:
    """The lines for one moment before a talk."""

    when: str
    items: list[DayItem]


def day_list(talk: Conversation) -> list[Day]:
    """What to think of before a talk of this mode, in the order of the day."""
    done = set(talk.day_of)
    lines = dayof.day_of(talk.mode, language())
    words = {
        "day before": _("The day before"),
        "that day": _("That day"),
        "five minutes before": _("Five minutes before"),
    }
    return [
        Day(
            words[moment],
            [DayItem(i.key, i.text, i.key in done) for i in lines if i.when == moment],
        )
        for moment in dayof.MOMENTS
    ]
