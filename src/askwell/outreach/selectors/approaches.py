"""Reads of asking: who is being asked, who may not be, and what is worth a second thought."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.coach.cadence import EventKind, Stage, StepKind
from askwell.coach.workdays import Days
from askwell.explorations.models import Exploration
from askwell.explorations.selectors import current, get_exploration
from askwell.outreach.models import Approach, Letter
from askwell.outreach.selectors.letters import ASKING, happened, sent_this_week
from askwell.people.models import Event, Person, Standing
from askwell.people.selectors import standings_of
from askwell.workspaces.access import Scope

_THEIR_YES = (EventKind.ACCEPTED, EventKind.OFFERED, EventKind.BOOKED)


@dataclass(frozen=True)
class Concern:
    """Something to think of before asking; one click goes on anyway."""

    key: str
    text: str


def open_approach(scope: Scope, person: Person, exploration: Exploration | None) -> Approach | None:
    """The asking that is going on with somebody under a question, if any."""
    rows = Approach.objects.filter(workspace=scope.workspace, person=person, closed_at=None)
    return rows.filter(exploration=exploration).select_related("via").first()


def question_for(
    scope: Scope, person: Person | None, uid: str = "", *, talk: UUID | None = None
) -> Exploration | None:
    """Which question a letter to somebody belongs to.

    The one named; else the one of the talk it is about (which may have had none); else the one in
    hand; else where the person stands, if that is still open. Raises NotFound when the one named is not in this notebook.
    """
    if uid:
        return get_exploration(scope, uid)
    if person is not None and talk is not None:
        told = Event.objects.filter(workspace=scope.workspace, person=person, data__talk=str(talk))
        first = told.select_related("exploration").first()
        if first is not None:
            return first.exploration
    now_asked = current(scope)
    rows = standings_of(scope, person) if person is not None else []
    tracks = [row.exploration for row in rows if row.exploration and not row.exploration.closed_at]
    return now_asked if not tracks or now_asked in tracks else tracks[0]


def standing(scope: Scope, person: Person, exploration: Exploration | None) -> Standing | None:
    """Where somebody stands under one question."""
    return standings_of(scope, person).filter(exploration=exploration).first()


def waiting_count(scope: Scope) -> int:
    """How many people have a letter and have not answered yet; resting ones do not count."""
    rows = Standing.objects.filter(workspace=scope.workspace, stage=Stage.ASKED)
    return rows.exclude(step__in=(StepKind.ANSWER, StepKind.ANOTHER_WAY)).count()


def choice(scope: Scope, approach: Approach) -> Event | None:
    """The entry by which somebody was chosen, as long as it counts; for undo."""
    events = happened(scope, approach.person, EventKind.CHOSEN)
    own = [event for event in events if event.data.get("approach") == str(approach.uid)]
    return own[-1] if own else None


def has_declined(scope: Scope, person: Person) -> bool:
    """Whether their last word was no, under whatever question; their own yes takes it back."""
    words = happened(scope, person, EventKind.DECLINED, *_THEIR_YES)
    return bool(words) and words[-1].kind == EventKind.DECLINED


def reminders_sent(scope: Scope, person: Person, exploration: Exploration | None) -> int:
    """How many gentle reminders went out since the last letter that asked."""
    events = happened(scope, person, EventKind.LETTER_SENT, EventKind.REMINDED)
    track = exploration.pk if exploration else None
    count = 0
    for event in events:
        if event.exploration_id == track:
            count = count + 1 if event.kind == EventKind.REMINDED else 0
    return count


def concerns(scope: Scope, person: Person, now: datetime) -> list[Concern]:
    """What speaks for waiting a little before asking this person."""
    found = (_enough_out(scope), _same_house(scope, person, now))
    return [concern for concern in found if concern]


def concerns_of_writing(scope: Scope, person: Person, now: datetime) -> list[Concern]:
    """The same, and whether enough new letters went out this week, when a letter is written."""
    week, most = sent_this_week(scope, now), scope.settings.cadence.new_letters_a_week
    if not most or week < most:
        return concerns(scope, person, now)
    text = ngettext(
        "%(n)d new letter went out this week; each may become two or three hours of your time.",
        "%(n)d new letters went out this week; each may become two or three hours of your time.",
        week,
    )
    return [Concern("enough-this-week", text % {"n": week}), *concerns(scope, person, now)]


def _enough_out(scope: Scope) -> Concern | None:
    out, limit = waiting_count(scope), scope.settings.cadence.waiting_limit
    if out < limit:
        return None
    text = ngettext(
        "%(out)d letter is out and not answered yet. That is enough for now; most answers take days.",
        "%(out)d letters are out and not answered yet. That is enough for now; most answers take days.",
        out,
    )
    return Concern("enough-out", text % {"out": out})


def _same_house(scope: Scope, person: Person, now: datetime) -> Concern | None:
    days = scope.settings.cadence.same_organization_days
    if person.organization_id is None or not days:
        return None
    # Nine calendar days a working day covers every working week; the exact day is counted below.
    rows = Letter.objects.filter(
        workspace=scope.workspace,
        person__organization_id=person.organization_id,
        kind__in=ASKING,
        sent_at__gte=now - timedelta(days=9 * days),
    ).exclude(person=person)
    last = rows.select_related("person").order_by("-sent_at").first()
    if last is None or last.sent_at is None or last.person is None:
        return None
    if now > Days(scope.settings.cadence).working(last.sent_at, days):
        return None
    words = {"name": last.person.name, "organization": str(person.organization)}
    return Concern(
        "same-organization",
        _(
            "You wrote to %(name)s at %(organization)s only just now. "
            "Two letters to one place in the same days can look like a mailing."
        )
        % words,
    )
