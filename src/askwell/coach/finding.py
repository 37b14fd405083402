"""The values a review hands back: a finding, its level, and the words to use instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. Errors are kept for what no guide would excuse."""

    OFF = "off"
    INFO = "info"
    WARN = "warn"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Place in the order off < info < warn < error, for comparing two levels."""
        return _RANKS[self.value]

    def reaches(self, floor: Severity) -> bool:
        """Whether this level is at or above *floor*."""
        return self.rank >= floor.rank


_RANKS = {"off": 0, "info": 1, "warn": 2, "error": 3}


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement to apply: put *text* in place of [start, end).

    A *safe* one needs no second look; another is offered and wants to be read (or filled in).
    """

    start: int
    end: int
    text: str
    safe: bool = True

    def moved(self, offset: int) -> Fix:
        """The same replacement *offset* further on."""
        return Fix(self.start + offset, self.end + offset, self.text, self.safe)


@dataclass(frozen=True, slots=True)
class Finding:
    """One suggestion about one span of the text as given (offsets count code points).

    *message* is English, ready to show; *template* and *params* are its two halves for an
    application that translates. *suggestion* holds the words to use instead, *fix* the same as an
    edit where it can be applied without thinking.
    """

    code: str
    slug: str
    level: Severity
    start: int
    end: int
    message: str
    reason: str
    suggestion: str = ""
    source: str = ""
    fix: Fix | None = None
    template: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """The published JSON form of a finding (schema 1)."""
        return {
            "code": self.code,
            "slug": self.slug,
            "level": self.level.value,
            "start": self.start,
            "end": self.end,
            "message": self.message,
            "reason": self.reason,
            "suggestion": self.suggestion,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields; the engine adds code, level and words to make a Finding of it.

    *level* lowers or raises the rule's own level for this one place; *message* replaces the rule's
    message (a template for *params*).
    """

    start: int
    end: int
    suggestion: str = ""
    fix: Fix | None = None
    level: Severity | None = None
    message: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
