"""Writes on questions: my own ones, the plan of a talk, answers to what they may ask."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.utils.translation import gettext as _

from askwell.explorations.models import Exploration
from askwell.explorations.operations import fold_key
from askwell.people.models import Person
from askwell.people.scrub import pattern_of, scrub
from askwell.plumbing.errors import Refusal
from askwell.plumbing.ids import new_uid
from askwell.questions import bank, selectors
from askwell.questions.models import Agenda, AgendaItem, OwnQuestion, PreparedAnswer
from askwell.workspaces.access import Scope
from askwell.workspaces.operations import throw_away, undo_url

OWN = "own:"
HELLO, THANKS = "step-hello", "step-thanks"
STEPS = frozenset({HELLO, THANKS})
LONGEST = 500
FAMILIAR = 3  # questions taken over from earlier talks, so that answers can stand side by side
_ORDER = list(AgendaItem.Section)
_ASIDE = 200  # suggestions put aside that one plan remembers


class NoWords(Refusal):
    """A question without words."""


def key_of(text: str) -> str:
    """The key of a question by its words: the bank's when it is one of the bank's, else its own.

    Equal keys are "the same question" when answers are put side by side.
    """
    wanted = fold_key(text)
    for question in bank.load(selectors.language()).questions:
        if fold_key(question.text) == wanted:
            return question.key
    return f"{OWN}{wanted}"[:120]


# -- my own questions -----------------------------------------------------------------------------


@transaction.atomic
def add_own(scope: Scope, *, uid: UUID, text: str, category: str, now: datetime) -> OwnQuestion:
    """Keep a question I wrote. The same `uid` twice is one. Raises NoWords when it is empty."""
    row, _made = OwnQuestion.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={"text": _worded(text), "category": category, "created_at": now},
    )
    return row


@transaction.atomic
def remove_own(scope: Scope, *, question: OwnQuestion, now: datetime) -> str:
    """Throw one of my own questions away; returns the address that takes it back."""
    rows = OwnQuestion.objects.filter(pk=question.pk)
    thrown = throw_away(scope, rows=rows, kind="question", label=question.text, now=now)
    return undo_url(thrown)


def _worded(text: str) -> str:
    words = " ".join(text.split())[:LONGEST]
    if not words:
        raise NoWords(_("Write the question first; a few words are enough."))
    return words


# -- the plan of a talk ---------------------------------------------------------------------------


@transaction.atomic
def new_agenda(
    scope: Scope,
    *,
    uid: UUID,
    title: str,
    minutes: int,
    exploration: Exploration | None,
    now: datetime,
) -> Agenda:
    """An empty plan for a talk of so many minutes. The same `uid` twice is one plan."""
    row, _made = Agenda.objects.get_or_create(
        workspace=scope.workspace,
        uid=uid,
        defaults={
            "title": title[:200],
            "minutes": minutes,
            "exploration": exploration,
            "created_at": now,
        },
    )
    return row


@transaction.atomic
def set_minutes(scope: Scope, *, agenda: Agenda, minutes: int) -> None:
    """Follow a talk whose length was changed."""
    agenda.minutes = minutes
    agenda.save(update_fields=["minutes"])


@transaction.atomic
def make_plan(
    scope: Scope,
    *,
    agenda: Agenda,
    work: str = "",
    organization: str = "",
    hypotheses: Sequence[str] = (),
    already: Iterable[str] = (),
) -> None:
    """Fill a plan from the bank: hello, opening, core, who else, thanks, with air left.

    What I wrote myself and what was asked already stays; in place of the other lines come other
    ones. `already` are keys this person answered before.
    """
    _lock(agenda)
    rows = AgendaItem.objects.filter(agenda=agenda)
    kept = [row for row in rows if row.key.startswith(OWN) or row.asked_at]
    replaced = rows.exclude(pk__in=[row.pk for row in kept])
    had = set(replaced.filter(section=AgendaItem.Section.CORE).values_list("key", flat=True))
    replaced.delete()
    hello = 2 if agenda.minutes >= 20 else 1
    free = max(0, agenda.minutes - hello - sum(row.minutes for row in kept))
    chosen = bank.suggest(
        free,
        already={*already, *had, *(row.key for row in kept)},
        hypotheses=hypotheses,
        prefer=selectors.asked_keys(scope, agenda.exploration)[:FAMILIAR],
        language=selectors.language(),
    )
    filled = [
        bank.fill(q, work=work, organization=organization, language=selectors.language())
        for q in chosen.questions
    ]
    fresh = [_step(scope, agenda, HELLO, hello), *(_line(scope, agenda, q) for q in filled)]
    AgendaItem.objects.bulk_create([*fresh, _step(scope, agenda, THANKS, bank.LAST_THANKS)])
    _number(agenda)


def _step(scope: Scope, agenda: Agenda, key: str, minutes: int) -> AgendaItem:
    words = {
        HELLO: _("Hello, thanks for the time, my half-minute"),
        THANKS: _("Say what I take away, thank them, end on time"),
    }
    section = AgendaItem.Section.OPENING if key == HELLO else AgendaItem.Section.CLOSING
    # Behind whatever else the section gets; hello is made first and so stays first.
    position = 0 if key == HELLO else 10**6
    return AgendaItem(
        workspace=scope.workspace,
        uid=new_uid(),
        agenda=agenda,
        section=section,
        key=key,
        text=words[key],
        category="step",
        minutes=minutes,
        position=position,
    )


def _line(scope: Scope, agenda: Agenda, question: bank.Question) -> AgendaItem:
    return AgendaItem(
        workspace=scope.workspace,
        uid=new_uid(),
        agenda=agenda,
        section=_section(question),
        key=question.key,
        text=question.text[:LONGEST],
        category=question.category,
        minutes=question.minutes,
        position=1,
    )


def _section(question: bank.Question) -> AgendaItem.Section:
    """Advice is asked at the end of the core; the model knows three sections."""
    if question.section == "opening":
        return AgendaItem.Section.OPENING
    if question.section == "closing":
        return AgendaItem.Section.CLOSING
    return AgendaItem.Section.CORE


@transaction.atomic
def add_from_bank(
    scope: Scope, *, agenda: Agenda, key: str, work: str = "", organization: str = ""
) -> AgendaItem:
    """Put a question of the bank on the plan; twice is once.

    Raises NoWords when there is no such question any more.
    """
    question = bank.load(selectors.language()).get(key)
    if question is None:
        raise NoWords(_("That question is no longer in the bank. Write it in your own words."))
    filled = bank.fill(
        question, work=work, organization=organization, language=selectors.language()
    )
    return _put(agenda, _line(scope, agenda, filled))


@transaction.atomic
def add_line(
    scope: Scope,
    *,
    agenda: Agenda,
    uid: UUID,
    text: str,
    section: str = AgendaItem.Section.CORE,
    minutes: int = 3,
    category: str = "other",
) -> AgendaItem:
    """Put a question in my own words on the plan. Raises NoWords when it is empty."""
    words = _worded(text)
    line = AgendaItem(
        workspace=scope.workspace,
        uid=uid,
        agenda=agenda,
        section=section,
        key=key_of(words),
        text=words,
        category=category,
        minutes=minutes,
        position=1,
    )
    return _put(agenda, line)


@transaction.atomic
def add_own_line(scope: Scope, *, agenda: Agenda, question: OwnQuestion) -> AgendaItem:
    """Put a question I wrote earlier on the plan; twice is once."""
    return add_line(
        scope,
        agenda=agenda,
        uid=new_uid(),
        text=question.text,
        category=question.category,
    )


def _put(agenda: Agenda, line: AgendaItem) -> AgendaItem:
    """Add a line at the end of its section, before the thanks, unless it is there already."""
    _lock(agenda)
    rows = AgendaItem.objects.filter(agenda=agenda)
    if there := rows.filter(key=line.key).first():
        return there
    last = max((r.position for r in rows if r.key != THANKS), default=0)
    line.position = last + 1
    rows.filter(position__gte=line.position).update(position=F("position") + 1)
    line.save(force_insert=True)
    _number(agenda)
    line.refresh_from_db()
    return line


@transaction.atomic
def edit_line(
    scope: Scope, *, item: AgendaItem, text: str, minutes: int, section: str
) -> AgendaItem:
    """Change words, minutes or section of a line; a question in new words is another question."""
    words = _worded(text)
    if words != item.text and item.key not in STEPS:
        item.key = key_of(words)
    item.text, item.minutes, item.section = words, minutes, section
    item.save(update_fields=["key", "text", "minutes", "section"])
    _number(item.agenda)
    return item


@transaction.atomic
def move_line(scope: Scope, *, item: AgendaItem, up: bool) -> None:
    """One place earlier or later within its section; at the edge nothing happens."""
    _lock(item.agenda)
    rows = _ordered(item.agenda)
    here = next(i for i, row in enumerate(rows) if row.pk == item.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(rows) and rows[there].section == item.section:
        rows[here], rows[there] = rows[there], rows[here]
        _renumber(rows)


@transaction.atomic
def remove_line(scope: Scope, *, item: AgendaItem, now: datetime) -> str:
    """Take a line off the plan; returns the address that puts it back."""
    rows = AgendaItem.objects.filter(pk=item.pk)
    return undo_url(throw_away(scope, rows=rows, kind="agenda-item", label=item.text, now=now))


@transaction.atomic
def dismiss(scope: Scope, *, agenda: Agenda, slug: str, item: str = "", reason: str = "") -> Agenda:
    """ "Not here": a suggestion not to be made again for this line of the plan (or the whole), and why."""
    kept = {"slug": slug[:60], "item": item[:36], "reason": reason[:200]}
    known = {(row["slug"], row["item"]) for row in agenda.dismissed}
    if kept["slug"] and (kept["slug"], kept["item"]) not in known:
        agenda.dismissed = [*agenda.dismissed, kept][-_ASIDE:]
        agenda.save(update_fields=["dismissed"])
    return agenda


@transaction.atomic
def mark_asked(scope: Scope, *, item: AgendaItem, asked: bool, now: datetime) -> None:
    """Tick a question off, or take the tick back; the first moment stays."""
    rows = AgendaItem.objects.filter(pk=item.pk)
    if asked:
        rows.filter(asked_at=None).update(asked_at=now)
    else:
        rows.update(asked_at=None)


def _lock(agenda: Agenda) -> None:
    """Two changes of one plan at the same time go one after the other."""
    Agenda.objects.select_for_update().get(pk=agenda.pk)


def _ordered(agenda: Agenda) -> list[AgendaItem]:
    rows = AgendaItem.objects.filter(agenda=agenda).order_by("position", "pk")
    return sorted(rows, key=lambda row: _ORDER.index(AgendaItem.Section(row.section)))


def _number(agenda: Agenda) -> None:
    _renumber(_ordered(agenda))


def _renumber(rows: list[AgendaItem]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position
    AgendaItem.objects.bulk_update(rows, ["position"])


# -- what they may ask back -----------------------------------------------------------------------


@transaction.atomic
def answer(scope: Scope, *, key: str, text: str, now: datetime) -> None:
    """Keep my answer to something they may ask; an empty one takes it away.

    Raises NoWords for a key the bank does not have.
    """
    known = {asked.key for asked in bank.load(selectors.language()).asked_back}
    if key not in known:
        raise NoWords(_("That question is no longer in the list. What you typed was not kept."))
    rows = PreparedAnswer.objects.select_for_update().filter(workspace=scope.workspace, key=key)
    if rows.exists():
        rows.update(text=text.strip(), updated_at=now)
    elif text.strip():
        PreparedAnswer.objects.get_or_create(
            workspace=scope.workspace,
            uid=uuid5(scope.workspace.uid, f"answer {key}"),
            defaults={"key": key, "text": text.strip(), "updated_at": now},
        )


# -- forgetting somebody --------------------------------------------------------------------------


@transaction.atomic
def forget(scope: Scope, *, person: Person, keep_quotes: bool) -> None:
    """Take a person's name out of questions, plans and prepared answers.

    Plans of talks with them go with the talks. No quote is kept here, so `keep_quotes` changes
    nothing.
    """
    pattern = pattern_of(person)
    if pattern is None:
        return
    for model, columns in _NAMED_IN:
        rows: QuerySet[Any] = model._default_manager.filter(workspace=scope.workspace)
        scrub(rows, pattern, columns)


_NAMED_IN: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (OwnQuestion, ("text",)),
    (Agenda, ("title",)),
    (AgendaItem, ("text", "key")),
    (PreparedAnswer, ("text",)),
)
