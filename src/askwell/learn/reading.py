"""How the coach reads a talk, rehearsed or real: the same figures, good things first, three to try."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from askwell.coach import Finding, review_transcript

MOST = 200_000  # characters: about a day of talking


@dataclass(frozen=True)
class Figures:
    """What can be set side by side; shares are of one, None where nothing can be said."""

    my_share: float | None = None
    open_share: float | None = None
    follow_up_share: float | None = None
    questions: int = 0
    reflections: int = 0
    minutes: float | None = None
    agreed: int | None = None
    asked_for_names: bool = False
    thanked: bool = False
    off_limits: int = 0


@dataclass(frozen=True)
class ToTry:
    """One thing to try next time."""

    code: str
    text: str
    why: str


@dataclass(frozen=True)
class Reading:
    """A talk as the coach read it."""

    figures: Figures
    good: tuple[str, ...]
    to_try: tuple[ToTry, ...]
    codes: tuple[str, ...]


def read(text: str, *, me: str = "", minutes: int | None = None) -> Reading:
    """Read a talk written down with the names of who speaks; ``minutes`` were agreed."""
    found = review_transcript(text[:MOST], me=me or None, minutes=minutes)
    mine = next((s for s in found.speakers if s.name == found.me), None)
    figures = Figures(
        my_share=mine.share if mine else None,
        open_share=found.metrics.open_share,
        follow_up_share=found.metrics.follow_up_share,
        questions=sum(mine.questions.values()) if mine else 0,
        reflections=found.metrics.reflections,
        minutes=found.metrics.minutes,
        agreed=minutes,
        asked_for_names=found.metrics.asked_for_names,
        thanked=found.metrics.thanked,
        off_limits=found.metrics.off_limits,
    )
    return Reading(
        figures,
        tuple(map(_, found.good)),
        tuple(ToTry(f.code, _message(f), _(f.reason)) for f in found.try_next),
        tuple(dict.fromkeys(finding.code for finding in found.findings)),
    )


def as_kept(figures: Figures) -> dict[str, Any]:
    """Figures for a JSON column."""
    return asdict(figures)


def from_kept(kept: Any) -> Figures:
    """Figures out of the column; whatever else stands there, or is missing, is left out."""
    found: dict[str, Any] = kept if isinstance(kept, dict) else {}
    known: dict[str, Any] = {
        name: found[name]
        for name in Figures.__dataclass_fields__
        if isinstance(found.get(name), bool | int | float)
    }
    return Figures(**known)


def _message(finding: Finding) -> str:
    if not finding.template:
        return _(finding.message)
    return _(finding.template).format_map(dict(finding.params))
