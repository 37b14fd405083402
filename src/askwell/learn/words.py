"""What there is to know: facts, review questions, the glossary and the cards, from ``content/``.

``facts.toml`` (``[[fact]] id, stage, text, source``), ``review.toml`` (``[[question]] id, stage, kind,
question, answer``), ``glossary.toml`` (``[[term]] id, term, meaning, see_also``) and
``cards/<stage>.toml`` (``[[card]] id, kind, stage, front, back``, perhaps ``rules``, ``source``, and
``a``, ``b``, ``better`` for "which is better"). Read once per process.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from askwell.plumbing import content

PACKAGE = "askwell.learn"
STAGES = (
    "what-it-is", "my-question", "finding-people", "asking", "a-date", "questions", "the-talk",
    "thanks", "what-i-heard", "staying-in-touch",
)  # fmt: skip
BASIC, CLOZE, BETTER, REWRITE = "basic", "cloze", "better", "rewrite"
KINDS = (BASIC, CLOZE, BETTER, REWRITE)
ASKED = ("explain", "discuss", "judge")
GAP = "[…]"
_CLOZE = re.compile(r"\{\{(.+?)\}\}")


@dataclass(frozen=True)
class Fact:
    """Something one must know, and who says so."""

    id: str
    stage: str
    text: str
    source: str


@dataclass(frozen=True)
class ReviewQuestion:
    """A question to explain, discuss or judge, with a model answer."""

    id: str
    stage: str
    kind: str
    question: str
    answer: str


@dataclass(frozen=True)
class Term:
    """A word of the practice; ``see_also`` names the ids of others."""

    id: str
    term: str
    meaning: str
    see_also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """A card to learn with. ``rules`` are codes of the coach that it is about."""

    id: str
    kind: str
    stage: str
    front: str
    back: str
    rules: tuple[str, ...] = ()
    source: str = ""
    a: str = ""
    b: str = ""
    better: str = ""

    @property
    def asks(self) -> str:
        """What is shown first: a cloze with its gaps."""
        return _CLOZE.sub(GAP, self.front) if self.kind == CLOZE else self.front

    @property
    def answer(self) -> str:
        """What is shown then: a cloze with its gaps filled, or the back."""
        return _CLOZE.sub(r"\1", self.front) if self.kind == CLOZE else self.back

    @property
    def hidden(self) -> tuple[str, ...]:
        """The words in the gaps of a cloze."""
        return tuple(_CLOZE.findall(self.front)) if self.kind == CLOZE else ()

    @property
    def note(self) -> str:
        """What a cloze says besides its sentence."""
        return self.back if self.kind == CLOZE else ""


@cache
def facts(language: str = content.DEFAULT_LANGUAGE) -> tuple[Fact, ...]:
    """All facts, in the order of the stages."""
    return _in_order([Fact(**entry) for entry in _entries("facts.toml", "fact", language)])


@cache
def review_questions(language: str = content.DEFAULT_LANGUAGE) -> tuple[ReviewQuestion, ...]:
    """All review questions, in the order of the stages."""
    entries = _entries("review.toml", "question", language)
    return _in_order([ReviewQuestion(**entry) for entry in entries])


@cache
def glossary(language: str = content.DEFAULT_LANGUAGE) -> tuple[Term, ...]:
    """All terms by their letters."""
    entries = _entries("glossary.toml", "term", language)
    terms = [Term(**{**e, "see_also": tuple(e.get("see_also", ()))}) for e in entries]
    return tuple(sorted(terms, key=lambda term: term.term.casefold()))


@cache
def cards(language: str = content.DEFAULT_LANGUAGE) -> tuple[Card, ...]:
    """All cards, in the order of the stages and of their files."""
    names = content.names(PACKAGE, "cards", ".toml")
    entries = [e for name in names for e in _entries(f"cards/{name}", "card", language)]
    return _in_order([card_from(entry) for entry in entries])


@cache
def card_by_id(language: str = content.DEFAULT_LANGUAGE) -> Mapping[str, Card]:
    """The cards by their ids."""
    return {card.id: card for card in cards(language)}


def card_from(entry: Mapping[str, Any]) -> Card:
    """A card as its file says."""
    return Card(**{**entry, "rules": tuple(entry.get("rules", ()))})


def stage_of_page(slug: str) -> str:
    """The stage a page is about: pages of a stage are called like it, one says a little more."""
    return next(
        (stage for stage in STAGES if slug == stage or slug.startswith(f"{stage}-and-")), ""
    )


def _entries(name: str, key: str, language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = content.toml(PACKAGE, name, language)[key]
    return [{**e, "stage": stage_of_page(e["stage"])} if "stage" in e else e for e in found]


def _in_order(rows: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=lambda row: STAGES.index(row.stage)))
