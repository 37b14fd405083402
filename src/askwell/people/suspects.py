"""Who may be here twice, kept so that a page can show it: looked through after an import, or again
when somebody asks. What I said to a pair – the same, different, later – is never asked again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from askwell.people import search
from askwell.people.bulk import insert_many
from askwell.people.duplicates import answered, cards, look_through, named
from askwell.people.likeness.pairs import likely_pairs
from askwell.people.models import ContactPoint, Likeness, Organization, Person, Verdict
from askwell.people.same_organizations import look_through_organizations
from askwell.plumbing.errors import NotFound, Refusal
from askwell.plumbing.ids import new_uid
from askwell.plumbing.queue import enqueue
from askwell.workspaces.access import Scope

PERSON, ORGANIZATION = "person", "organization"
_MODELS: dict[str, Any] = {PERSON: Person, ORGANIZATION: Organization}
_NEAR = 300


class NoPair(Refusal):
    """These two cannot be answered about."""


@dataclass(frozen=True)
class Suspect:
    """Two entries side by side; `first` is the one that would stay."""

    first: Any
    second: Any
    codes: tuple[str, ...]


# --- looking ---


@transaction.atomic
def look_everywhere(scope: Scope) -> int:
    """Compare everybody, and every organization, and keep what was found; returns how many pairs."""
    people, organizations = look_through(scope), look_through_organizations(scope)
    Likeness.objects.filter(workspace=scope.workspace).delete()
    _keep(scope, PERSON, [(p.first, p.second, p.bits, p.codes) for p in people if p.waiting])
    _keep(scope, ORGANIZATION, organizations)
    return len(people) + len(organizations)


def look_later(scope: Scope) -> None:
    """Look through everybody when the worker has time, on commit."""
    enqueue("people.jobs.look_for_same", workspace=scope.workspace.uid, actor=scope.actor.uid)


def _keep(scope: Scope, kind: str, rows: Sequence[tuple[UUID, UUID, float, Sequence[str]]]) -> None:
    insert_many(
        Likeness,
        ("workspace", "kind", "first", "second", "bits", "reasons"),
        [(scope.workspace.pk, kind, a, b, bits, list(codes)) for a, b, bits, codes in rows],
    )


@transaction.atomic
def look_at(scope: Scope, *, person: Person) -> None:
    """Compare one person with those who share an address or look alike by name. Bounded."""
    _mentioning(scope, person.uid).filter(kind=PERSON).delete()
    if person.merged_into_id is not None:
        return
    everybody = Person.objects.filter(workspace=scope.workspace, merged_into=None)
    some = everybody.filter(pk__in=_around(scope, person) | {person.pk})
    pairs = likely_pairs(cards(scope, some, some=True), everybody.count())
    apart = answered(scope)
    mine = [p for p in pairs if person.pk in (p.a, p.b) and (p.a, p.b) not in apart]
    _keep(scope, PERSON, [(f.first, f.second, f.bits, f.codes) for f in named(mine)])


def _around(scope: Scope, person: Person) -> set[int]:
    """Those worth comparing with somebody: by address, by how the name is sorted, by the names."""
    keys = ContactPoint.objects.filter(person=person).values_list("key", flat=True)
    sharing = ContactPoint.objects.filter(workspace=scope.workspace, key__in=[k for k in keys if k])
    found = set(sharing.values_list("person", flat=True)[:_NEAR])
    everybody = Person.objects.filter(workspace=scope.workspace, merged_into=None)
    for word in {person.sort_key.split(" ")[0], person.sort_key.split(" ")[-1]} - {""}:
        alike = everybody.filter(sort_key__gte=word[:3], sort_key__lt=word[:3] + "\uffff")
        found |= set(alike.values_list("pk", flat=True)[:_NEAR])
    uids = {
        hit.uid
        for word in (person.given, person.family)
        if word
        for hit in search.search(scope, word, _NEAR, kind="person")
    }
    return found | set(everybody.filter(uid__in=uids).values_list("pk", flat=True))


def _mentioning(scope: Scope, uid: UUID) -> Any:
    return Likeness.objects.filter(Q(first=uid) | Q(second=uid), workspace=scope.workspace)


# --- reading ---


def waiting(scope: Scope, kind: str, limit: int = 10) -> list[Suspect]:
    """The likeliest pairs that nobody answered about yet. Two statements."""
    rows = Likeness.objects.filter(workspace=scope.workspace, kind=kind)
    return _side_by_side(scope, kind, rows.order_by("-bits", "pk")[: limit * 3])[:limit]


def put_off(scope: Scope, kind: str, limit: int = 10) -> list[Suspect]:
    """The pairs about which I said: later, the oldest first."""
    names = (kind, f"other_{kind}")
    rows = _for_later(scope, kind).select_related(*names).order_by("decided_at", "pk")[:limit]
    return [Suspect(*_kept_first(*(getattr(row, name) for name in names)), ()) for row in rows]


def how_many(scope: Scope, kind: str) -> tuple[int, int]:
    """How many pairs wait for an answer, and how many were put off."""
    rows = Likeness.objects.filter(workspace=scope.workspace, kind=kind)
    return rows.count(), _for_later(scope, kind).count()


def _for_later(scope: Scope, kind: str) -> QuerySet[Verdict]:
    """What I said later about, of those that are still two: merging points both sides at one."""
    rows = Verdict.objects.filter(workspace=scope.workspace, answer=Verdict.Answer.LATER)
    rows = rows.filter(**{f"{kind}__merged_into": None, f"other_{kind}__merged_into": None})
    return rows.exclude(**{kind: None}).exclude(**{kind: F(f"other_{kind}")})


def alike(scope: Scope, person: Person) -> list[Suspect]:
    """Who may be the same as this person; one statement when there is nobody."""
    rows = _mentioning(scope, person.uid).filter(kind=PERSON).order_by("-bits")[:3]
    return [
        Suspect(person, pair.second if pair.first == person else pair.first, pair.codes)
        for pair in _side_by_side(scope, PERSON, rows)
    ]


def _side_by_side(scope: Scope, kind: str, rows: Iterable[Likeness]) -> list[Suspect]:
    rows = list(rows)
    uids = {uid for row in rows for uid in (row.first, row.second)}
    there = _MODELS[kind].objects.filter(workspace=scope.workspace, merged_into=None, uid__in=uids)
    if kind == PERSON:
        there = there.select_related("organization").prefetch_related("contacts")
    found = {row.uid: row for row in there} if uids else {}
    return [
        Suspect(*_kept_first(found[row.first], found[row.second]), tuple(row.reasons))
        for row in rows
        if row.first in found and row.second in found
    ]


def _kept_first(one: Any, other: Any) -> tuple[Any, Any]:
    """The one that is known longer stays."""
    return (one, other) if one.pk <= other.pk else (other, one)


# --- answering ---


@transaction.atomic
def say_of_two(
    scope: Scope, *, kind: str, first: UUID, second: UUID, answer: str, now: datetime
) -> Verdict:
    """ "Different people", or "later": remembered, and never asked again by itself.

    A second answer about the same two takes the place of the first. Raises NotFound for somebody who
    is not here, NoPair for one and the same.
    """
    rows = _MODELS[kind].objects.filter(workspace=scope.workspace, uid__in=(first, second))
    found = sorted(rows, key=lambda row: row.pk)
    if first == second:
        raise NoPair(_("This is the same entry; choose the other one."))
    if len(found) != 2:
        raise NotFound
    pair = {kind: found[0], f"other_{kind}": found[1]}
    rows = Verdict.objects.select_for_update().filter(workspace=scope.workspace, **pair)
    row = rows.first() or Verdict(workspace=scope.workspace, uid=new_uid(), **pair)
    row.answer, row.decided_at = answer, now
    row.save()
    forget_pair(scope, first, second)
    return row


@transaction.atomic
def take_back_verdict(scope: Scope, *, verdict: Verdict) -> None:
    """Undo an answer: the two are asked about again."""
    people = [row for row in (verdict.person, verdict.other_person) if row]
    verdict.delete()
    if people:
        look_at(scope, person=people[0])
    else:
        _look_at_organizations(scope)


def _look_at_organizations(scope: Scope) -> None:
    Likeness.objects.filter(workspace=scope.workspace, kind=ORGANIZATION).delete()
    _keep(scope, ORGANIZATION, look_through_organizations(scope))


def forget_pair(scope: Scope, first: UUID, second: UUID) -> None:
    """These two are not to be shown as a pair any more."""
    both = (first, second)
    Likeness.objects.filter(workspace=scope.workspace, first__in=both, second__in=both).delete()


def get_verdict(scope: Scope, uid: UUID) -> Verdict:
    """One answer about two. Raises NotFound."""
    found = Verdict.objects.filter(workspace=scope.workspace, uid=uid).first()
    if found is None:
        raise NotFound
    return found


def found_reasons(scope: Scope, first: UUID, second: UUID) -> list[str]:
    """The codes of what speaks for these two being one, as far as it was looked at."""
    both = (first, second)
    row = Likeness.objects.filter(workspace=scope.workspace, first__in=both, second__in=both)
    return list(found.reasons) if (found := row.first()) else []
