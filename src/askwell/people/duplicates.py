"""Who may be the same person: everybody is read once and compared; nothing is merged here."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.people.identity import identifies, organization_key
from askwell.people.likeness.cards import Card
from askwell.people.likeness.names import readings
from askwell.people.likeness.pairs import Pair, likely_pairs
from askwell.people.models import ContactPoint, Education, Person, Position, Verdict
from askwell.people.words import LIKENESS
from askwell.plumbing.memory import few_collections
from askwell.workspaces.access import Scope

Kind = ContactPoint.Kind

_DIGITS = 8
"""How many last digits of a telephone number are compared: what precedes them is written in many
ways (+49 30 …, 0049 30 …, 030 …), E.164 or not."""
_SHORTEST = 7


@dataclass(frozen=True)
class Found:
    """Two people who may be one. `reasons` are codes with their bits, the name first."""

    first: UUID
    second: UUID
    names: tuple[str, str]
    bits: float
    reasons: tuple[tuple[str, float], ...]
    waiting: bool = True

    @property
    def score(self) -> float:
        """How likely it is, between 0 and 1."""
        return float(round(1 / (1 + 2.0**-self.bits), 4))

    @property
    def codes(self) -> list[str]:
        """What speaks for it, the strongest reason beside the name first."""
        name, *others = self.reasons
        told = sorted((r for r in others if r[1] > 0), key=lambda reason: -reason[1])
        return [name[0], *(code for code, _bits in told)]


def look_through(scope: Scope) -> list[Found]:
    """Compare everybody in the notebook; the likeliest pairs first.

    Left out are those of whom I said that they are different people; of whom I said "later" they are
    marked as not waiting.
    """
    people = Person.objects.filter(workspace=scope.workspace, merged_into=None)
    with few_collections():
        pairs = likely_pairs(cards(scope, people))
    said = answered(scope)
    kept = [p for p in pairs if said.get((p.a, p.b)) != Verdict.Answer.DIFFERENT]
    return named(kept, said)


def named(pairs: Iterable[Pair], said: Mapping[tuple[int, int], str] | None = None) -> list[Found]:
    """The same pairs by the uids and names of the people. One statement per thousand."""
    later = said or {}
    pairs = list(pairs)
    people: dict[int, tuple[UUID, str]] = {}
    keys = sorted({key for pair in pairs for key in (pair.a, pair.b)})
    for start in range(0, len(keys), 1000):
        rows = Person.objects.filter(pk__in=keys[start : start + 1000])
        people |= {pk: (uid, name) for pk, uid, name in rows.values_list("pk", "uid", "name")}
    return [
        Found(
            mine[0],
            theirs[0],
            (mine[1], theirs[1]),
            pair.bits,
            pair.reasons,
            (pair.a, pair.b) not in later,
        )
        for pair in pairs
        for mine, theirs in [(people[pair.a], people[pair.b])]
    ]


def reasons_in_words(codes: Iterable[str]) -> list[str]:
    """What speaks for two being one, as it is said."""
    return [str(LIKENESS[code]) for code in codes if code in LIKENESS]


def answered(scope: Scope) -> dict[tuple[int, int], str]:
    """What I said about two people (their keys, in either order)."""
    rows = Verdict.objects.filter(workspace=scope.workspace, person__isnull=False)
    said = rows.values_list("person", "other_person", "answer")
    return {two: answer for a, b, answer in said for two in ((a, b), (b, a)) if a and b}


def cards(scope: Scope, people: QuerySet[Person], *, some: bool = False) -> list[Card]:
    """What is compared of these people, in four statements.

    With `some`, only their details are read; otherwise those of the whole notebook, which is faster
    than asking for each.
    """
    found: dict[int, Card] = {}
    names = (
        "pk", "name", "given", "family", "role", "organization", "place", "birthday", "connected_on",
    )  # fmt: skip
    for pk, name, given, family, role, employer, place, birthday, connected in people.values_list(
        *names
    ).iterator(5000):
        found[pk] = Card(
            pk,
            readings(name, given, family),
            organizations=frozenset((employer,)) if employer else frozenset(),
            titles=frozenset((role.casefold(),)) if role else frozenset(),
            place=place.casefold(),
            birthday=birthday,
            connected=connected,
        )
    chosen = Q(person__in=list(found)) if some else Q()
    _add_contacts(scope, found, chosen)
    _add_past(scope, found, chosen)
    return list(found.values())


def _add_contacts(scope: Scope, found: dict[int, Card], chosen: Q) -> None:
    rows = ContactPoint.objects.filter(chosen, workspace=scope.workspace)
    for pk, kind, key in rows.values_list("person", "kind", "key").iterator(5000):
        card = found.get(pk)
        if card is None or not key:
            continue
        if kind == Kind.EMAIL:
            card.emails += (key,)
        elif kind == Kind.PHONE:
            card.phones += _significant(key)
        elif kind == Kind.LINK:
            card.links += (key,) if identifies(kind, key) else ()
        elif kind == Kind.VCARD_UID:
            card.cards += (key,)
        elif kind == Kind.ADDRESS:
            card.addresses += (" ".join(re.findall(r"\w+", key)),)


def _significant(key: str) -> tuple[str, ...]:
    """The digits that tell one telephone from another; none of an extension."""
    digits = re.sub(r"\D", "", key).lstrip("0")
    return (digits[-_DIGITS:],) if len(digits) >= _SHORTEST else ()


def _add_past(scope: Scope, found: dict[int, Card], chosen: Q) -> None:
    """Earlier jobs and schools: people are remembered by those, too."""
    jobs: dict[int, set[Hashable]] = defaultdict(set)
    rows = Position.objects.filter(chosen, workspace=scope.workspace, is_current=False)
    for pk, organization in rows.values_list("person", "organization"):
        jobs[pk].add(organization)
    schools: dict[int, set[Hashable]] = defaultdict(set)
    taught = Education.objects.filter(chosen, workspace=scope.workspace)
    for pk, organization, school in taught.values_list("person", "organization", "school"):
        schools[pk].add(organization or organization_key(school))
    for pk, card in _those(found, jobs):
        card.organizations |= jobs[pk] - {None}
    for pk, card in _those(found, schools):
        card.schools = frozenset(schools[pk])


def _those(found: dict[int, Card], keys: Iterable[int]) -> Iterator[tuple[int, Any]]:
    return ((pk, found[pk]) for pk in keys if pk in found)
