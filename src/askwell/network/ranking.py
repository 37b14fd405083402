"""Whom to ask next: people in order, each with true reasons in words. Nobody is shown a score.

What counts, and how much, is in the settings: how well somebody fits the question, how well we know
each other, what nobody asked so far could tell (another role, organization, seniority or view), and
how people known the same way have answered me.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind, Stage
from askwell.explorations.models import Exploration
from askwell.network.reasons import ANSWERS, NEWS, Reason, free, spoken
from askwell.people.models import Person, Source, Standing
from askwell.people.selectors import counted
from askwell.people.words import SOURCES
from askwell.workspaces.access import Scope
from askwell.workspaces.settings import Ranking

SEVEN = 7
SHOWN_REASONS = 3
USUAL = 2
"""The middle of the scale in the settings: counts as it is."""

ENOUGH_ASKED = 3
"""Fewer letters to people known in one way say nothing about that way."""

_FURTHER = 0.3
"""What a second reason of the same kind adds: the best one counts, the rest a little."""

_MOST_EVENTS = 5000

_VIEWS = (
    ("hires", r"recruit\w*|talent|hiring|human resources|hr|people partner"),
    ("teaches", r"professor|lecturer|teacher|tutor|postdoc\w*|research\w*"),
    ("founded", r"founder|co-?founder|owner|partner|self-employed|freelance\w*"),
    ("leads", r"head|director|chief|c[efto]o|vp|vice president|manager|lead|principal|chair\w*"),
    ("begins", r"intern|trainee|junior|assistant|apprentice|graduate|associate"),
)
_LOOK = [(view, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for view, words in _VIEWS]


@dataclass(frozen=True)
class Suggestion:
    """Somebody worth asking, and why, in sentences that are true; `score` orders, and is not shown."""

    person: Person
    reasons: list[str]
    score: float

    @property
    def reason(self) -> str:
        """The strongest reason."""
        return self.reasons[0]


@dataclass
class _Candidate:
    person: Person
    reasons: list[Reason] = field(default_factory=list)

    def score(self, weights: Ranking) -> float:
        """The best reason of each kind in full, further ones a little, as the settings weigh them."""
        total = 0.0
        for kind in {reason.kind for reason in self.reasons}:
            found = sorted((r.weight for r in self.reasons if r.kind == kind), reverse=True)
            total += getattr(weights, kind) / USUAL * (found[0] + _FURTHER * sum(found[1:]))
        return total

    def words(self) -> list[str]:
        """The reasons as sentences, the strongest first, each once."""
        told = sorted(self.reasons, key=lambda reason: -reason.weight)
        return list(dict.fromkeys(reason.words for reason in told if reason.words))


def whom_to_ask(
    scope: Scope, *, exploration: Exploration | None, now: datetime, limit: int = SEVEN
) -> list[Suggestion]:
    """People who are not in play, said no to nothing, and of whom a record gives a reason.

    No two of one organization. At most sixteen queries, whatever the size of the notebook.
    """
    found: dict[int, _Candidate] = {}
    for person, reason in spoken(scope, exploration, free(scope, exploration, now), now):
        found.setdefault(person.pk, _Candidate(person)).reasons.append(reason)
    _add_news(scope, exploration, found.values())
    _add_answers(scope, found.values())
    return _chosen(found.values(), scope.settings.ranking, limit)


def _chosen(found: Iterable[_Candidate], weights: Ranking, limit: int) -> list[Suggestion]:
    scored = sorted(
        ((candidate.score(weights), candidate) for candidate in found),
        key=lambda pair: (-pair[0], pair[1].person.sort_key, pair[1].person.pk),
    )
    chosen: list[Suggestion] = []
    taken: set[int] = set()
    for score, candidate in scored:
        organization = candidate.person.organization_id
        if organization in taken or len(chosen) == limit:
            continue
        if organization is not None:
            taken.add(organization)
        words = candidate.words()[:SHOWN_REASONS]
        chosen.append(Suggestion(candidate.person, words, round(score, 1)))
    return chosen


# --- what nobody asked so far could tell ---


def view_of(person: Person) -> str:
    """From where somebody sees the work, as far as their role says: most simply do it."""
    text = f"{person.role} {person.headline}"
    return next((view for view, look in _LOOK if look.search(text)), "does" if text.strip() else "")


def _add_news(scope: Scope, exploration: Exploration | None, found: Iterable[_Candidate]) -> None:
    """Only once somebody was asked under this question: before that everything is new."""
    asked = Standing.objects.filter(workspace=scope.workspace, exploration=exploration)
    asked = asked.exclude(stage__in=(Stage.THOUGHT, Stage.NOT_NOW))
    rows = [row.person for row in asked.select_related("person").order_by("-pk")[:200]]
    if not rows:
        return
    places = {row.organization_id for row in rows}
    views = {view_of(row) for row in rows} | {""}
    roles = {row.role.casefold() for row in rows} | {""}
    for candidate in found:
        person = candidate.person
        view = view_of(person)
        if view not in views:
            candidate.reasons.append(Reason(NEWS, 12, _first(view)))
        if person.role.casefold() not in roles:
            candidate.reasons.append(Reason(NEWS, 6, ""))
        if person.organization and person.organization_id not in places:
            told = {"name": person.organization.name}
            words = _("Nobody from %(name)s was asked about this yet.") % told
            candidate.reasons.append(Reason(NEWS, 8, words))


def _first(view: str) -> str:
    return {
        "hires": _("Would be the first you ask who hires people for it."),
        "teaches": _("Would be the first you ask who teaches or studies it."),
        "founded": _("Would be the first you ask who works for themselves."),
        "leads": _("Would be the first you ask who leads others in it."),
        "begins": _("Would be the first you ask who has just begun."),
        "does": _("Would be the first you ask who does the work itself."),
    }[view]


# --- how people known this way have answered me ---


def _add_answers(scope: Scope, found: Iterable[_Candidate]) -> None:
    asked, answered = _answers(scope)
    everybody = sum(asked.values())
    if not everybody:
        return
    usual = sum(answered.values()) / everybody
    for candidate in found:
        source = candidate.person.source
        if asked[source] >= ENOUGH_ASKED and source not in (Source.IMPORT, Source.OTHER):
            rate = answered[source] / asked[source]
            told = {"n": answered[source], "all": asked[source], "how": SOURCES[source]}
            words = _("Of %(all)d you wrote to (%(how)s), %(n)d answered.") % told
            candidate.reasons.append(
                Reason(ANSWERS, 30 * (rate - usual), words if rate > usual else "")
            )


def _answers(scope: Scope) -> tuple[Counter[str], Counter[str]]:
    """How many I wrote to, by how I know them, and how many of those answered. One query."""
    back = (EventKind.ANSWERED, EventKind.ACCEPTED, EventKind.LATER, EventKind.DECLINED)
    rows = counted(scope, EventKind.LETTER_SENT, *back).order_by("-at")
    asked: dict[int, str] = {}
    answered: set[int] = set()
    for person, source, kind in rows.values_list("person", "person__source", "kind")[:_MOST_EVENTS]:
        if kind == EventKind.LETTER_SENT:
            asked[person] = source
        else:
            answered.add(person)
    return Counter(asked.values()), Counter(s for p, s in asked.items() if p in answered)
