"""Forget a person everywhere: rows, texts that name them, the index, the trash, and files.

Each stage forgets what it knows (``operations.forget``), higher stages first. Then every text of
the workspace that is left is searched for their name, addresses and links, because people are
mentioned in places that no key reaches. Last, what lies beside the database goes: exports that were
made, copies of older versions, and the free space of the file itself.
"""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import CharField, JSONField, Q, TextField
from django_tasks_db.models import DBTaskResult

from askwell.people.models import ContactPoint, Person
from askwell.plumbing import store
from askwell.plumbing.ids import new_uid
from askwell.transfer.models import TransferJob
from askwell.transfer.schema import exported
from askwell.workspaces.access import Scope
from askwell.workspaces.models import AuditEntry, Owned

GONE = "…"
SHORTEST = 4


def forget_person(scope: Scope, *, person: Person, keep_quotes: bool, now: datetime) -> None:
    """Remove a person, and whoever was merged into them, from everything this workspace keeps.

    ``keep_quotes`` keeps what they said without a name. Only an HMAC of their identity keys stays,
    so that an import does not bring them back. It cannot be undone, and says so before it is done.
    """
    with transaction.atomic():
        marks = list(_marks(scope, person))
        for forget in _stages():
            forget(scope, person=person, keep_quotes=keep_quotes)
        scrub(scope, marks)
        AuditEntry.objects.create(
            workspace=scope.workspace, uid=new_uid(), actor=scope.actor, action="forget", at=now
        )
        transaction.on_commit(partial(_sweep_up, scope, now))


def _stages() -> Iterator[Any]:
    """``forget`` of each stage that has one, from the top of the house down."""
    for config in reversed(list(apps.get_app_configs())):
        name = f"{config.name}.operations"
        if config.name.startswith("askwell.") and config.label != "transfer" and find_spec(name):
            found = getattr(import_module(name), "forget", None)
            if found:
                yield found


def _marks(scope: Scope, person: Person) -> Iterator[str]:
    """The words by which somebody would be recognised: whole names, addresses, numbers, links."""
    people = Person.objects.filter(
        Q(pk=person.pk) | Q(merged_into=person) | Q(merged_into__merged_into=person),
        workspace=scope.workspace,
    )
    for human in people:
        yield human.name
        if human.given and human.family:
            yield f"{human.given} {human.family}"
            yield f"{human.family}, {human.given}"
    points = ContactPoint.objects.filter(workspace=scope.workspace, person__in=people)
    for value, key in points.values_list("value", "key"):
        yield from (value, key)


def scrub(scope: Scope, marks: list[str]) -> int:
    """Replace these words in every text of the workspace; returns how many rows changed.

    A name of one short word is left alone here: "Will" and "Rose" are words as well, and the
    stages have taken the rows that are about them.
    """
    words = sorted({m for m in marks if len(m) >= SHORTEST and _telling(m)}, key=len, reverse=True)
    if not words:
        return 0
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    changed = sum(_scrub_model(scope, model, pattern, words) for model in exported())
    before = scope.workspace.settings
    scope.workspace.settings = _without(before, pattern)
    if scope.workspace.settings != before:
        scope.workspace.save(update_fields=["settings"])
    return changed


def _telling(mark: str) -> bool:
    return not mark.isalpha() or len(mark.split()) > 1


def _scrub_model(
    scope: Scope, model: type[Owned], pattern: re.Pattern[str], words: list[str]
) -> int:
    """Look only at rows that hold one of the words, found by the database."""
    texts = [
        f for f in model._meta.concrete_fields if isinstance(f, CharField | TextField | JSONField)
    ]
    texts = [f for f in texts if not f.choices]
    if not texts:
        return 0
    changed = []
    for row in model._base_manager.filter(_holding(texts, words), workspace=scope.workspace):
        old = {f.name: getattr(row, f.name) for f in texts}
        new = {name: _without(value, pattern) for name, value in old.items()}
        if new != old:
            vars(row).update(new)
            changed.append(row)
    model._base_manager.bulk_update(changed, [f.name for f in texts], batch_size=100)
    return len(changed)


def _holding(texts: list[Any], words: list[str]) -> Q:
    """Rows in which one of the words stands; JSON is searched as the text it is stored as."""
    condition = Q()
    for field in texts:
        for word in words:
            escaped = json.dumps(word)[1:-1]
            condition |= Q(**{f"{field.name}__icontains": word})
            if isinstance(field, JSONField) and escaped != word:
                condition |= Q(**{f"{field.name}__icontains": escaped})
    return condition


def _without(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(GONE, value)
    if isinstance(value, list):
        return [_without(entry, pattern) for entry in value]
    if isinstance(value, dict):
        return {key: _without(entry, pattern) for key, entry in value.items()}
    return value


def _sweep_up(scope: Scope, now: datetime) -> None:
    """Remove what lies beside the rows: exports, copies, finished tasks, and the file's free space."""
    DBTaskResult.objects.finished().delete()
    Session.objects.filter(expire_date__lt=now).delete()
    exports = TransferJob.objects.filter(workspace=scope.workspace, kind=TransferJob.Kind.EXPORT)
    going_on = exports.filter(state__in=(TransferJob.State.WAITING, TransferJob.State.RUNNING))
    going_on.update(state=TransferJob.State.CANCELLED, finished_at=now, lease_until=None)
    for uid in exports.values_list("uid", flat=True):
        (exports_folder() / f"{uid}.zip").unlink(missing_ok=True)
    shutil.rmtree(settings.DATA / "copies", ignore_errors=True)
    store.compact()


def exports_folder() -> Path:
    """Where exports wait to be downloaded."""
    return Path(settings.MEDIA_ROOT) / "exports"
