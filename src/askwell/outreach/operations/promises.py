""" "I said I would" and "they offered"; and what I can offer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.outreach import selectors
from askwell.outreach.models import Offer, Promise
from askwell.people import journal
from askwell.people.models import Person
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url


class NothingSaid(Refusal):
    """A promise or an offer without words."""


@transaction.atomic
def promise(
    scope: Scope,
    *,
    person: Person,
    side: str,
    text: str,
    due_at: datetime,
    now: datetime,
    exploration: Exploration | None = None,
    ref_uid: UUID | None = None,
    uid: UUID | None = None,
    made_at: datetime | None = None,
) -> Promise:
    """Write down what I said I would do (`side` mine) or what they offered (theirs), and by when.

    `ref_uid` names the note it was made in. The same `uid` twice is one promise. Raises NothingSaid
    when there are no words.
    """
    if not text.strip():
        raise NothingSaid(_("Write in a few words what was promised."))
    uid = uid or new_uid()
    row, made = Promise.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "person": person,
            "exploration": exploration,
            "side": Promise.Side(side),
            "text": " ".join(text.split())[:500],
            "due_at": due_at,
            "made_at": made_at or now,
            "ref_uid": ref_uid,
        },
    )
    if made:
        _record(scope, row, EventKind.PROMISED, row.made_at, now)
    return row


@transaction.atomic
def keep_promise(scope: Scope, *, promise: Promise, now: datetime) -> Promise:
    """It is done. Twice is once; one that was let go counts as kept now."""
    rows = Promise.objects.filter(pk=promise.pk, kept_at=None)
    if rows.update(kept_at=now, dropped_at=None):
        _record(scope, promise, EventKind.PROMISE_KEPT, now, now)
    promise.refresh_from_db()
    return promise


@transaction.atomic
def drop_promise(scope: Scope, *, promise: Promise, now: datetime) -> Promise:
    """It is let go: circumstances changed, or they did not come back to it. Twice is once."""
    rows = Promise.objects.filter(pk=promise.pk, kept_at=None, dropped_at=None)
    if rows.update(dropped_at=now):
        _record(scope, promise, EventKind.PROMISE_DROPPED, now, now)
    promise.refresh_from_db()
    return promise


@transaction.atomic
def reopen_promise(scope: Scope, *, promise: Promise, now: datetime) -> Promise:
    """Undo of kept or let go: the promise is open again."""
    if promise.kept_at is None and promise.dropped_at is None:
        return promise
    done = (EventKind.PROMISE_KEPT, EventKind.PROMISE_DROPPED)
    for event in selectors.happened(scope, promise.person, *done):
        if event.data.get("ref") == str(promise.uid):
            journal.retract(scope, event=event, now=now)
    promise.kept_at = promise.dropped_at = None
    promise.save(update_fields=["kept_at", "dropped_at"])
    return promise


@transaction.atomic
def offer(scope: Scope, *, text: str, now: datetime, uid: UUID | None = None) -> Offer:
    """Write down something I can give back. The same `uid` again changes its words.

    Raises NothingSaid when there are no words.
    """
    text = " ".join(text.split())[:300]
    if not text:
        raise NothingSaid(_("Write in a few words what you could offer."))
    row, made = Offer.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid or new_uid(),
        defaults={"text": text, "created_at": now},
    )
    if not made and row.text != text:
        row.text = text
        row.save(update_fields=["text"])
    return row


@transaction.atomic
def drop_offer(scope: Scope, *, offer: Offer, now: datetime) -> str:
    """Throw an offer away; returns the address that takes it back."""
    rows = Offer.objects.filter(workspace=scope.workspace, pk=offer.pk)
    return undo_url(throw_away(scope, rows=rows, kind="offer", label=offer.text, now=now))


def _record(scope: Scope, row: Promise, kind: EventKind, at: datetime, now: datetime) -> None:
    data: dict[str, str | bool] = {"ref": str(row.uid)}
    if kind == EventKind.PROMISED:
        data |= {"due": row.due_at.isoformat(), "mine": row.side == Promise.Side.MINE}
    journal.record(
        scope,
        person=row.person,
        exploration=row.exploration,
        kind=kind,
        at=at,
        now=now,
        data=data,
    )
