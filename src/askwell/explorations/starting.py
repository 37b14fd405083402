"""Starting templates for a question, and what one talk costs in hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from askwell.plumbing import content

PACKAGE = "askwell.explorations"


@dataclass(frozen=True)
class StartingTemplate:
    """One way to begin; ``questions`` are keys of the question bank, best first."""

    key: str
    title: str
    about: str
    pattern: str
    ask_for: str
    example: str
    hypotheses: tuple[str, ...]
    first_people: str
    enough_when: str
    questions: tuple[str, ...]

    def sentence(self, topic: str) -> str:
        """The question as a sentence: "I wonder whether data journalism is for me."."""
        return self.pattern.replace("{topic}", " ".join(topic.split()).rstrip(" ?.!"))


@dataclass(frozen=True)
class TalkCost:
    """Minutes one talk takes, from the first reading to the thank-you, and its parts."""

    low: int
    high: int
    parts: tuple[tuple[str, int, int], ...]

    @property
    def middle(self) -> float:
        """The figure to plan with."""
        return (self.low + self.high) / 2


@cache
def templates(language: str = content.DEFAULT_LANGUAGE) -> tuple[StartingTemplate, ...]:
    """All starting templates in the order to show them."""
    entries = content.toml(PACKAGE, "starting.toml", language)["template"]
    return tuple(_template(entry) for entry in entries)


def _template(entry: Mapping[str, Any]) -> StartingTemplate:
    lists = {name: tuple(entry[name]) for name in ("hypotheses", "questions")}
    return StartingTemplate(**{**entry, **lists})


def template(key: str, language: str = content.DEFAULT_LANGUAGE) -> StartingTemplate | None:
    """The template with this key, or nothing."""
    return next((t for t in templates(language) if t.key == key), None)


@cache
def talk_cost(language: str = content.DEFAULT_LANGUAGE) -> TalkCost:
    """What one talk costs: about two to three hours in all."""
    parts = content.toml(PACKAGE, "starting.toml", language)["cost"]["parts"]
    return TalkCost(
        low=sum(p["low"] for p in parts),
        high=sum(p["high"] for p in parts),
        parts=tuple((p["name"], p["low"], p["high"]) for p in parts),
    )


def cost_sentence(weekly_minutes: int = 0, *, language: str = content.DEFAULT_LANGUAGE) -> str:
    """The sentence shown before the first letter, against the weekly time if it is known."""
    words = content.toml(PACKAGE, "starting.toml", language)["cost"]
    cost = talk_cost(language)
    sentence = words["sentence"].format(low=cost.low // 60, high=cost.high // 60)
    if weekly_minutes <= 0:
        return sentence
    weeks = cost.middle / weekly_minutes
    rhythm = words["rhythm"][_rhythm(weeks)].format(
        hours=f"{weekly_minutes / 60:.1f}".removesuffix(".0"),
        weeks=max(2, round(weeks)),
        talks=round(1 / weeks),
    )
    return f"{sentence} {rhythm}"


def _rhythm(weeks: float) -> str:
    """Which rhythm one talk per so many weeks is."""
    bounds = ((0.6, "several"), (0.8, "weekly"), (1.5, "weekly_or_two"), (2.5, "fortnight"))
    return next((name for most, name in bounds if weeks < most), "month")
