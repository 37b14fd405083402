"""Before a talk: its plan, the list of the day, "I am prepared"."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations import selectors as explorations
from askwell.meetings import dayof
from askwell.meetings.models import Conversation
from askwell.meetings.operations.booking import hold
from askwell.meetings.operations.telling import tell
from askwell.meetings.selectors import talks
from askwell.plumbing.ids import new_uid
from askwell.questions import operations as questions
from askwell.questions.models import Agenda, AgendaItem
from askwell.workspaces.access import Scope

EARLY = timedelta(minutes=10)  # arrive 5–10 minutes early (playbook D2)


@transaction.atomic
def make_plan(scope: Scope, *, talk: Conversation, now: datetime, fill: bool = True) -> Agenda:
    """The plan of a talk, made when there is none; `fill` chooses questions if it is empty."""
    hold(talk)
    agenda = talk.agenda or _new_plan(scope, talk, now)
    if fill and not AgendaItem.objects.filter(agenda=agenda).exists():
        question = talk.exploration
        beliefs = explorations.hypotheses(scope, question) if question else []
        people = talks.people_of(talk)
        places = [p.organization.name for p in people if p.organization]
        questions.make_plan(
            scope,
            agenda=agenda,
            work=question.topic if question else "",
            organization=places[0] if len(set(places)) == 1 else "",
            hypotheses=[belief.text for belief in beliefs],
            already=_answered(scope, talk),
        )
    return agenda


def _new_plan(scope: Scope, talk: Conversation, now: datetime) -> Agenda:
    agenda = questions.new_agenda(
        scope,
        uid=new_uid(),
        title=_("Talk with %(names)s") % {"names": talks.names_of(talk)},
        minutes=talk.minutes,
        exploration=talk.exploration,
        now=now,
    )
    talk.agenda = agenda
    talk.save(update_fields=["agenda"])
    return agenda


def _answered(scope: Scope, talk: Conversation) -> list[str]:
    """Keys these people answered in an earlier talk."""
    earlier = Conversation.objects.filter(
        workspace=scope.workspace, participants__person__in=talks.people_of(talk)
    ).exclude(pk=talk.pk)
    rows = AgendaItem.objects.filter(agenda__in=earlier.values("agenda"), asked_at__isnull=False)
    return list(rows.values_list("key", flat=True).distinct())


@transaction.atomic
def mark_prepared(scope: Scope, *, talk: Conversation, now: datetime) -> None:
    """ "I am prepared". Twice is once."""
    rows = Conversation.objects.filter(pk=talk.pk, prepared_at=None)
    if rows.update(prepared_at=now):
        tell(scope, talk=talk, kind=EventKind.PREPARED, at=now, now=now)


@transaction.atomic
def say_about_the_day(
    scope: Scope, *, talk: Conversation, backup: str, compliment: str, way_minutes: int | None
) -> None:
    """A number if the line drops, one true compliment, and how long the way is."""
    talk.backup, talk.compliment = backup.strip(), compliment.strip()
    talk.leave_by = None
    if way_minutes is not None and talk.mode == Conversation.Mode.IN_PERSON:
        talk.leave_by = talk.starts_at - EARLY - timedelta(minutes=way_minutes)
    talk.save(update_fields=["backup", "compliment", "leave_by"])


@transaction.atomic
def tick(scope: Scope, *, talk: Conversation, keys: set[str]) -> None:
    """Keep which lines of the day are done; keys that are not of this list are left out."""
    known = {item.key for item in dayof.day_of(talk.mode, talks.language())}
    talk.day_of = sorted(keys & known)
    talk.save(update_fields=["day_of"])
