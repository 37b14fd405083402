"""Reads of letters and of what came back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from askwell.coach.cadence import EventKind, StepKind
from askwell.coach.workdays import Days
from askwell.explorations.models import Exploration
from askwell.outreach.models import Letter, LetterKind, Reply
from askwell.people.models import Event, Person, Standing
from askwell.people.selectors import standings
from askwell.plumbing.errors import NotFound
from askwell.workspaces.access import Scope

ASKING = (LetterKind.REQUEST, LetterKind.INTRO_REQUEST)
"""Kinds that ask somebody for a talk or for an introduction."""


def letters(scope: Scope) -> QuerySet[Letter]:
    """Every letter of the notebook with its person and question."""
    rows = Letter.objects.filter(workspace=scope.workspace)
    return rows.select_related("person__organization", "exploration", "approach")


def find_letter(scope: Scope, uid: UUID | str) -> Letter | None:
    """One letter, or None while it is not kept yet."""
    return letters(scope).filter(uid=uid).first()


def get_letter(scope: Scope, uid: UUID | str) -> Letter:
    """One letter. Raises NotFound when it is not in this notebook."""
    found = find_letter(scope, uid)
    if found is None:
        raise NotFound
    return found


def letters_of(scope: Scope, person: Person) -> QuerySet[Letter]:
    """Letters to one person, drafts first, then the newest."""
    return (
        letters(scope)
        .filter(person=person)
        .order_by(F("sent_at").desc(nulls_first=True), "-created_at")
    )


def drafts(scope: Scope, words: str = "") -> QuerySet[Letter]:
    """Letters begun and not sent, the latest touched first; with `words`, only those with them."""
    return _with(letters(scope).filter(sent_at=None), words).order_by("-updated_at", "-pk")


def sent_letters(scope: Scope, words: str = "") -> QuerySet[Letter]:
    """Letters that went out, with `words` only those with them; page them by ``-sent_at``."""
    return _with(letters(scope).filter(sent_at__isnull=False), words)


def _with(rows: QuerySet[Letter], words: str) -> QuerySet[Letter]:
    """Only letters whose person, subject or text holds every word."""
    for word in words.split()[:10]:
        rows = rows.filter(
            Q(person__name__icontains=word) | Q(subject__icontains=word) | Q(body__icontains=word)
        )
    return rows


def sent_around(scope: Scope) -> QuerySet[Letter]:
    """Letters "who do you know who…?" that went out, newest first."""
    rows = sent_letters(scope).filter(kind=LetterKind.WHO_DO_YOU_KNOW)
    return rows.order_by("-sent_at", "-pk")


def open_draft(
    scope: Scope,
    *,
    person: Person | None,
    exploration: Exploration | None,
    kind: str,
    conversation_uid: UUID | None = None,
) -> Letter | None:
    """The draft of this kind already begun for somebody (and, for thanks, for that talk)."""
    rows = drafts(scope).filter(person=person, exploration=exploration, kind=kind)
    return rows.filter(conversation_uid=conversation_uid).first()


def last_asked(scope: Scope, person: Person, exploration: Exploration | None) -> Letter | None:
    """The latest letter that asked this person under this question."""
    rows = letters(scope).filter(person=person, exploration=exploration, sent_at__isnull=False)
    return rows.filter(kind__in=ASKING).order_by("-sent_at").first()


def sent_this_week(scope: Scope, now: datetime) -> int:
    """How many letters that ask have gone out since Monday, in the zone of the notebook."""
    days = Days(scope.settings.cadence)
    today = now.astimezone(days.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=today.weekday())
    rows = Letter.objects.filter(workspace=scope.workspace, sent_at__gte=monday, kind__in=ASKING)
    return rows.count()


def earlier_texts(scope: Scope, letter: Letter, most: int = 5) -> list[str]:
    """Texts already sent to others of the same organization: nobody likes a circular."""
    person = letter.person
    if person is None or person.organization_id is None:
        return []
    rows = Letter.objects.filter(
        workspace=scope.workspace,
        person__organization_id=person.organization_id,
        sent_at__isnull=False,
        kind=letter.kind,
    ).exclude(person=person)
    return list(rows.exclude(body="").order_by("-sent_at").values_list("body", flat=True)[:most])


def due_reminders(scope: Scope, now: datetime) -> Sequence[Standing]:
    """People to whom a gentle reminder is due today or earlier, the longest wait first."""
    end = Days(scope.settings.cadence).evening(now.astimezone(Days(scope.settings.cadence).zone))
    rows = standings(scope).filter(step=StepKind.NUDGE, due_at__lte=max(now, end))
    return list(rows.exclude(shown_from__gt=now).order_by("due_at", "pk")[:50])


def replies_of(scope: Scope, person: Person) -> QuerySet[Reply]:
    """What came back from one person, newest first; taken-back entries are left out."""
    rows = Reply.objects.filter(workspace=scope.workspace, person=person, event__isnull=False)
    return rows.order_by("-at", "-pk")


def find_reply(scope: Scope, uid: UUID | str) -> Reply | None:
    """One reply, also one that was taken back; None if there is none."""
    return Reply.objects.filter(workspace=scope.workspace, uid=uid).first()


def get_reply(scope: Scope, uid: UUID | str) -> Reply:
    """One reply. Raises NotFound when it is not in this notebook."""
    rows = Reply.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.select_related("person", "approach", "exploration").first()
    if found is None:
        raise NotFound
    return found


def get_event(scope: Scope, uid: UUID | str) -> Event:
    """One entry of the journal. Raises NotFound when it is not in this notebook."""
    rows = Event.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.select_related("person", "exploration").first()
    if found is None:
        raise NotFound
    return found


def is_taken_back(scope: Scope, event: Event) -> bool:
    """Whether an entry of the journal has been retracted already."""
    return str(event.uid) in retracted(scope, event.person)


def retracted(scope: Scope, person: Person) -> set[str]:
    """The uids of this person's entries that were taken back."""
    rows = Event.objects.filter(
        workspace=scope.workspace, person=person, kind=EventKind.RETRACTED
    ).values_list("data", flat=True)
    return {str(data.get("event", "")) for data in rows}


def happened(scope: Scope, person: Person, *kinds: EventKind) -> list[Event]:
    """This person's entries of these kinds that still count, oldest first."""
    gone = retracted(scope, person)
    rows = Event.objects.filter(workspace=scope.workspace, person=person, kind__in=kinds)
    return [event for event in rows if str(event.uid) not in gone]
