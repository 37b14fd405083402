"""When a card comes again: the `fsrs` library with its default parameters, and nothing of our own.

State is kept as the library's own dictionary, so no digit is lost on the way to the database, to an
export and back. Fuzzing – the library's random days more or less – is off: the same answers at the
same times then give the same schedule everywhere, and few hundred cards do not bunch.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

FUZZING = False
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
LEARNING, KNOWN, RELEARNING = 1, 2, 3
State = dict[str, Any]


@cache
def scheduler() -> "Scheduler":
    """The library's scheduler; loaded when the first card is answered, not when Askwell starts."""
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=FUZZING)


def fresh(key: str, now: datetime) -> State:
    """The state of a card that was never answered, due at once."""
    from fsrs import Card

    return dict(Card(card_id=_number(key), due=now.astimezone(UTC)).to_dict())


def answered(state: Mapping[str, Any], rating: int, at: datetime) -> State:
    """The state after an answer."""
    from fsrs import Rating

    card, _log = scheduler().review_card(read(state), Rating(rating), at.astimezone(UTC))
    return dict(card.to_dict())


def replayed(key: str, begun: datetime, answers: Iterable[tuple[int, datetime]]) -> State:
    """The state after all these answers, oldest first; nothing is random, so it is the same again."""
    state = fresh(key, begun)
    for rating, at in answers:
        state = answered(state, rating, at)
    return state


def previews(state: Mapping[str, Any], at: datetime) -> dict[int, timedelta]:
    """How far away each of the four answers would put the card."""
    return {rating: due(answered(state, rating, at)) - at for rating in (AGAIN, HARD, GOOD, EASY)}


def read(state: Mapping[str, Any]) -> "Card":
    """A card of the library. Raises ``ValueError`` for what is no state of a card."""
    from fsrs import Card

    try:
        card = Card.from_dict(dict(state))  # type: ignore[arg-type]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from None
    if card.due.tzinfo is None or (card.last_review and card.last_review.tzinfo is None):
        raise ValueError("a moment without a zone")
    return card


def due(state: Mapping[str, Any]) -> datetime:
    """When it is due."""
    return datetime.fromisoformat(state["due"])


def is_known(state: Mapping[str, Any]) -> bool:
    """Whether it has left the first steps: the next time is a day or more away."""
    return state.get("state") == KNOWN


def _number(key: str) -> int:
    """The library wants a number; ours comes from the key, so it is the same on every computer."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")
