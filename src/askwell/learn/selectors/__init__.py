"""Reads of what there is to learn, what was learned and what was practised."""

from askwell.learn.selectors.cards import (
    OWN,
    BeforeTalk,
    Deck,
    Session,
    as_card,
    before_talk,
    deck,
    find_note,
    get_card,
    get_own_card,
    language,
    own_cards,
    reviews,
    session,
)

__all__ = [
    "OWN",
    "BeforeTalk",
    "Deck",
    "Session",
    "as_card",
    "before_talk",
    "deck",
    "find_note",
    "get_card",
    "get_own_card",
    "language",
    "own_cards",
    "reviews",
    "session",
]
