"""Reads of who led to whom, and of what a talk still offers to take up."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.insights import selectors as heard
from askwell.meetings.models import Conversation, Recall, RoomNote
from askwell.network.models import Introduction, Share
from askwell.people.models import Event, Person, Standing
from askwell.people.selectors import people
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


def recall_of(scope: Scope, talk: Conversation) -> Recall | None:
    """What I wrote down before I forgot, if I did."""
    return Recall.objects.filter(workspace=scope.workspace, conversation=talk).first()


def offered_notes(scope: Scope, talk: Conversation) -> QuerySet[RoomNote]:
    """Notes of this talk that wait to be taken up: names, promises, offers, openings, …"""
    rows = RoomNote.objects.filter(
        workspace=scope.workspace, conversation=talk, tag__in=TAKEN_UP, handled_uid=None
    )
    return rows.exclude(text="").select_related("agenda_item", "speaker")


def unthanked(scope: Scope, talk: Conversation) -> list[Person]:
    """Who in this talk is still owed a thank-you."""
    thanked = heard.told(scope, talk, EventKind.THANKED)
    return [person for person in heard.people_of(talk) if person.pk not in thanked]


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
    rows = Event.objects.filter(
        workspace=scope.workspace, kind=kind, data__ref__in=[str(ref) for ref in refs]
    )
    return {data["ref"] for data in rows.values_list("data", flat=True)}


def not_to_ask(scope: Scope, persons: Iterable[Person]) -> set[int]:
    """Keys of those who said no thanks, or whom I never want to ask: for no question."""
    rows = Event.objects.filter(
        workspace=scope.workspace,
        person__in=list(persons),
        kind__in=(EventKind.DECLINED, EventKind.NEVER),
    )
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
