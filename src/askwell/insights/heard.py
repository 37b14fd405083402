"""What several people said, put side by side; every number is of independent people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from askwell.explorations.models import Exploration, Hypothesis
from askwell.insights import selectors
from askwell.insights.models import Debrief, Evidence, Highlight, Skill, SkillMention
from askwell.meetings.models import Conversation, RoomNote
from askwell.meetings.selectors import names_of, people_of
from askwell.people.models import Person
from askwell.workspaces.access import Scope

CHARTS_FROM = 3
"""Talks before which nothing is counted in tables: one talk is one data point."""


@dataclass
class Answer:
    """What was noted under one question in one talk; without a talk, passages kept nameless."""

    talk: Conversation | None
    people: list[Person]
    said_on: date
    notes: list[RoomNote] = field(default_factory=list)
    passages: list[Highlight] = field(default_factory=list)

    def lines(self) -> list[tuple[RoomNote, bool]]:
        """The notes, each with whether the whole of it is marked."""
        marked = {(row.note_uid, row.text) for row in self.passages}
        return [(note, (note.uid, note.text) in marked) for note in self.notes]

    def other_passages(self) -> list[Highlight]:
        """Marked passages that are not a whole note shown already."""
        whole = {(note.uid, note.text) for note in self.notes}
        return [row for row in self.passages if (row.note_uid, row.text) not in whole]


@dataclass
class Question:
    """One question and all its answers, in the order of the talks."""

    key: str
    text: str
    answers: list[Answer] = field(default_factory=list)

    @property
    def people(self) -> int:
        """How many different people answered."""
        return len({person.pk for answer in self.answers for person in answer.people})


@dataclass(frozen=True)
class Heard:
    """All of a question's talks: who, how many, and their answers side by side."""

    talks: list[Conversation]
    questions: list[Question]

    @property
    def people(self) -> int:
        """How many different people were talked to."""
        return len({p.pk for talk in self.talks for p in people_of(talk)})

    @property
    def counted(self) -> bool:
        """Whether there are enough talks for a table."""
        return len(self.talks) >= CHARTS_FROM

    def table(self) -> list[tuple[Question, list[int]]]:
        """Question × talk: how many notes each gave."""
        return [(question, self._row(question)) for question in self.questions]

    def _row(self, question: Question) -> list[int]:
        counts = {
            answer.talk.pk: len(answer.notes) or len(answer.passages)
            for answer in question.answers
            if answer.talk
        }
        return [counts.get(talk.pk, 0) for talk in self.talks]


def side_by_side(scope: Scope, exploration: Exploration | None, find: str = "") -> Heard:
    """The same question, everybody's answers; `find` keeps questions in which the words occur.

    Five reads, however many talks there are.
    """
    talks = list(selectors.talks(scope, exploration))
    questions: dict[str, Question] = {}
    by_talk = {talk.pk: talk for talk in talks}
    for note in _notes(scope, talks):
        item = note.agenda_item
        if item is not None:
            answer = _answer(questions, item.key, item.text, by_talk[note.conversation_id])
            answer.notes.append(note)
    for passage in _passages(scope, exploration):
        talk = by_talk.get(passage.conversation_id or 0)
        _answer_of(questions, passage, talk).passages.append(passage)
    kept = [q for q in questions.values() if _found(q, find)]
    for question in kept:
        question.answers.sort(key=lambda answer: answer.said_on)
    return Heard(talks, sorted(kept, key=lambda q: (-q.people, q.text)))


def _notes(scope: Scope, talks: Iterable[Conversation]) -> QuerySet[RoomNote]:
    rows = RoomNote.objects.filter(
        workspace=scope.workspace, conversation__in=list(talks), agenda_item__isnull=False
    )
    return rows.exclude(text="").select_related("agenda_item", "speaker")


def _passages(scope: Scope, exploration: Exploration | None) -> list[Highlight]:
    rows = selectors.highlights(scope, exploration).exclude(question_key="")
    return list(rows.order_by("said_on", "pk"))


def _answer(questions: dict[str, Question], key: str, text: str, talk: Conversation) -> Answer:
    question = questions.setdefault(key, Question(key, text))
    for answer in question.answers:
        if answer.talk is not None and answer.talk.pk == talk.pk:
            return answer
    fresh = Answer(talk, people_of(talk), talk.starts_at.date())
    question.answers.append(fresh)
    return fresh


def _answer_of(
    questions: dict[str, Question], passage: Highlight, talk: Conversation | None
) -> Answer:
    key, text = passage.question_key, passage.question_text
    if talk is not None:
        return _answer(questions, key, text, talk)
    question = questions.setdefault(key, Question(key, text))
    people = [passage.person] if passage.person else []
    question.answers.append(Answer(None, people, passage.said_on))
    return question.answers[-1]


