"""After an import: two entries with one and the same exact key become one, if that is switched on."""

from datetime import datetime

from django.db.models import Count

from askwell.people.duplicates import answered, cards
from askwell.people.likeness.pairs import Pair, likely_pairs
from askwell.people.merging import CannotMerge, merge_people
from askwell.people.models import ContactPoint, ImportBatch, ImportRow, Merge, Person
from askwell.people.same_organizations import link_schools
from askwell.people.suspects import forget_pair, look_later
from askwell.workspaces.access import Scope

EXACT = frozenset(("email", "profile", "card"))
"""Keys that one person has alone. Telephones and postal addresses are shared."""
_SURE = 10.0
"""Bits of a key that is neither an office's nor one of many."""
_MOST = 2000


def after_import(scope: Scope, *, batch: ImportBatch, now: datetime) -> None:
    """What is to be done when an import is through: merge what is certain, look for the rest later."""
    link_schools(scope, now=now, batch=batch)
    merge_exact(scope, batch=batch, now=now)
    look_later(scope)


def merge_exact(scope: Scope, *, batch: ImportBatch, now: datetime) -> list[Merge]:
    """Merge people of this import with others that have the same e-mail address, profile or card UID.

    Only if switched on in the settings; never against the name, never two that were parted before.
    The one known longer stays; each merge can be undone, and is then remembered as two people.
    """
    if not scope.settings.merge_exact:
        return []
    merged = []
    for pair in _exact(scope, batch):
        found = Person.objects.in_bulk([pair.a, pair.b])
        winner, loser = (found[key] for key in sorted((pair.a, pair.b)))
        if winner.merged_into_id or loser.merged_into_id:
            continue  # the third of three, on the next import
        codes = [code for code, bits in pair.reasons if bits > 0]
        try:
            merged.append(
                merge_people(
                    scope, winner=winner, loser=loser, now=now, reasons=codes, automatic=True
                )
            )
        except CannotMerge:
            continue  # both have something open: that is for somebody to decide
        forget_pair(scope, winner.uid, loser.uid)
    return merged


def _exact(scope: Scope, batch: ImportBatch) -> list[Pair]:
    """Pairs with an exact key in common, at least one of the two from this import."""
    points = ContactPoint.objects.filter(workspace=scope.workspace, person__merged_into=None)
    rows = ImportRow.objects.filter(batch=batch, person__isnull=False)
    touched = points.filter(person__in=rows.values("person")).values("key")
    shared = points.filter(key__in=touched).exclude(key="").values("kind", "key")
    twice = shared.annotate(people=Count("person", distinct=True)).filter(people__gt=1)
    keys = [row["key"] for row in twice[:_MOST]]
    people = set(points.filter(key__in=keys).values_list("person", flat=True))
    everybody = Person.objects.filter(workspace=scope.workspace, merged_into=None)
    pairs = likely_pairs(
        cards(scope, everybody.filter(pk__in=people), some=True), everybody.count()
    )
    said = answered(scope)
    return [pair for pair in pairs if _certain(pair) and (pair.a, pair.b) not in said]


def _certain(pair: Pair) -> bool:
    name = pair.reasons[0][0]
    sure = any(code in EXACT and bits >= _SURE for code, bits in pair.reasons)
    return sure and name != "name-differs"
