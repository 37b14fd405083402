"""The shapes a rule may take. A rule is data; code only where data cannot say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from askwell.coach.finding import Hit, Severity
from askwell.coach.text.negation import negated
from askwell.coach.text.patterns import LowerPattern, Pattern

__all__ = ["FAMILIES", "Check", "Example", "Numbers", "Pattern", "Phrases", "Rule"]

Numbers = Mapping[str, float]
Check = Callable[..., Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Example:
    """A text the rule must flag or must pass, with what the review needs to be told."""

    text: str
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One piece of know-how: what to look for, what to say, why, and who says so.

    *check(subject, numbers)* yields hits; *subject* is what the family reads (a question, a set, a
    letter, a transcript, an agenda). With *triggers* the rule runs only when one of these lower-case
    words is in the text, with *traits* only on a subject that has one of them. *numbers* are the
    rule's defaults; a configuration may replace each.
    """

    code: str
    slug: str
    level: Severity
    message: str
    reason: str
    sources: tuple[str, ...]
    check: Check
    must_flag: tuple[Example | str, ...]
    must_pass: tuple[Example | str, ...]
    scope: str = "item"
    triggers: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    numbers: Numbers = field(default_factory=dict)
    dispute: str = ""
    false_alarms: str = ""

    @property
    def family(self) -> str:
        """The folder the rule lives in, told by the first letter of its code."""
        return FAMILIES[self.code[0]]


FAMILIES = {"Q": "questions", "L": "letters", "T": "transcripts", "A": "agendas"}


class Phrases:
    """Rule shape: flag every place where one of the phrases stands, unless it is negated.

    Phrases are written in lower case and searched in the text in lower case.
    """

    __slots__ = ("pattern", "suggestion", "unless_negated")

    def __init__(self, *phrases: str, suggestion: str = "", unless_negated: bool = False) -> None:
        self.pattern = LowerPattern(*phrases)
        self.suggestion = suggestion
        self.unless_negated = unless_negated

    def __call__(self, subject: HasText, numbers: Numbers) -> Iterator[Hit]:
        """Yield one hit per phrase found in the subject's text."""
        for found in self.pattern.finditer(subject.text.lowered):
            if self.unless_negated and negated(subject.text, found.start()):
                continue
            yield Hit(found.start(), found.end(), self.suggestion)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from askwell.coach.text.tokens import Text

    class HasText(Protocol):
        """Anything a phrase rule can look at."""

        @property
        def text(self) -> Text: ...
