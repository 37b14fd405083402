"""What a letter may state about a talk or about times offered; the words are the notebook's own."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from askwell.meetings.models import Conversation, Proposal
from askwell.meetings.selectors import talks
from askwell.outreach.compose import Fact
from askwell.people.models import Person
from askwell.plumbing import zones
from askwell.questions import selectors as questions
from askwell.workspaces.access import Scope

MOST_WINDOWS = 3
QUESTIONS_NAMED = 2


def letter_facts(
    scope: Scope, person: Person, talk: Conversation | None, now: datetime
) -> list[Fact]:
    """Facts for a scheduling, confirming, reminding or thanking letter to somebody.

    Of the talk: day, time in their zone, place or link or number, what was remembered; without one,
    the times that are offered and kept free.
    """
    if talk is not None:
        return [*_of_talk(scope, person, talk), *_remembered(talk)]
    proposal = talks.standing_proposal(scope, person, now)
    return list(_offered(scope, proposal)) if proposal else []


def both_zones(moment: datetime, theirs: str, mine: str) -> str:
    """ "Tuesday 8 December, 15:00 (10:00 my time)": theirs first, mine where it differs."""
    there = zones.local(moment, theirs)
    words = _("%(day)s, %(time)s") % {
        "day": date_format(there, "l j F"),
        "time": time_format(there.time(), "H:i"),
    }
    if zones.show_same(moment, theirs, mine):
        return words
    here = zones.local(moment, mine)
    form = time_format(here.time(), "H:i")
    if here.date() != there.date():
        form = f"{date_format(here, 'l')} {form}"
    return _("%(theirs)s (%(mine)s my time)") % {"theirs": words, "mine": form}


def zone_words(zone: str) -> str:
    """ "New York" for "America/New_York"."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _offered(scope: Scope, proposal: Proposal) -> Iterator[Fact]:
    mine = scope.settings.cadence.zone
    for number, window in enumerate(list(proposal.windows.all())[:MOST_WINDOWS], start=1):
        words = both_zones(window.starts_at, proposal.zone, mine)
        yield Fact(f"window.{number}", words, _("times I offered"), str(window.uid))
    zone = _("%(place)s time") % {"place": zone_words(proposal.zone)}
    yield Fact("meeting.zone", zone, _("times I offered"), str(proposal.uid))


def _of_talk(scope: Scope, person: Person, talk: Conversation) -> Iterator[Fact]:
    ref, label = str(talk.uid), _("our talk")
    theirs = person.zone or talk.zone
    there = zones.local(talk.starts_at, theirs)
    when = both_zones(talk.starts_at, theirs, scope.settings.cadence.zone)
    yield Fact("meeting.when", when, label, ref)
    yield Fact("meeting.day", date_format(there, "l"), label, ref)
    where = {
        Conversation.Mode.PHONE: "meeting.number",
        Conversation.Mode.VIDEO: "meeting.link",
        Conversation.Mode.IN_PERSON: "meeting.place",
    }
    yield Fact(where[Conversation.Mode(talk.mode)], talk.place, label, ref)
    if not zones.show_same(talk.starts_at, theirs, scope.settings.cadence.zone):
        zone = _("%(place)s time") % {"place": zone_words(theirs)}
        yield Fact("meeting.zone", zone, label, ref)
    plan = questions.plan(scope, talk.agenda)
    first = [item.text for item in plan.parts[1].items[:QUESTIONS_NAMED]] if plan else []
    if first:
        yield Fact("meeting.questions", " ".join(first), _("my plan for the talk"), ref)


def _remembered(talk: Conversation) -> Iterator[Fact]:
    recall = talks.recall_of(talk)
    if recall is None:
        return
    label, ref = _("what I wrote down before I forgot"), str(recall.uid)
    yield Fact("recall.struck", one_line(recall.struck), label, ref)
    yield Fact("recall.will_do", one_line(recall.will_do), label, ref)
    yield Fact("recall.named", _names(recall.who_else), label, ref)


def one_line(text: str) -> str:
    """Several lines of "before I forget" as part of one sentence."""
    lines = [line.strip().rstrip(".") for line in text.splitlines() if line.strip()]
    return "; ".join(lines)


def _names(text: str) -> str:
    """Names only: what follows a comma or a dash on the line is a remark for me."""
    names = [line.split(",")[0].split(" – ")[0].strip() for line in text.splitlines()]
    found = [name for name in names if name]
    if len(found) < 2:
        return "".join(found)
    return _("%(names)s and %(last)s") % {"names": ", ".join(found[:-1]), "last": found[-1]}
