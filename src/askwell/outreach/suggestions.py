"""The margin of a letter: what is good first, the blanks, then at most three suggestions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from askwell.coach import Config, Finding, Fix, read_config, review_letter
from askwell.outreach.channels.way import Way

if TYPE_CHECKING:
    from askwell.coach import LetterReview

MOST = 3
_SUBJECT = "Subject: "


@dataclass(frozen=True)
class Suggestion:
    """One remark with the words to use instead; no code, no grade.

    `start` finds it again in the text that was read; `change` says whether one click applies it.
    """

    slug: str
    text: str
    why: str
    quote: str = ""
    words: str = ""
    start: int = 0
    change: bool = False


@dataclass(frozen=True)
class Margin:
    """What stands beside a letter."""

    good: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    blanks: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Draft:
    """A text to be read: the letter as it stands in the form."""

    kind: str
    way: Way
    subject: str
    body: str
    blanks: tuple[str, ...] = ()
    dismissed: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict)
    previous: Sequence[str] = ()
    note_limit: int = 0

    @property
    def whole(self) -> str:
        """Subject line and body as one text, as the review takes it."""
        return f"{self.head}{self.body}"

    @property
    def head(self) -> str:
        """The part before the body."""
        return f"{_SUBJECT}{self.subject}\n\n" if self.way.has_subject and self.subject else ""


def margin(draft: Draft) -> Margin:
    """Read a letter and choose what to say about it."""
    review = _review(draft)
    if review is None:
        return Margin(blanks=draft.blanks)
    findings = [f for f in review.findings if _worth_saying(f, draft)]
    findings.sort(key=lambda f: (-f.level.rank, f.start))
    return Margin(
        good=tuple(_(praise) for praise in review.good[:MOST]),
        suggestions=tuple(_suggestion(f, draft.whole) for f in findings[:MOST]),
        blanks=draft.blanks,
        more=max(0, len(findings) - MOST),
    )


def applied(draft: Draft, slug: str, start: int) -> tuple[str, str]:
    """Subject and body after one suggestion was applied; unchanged if it is not there (any more)."""
    review = _review(draft)
    same = [f for f in review.findings if (f.slug, f.start) == (slug, start)] if review else []
    fix = same[0].fix if same else None
    if fix is None:
        return draft.subject, draft.body
    if fix.start >= len(draft.head):
        return draft.subject, _replaced(draft.body, fix, len(draft.head))
    return _replaced(draft.subject, fix, len(_SUBJECT)), draft.body


def _replaced(text: str, fix: Fix, shift: int) -> str:
    """A part of the letter with the fix applied; `shift` is where the part begins in the whole."""
    return text[: fix.start - shift] + fix.text + text[fix.end - shift :]


def _review(draft: Draft) -> "LetterReview | None":
    """The coach's review, or None for a text too short to say anything about."""
    if not draft.body.strip():
        return None
    return review_letter(
        draft.whole,
        kind=draft.kind,
        channel=draft.way.key,
        facts=draft.facts,
        previous=tuple(draft.previous),
        config=_own_limit(draft.note_limit) if draft.note_limit and draft.way.limited else None,
    )


@cache
def _own_limit(characters: int) -> Config:
    """The limit of a connection note is the workspace's own."""
    return read_config({"rules": {"note-limit": {"characters": characters}}})


def _worth_saying(finding: Finding, draft: Draft) -> bool:
    """Blanks have a place of their own, and what was put aside stays aside."""
    return "blank" not in finding.slug and finding.slug not in draft.dismissed


def _suggestion(finding: Finding, text: str) -> Suggestion:
    quote = text[finding.start : finding.end] if finding.end - finding.start < 120 else ""
    return Suggestion(
        slug=finding.slug,
        text=_(finding.template).format_map(finding.params)
        if finding.template
        else finding.message,
        why=_(finding.reason),
        quote=quote,
        words=finding.suggestion,
        start=finding.start,
        change=finding.fix is not None,
    )
