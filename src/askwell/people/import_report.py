"""What an import did, or would do: numbers, sentences, examples."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from askwell.people.formats import MeRecord, PersonRecord, Problem
from askwell.people.matching import Decision

if TYPE_CHECKING:
    from askwell.people.import_read import Piece

COUNTED = ("new", "updated", "unchanged", "skipped", "failed")
ALL = (*COUNTED, "noted", "organizations", "touches", "strangers", "moved")
KEPT_PROBLEMS = 1000


@dataclass
class Report:
    """What an import did, or would do. `read` is counted where the file is read, the five outcomes
    where they are decided: their sum must be the same.

    Of contact: `touches` written down, and `strangers`, with whom there was some but who are not here.
    """

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[dict[str, Any]] = field(default_factory=list)
    examples: list[dict[str, str]] = field(default_factory=list)
    newcomers: list[str] = field(default_factory=list)
    """The names of a few who are new, so that a wrong file or column is seen."""
    me: MeRecord | None = None
    items: int = 0
    batch: UUID | None = None
    filled: list[str] = field(default_factory=list)
    """What was filled in about me."""
    read: int = 0
    """Person records in the files."""

    @property
    def accounted(self) -> int:
        """Person records of which it is known what became of them."""
        return sum(self.counts[name] for name in COUNTED)

    def numbers(self) -> dict[str, int]:
        """The counts as JSON holds them."""
        plain = {name: self.counts[name] for name in ALL}
        return {"read": self.read, "items": self.items} | plain

    def told(self, outcome: str) -> list[dict[str, Any]]:
        """File, line and translated reason of all problems of one outcome."""
        return [
            {"file": p["file"], "line": p["line"], "reason": sentence(p)}
            for p in self.problems
            if p["outcome"] == outcome
        ]


def sentence(problem: dict[str, Any]) -> str:
    """A stored problem in the reader's language."""
    return _(problem["reason"]) % problem["params"] if problem["params"] else _(problem["reason"])


def tally(report: Report, decisions: Sequence[Decision], piece: "Piece") -> None:
    """Add what was decided, and what stood between the people."""
    report.counts.update(decision.outcome for decision in decisions)
    report.counts["moved"] += sum(1 for d in decisions if d.changes and d.changes.moved)
    report.counts["organizations"] += len(piece.companies)
    report.counts["noted"] += len(piece.remarks)
    report.problems += problems_of([*(d.record for d in decisions), *piece.remarks])


def problems_of(records: Iterable[object]) -> list[dict[str, Any]]:
    return [
        {
            "file": record.file,
            "line": record.line,
            "reason": record.reason,
            "params": dict(record.params),
            "outcome": record.outcome.value,
        }
        for record in records
        if isinstance(record, Problem)
    ]


def examples_of(decisions: list[Decision], room: int) -> list[dict[str, str]]:
    """A few of the people who would change, with what is new about them."""
    found: list[dict[str, str]] = []
    for decision in decisions:
        if len(found) >= room:
            break
        if decision.outcome == "updated" and isinstance(decision.record, PersonRecord):
            job = decision.changes.job if decision.changes else None
            now = ", ".join(filter(None, (job[1], job[0]))) if job else ""
            found.append({"name": decision.record.label, "job": now})
    return found


def newcomers_of(decisions: list[Decision], room: int) -> list[str]:
    """The names of the first of those who would be new."""
    return [
        decision.record.label
        for decision in decisions
        if decision.outcome == "new" and isinstance(decision.record, PersonRecord)
    ][: max(0, room)]
