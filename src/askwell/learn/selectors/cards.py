"""Reads of cards: which there are, which are due, which come next."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import get_language

from askwell.learn import schedule, words
from askwell.learn.models import OwnCard, Review, Schedule
from askwell.meetings import selectors as meetings
from askwell.meetings.models import Conversation, RoomNote
from askwell.plumbing.content import DEFAULT_LANGUAGE
from askwell.plumbing.errors import NotFound
from askwell.plumbing.ids import uid_in
from askwell.workspaces.access import Scope

OWN = "own:"
NEW_A_DAY = 10
AHEAD = timedelta(minutes=20)  # a card of the first steps may come a little early, as in Anki
SLIP = timedelta(minutes=10)
BEFORE_TALK = 4
BESIDE = 5
TALK_NEAR = timedelta(days=7)
FOR_A_TALK = ("the-talk", "questions")


def language() -> str:
    """The language cards are read in: the interface's."""
    return get_language() or DEFAULT_LANGUAGE


@dataclass(frozen=True)
class Deck:
    """All cards by key, Askwell's and own ones, with the state of those that were answered."""

    cards: Mapping[str, words.Card]
    states: Mapping[str, tuple[datetime, dict[str, Any]]]

    def of(self, stages: Collection[str]) -> list[str]:
        """Keys of the cards of these stages; of all for none."""
        return [key for key, card in self.cards.items() if not stages or card.stage in stages]

    def due(self, keys: Iterable[str], now: datetime) -> list[str]:
        """Those that are due, the longest waiting first."""
        found = [(self.states[key][0], key) for key in keys if key in self.states]
        return [key for at, key in sorted(found) if at <= now]

    def fresh(self, keys: Iterable[str]) -> list[str]:
        """Those never answered, in their order."""
        return [key for key in keys if key not in self.states]

    def known(self, keys: Iterable[str]) -> list[str]:
        """Those that have left the first steps."""
        return [k for k in keys if k in self.states and schedule.is_known(self.states[k][1])]


@dataclass(frozen=True)
class Session:
    """What is to be done now: due cards first, then new ones; later is when the next one is due."""

    due: list[str]
    fresh: list[str]
    later: datetime | None
    deck: Deck

    @property
    def count(self) -> int:
        """How many cards wait."""
        return len(self.due) + len(self.fresh)

    @property
    def card(self) -> words.Card | None:
        """The next one."""
        keys = self.due or self.fresh
        return self.deck.cards[keys[0]] if keys else None


def deck(scope: Scope) -> Deck:
    """All cards with their states; two reads, however many there are."""
    rows = Schedule.objects.filter(workspace=scope.workspace).values_list("key", "due_at", "card")
    cards = dict(words.card_by_id(language()))
    cards |= {f"{OWN}{row.uid}": as_card(row) for row in own_cards(scope)}
    return Deck(cards, {key: (at, card) for key, at, card in rows if key in cards})


def session(
    scope: Scope,
    now: datetime,
    *,
    stages: Collection[str] = (),
    most: int | None = None,
    deck_of: Deck | None = None,
) -> Session:
    """The cards for now. ``stages`` limits it to those, ``most`` to so many cards in all.

    Without either, no more than :data:`NEW_A_DAY` new ones come a day. My own come first, and up to as
    many of them even when that day's other ones have been seen: who writes a card wants to meet it.
    """
    found = deck_of or deck(scope)
    keys = found.of(stages)
    due, unseen = found.due(keys, now), found.fresh(keys)
    mine = [key for key in unseen if key.startswith(OWN)]
    fresh = [key for key in unseen if not key.startswith(OWN)]
    if most is None and not stages:
        begun = _begun_today(scope, now)
        own = sum(key.startswith(OWN) for key in begun)
        mine = mine[: max(0, NEW_A_DAY - own)]
        fresh = fresh[: max(0, NEW_A_DAY - len(begun) - len(mine))]
    fresh = mine + fresh
    if most is not None:
        due, fresh = due[:most], fresh[: max(0, most - len(due))]
    waiting = sorted((found.states[k][0], k) for k in keys if k in found.states)
    waiting = [(at, key) for at, key in waiting if at > now]
    if not due and not fresh and most is None:
        due = [key for at, key in waiting if at <= now + AHEAD and not _is_known(found, key)]
    return Session(due, fresh, waiting[0][0] if waiting else None, found)