def _found(question: Question, find: str) -> bool:
    words = find.casefold().split()
    texts = [question.text]
    for answer in question.answers:
        texts += [note.text for note in answer.notes]
        texts += [passage.text for passage in answer.passages]
        texts += [person.name for person in answer.people]
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words)


# -- talk by talk ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class News:
    """What one talk brought that no talk before it had."""

    talk: Conversation
    names: str
    skills: list[str]
    surprises: list[str]
    debrief: Debrief | None
    notes: list[RoomNote]


def talk_by_talk(scope: Scope, talks: Sequence[Conversation]) -> list[News]:
    """What was new in each of these talks. Four reads, however many talks."""
    keys = [talk.pk for talk in talks]
    notes: dict[int, list[RoomNote]] = {key: [] for key in keys}
    rows = RoomNote.objects.filter(workspace=scope.workspace, conversation__in=keys)
    for note in rows.exclude(text="").select_related("agenda_item", "speaker"):
        notes[note.conversation_id].append(note)
    debriefs = {
        row.conversation_id: row
        for row in Debrief.objects.filter(workspace=scope.workspace, conversation__in=keys)
    }
    firsts = _first_mentions(scope)
    return [
        News(
            talk=talk,
            names=names_of(talk),
            skills=firsts.get(talk.pk, []),
            surprises=[n.text for n in notes[talk.pk] if n.tag == RoomNote.Tag.SURPRISE],
            debrief=debriefs.get(talk.pk),
            notes=notes[talk.pk],
        )
        for talk in talks
    ]


def _first_mentions(scope: Scope) -> dict[int, list[str]]:
    """Talk → skills that were named there for the first time."""
    rows = SkillMention.objects.filter(workspace=scope.workspace, conversation__isnull=False)
    dated = rows.order_by("conversation__starts_at", "conversation", "pk")
    firsts: dict[str, int] = {}
    for name, talk in dated.values_list("skill__name", "conversation"):
        firsts.setdefault(name, talk or 0)
    news: dict[int, list[str]] = {}
    for name, talk in firsts.items():
        news.setdefault(talk, []).append(name)
    return news


# -- beliefs --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Belief:
    """One belief with what speaks for and against it."""

    hypothesis: Hypothesis
    pro: list[Evidence]
    con: list[Evidence]

    @property
    def people_for(self) -> int:
        """How many different people speak for it."""
        return _people(self.pro)

    @property
    def people_against(self) -> int:
        """How many different people speak against it."""
        return _people(self.con)


def _people(rows: Iterable[Evidence]) -> int:
    """Different people; each nameless passage counts as somebody."""
    named = {row.highlight.person_id for row in rows}
    nameless = [row for row in rows if row.highlight.person_id is None]
    return len(named - {None}) + len({row.highlight_id for row in nameless})


def beliefs(scope: Scope, exploration: Exploration) -> list[Belief]:
    """What I believe so far, with the evidence of both sides. Two reads."""
    sides: dict[tuple[int, str], list[Evidence]] = {}
    for row in selectors.evidence(scope, exploration):
        sides.setdefault((row.hypothesis_id, row.side), []).append(row)
    rows = Hypothesis.objects.filter(workspace=scope.workspace, exploration=exploration)
    return [
        Belief(
            row,
            sides.get((row.pk, Evidence.Side.FOR), []),
            sides.get((row.pk, Evidence.Side.AGAINST), []),
        )
        for row in rows
    ]


# -- the page worth showing -----------------------------------------------------------------------


@dataclass(frozen=True)
class Report:
    """ "What five people told me about ___": nothing in it without a passage or a count."""

    heard: Heard
    beliefs: list[Belief]
    skills: list[Skill]
    passages: list[Highlight]
    initials: dict[int, str]

    @property
    def people(self) -> int:
        """How many different people it rests on."""
        return self.heard.people

    def lines(self) -> list[dict[str, object]]:
        """The passages, each with the letter that stands for the name when names are hidden."""
        return [
            {"passage": row, "letter": self.initials.get(row.person_id or 0, "")}
            for row in self.passages
        ]


def report(scope: Scope, exploration: Exploration) -> Report:
    """Everything for the printable page of one question."""
    heard = side_by_side(scope, exploration)
    named = selectors.skills(scope, exploration, only_named=True)
    people: dict[int, str] = {}
    for talk in heard.talks:
        for person in people_of(talk):
            people.setdefault(person.pk, chr(ord("A") + len(people) % 26))
    passages = selectors.highlights(scope, exploration).order_by("theme", "said_on", "pk")
    return Report(heard, beliefs(scope, exploration), list(named), list(passages), people)


def heard_from(scope: Scope, person: Person) -> dict[str, object]:
    """For the person's page: what they said, and what came of it. Three reads."""
    return {
        "passages": selectors.highlights(scope).filter(person=person)[:50],
        "skills": Skill.objects.filter(workspace=scope.workspace, mentions__person=person)
        .distinct()
        .order_by("key")[:50],
        "openings": selectors.openings(scope).filter(person=person)[:20],
    }
