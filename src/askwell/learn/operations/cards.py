"""Writes on cards: an answer, and cards of one's own."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.learn import schedule, selectors, words
from askwell.learn.models import OwnCard, Review, Schedule
from askwell.meetings.models import RoomNote
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url

LONGEST = 2000


class NoCard(Refusal):
    """A card without words, or a sentence without a gap."""


class NotTheLast(Refusal):
    """An answer that cannot be taken back any more."""


@transaction.atomic
def rate(
    scope: Scope, *, uid: UUID, card: words.Card, rating: int, typed: str = "", now: datetime
) -> Schedule:
    """Note how well a card was known, and when it comes again. The same `uid` twice is one answer.

    Raises ValueError when the rating is none of 1 to 4.
    """
    row, _made = Schedule.objects.get_or_create(
        workspace=scope.workspace,
        key=card.id,
        defaults={
            "uid": new_uid(),
            "card": schedule.fresh(card.id, now),
            "due_at": now,
            "begun_at": now,
        },
    )
    row = Schedule.objects.select_for_update().get(pk=row.pk)
    kept, fresh = Review.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={"key": card.id, "rating": rating, "at": now, "typed": typed[:LONGEST]},
    )
    if fresh:
        row.card = schedule.answered(_sound(row, now), kept.rating, now)
        row.due_at = schedule.due(row.card)
        row.save(update_fields=["card", "due_at"])
    return row


@transaction.atomic
def unrate(scope: Scope, *, review: Review) -> None:
    """Take the last answer to a card back: the card is then as if it had not been given.

    Raises NotTheLast when another answer came after it, or when what is kept is not what the answers
    make (a schedule out of a file may be newer than its answers).
    """
    row = Schedule.objects.select_for_update().filter(
        workspace=scope.workspace, key=review.key
    ).first()  # fmt: skip
    given = list(selectors.reviews(scope).filter(key=review.key))
    answers = [(answer.rating, answer.at) for answer in given]
    if row is None or given[-1:] != [review] or not _made_by(row, answers):
        raise NotTheLast(_("Another answer came after it, so it stays."))
    review.delete()
    if len(given) == 1:
        row.delete()
        return
    row.card = schedule.replayed(row.key, row.begun_at, answers[:-1])
    row.due_at = schedule.due(row.card)
    row.save(update_fields=["card", "due_at"])


def _made_by(row: Schedule, answers: list[tuple[int, datetime]]) -> bool:
    made = schedule.replayed(row.key, row.begun_at, answers)
    return bool(row.card == made)


def _sound(row: Schedule, now: datetime) -> schedule.State:
    """The state as kept; a broken one, out of an export that somebody edited, begins anew."""
    try:
        schedule.read(row.card)
    except ValueError:
        return schedule.fresh(row.key, now)
    return dict(row.card)


@transaction.atomic
def add_card(
    scope: Scope,
    *,
    uid: UUID,
    kind: str,
    stage: str,
    front: str,
    back: str,
    now: datetime,
    note: RoomNote | None = None,
) -> OwnCard:
    """Keep a card I wrote. The same `uid` twice is one. Raises NoCard."""
    front, back = _checked(kind, front, back)
    row, _made = OwnCard.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "kind": kind, "stage": stage, "front": front, "back": back,
            "note": note, "created_at": now,
        },
    )  # fmt: skip
    return row


@transaction.atomic
def edit_card(
    scope: Scope, *, card: OwnCard, kind: str, stage: str, front: str, back: str
) -> OwnCard:
    """Other words for a card of mine; when it comes again stays. Raises NoCard."""
    card.front, card.back = _checked(kind, front, back)
    card.kind, card.stage = kind, stage
    card.save(update_fields=["kind", "stage", "front", "back"])
    return card


@transaction.atomic
def remove_card(scope: Scope, *, card: OwnCard, now: datetime) -> str:
    """Throw a card of mine away with its answers; returns the address that takes it back."""
    key = f"{selectors.OWN}{card.uid}"
    rows = OwnCard.objects.filter(pk=card.pk)
    also = [
        Schedule.objects.filter(workspace=scope.workspace, key=key),
        Review.objects.filter(workspace=scope.workspace, key=key),
    ]
    thrown = throw_away(scope, rows=rows, kind="card", label=card.front, now=now, also=also)
    return undo_url(thrown)


def _checked(kind: str, front: str, back: str) -> tuple[str, str]:
    front, back = front.strip()[:LONGEST], back.strip()[:LONGEST]
    if not front:
        raise NoCard(_("Write the front of the card first."))
    if (
        kind == words.CLOZE
        and not words.card_from(
            {"id": "", "kind": kind, "stage": "", "front": front, "back": back}
        ).hidden
    ):
        raise NoCard(_("Put two braces around the words to hide: {{like this}}."))
    if kind == words.BASIC and not back:
        raise NoCard(_("Write what stands on the back, too."))
    return front, back