def _is_known(found: Deck, key: str) -> bool:
    return schedule.is_known(found.states[key][1])


def _begun_today(scope: Scope, now: datetime) -> list[str]:
    begun = Schedule.objects.filter(workspace=scope.workspace, begun_at__gte=_morning(scope, now))
    return list(begun.values_list("key", flat=True))


def _answered_today(scope: Scope, now: datetime) -> set[str]:
    return set(reviews(scope).filter(at__gte=_morning(scope, now)).values_list("key", flat=True))


def _morning(scope: Scope, now: datetime) -> datetime:
    local = now.astimezone(ZoneInfo(scope.settings.cadence.zone))
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


# -- before a talk --------------------------------------------------------------------------------


@dataclass(frozen=True)
class BeforeTalk:
    """A talk that is near, and the few cards worth a look before it."""

    talk: Conversation
    names: str
    session: Session


def before_talk(scope: Scope, now: datetime, deck_of: Deck | None = None) -> BeforeTalk | None:
    """The next talk of the coming week with its cards; nothing when there is none, or no card."""
    talk = meetings.upcoming(scope).filter(starts_at__lte=now + TALK_NEAR).first()
    if talk is None:
        return None
    whole = deck_of or deck(scope)
    most = BEFORE_TALK - len(_answered_today(scope, now) & set(whole.of(FOR_A_TALK)))
    found = session(scope, now, stages=FOR_A_TALK, most=max(0, most), deck_of=whole)
    return BeforeTalk(talk, meetings.names_of(talk), found) if found.count else None


def beside_talk(scope: Scope) -> list[words.Card]:
    """A few cards for the room: those of talking and asking that were studied last, then own ones."""
    found = deck(scope)
    keys = found.of(FOR_A_TALK)
    studied = sorted(
        (key for key in keys if key in found.states),
        key=lambda key: str(found.states[key][1].get("last_review") or ""),
        reverse=True,
    )
    mine = [key for key in keys if key.startswith(OWN)]
    return [found.cards[key] for key in list(dict.fromkeys([*studied, *mine]))[:BESIDE]]


# -- own cards ------------------------------------------------------------------------------------


def own_cards(scope: Scope) -> QuerySet[OwnCard]:
    """Cards I wrote, oldest first."""
    return OwnCard.objects.filter(workspace=scope.workspace)


def get_own_card(scope: Scope, uid: UUID) -> OwnCard:
    """One of my own cards. Raises NotFound when it is not in this notebook."""
    found = own_cards(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def find_note(scope: Scope, text: str) -> RoomNote | None:
    """The note of a talk that an address names, or nothing when it names none."""
    uid = uid_in(text)
    return RoomNote.objects.filter(workspace=scope.workspace, uid=uid).first() if uid else None


def as_card(row: OwnCard) -> words.Card:
    """An own card in the shape of all cards."""
    return words.Card(f"{OWN}{row.uid}", row.kind, row.stage, row.front, row.back)


def get_card(scope: Scope, key: str) -> words.Card:
    """A card by its key. Raises NotFound when there is none."""
    if key.startswith(OWN):
        uid = uid_in(key.removeprefix(OWN))
        if uid is None:
            raise NotFound
        return as_card(get_own_card(scope, uid))
    found = words.card_by_id(language()).get(key)
    if found is None:
        raise NotFound
    return found


def reviews(scope: Scope) -> QuerySet[Review]:
    """Every answer to a card, oldest first."""
    return Review.objects.filter(workspace=scope.workspace).order_by("at", "pk")


def last_review(scope: Scope, now: datetime) -> Review | None:
    """The last answer, while it is fresh enough to have been a slip of the finger."""
    return reviews(scope).filter(at__gte=now - SLIP).last()


def get_review(scope: Scope, uid: UUID) -> Review:
    """One answer to a card. Raises NotFound when it is not in this notebook."""
    found = reviews(scope).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found
