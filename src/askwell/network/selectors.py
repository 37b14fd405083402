"""Reads of who led to whom, and of what a talk still offers to take up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.insights import selectors as heard
from askwell.meetings.models import Conversation, RoomNote
from askwell.meetings.selectors import people_of
from askwell.network.models import Introduction, Share
from askwell.people.models import Event, Person, Standing
from askwell.people.selectors import counted, people
from askwell.plumbing.errors import NotFound
from askwell.workspaces.access import Scope

TAKEN_UP = (
    RoomNote.Tag.PERSON,
    RoomNote.Tag.PROMISE,
    RoomNote.Tag.OFFERED,
    RoomNote.Tag.OPENING,
    RoomNote.Tag.SKILL,
    RoomNote.Tag.QUOTE,
)


def offered_notes(scope: Scope, talk: Conversation) -> QuerySet[RoomNote]:
    """Notes of this talk that wait to be taken up: names, promises, offers, openings, …"""
    rows = RoomNote.objects.filter(
        workspace=scope.workspace, conversation=talk, tag__in=TAKEN_UP, handled_uid=None
    )
    return rows.exclude(text="").select_related("agenda_item", "speaker")


def unthanked(scope: Scope, talk: Conversation) -> list[Person]:
    """Who in this talk is still owed a thank-you."""
    thanked = heard.told(scope, talk, EventKind.THANKED)
    return [person for person in people_of(talk) if person.pk not in thanked]


def introductions(scope: Scope) -> QuerySet[Introduction]:
    """Who led to whom, newest first."""
    rows = Introduction.objects.filter(workspace=scope.workspace)
    rows = rows.select_related("source", "target__organization", "exploration")
    return rows.order_by("-named_at", "-pk")


def get_introduction(scope: Scope, uid: UUID | str) -> Introduction:
    """One introduction. Raises NotFound when it is not here."""
    found = introductions(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def introductions_of(scope: Scope, person: Person) -> QuerySet[Introduction]:
    """Whom this person named, and who named them."""
    return introductions(scope).filter(Q(source=person) | Q(target=person))


def people_named(scope: Scope, names: Iterable[str]) -> dict[str, list[Person]]:
    """People whose whole name is one of these, by the casefolded name."""
    spelled = Q(pk__in=[])
    for name in names:
        spelled |= Q(name__iexact=name)
    found: dict[str, list[Person]] = {}
    for person in people(scope).filter(spelled).order_by("pk")[:500]:
        found.setdefault(person.name.casefold(), []).append(person)
    return found


def journal_refs(scope: Scope, kind: EventKind, refs: Iterable[UUID]) -> set[str]:
    """Which of these introductions already have this kind in the journal."""
    rows = counted(scope, kind).filter(data__ref__in=[str(ref) for ref in refs])
    return {data["ref"] for data in rows.values_list("data", flat=True)}


def steps_given(scope: Scope, introduction: Introduction) -> QuerySet[Event]:
    """The entries of the journal by which this introduction made steps of its source."""
    kinds = (EventKind.NAMED, EventKind.LOOP_OPENED)
    rows = Event.objects.filter(workspace=scope.workspace, kind__in=kinds)
    return rows.filter(data__ref=str(introduction.uid))


def loop_events(scope: Scope, rows: Iterable[Introduction]) -> set[tuple[str, str]]:
    """(kind, introduction) of what the journal says about following names and telling sources."""
    kinds = (EventKind.NAME_FOLLOWED, EventKind.LOOP_OPENED, EventKind.LOOP_TOLD)
    sources = [row.source_id for row in rows]
    events = counted(scope, *kinds).filter(person__in=sources)
    return {(kind, data.get("ref", "")) for kind, data in events.values_list("kind", "data")}


DEEDS = (
    EventKind.CHOSEN,
    EventKind.NEVER,
    EventKind.LETTER_SENT,
    EventKind.OFFERED,
    EventKind.ACCEPTED,
    EventKind.BOOKED,
    EventKind.DECLINED,
    EventKind.TALK_ENDED,
)
"""What follows a name, or makes following it needless."""


def deeds_of(scope: Scope, persons: Iterable[Person]) -> dict[int, dict[str, datetime]]:
    """Person → kind → when it last happened, for all that follows a name."""
    rows = counted(scope, *DEEDS).filter(person__in=list(persons))
    deeds: dict[int, dict[str, datetime]] = {}
    for person, kind, at in rows.order_by("at").values_list("person", "kind", "at"):
        deeds.setdefault(person, {})[kind] = at
    return deeds


def find_introductions(rows: QuerySet[Introduction], find: str) -> QuerySet[Introduction]:
    """Those in which one of the two is called so."""
    if not find.strip():
        return rows
    words = find.strip()
    return rows.filter(Q(source__name__icontains=words) | Q(target__name__icontains=words))


@dataclass(frozen=True)
class Led:
    """One introduction and where it stands."""

    row: Introduction
    followed: bool
    loop_open: bool
    stage: str


def led(scope: Scope, rows: Iterable[Introduction]) -> list[Led]:
    """The same introductions with what became of them. Two reads."""
    found = list(rows)
    known = loop_events(scope, found)
    targets = [row.target_id for row in found]
    stages: dict[int, str] = {}
    standing = Standing.objects.filter(workspace=scope.workspace, person__in=targets)
    for person, stage in standing.order_by("pk").values_list("person", "stage"):
        stages[person] = stage
    return [
        Led(
            row,
            (EventKind.NAME_FOLLOWED, str(row.uid)) in known,
            (EventKind.LOOP_OPENED, str(row.uid)) in known and row.told_at is None,
            stages.get(row.target_id, ""),
        )
        for row in found
    ]


def refusals(scope: Scope) -> QuerySet[Event]:
    """Every "no thanks" that was not followed by their own yes, and every "never" of mine."""
    words = counted(scope, EventKind.DECLINED, EventKind.NEVER)
    yes = (EventKind.ACCEPTED, EventKind.OFFERED, EventKind.BOOKED)
    later = Event.objects.filter(person=OuterRef("person"), kind__in=yes, at__gte=OuterRef("at"))
    return words.exclude(Q(kind=EventKind.DECLINED) & Exists(later))


def not_to_ask(scope: Scope, persons: Iterable[Person]) -> set[int]:
    """Keys of those who said no thanks, or whom I never want to ask: for no question."""
    rows = refusals(scope).filter(person__in=list(persons))
    return set(rows.values_list("person_id", flat=True))


def in_play(scope: Scope, persons: Iterable[Person], exploration: Exploration | None) -> set[int]:
    """Keys of those who have a step under this question already."""
    rows = Standing.objects.filter(
        workspace=scope.workspace, person__in=list(persons), exploration=exploration
    )
    return set(rows.exclude(step="").values_list("person_id", flat=True))


def shares(scope: Scope) -> QuerySet[Share]:
    """Things worth sharing, newest first."""
    return Share.objects.filter(workspace=scope.workspace).order_by("-created_at", "-pk")


def get_share(scope: Scope, uid: UUID | str) -> Share:
    """One thing worth sharing. Raises NotFound when it is not here."""
    found = shares(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found
