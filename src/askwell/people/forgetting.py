"""Forget somebody for good, as far as this stage knows them."""

import json
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from askwell.people import search
from askwell.people.bulk import insert_many
from askwell.people.identity import forgotten_digest, identifies
from askwell.people.models import (
    ContactPoint,
    ForgottenKey,
    ImportBatch,
    ImportRow,
    Likeness,
    Merge,
    Person,
    SearchEntry,
)
from askwell.people.scrub import pattern_for, without
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Trash


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool = True) -> None:
    """Remove somebody and whoever was merged into them, with all that hangs on them.

    Kept is an HMAC of each identity key, so that no import brings them back. `keep_quotes` is the
    business of higher stages, which are called before this one. The free space of the database
    file is not scrubbed here: the caller, who knows the file, does that at the end.
    """
    people = _all_of(scope, person)
    _remember(scope, people)
    marks = _marks(people)
    uids = [human.uid for human in people]
    search.drop_person(scope, uids)
    ImportRow.objects.filter(workspace=scope.workspace, person__in=people).delete()
    Merge.objects.filter(
        Q(winner_uid__in=uids) | Q(loser_uid__in=uids), workspace=scope.workspace
    ).delete()
    Likeness.objects.filter(
        Q(first__in=uids) | Q(second__in=uids), workspace=scope.workspace
    ).delete()
    _purge_rows(scope, marks)
    _purge_trash(scope, marks | {str(uid) for uid in uids})
    _scrub_batches(scope, marks)
    _scrub_index(scope, marks)
    Person.objects.filter(pk__in=[human.pk for human in people]).delete()
    search.optimize()


def _all_of(scope: Scope, person: Person) -> list[Person]:
    found, fresh = [person], [person]
    while fresh:
        fresh = list(Person.objects.filter(workspace=scope.workspace, merged_into__in=fresh))
        found += fresh
    return found


def _remember(scope: Scope, people: Iterable[Person]) -> None:
    points = ContactPoint.objects.filter(person__in=people).values_list("kind", "key")
    digests = {forgotten_digest(kind, key) for kind, key in points if identifies(kind, key)}
    rows = ImportRow.objects.filter(workspace=scope.workspace, person__in=people).exclude(key="")
    digests |= {forgotten_digest("row", key) for key in rows.values_list("key", flat=True)}
    known = ForgottenKey.objects.filter(workspace=scope.workspace, digest__in=digests)
    digests -= set(known.values_list("digest", flat=True))
    fresh = [(scope.workspace.pk, new_uid(), digest) for digest in sorted(digests)]
    insert_many(ForgottenKey, ("workspace", "uid", "digest"), fresh)


def _marks(people: Iterable[Person]) -> set[str]:
    """The words by which a trace of them would be found: whole names, addresses, links."""
    marks = {human.name for human in people if " " in human.name}
    points = ContactPoint.objects.filter(person__in=people)
    for value, key in points.values_list("value", "key"):
        marks |= {value, key}
    return {mark for mark in marks if len(mark) > 4}


def _holds(value: object, marks: Iterable[str]) -> bool:
    text = json.dumps(value, ensure_ascii=False, default=str).casefold()
    return any(json.dumps(m, ensure_ascii=False)[1:-1].casefold() in text for m in marks)


def _purge_rows(scope: Scope, marks: set[str]) -> None:
    """Raw rows that belong to nobody (skipped, failed) but name them."""
    loose = ImportRow.objects.filter(workspace=scope.workspace, person=None)
    gone = [
        pk
        for pk, raw, reason in loose.values_list("pk", "raw", "reason").iterator(500)
        if _holds([raw, reason], marks)
    ]
    ImportRow.objects.filter(pk__in=gone).delete()


def _purge_trash(scope: Scope, marks: set[str]) -> None:
    for row in Trash.objects.filter(workspace=scope.workspace).iterator(50):
        if _holds([row.rows, row.label], marks):
            row.delete()


def _scrub_batches(scope: Scope, marks: set[str]) -> None:
    for batch in ImportBatch.objects.filter(workspace=scope.workspace):
        examples = batch.counts.get("examples", [])
        kept = [e for e in examples if not _holds(e, marks)]
        problems = [p for p in batch.problems if not _holds(p, marks)]
        if len(kept) != len(examples) or len(problems) != len(batch.problems):
            batch.counts["examples"], batch.problems = kept, problems
            batch.save(update_fields=["counts", "problems"])


def _scrub_index(scope: Scope, marks: set[str]) -> None:
    """Words about others that name them: found by other words only from now on."""
    pattern = pattern_for(marks)
    if pattern is None:
        return
    naming = Q()
    for mark in marks:
        naming |= Q(title__icontains=mark) | Q(body__icontains=mark)
    rows = SearchEntry.objects.filter(naming, workspace=scope.workspace)
    search.index_many(
        scope,
        [
            search.Entry(
                row.kind,
                row.uid,
                without(row.title, pattern),
                without(row.body, pattern),
                row.person_uid,
                row.at,
            )
            for row in rows
        ],
    )
