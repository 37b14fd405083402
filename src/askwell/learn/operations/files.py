"""Cards out into files and back in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.learn import schedule, selectors, words
from askwell.learn.formats import apkg, cards_csv
from askwell.learn.headings import STAGE_WORDS
from askwell.learn.models import OwnCard, Review, Schedule
from askwell.learn.operations.cards import LONGEST
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid, uid_in
from askwell.plumbing.rows import chunks
from askwell.workspaces.access import Scope

OWN_KINDS = {kind.value for kind in OwnCard.Kind}


class NotATable(Refusal):
    """The file holds no cards."""


@dataclass(frozen=True)
class Taken:
    """What an import did: cards that were new, schedules that were set, lines left out."""

    added: int
    scheduled: int
    left_out: int


def as_apkg(scope: Scope, *, now: datetime) -> bytes:
    """All cards as a deck for Anki."""
    headings = {stage: str(heading) for stage, heading in STAGE_WORDS.items()}
    cards = selectors.deck(scope).cards.values()
    return apkg.write(cards, headings, at=now.timestamp())


def as_csv(scope: Scope) -> bytes:
    """All cards as a table, with when they come again and how they were answered."""
    deck = selectors.deck(scope)
    answers: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in selectors.reviews(scope):
        kept = {"uid": str(row.uid), "at": row.at.isoformat(), "rating": row.rating}
        answers[row.key].append(kept | ({"typed": row.typed} if row.typed else {}))
    return cards_csv.write(_rows(deck, answers))


def _rows(
    deck: selectors.Deck, answers: dict[str, list[dict[str, Any]]]
) -> Iterator[cards_csv.Row]:
    for key, card in deck.cards.items():
        due, state = deck.states.get(key, (None, {}))
        yield cards_csv.Row(
            id=key, kind=card.kind, stage=card.stage, front=card.front, back=card.back,
            a=card.a, b=card.b, better=card.better, rules=" ".join(card.rules), source=card.source,
            due=due.isoformat() if due else "", schedule=state, answers=tuple(answers.get(key, ())),
        )  # fmt: skip


@transaction.atomic
def take_in(scope: Scope, *, contents: bytes, now: datetime) -> Taken:
    """Take cards of a table in: own cards that are not there yet, and schedules that are newer.

    A card that is there stays as it is, so the same file twice changes nothing. Raises NotATable.
    """
    try:
        rows = list(cards_csv.read(contents))
    except cards_csv.NotCards:
        raise NotATable(
            _("This is no table of cards: its first line needs the names front and back.")
        ) from None
    keyed = [(key, row) for row in rows if (key := _key(scope, row))]
    added = _add(scope, keyed, now)
    scheduled = _schedule(scope, keyed, now)
    return Taken(added, scheduled, len(rows) - len(keyed))


def _key(scope: Scope, row: cards_csv.Row) -> str:
    """The key of a card; a line without one gets it from its words. Nothing for what is no card."""
    if row.id in words.card_by_id(selectors.language()):
        return row.id
    if not row.front.strip():
        return ""
    uid = uid_in(row.id.removeprefix(selectors.OWN)) if row.id.startswith(selectors.OWN) else None
    return f"{selectors.OWN}{uid or uuid5(scope.workspace.uid, f'{row.front}|{row.back}')}"


def _add(scope: Scope, keyed: Iterable[tuple[str, cards_csv.Row]], now: datetime) -> int:
    there = {f"{selectors.OWN}{uid}" for uid in _own_uids(scope)}
    fresh = {key: row for key, row in keyed if key.startswith(selectors.OWN) and key not in there}
    made = [_card(scope, UUID(key[len(selectors.OWN) :]), row, now) for key, row in fresh.items()]
    for some in chunks(made):
        OwnCard.objects.bulk_create(some)
    return len(made)


def _own_uids(scope: Scope) -> Iterable[UUID]:
    return selectors.own_cards(scope).values_list("uid", flat=True)


def _card(scope: Scope, uid: UUID, row: cards_csv.Row, now: datetime) -> OwnCard:
    kind = row.kind if row.kind in OWN_KINDS else OwnCard.Kind.BASIC
    sides = f"\n\nA: {row.a}\n\nB: {row.b}" if row.a and row.b else ""
    answer = f"{row.better.upper()}. " if sides and row.better else ""
    return OwnCard(
        workspace=scope.workspace,
        uid=uid,
        kind=kind,
        stage=row.stage if row.stage in words.STAGES else "what-i-heard",
        front=(row.front + sides)[:LONGEST],
        back=(answer + row.back)[:LONGEST],
        created_at=now,
    )


def _schedule(scope: Scope, keyed: list[tuple[str, cards_csv.Row]], now: datetime) -> int:
    """Set what is newer than what is kept, and add the answers that are missing."""
    kept = {row.key: row for row in Schedule.objects.filter(workspace=scope.workspace)}
    fresh: list[Schedule] = []
    newer: list[Schedule] = []
    answers: list[Review] = []
    for key, row in keyed:
        answers += _answers(scope, key, row)
        if not (row.schedule and _sound(row.schedule)):
            continue
        due = schedule.due(row.schedule)
        if key not in kept:
            kept[key] = Schedule(
                workspace=scope.workspace, uid=new_uid(), key=key, card=row.schedule,
                due_at=due, begun_at=_begun(row, now),
            )  # fmt: skip
            fresh.append(kept[key])
        elif _last(row.schedule) > _last(kept[key].card):
            kept[key].card, kept[key].due_at = row.schedule, due
            newer.append(kept[key])
    Schedule.objects.bulk_create(fresh, batch_size=500)
    Schedule.objects.bulk_update([r for r in newer if r.pk], ["card", "due_at"], batch_size=500)
    Review.objects.bulk_create(answers, batch_size=500, ignore_conflicts=True)
    return len(fresh) + len(newer)


def _sound(state: dict[str, Any]) -> bool:
    try:
        return bool(schedule.read(state))
    except (ValueError, OverflowError):
        return False


def _last(state: dict[str, Any]) -> str:
    return str(state.get("last_review") or "")


def _begun(row: cards_csv.Row, now: datetime) -> datetime:
    first = [moment for answer in row.answers if (moment := _moment(answer.get("at")))]
    return min(first, default=now)


def _answers(scope: Scope, key: str, row: cards_csv.Row) -> Iterator[Review]:
    for answer in row.answers:
        uid, at = uid_in(str(answer.get("uid", ""))), _moment(answer.get("at"))
        rating = answer.get("rating")
        if uid and at and rating in (1, 2, 3, 4):
            typed = str(answer.get("typed", ""))[:LONGEST]
            yield Review(
                workspace=scope.workspace, uid=uid, key=key, rating=rating, at=at, typed=typed
            )


def _moment(text: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else None
