"""What the person page shows: one selector call per stage, in bounded queries."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from askwell.coach.cadence import Stage, StepKind
from askwell.explorations import selectors as questions
from askwell.explorations.models import Exploration
from askwell.home.steps import card
from askwell.insights.heard import heard_from
from askwell.meetings import selectors as talks
from askwell.network.context import introductions_of
from askwell.outreach import context as outreach
from askwell.people import journal
from askwell.people import selectors as people
from askwell.people.common import common_ground, knows_both
from askwell.people.models import Person, Standing
from askwell.people.words import known_through
from askwell.plumbing import together
from askwell.workspaces.access import Scope
from askwell.workspaces.settings import Settings

TRACK = (Stage.THOUGHT, Stage.ASKED, Stage.YES, Stage.DATE, Stage.TALKED, Stage.THANKED,
         Stage.IN_TOUCH)  # fmt: skip

_MAKING_A_DATE = (StepKind.PROPOSE, StepKind.PROPOSE_AGAIN, StepKind.ANSWER)


@dataclass(frozen=True)
class Section:
    """A folded part of the page: a fragment of the stage that owns it."""

    key: str
    title: str
    template: str
    open: bool = False


@dataclass(frozen=True)
class Action:
    """A line of the "More" menu."""

    words: str
    url: str


def context(scope: Scope, person: Person, now: datetime) -> dict[str, Any]:
    """Everything about one person, for `home/person.html`. All of it is read in one statement."""
    settings = scope.settings
    stands = people.standings_of(scope, person)
    mine, heard = people.parts(scope, person), heard_from(scope, person)
    stages_below = {
        **outreach.letters_context(scope, person),
        **outreach.promises_context(scope, person),
        **introductions_of(scope, person),
        "talks": talks.talks_of(scope, person).prefetch_related(None),
        "explorations": questions.open_explorations(scope)[:50],
    }
    lazy = (*mine.values(), *heard.values(), *stages_below.values())
    together.read(stands, *(part for part in lazy if isinstance(part, QuerySet)))
    if any(row.changes_at and row.changes_at <= now for row in stands):
        journal.rebuild(scope, [person.pk], now)
        stands = people.standings_of(scope, person)
    rows = list(stands)
    current = questions.chosen(scope, stages_below["explorations"])
    named = [row for row in stages_below["introductions"] if row.target_id == person.pk]
    return {
        "common": [
            *(knows_both(row.source.name, str(row.source.uid)) for row in named),
            *common_ground(
                settings,
                person,
                positions=mine["positions"],
                educations=mine["educations"],
                events=mine["timeline"],
            ),
        ],
        **people.details(mine),
        **stages_below,
        **_standing(rows, now, settings),
        **outreach.outcome_context(person, question=_asked_under(rows)),
        "heard_from": heard,
        "current_exploration": current,
        "ask_under": _new_question(current, rows),
        "person": person,
        "under": _under(person),
        "sentence": _sentence(rows, stages_below["promises"]),
        "actions": list(_actions(person)),
        "sections": _sections({row.step for row in rows}),
    }


def _standing(rows: list[Standing], now: datetime, settings: Settings) -> dict[str, Any]:
    """Where it stands, and what that opens on the page."""
    return {
        "cards": [card(row, now, settings) for row in rows if row.step],
        "standings": rows,
        "waiting": any(row.waiting for row in rows),
        "resting": all(not row.step for row in rows),
        "reads": any(row.step == StepKind.READ for row in rows),
        "unreachable": any(row.step == StepKind.ANOTHER_WAY for row in rows),
        "dates": any(row.step in _MAKING_A_DATE for row in rows),
        "declined": Stage.NO_THANKS in {row.stage for row in rows},
        "track": _track(rows),
    }


def _asked_under(rows: list[Standing]) -> UUID | None:
    """The question under which an answer is out: what comes back most likely belongs to it."""
    asked = [row.exploration.uid for row in rows if row.stage == Stage.ASKED and row.exploration]
    return asked[0] if len(asked) == 1 else None


def _new_question(current: Exploration | None, rows: list[Standing]) -> Exploration | None:
    """The question in hand, if they are in play under others only and never said no."""
    known = {row.exploration_id for row in rows}
    in_play = any(row.step for row in rows)
    said_no = any(row.stage == Stage.NO_THANKS for row in rows)
    if current is None or current.pk in known or not in_play or said_no:
        return None
    return current


def _sections(steps: set[str]) -> list[Section]:
    """The folded parts; what the next step is about stands open."""
    return [
        Section("story", _("The story so far"), "people/_timeline.html", open=True),
        Section(
            "reach",
            _("How to reach them, how I know them"),
            "people/_identity.html",
            open=StepKind.ANOTHER_WAY in steps,
        ),
        Section("path", _("Their path"), "people/_path.html"),
        Section("common", _("What you have in common"), "people/_common.html"),
        Section(
            "reading",
            _("What I read about their work"),
            "people/_reading.html",
            open=StepKind.READ in steps,
        ),
        Section("letters", _("Letters"), "outreach/_letters.html"),
        Section("talks", _("Talks"), "home/_talks.html"),
        Section("promises", _("Promises"), "outreach/_promises.html"),
        Section("heard", _("What I heard from them"), "insights/_heard_from.html"),
        Section("introductions", _("Who led to whom"), "network/_introductions.html"),
        Section("notes", _("My notes"), "people/_notes.html"),
    ]


def _under(person: Person) -> str:
    work = [person.role, person.organization.name if person.organization else "", person.place]
    found = person.source_detail or known_through(person)
    return " · ".join(filter(None, [", ".join(filter(None, work)), found]))


def _sentence(rows: list[Standing], promises: list[Any]) -> str:
    """One sentence on top: when we last had contact, and what I still owe."""
    touches = [row.last_touch_at for row in rows if row.last_touch_at]
    parts = []
    if touches:
        day = date_format(localtime(max(touches)), "j F")
        met = any(row.met for row in rows)
        words = (
            _("You have met; the last word was on %(day)s.")
            if met
            else _("The last word was on %(day)s.")
        )
        parts.append(words % {"day": day})
    owed = [p.text for p in promises if p.side == "mine" and not p.kept_at and not p.dropped_at]
    if owed:
        parts.append(_("You said you would: %(what)s.") % {"what": owed[0].rstrip(".")})
    return " ".join(parts)


def _track(rows: list[Standing]) -> list[str]:
    """The words reached so far under the furthest question; nothing that has not happened."""
    words = {
        Stage.THOUGHT: _("thought of"), Stage.ASKED: _("asked"), Stage.YES: _("said yes"),
        Stage.DATE: _("have a date"), Stage.TALKED: _("talked"), Stage.THANKED: _("thanked"),
        Stage.IN_TOUCH: _("in touch"),
    }  # fmt: skip
    aside = {
        Stage.NOT_NOW: _("not now"),
        Stage.NO_THANKS: _("no thanks"),
        Stage.NO_ANSWER: _("no answer (and that’s fine)"),
    }
    reached = [TRACK.index(Stage(row.stage)) for row in rows if Stage(row.stage) in TRACK]
    if reached:
        return [words[stage] for stage in TRACK[: max(reached) + 1]]
    return [aside[Stage(row.stage)] for row in rows if Stage(row.stage) in aside][:1]


def _actions(person: Person) -> Any:
    """What else can be done; a page this installation lacks is left out."""
    wanted = [
        (_("Write a letter"), "outreach:new_letter"),
        (_("I already wrote"), "outreach:wrote"),
        (_("Offer times"), "meetings:offer"),
        (_("Book a talk"), "meetings:book"),
        (_("We talked"), "meetings:talked"),
        (_("Change what I know"), "people:edit"),
        (_("Same person as…"), "people:merge"),
        (_("Throw away"), "people:delete"),
        (_("Forget this person"), "transfer:forget"),
    ]
    for words, name in wanted:
        try:
            yield Action(words, reverse(name, args=[person.uid]))
        except NoReverseMatch:
            continue
