"""An agenda for one talk: an opening, questions from easy to particular, a closing, a few free minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.coach.text.courtesies import GIVING, PERMISSION, REFERRAL, SPARE, courtesy
from askwell.coach.text.plans import BUFFER, CLOSING, CORE, OPENING
from askwell.coach.text.tokens import Text
from askwell.coach.text.topics import topic

SHORTEST, LONGEST = 10, 120
_EACH = 3
_FRAME = {10: (1, 2, 1), 20: (2, 3, 2), 30: (3, 4, 2), 45: (4, 5, 3), 60: (5, 6, 4)}
_ORDER = (
    ("career-path", "day-to-day"),
    ("education", "skills", "culture", "work-life", "company", "industry-trends", "other"),
    ("entry-advice", "advice-on-me"),
    ("network-referral",),
)
_LAST = (SPARE, GIVING, REFERRAL, PERMISSION)
_WHO_ELSE = "Who else would you talk to in my place?"


@dataclass(frozen=True, slots=True)
class AgendaBox:
    """A stretch of the talk: *begins* and *minutes* from its start; *kind* as in a reviewed agenda."""

    kind: str
    title: str
    begins: int
    minutes: int
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """Time boxes that add up to *minutes*; *spare* holds the questions there is no time for."""

    minutes: int
    boxes: tuple[AgendaBox, ...]
    spare: tuple[str, ...]

    def as_text(self) -> str:
        """The agenda as lines a person can read and change; `review_agenda` reads them back."""
        lines = [f"Total: {self.minutes} minutes"]
        for box in self.boxes:
            lines.append(f"{box.begins}–{box.begins + box.minutes} {box.title}")
            lines += [f"- {question}" for question in box.questions]
        return "\n".join(lines) + "\n"


def plan_agenda(questions: Iterable[str], *, minutes: int = 30) -> Agenda:
    """Plan a talk of *minutes* from the questions at hand.

    Questions go from the general to the particular to advice (order of the guides), about three
    minutes each; those that close a talk go to the end, where who else to talk to is always asked.
    What does not fit is kept as spare, the latest first to go. Raises ValueError for a talk
    shorter than 10 minutes or longer than 120.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise ValueError(f"a talk takes {SHORTEST} to {LONGEST} minutes, not {minutes}")
    asked = list(dict.fromkeys(question.strip() for question in questions if question.strip()))
    closing = sorted((q for q in asked if _courtesy(q) in _LAST), key=_closing_rank)
    if not any(_courtesy(question) == REFERRAL for question in closing):
        closing.append(_WHO_ELSE)
    opening, ending, free = _frame(minutes)
    core = minutes - opening - ending - free
    middle = [question for question in asked if _courtesy(question) not in _LAST]
    kept = sorted(middle[: max(1, core // _EACH)], key=_rank)
    spare = middle[max(1, core // _EACH) :]
    boxes = (
        AgendaBox(OPENING, "Opening: thanks, and why I ask", 0, opening),
        AgendaBox(CORE, "Questions", opening, core, tuple(kept)),
        AgendaBox(CLOSING, "Closing: who else, thanks", opening + core, ending, tuple(closing)),
        AgendaBox(BUFFER, "Buffer", minutes - free, free),
    )
    return Agenda(minutes, boxes, tuple(spare))


def _frame(minutes: int) -> tuple[int, int, int]:
    """Minutes for the opening, the closing and the buffer."""
    return _FRAME[max(length for length in _FRAME if length <= minutes)]


def _courtesy(question: str) -> str | None:
    return courtesy(Text(question), 0, len(question))


def _closing_rank(question: str) -> int:
    found = _courtesy(question)
    return _LAST.index(found) if found in _LAST else 0


def _rank(question: str) -> int:
    name = topic(Text(question))
    return next((at for at, group in enumerate(_ORDER) if name in group), 1)
