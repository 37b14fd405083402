"""What came back: yes, no, later, away, the address did not work, or something else."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Exploration
from askwell.outreach import selectors
from askwell.outreach.channels import way
from askwell.outreach.models import Channel, Reply
from askwell.outreach.operations.asking import close, open_asking, reopen
from askwell.outreach.operations.finding import index_reply
from askwell.outreach.operations.sending import CAME_BACK_HOUR, evening_of, moment_of
from askwell.people import journal
from askwell.people.models import ContactPoint, Person
from askwell.people.operations import one_at_a_time
from askwell.plumbing.errors import Refusal
from askwell.workspaces.access import Scope

_MEANS = {
    Reply.Kind.YES: EventKind.ACCEPTED,
    Reply.Kind.NO: EventKind.DECLINED,
    Reply.Kind.LATER: EventKind.LATER,
    Reply.Kind.AWAY: EventKind.AWAY,
    Reply.Kind.BOUNCED: EventKind.BOUNCED,
    Reply.Kind.OTHER: EventKind.ANSWERED,
}
_NEEDS_A_DAY = (Reply.Kind.LATER, Reply.Kind.AWAY)


class NoDay(Refusal):
    """ "Later" and "away" need to say until when."""


@transaction.atomic
def outcome(
    scope: Scope,
    *,
    person: Person,
    exploration: Exploration | None,
    kind: str,
    uid: UUID,
    now: datetime,
    day: date | None = None,
    until: date | None = None,
    text: str = "",
    channel: str = "",
) -> Reply:
    """Write down what came back and move the person on; the same `uid` twice is one reply.

    A no closes the asking for good, a yes opens one if there is none; a bounce marks the way used
    as not working. Raises NoDay for "later" or "away" without a day, NotYet for a day to come.
    """
    kind = Reply.Kind(kind)
    if kind in _NEEDS_A_DAY and until is None:
        raise NoDay(_("Until when? A rough day is enough; you can change it later."))
    one_at_a_time(person)
    reply = selectors.find_reply(scope, uid)
    if reply is not None:
        return reply
    at = moment_of(scope, day, now, hour=CAME_BACK_HOUR)
    approach = selectors.open_approach(scope, person, exploration)
    if approach is None and kind == Reply.Kind.YES:
        approach = open_asking(scope, person=person, exploration=exploration, now=at)
    used = channel or (approach.channel if approach else Channel.EMAIL)
    data = {"approach": str(approach.uid)} if approach else {}
    if until is not None and kind in _NEEDS_A_DAY:
        data["until"] = evening_of(scope, until).isoformat()
    if kind == Reply.Kind.BOUNCED and (contact := _contact_used(person, used)):
        data["contact"] = str(contact.uid)
        _mark(contact, works=False)
    means: dict[str, Any] = {"kind": _MEANS[kind], "at": at, "data": data}
    event = journal.record(scope, person=person, exploration=exploration, now=now, **means)
    if kind == Reply.Kind.NO:
        close(approach, outcome="declined", now=now)
    reply = Reply.objects.create(
        workspace=scope.workspace,
        uid=uid,
        person=person,
        exploration=exploration,
        approach=approach,
        kind=kind,
        channel=used,
        text=text,
        until=until if kind in _NEEDS_A_DAY else None,
        at=at,
        event=event.uid,
    )
    return index_reply(scope, reply)


@transaction.atomic
def undo_outcome(scope: Scope, *, reply: Reply, now: datetime) -> Reply:
    """It was not so: the entry is retracted; what was pasted is kept for the form. Twice is once."""
    if reply.event is None:
        return reply
    event = selectors.get_event(scope, reply.event)
    journal.retract(scope, event=event, now=now)
    if reply.kind == Reply.Kind.NO:
        reopen(scope, approach=reply.approach)
    if contact_uid := event.data.get("contact"):
        for contact in ContactPoint.objects.filter(workspace=scope.workspace, uid=contact_uid):
            _mark(contact, works=True)
    reply.event = None
    reply.save(update_fields=["event"])
    return reply


def _contact_used(person: Person, channel: str) -> ContactPoint | None:
    """The contact point a letter on this channel went to: the primary one that still worked."""
    rows = person.contacts.filter(kind=way(channel).contact, works=True)
    return rows.order_by("-is_primary", "pk").first()


def _mark(contact: ContactPoint, *, works: bool) -> None:
    contact.works = works
    contact.save(update_fields=["works"])
