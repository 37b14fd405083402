"""The review of an agenda: whether the time boxes add up, and nothing needed is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from askwell.coach.engine.config import Config
from askwell.coach.engine.core import rule_set
from askwell.coach.engine.ignores import blank_comments, read_ignores
from askwell.coach.finding import Finding
from askwell.coach.text.plans import BUFFER, CLOSING, OPENING, Box, Plan

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class TimeBox:
    """One box of an agenda: *kind* is opening, core, closing, buffer or other."""

    title: str
    kind: str
    minutes: float | None
    begins: float | None
    lines: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """The published JSON form."""
        return {
            "title": self.title,
            "kind": self.kind,
            "minutes": self.minutes,
            "begins": self.begins,
            "lines": list(self.lines),
        }


@dataclass(frozen=True, slots=True)
class AgendaReview:
    """What was read in an agenda. *good* is to be said before the findings.

    *minutes* is the time agreed if stated, else the sum of the boxes; *questions* their number.
    """

    minutes: float | None
    questions: int
    boxes: tuple[TimeBox, ...]
    findings: tuple[Finding, ...]
    good: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """The published JSON form (schema 1)."""
        return {
            "schema": SCHEMA,
            "minutes": self.minutes,
            "questions": self.questions,
            "boxes": [box.as_dict() for box in self.boxes],
            "findings": [finding.as_dict() for finding in self.findings],
        }


def review_agenda(text: str, *, config: Config | None = None) -> AgendaReview:
    """Review an agenda: lines with times ("0–3 Opening", "Closing (4 min)") and questions below.

    Offsets count code points of *text*; a comment `# askwell: ignore A405` silences a rule.
    """
    ignores = read_ignores(text)
    plan = Plan(blank_comments(text, ignores))
    found = rule_set("agendas", "item", config).run(plan, plan.text)
    return AgendaReview(
        plan.stated or plan.minutes,
        len(plan.questions),
        tuple(_box(plan, box) for box in plan.boxes),
        tuple(ignores.keep(found, text)),
        tuple(_good(plan)),
    )


def _box(plan: Plan, box: Box) -> TimeBox:
    lines = tuple(plan.text.raw[start:end] for start, end in box.lines)
    return TimeBox(box.title, box.kind, box.minutes, box.begins, lines)


def _good(plan: Plan) -> Iterator[str]:
    """What to say first."""
    if plan.of(OPENING) and plan.of(CLOSING):
        yield "You planned how to begin and how to end."
    if plan.of(BUFFER):
        yield "You left some minutes free."
    if plan.asks_for_names:
        yield "You plan to ask who else to talk to."
