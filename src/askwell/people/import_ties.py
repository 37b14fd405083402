"""Messages, invitations and praise of a file: touches of people who are here, by the day.

No text is kept. Only what passed between two counts: a message to a group is no contact with
anybody in it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid5

from askwell.coach.cadence import EventKind
from askwell.people import touches
from askwell.people.formats import (
    EndorsementRecord,
    FollowRecord,
    InvitationRecord,
    MessageRecord,
    Party,
    RecommendationRecord,
    Tie,
)
from askwell.people.identity import Key, contact_key
from askwell.people.matching import owners_of
from askwell.people.models import ContactPoint, ImportBatch, Person
from askwell.workspaces.access import Scope

_HOW: dict[type[Any], str] = {
    InvitationRecord: "invitation",
    RecommendationRecord: "recommendation",
    EndorsementRecord: "endorsement",
}
_MESSAGES = frozenset(("message", "call", "meeting"))

Moment = tuple[Party, str, datetime, bool | None]
"""With whom, how, when, and whether it came from me."""


class TieWriter:
    """Writes the touches of one import."""

    def __init__(self, scope: Scope, batch: ImportBatch, now: datetime) -> None:
        self.scope, self.batch, self.now = scope, batch, now

    def write(self, ties: Sequence[Tie]) -> Counter[str]:
        """One entry per person, day and kind of contact; says how many were new, and how many
        moments were with people who are not here."""
        days, strangers = self._days(ties)
        if not days:
            return Counter(strangers=strangers)
        written = touches.write(self.scope, days, batch=self.batch, now=self.now)
        return Counter(touches=written, strangers=strangers)

    def look(self, ties: Sequence[Tie]) -> Counter[str]:
        """How many entries `write` would add for people who are here already."""
        days, _strangers = self._days(ties)
        return Counter(touches=len(touches.fresh(self.scope, days)))

    def _days(self, ties: Sequence[Tie]) -> tuple[list[touches.Contact], int]:
        """The entries, and how many moments were with people who are not here."""
        moments = [m for tie in ties if (m := _moment(tie))]
        if not moments:
            return [], 0
        people = _people(self.scope, [party for party, *_ in moments])
        days: dict[str, touches.Contact] = {}
        strangers = 0
        for party, how, at, mine in moments:
            key = _key(party)
            person = people.get(key)
            if person is None:
                strangers += 1
                continue
            name = "|".join(("touch", *key, how, at.date().isoformat()))
            uid = uuid5(self.scope.workspace.uid, name).hex
            entry = days.setdefault(uid, _entry(person, how, at, uid))
            _count(entry, at, mine)
        return list(days.values()), strangers


def _entry(person: int, how: str, at: datetime, uid: str) -> touches.Contact:
    data = {"how": how, "mine": 0, "theirs": 0}
    return touches.Contact(person, EventKind.TOUCHED, at, data, uid)


def _count(entry: touches.Contact, at: datetime, mine: bool | None) -> None:
    entry.at = max(entry.at, at)
    if mine is not None:
        side = "mine" if mine else "theirs"
        entry.data = {**entry.data, side: entry.data[side] + 1}


def _moment(tie: Tie) -> Moment | None:
    """With whom and when; None where it is not told, or where there was a group."""
    if isinstance(tie, FollowRecord) or tie.at is None:
        return None
    at = _aware(tie.at)
    if isinstance(tie, MessageRecord):
        if len(tie.others) != 1 or tie.kind not in _MESSAGES:
            return None
        return tie.others[0], tie.kind, at, tie.mine
    return tie.other, _HOW[type(tie)], at, tie.mine


def _aware(at: datetime | date) -> datetime:
    """A day without a time stands at its noon; a time without a zone in UTC."""
    if not isinstance(at, datetime):
        return datetime.combine(at, time(12), UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _key(party: Party) -> Key:
    """The strongest thing a party is known by; a name only where there is nothing else."""
    if party.link:
        return ContactPoint.Kind.LINK.value, contact_key(ContactPoint.Kind.LINK, party.link)
    if party.uid:
        return ContactPoint.Kind.VCARD_UID.value, contact_key("vcard-uid", party.uid)
    return "name", party.name


def _people(scope: Scope, parties: Iterable[Party]) -> dict[Key, int]:
    """Who is meant. A bare name counts only where exactly one person bears it."""
    keys = {_key(party) for party in parties}
    names = {name for kind, name in keys if kind == "name" and name}
    found = owners_of(scope.workspace, {key for key in keys if key[0] != "name"})
    bearers = Person.objects.filter(workspace=scope.workspace, name__in=names, merged_into=None)
    rows = list(bearers.values_list("name", "pk")) if names else []
    often = Counter(name for name, _ in rows)
    return found | {("name", name): pk for name, pk in rows if often[name] == 1}
