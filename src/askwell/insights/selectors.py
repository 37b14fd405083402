"""Reads of what was heard: talks with what is known about them, passages, skills, openings."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.explorations.models import Confidence, Exploration
from askwell.insights.models import (
    Action,
    Debrief,
    Evidence,
    Highlight,
    Opening,
    ResumeLine,
    Skill,
    SkillMention,
)
from askwell.meetings.models import Conversation, Participant, RoomNote
from askwell.meetings.selectors import held, people_of
from askwell.outreach.models import Promise
from askwell.people.selectors import counted
from askwell.plumbing.errors import NotFound
from askwell.workspaces.access import Scope
from askwell.workspaces.models import Owned

Row = TypeVar("Row", bound=Owned)


def _one(scope: Scope, rows: QuerySet[Row], uid: UUID | str) -> Row:
    """One row of this notebook. Raises NotFound when there is none."""
    found = rows.filter(workspace=scope.workspace, uid=uid).first()
    if found is None:
        raise NotFound
    return found


# -- talks ----------------------------------------------------------------------------------------


def talks(scope: Scope, exploration: Exploration | None = None) -> QuerySet[Conversation]:
    """Talks that took place, oldest first, with who took part; of one question, or of all."""
    rows = held(scope)
    return rows if exploration is None else rows.filter(exploration=exploration)


def told(scope: Scope, talk: Conversation, kind: EventKind) -> set[int]:
    """Keys of the people in whose journal this kind stands for this talk."""
    rows = counted(scope, kind).filter(data__talk=str(talk.uid), person__in=people_of(talk))
    return set(rows.values_list("person_id", flat=True))


def debrief_of(scope: Scope, talk: Conversation) -> Debrief | None:
    """The look back at a talk, if there is one."""
    return Debrief.objects.filter(workspace=scope.workspace, conversation=talk).first()


def confidence_after(scope: Scope, talk: Conversation) -> Confidence | None:
    """How sure I said I was after this talk, last."""
    rows = Confidence.objects.filter(workspace=scope.workspace, source_uid=talk.uid)
    return rows.order_by("at", "pk").last()


def resume_offer(scope: Scope, talk: Conversation) -> Promise | None:
    """An open offer of somebody in this talk that speaks of my résumé."""
    words = ("résumé", "resume", "CV", _("résumé"))
    spoken = Q()
    for word in words:
        spoken |= Q(text__icontains=word)
    rows = Promise.objects.filter(
        workspace=scope.workspace,
        person__in=people_of(talk),
        side=Promise.Side.THEIRS,
        kept_at=None,
        dropped_at=None,
    )
    return rows.filter(spoken).select_related("person").first()


def get_note(scope: Scope, uid: UUID | str) -> RoomNote:
    """One note of a talk. Raises NotFound when it is not here."""
    rows = RoomNote.objects.select_related("conversation__exploration", "agenda_item", "speaker")
    return _one(scope, rows, uid)


# -- passages and evidence ------------------------------------------------------------------------


def highlights(scope: Scope, exploration: Exploration | None = None) -> QuerySet[Highlight]:
    """Marked passages with who said them, newest first; of one question, or of all."""
    rows = Highlight.objects.filter(workspace=scope.workspace).select_related("person")
    if exploration is not None:
        rows = rows.filter(exploration=exploration)
    return rows.order_by("-said_on", "-pk")


def find_passages(rows: QuerySet[Highlight], find: str) -> QuerySet[Highlight]:
    """Those in which every word occurs: in the passage, its theme, its question or the name."""
    for word in find.split()[:8]:
        rows = rows.filter(
            Q(text__icontains=word)
            | Q(theme__icontains=word)
            | Q(question_text__icontains=word)
            | Q(person__name__icontains=word)
        )
    return rows


def get_highlight(scope: Scope, uid: UUID | str) -> Highlight:
    """One passage. Raises NotFound when it is not here."""
    return _one(scope, Highlight.objects.select_related("person", "exploration"), uid)


def evidence(scope: Scope, exploration: Exploration) -> QuerySet[Evidence]:
    """What speaks for and against the beliefs of a question, with the passages."""
    rows = Evidence.objects.filter(
        workspace=scope.workspace, hypothesis__exploration=exploration
    ).select_related("highlight__person", "hypothesis")
    return rows.order_by("at", "pk")


def get_evidence(scope: Scope, uid: UUID | str) -> Evidence:
    """One piece of evidence. Raises NotFound when it is not here."""
    return _one(scope, Evidence.objects.select_related("hypothesis__exploration"), uid)


# -- skills, actions ------------------------------------------------------------------------------


def skills(
    scope: Scope, exploration: Exploration | None = None, *, only_named: bool = False
) -> QuerySet[Skill]:
    """Every skill, the one most people named first; `people` counts independent people.

    With `exploration`, only what was said about that question is counted; `only_named` leaves out
    what nobody named.
    """
    said = Q() if exploration is None else Q(mentions__exploration=exploration)
    quotes = SkillMention.objects.select_related("person").order_by("said_on", "pk")
    if exploration is not None:
        quotes = quotes.filter(exploration=exploration)
    rows = Skill.objects.filter(workspace=scope.workspace).annotate(
        people=Count("mentions__person", distinct=True, filter=said)
    )
    if only_named:
        rows = rows.filter(people__gt=0)
    todo = Action.objects.order_by("done_at", "due_on", "pk")
    return rows.prefetch_related(
        Prefetch("mentions", queryset=quotes), Prefetch("actions", queryset=todo)
    ).order_by("-people", "key")


def find_skills(rows: QuerySet[Skill], find: str) -> QuerySet[Skill]:
    """Those whose name holds these words."""
    return rows.filter(name__icontains=find.strip()) if find.strip() else rows


def people_met(scope: Scope, exploration: Exploration | None = None) -> int:
    """How many different people I talked with, about one question or at all."""
    rows = Participant.objects.filter(
        workspace=scope.workspace, conversation__ended_at__isnull=False
    )
    if exploration is not None:
        rows = rows.filter(conversation__exploration=exploration)
    return rows.values("person").distinct().count()


def get_skill(scope: Scope, uid: UUID | str) -> Skill:
    """One skill. Raises NotFound when it is not here."""
    return _one(scope, Skill.objects.all(), uid)


def actions(scope: Scope) -> QuerySet[Action]:
    """What I set out to do, open ones first and by day."""
    rows = Action.objects.filter(workspace=scope.workspace).select_related("skill")
    return rows.order_by("done_at", "due_on", "pk")


def get_action(scope: Scope, uid: UUID | str) -> Action:
    """One thing to do. Raises NotFound when it is not here."""
    return _one(scope, Action.objects.all(), uid)


# -- résumé, openings -----------------------------------------------------------------------------


def resume_lines(scope: Scope) -> QuerySet[ResumeLine]:
    """Lines for résumé and cover letter with the passage each rests on, open ones first."""
    rows = ResumeLine.objects.filter(workspace=scope.workspace)
    return rows.select_related("highlight__person").order_by("done_at", "pk")


def get_resume_line(scope: Scope, uid: UUID | str) -> ResumeLine:
    """One line. Raises NotFound when it is not here."""
    return _one(scope, ResumeLine.objects.all(), uid)


def openings(scope: Scope) -> QuerySet[Opening]:
    """What they mentioned of their own accord, newest first."""
    rows = Opening.objects.filter(workspace=scope.workspace).select_related("person")
    return rows.order_by("-said_on", "-pk")


def get_opening(scope: Scope, uid: UUID | str) -> Opening:
    """One opening. Raises NotFound when it is not here."""
    return _one(scope, Opening.objects.all(), uid)
