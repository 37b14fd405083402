"""A talk by the rubric of the assignment: what the coach's figures alone can say about each criterion.

``class/rubric.toml`` names a figure for a criterion and the numbers that earn all or half of its
points. Where only half has a number, the rest is for somebody who reads the work.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from askwell.learn import classpack
from askwell.learn.reading import Figures
from askwell.plumbing import content

FIGURES = {
    "open_share": "open_share",
    "follow_up_share": "follow_up_share",
    "speakers.share": "my_share",
    "reflections": "reflections",
    "off_limits": "off_limits",
    "asked_for_names": "asked_for_names",
    "thanked": "thanked",
}
OVER = "minutes"


@dataclass(frozen=True)
class Judged:
    """One criterion: its title, what the level reached says, and the points that figures can give."""

    title: str
    level: str
    says: str
    points: float
    of: int


def judged(figures: Figures, language: str = content.DEFAULT_LANGUAGE) -> list[Judged]:
    """Each criterion that has a figure in this talk, in the order of the rubric."""
    rows = (_judged(entry, figures) for entry in classpack.rubric(language)["criterion"])
    return [row for row in rows if row]


def _judged(criterion: Mapping[str, Any], figures: Figures) -> Judged | None:
    value = _value(criterion["metric"], figures)
    if value is None:
        return None
    level, share = next(
        (level, share)
        for (level, share), bound in zip(
            classpack.POINTS, (criterion.get("full"), criterion.get("half"), None), strict=True
        )
        if share == 0 or (bound is not None and _reached(criterion, value, bound))
    )
    points = criterion["points"]
    return Judged(criterion["title"], level, criterion[level], points * share, points)


def _reached(criterion: Mapping[str, Any], value: float, bound: float) -> bool:
    return value <= bound if criterion.get("fewer") else value >= bound


def _value(metric: str, figures: Figures) -> float | None:
    if metric == OVER:
        known = figures.minutes is not None and figures.agreed is not None
        return max(0.0, (figures.minutes or 0) - (figures.agreed or 0)) if known else None
    found = getattr(figures, FIGURES[metric]) if metric in FIGURES else None
    return None if found is None else float(found)
