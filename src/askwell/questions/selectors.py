"""Reads of questions: the bank, own ones, the plan of a talk, prepared answers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language, gettext_lazy

from askwell.explorations.models import Exploration
from askwell.explorations.operations import fold_key
from askwell.plumbing.errors import NotFound
from askwell.plumbing.ids import uid_in
from askwell.questions import bank
from askwell.questions.models import Agenda, AgendaItem, OwnQuestion, PreparedAnswer
from askwell.workspaces.access import Scope

SHOWN_FIRST = 3
SECTIONS = {
    AgendaItem.Section.OPENING: gettext_lazy("Opening"),
    AgendaItem.Section.CORE: gettext_lazy("Questions"),
    AgendaItem.Section.CLOSING: gettext_lazy("Closing"),
}


def language() -> str:
    """The language questions are read in: the interface's."""
    return get_language() or "en"


# -- the bank -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chapter:
    """Questions of one category, as far as a page shows them; `more` were left out."""

    category: str
    questions: tuple[bank.Question, ...]
    more: int = 0


def chapters(query: str = "", category: str = "", work: str = "") -> list[Chapter]:
    """The bank for a page: all that match a search or one whole category, else the best of each.

    `work` is woven into the questions, as on the plan of a talk.
    """
    words = fold_key(query).split()
    shelves = _shelves(work)
    if words:
        found = {name: _matching(shelf, words) for name, shelf in shelves.items()}
        return [Chapter(name, rows) for name, rows in found.items() if rows]
    if category in shelves:
        return [Chapter(category, shelves[category])]
    return [
        Chapter(name, shelf[:SHOWN_FIRST], max(0, len(shelf) - SHOWN_FIRST))
        for name, shelf in shelves.items()
    ]


def _shelves(work: str) -> dict[str, tuple[bank.Question, ...]]:
    return {
        name: tuple(bank.fill(q, work=work, language=language()) for q in shelf)
        for name, shelf in bank.by_category(language()).items()
    }


def _matching(shelf: Iterable[bank.Question], words: list[str]) -> tuple[bank.Question, ...]:
    return tuple(q for q in shelf if all(word in fold_key(q.text) for word in words))


def ice_breakers(*when: str) -> list[bank.IceBreaker]:
    """First sentences that fit: those for `when` first, then those that always do."""
    fitting = [i for i in bank.load(language()).ice_breakers if i.when in (*when, "any")]
    return sorted(fitting, key=lambda i: i.when == "any")


def own_questions(scope: Scope, query: str = "", category: str = "") -> QuerySet[OwnQuestion]:
    """Questions I wrote myself, oldest first."""
    rows = OwnQuestion.objects.filter(workspace=scope.workspace)
    for word in query.split():
        rows = rows.filter(text__icontains=word)
    return rows.filter(category=category) if category else rows


def get_own_question(scope: Scope, uid: UUID) -> OwnQuestion:
    """One of my own questions. Raises NotFound when it is not in this notebook."""
    found = OwnQuestion.objects.filter(workspace=scope.workspace, uid=uid).first()
    if found is None:
        raise NotFound
    return found


# -- the plan of a talk ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """One section of a plan with its items and what they take together."""

    section: str
    items: list[AgendaItem]

    @property
    def label(self) -> str:
        """The section in words."""
        return str(SECTIONS[AgendaItem.Section(self.section)])

    @property
    def minutes(self) -> int:
        """Minutes of this part."""
        return sum(item.minutes for item in self.items)


@dataclass(frozen=True)
class Plan:
    """An agenda laid out: its parts, and how its minutes stand against those agreed."""

    agenda: Agenda
    parts: list[Part]

    @property
    def items(self) -> list[AgendaItem]:
        """All items in the order they are asked."""
        return [item for part in self.parts for item in part.items]

    @property
    def minutes(self) -> int:
        """What everything takes together."""
        return sum(part.minutes for part in self.parts)

    @property
    def left(self) -> int:
        """Minutes to breathe; zero when the plan is longer than the talk."""
        return max(0, self.agenda.minutes - self.minutes)

    @property
    def over(self) -> int:
        """Minutes too many; zero when the plan fits."""
        return max(0, self.minutes - self.agenda.minutes)


def get_agenda(scope: Scope, uid: UUID) -> Agenda:
    """One plan. Raises NotFound when it is not in this notebook."""
    rows = Agenda.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.select_related("exploration").first()
    if found is None:
        raise NotFound
    return found


def find_agenda(scope: Scope, text: str) -> Agenda | None:
    """The plan an address names, or nothing when the text names none."""
    uid = uid_in(text)
    return Agenda.objects.filter(workspace=scope.workspace, uid=uid).first() if uid else None


def get_item(scope: Scope, uid: UUID) -> AgendaItem:
    """One line of a plan, with its plan. Raises NotFound when it is not in this notebook."""
    rows = AgendaItem.objects.filter(workspace=scope.workspace, uid=uid)
    found = rows.select_related("agenda").first()
    if found is None:
        raise NotFound
    return found


def plan(scope: Scope, agenda: Agenda | None) -> Plan | None:
    """The agenda of a talk laid out; nothing when it has none yet."""
    return laid_out(scope, agenda) if agenda is not None else None


def laid_out(scope: Scope, agenda: Agenda) -> Plan:
    """The agenda laid out by section; one read."""
    rows = list(AgendaItem.objects.filter(workspace=scope.workspace, agenda=agenda))
    parts = [Part(s.value, [row for row in rows if row.section == s.value]) for s in SECTIONS]
    return Plan(agenda, parts)


def asked_keys(scope: Scope, exploration: Exploration | None) -> list[str]:
    """Bank keys that were asked under this question, the most asked first.

    Asking several people the same thing is what lets their answers stand side by side.
    """
    if exploration is None:
        return []
    rows = AgendaItem.objects.filter(
        workspace=scope.workspace, agenda__exploration=exploration, asked_at__isnull=False
    )
    counts = Counter(rows.order_by("pk").values_list("key", flat=True))
    return [key for key, _count in counts.most_common()]


def worth_adding(plan: Plan) -> list[bank.Question]:
    """One more question of each category that the plan does not touch yet, best first."""
    there = {item.category for item in plan.items}
    keys = {item.key for item in plan.items}
    question = plan.agenda.exploration
    shelves = _shelves(question.topic if question else "").items()
    rows = [q for name, shelf in shelves for q in shelf[:SHOWN_FIRST] if name not in there]
    fresh = [q for q in rows if q.key not in keys]
    return list({q.category: q for q in reversed(fresh)}.values())[::-1]


# -- what they may ask back -----------------------------------------------------------------------


@dataclass(frozen=True)
class Prepared:
    """Something they may ask, how to answer it, and my own answer so far."""

    key: str
    text: str
    hint: str
    answer: str


def prepared(scope: Scope) -> list[Prepared]:
    """Everything they may ask back, in the order of the bank, with my answers."""
    mine = answers(scope)
    asked = bank.load(language()).asked_back
    return [Prepared(a.key, a.text, a.hint, mine.get(a.key, "")) for a in asked]


def answers(scope: Scope) -> dict[str, str]:
    """My prepared answers by key."""
    rows = PreparedAnswer.objects.filter(workspace=scope.workspace).exclude(text="")
    return dict(rows.order_by("pk").values_list("key", "text"))
