"""The prep sheet: one page with everything for a talk, on screen, in the pocket and on paper."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.explorations.models import Hypothesis
from askwell.meetings import dayof
from askwell.meetings.models import Conversation
from askwell.meetings.selectors import talks
from askwell.meetings.selectors.facts import both_zones
from askwell.outreach.models import Promise
from askwell.people.models import Person, Reading
from askwell.plumbing import zones
from askwell.questions import selectors as questions
from askwell.questions.models import AgendaItem
from askwell.workspaces.access import Scope

ICE_BREAKERS = 3
MOST_READ = 30
_ICE_FITS = {"phone": ("phone",), "video": ("video",), "in-person": ("in person",)}


@dataclass(frozen=True)
class Companion:
    """Somebody who takes part, with what I read about their work."""

    person: Person
    read: list[Reading]
    promises: list[Promise]


@dataclass(frozen=True)
class PrepSheet:
    """Everything that belongs on the page."""

    talk: Conversation
    names: str
    when: str
    companions: list[Companion]
    plan: questions.Plan | None
    beliefs: list[str]
    ice_breakers: list[str]
    asked_back: list[questions.Prepared]
    how_prepared: str
    half_minute: str
    days: list[talks.Day]
    reach: list[str]
    closing: list[str]
    nerves: dayof.NervesCard


def prep_sheet(scope: Scope, talk: Conversation) -> PrepSheet:
    """Gather the page; the number of reads does not grow with what is on it."""
    language = talks.language()
    companions = _companions(scope, talk)
    prepared = questions.prepared(scope)
    mine = scope.settings.cadence.zone
    return PrepSheet(
        talk=talk,
        names=talks.names_of(talk),
        when=both_zones(talk.starts_at, their_zone(talk), mine),
        companions=companions,
        plan=questions.plan(scope, talk.agenda),
        beliefs=_beliefs(scope, talk),
        ice_breakers=[
            line.text for line in questions.ice_breakers(*_ICE_FITS[talk.mode])[:ICE_BREAKERS]
        ],
        asked_back=[row for row in prepared if row.answer],
        how_prepared=_how_prepared(companions),
        half_minute=scope.settings.me.half_minute,
        days=talks.day_list(talk),
        reach=_said("follow-up", talk, language) + _said("back", talk, language)[:1],
        closing=_said("closing", talk, language),
        nerves=nerves_card(),
    )


def sentences(talk: Conversation, group: str) -> list[str]:
    """Sentences in reach of one group, with the agreed end filled in."""
    return _said(group, talk, talks.language())


def _said(group: str, talk: Conversation, language: str) -> list[str]:
    end = clock_end(talk)
    return [line.text.replace("{end}", end) for line in dayof.sentences(group, language)]


def nerves_card() -> dayof.NervesCard:
    """A few true lines for the last minutes before a talk."""
    return dayof.nerves_card(talks.language())


def questions_of(plan: questions.Plan | None) -> list[AgendaItem]:
    """The questions of a plan, without hello and thanks."""
    return [item for item in plan.items if not item.key.startswith("step-")] if plan else []


def clock_end(talk: Conversation) -> str:
    """The agreed end as the clock of the talk's own zone shows it."""
    return f"{zones.local(talk.ends_at, talk.zone):%H:%M}"


def their_zone(talk: Conversation) -> str:
    """The zone of the first participant who has one, else the zone that was meant."""
    known = [person.zone for person in talks.people_of(talk) if person.zone]
    return known[0] if known else talk.zone


def _companions(scope: Scope, talk: Conversation) -> list[Companion]:
    people = talks.people_of(talk)
    read = Reading.objects.filter(workspace=scope.workspace, person__in=people)[:MOST_READ]
    rows = list(read)
    open_promises = list(
        Promise.objects.filter(
            workspace=scope.workspace, person__in=people, kept_at=None, dropped_at=None
        ).order_by("due_at")
    )
    return [
        Companion(
            person,
            [row for row in rows if row.person_id == person.pk],
            [row for row in open_promises if row.person_id == person.pk],
        )
        for person in people
    ]


def _beliefs(scope: Scope, talk: Conversation) -> list[str]:
    if talk.exploration_id is None:
        return []
    rows = Hypothesis.objects.filter(workspace=scope.workspace, exploration=talk.exploration_id)
    return list(rows.values_list("text", flat=True))


def _how_prepared(companions: list[Companion]) -> str:
    """ "How did you prepare?" answered from what I read; empty when nothing was."""
    read = [row.text.strip().rstrip(".") for companion in companions for row in companion.read]
    read = [text for text in read if text][:3]
    if not read:
        return ""
    return _("I read about your work: %(what)s.") % {"what": "; ".join(read)}


# -- as plain text --------------------------------------------------------------------------------


def sheet_text(sheet: PrepSheet) -> str:
    """The page as plain text, for the invitation's description."""
    blocks = [_plan_lines(sheet), *_read_lines(sheet)]
    if sheet.how_prepared:
        blocks.append([_("“How did you prepare?”"), sheet.how_prepared])
    if sheet.talk.compliment:
        blocks.append([_("One true compliment"), sheet.talk.compliment])
    if sheet.half_minute:
        blocks.append([_("My half-minute"), sheet.half_minute])
    if sheet.talk.backup:
        blocks.append([_("If the line drops: %(number)s") % {"number": sheet.talk.backup}])
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _plan_lines(sheet: PrepSheet) -> list[str]:
    if sheet.plan is None or not sheet.plan.items:
        return []
    lines = [f"– {item.text} ({item.minutes})" for item in sheet.plan.items]
    return [_("My plan, %(minutes)s minutes") % {"minutes": sheet.talk.minutes}, *lines]


def _read_lines(sheet: PrepSheet) -> list[list[str]]:
    return [
        [
            _("What I read about %(name)s") % {"name": companion.person.name},
            *(f"– {row.text or row.url}" for row in companion.read),
        ]
        for companion in sheet.companions
        if companion.read
    ]
