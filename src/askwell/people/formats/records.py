"""What a contact file holds, as frozen rows: people, companies, myself, and what was wrong.

Sentences are English message ids with named parameters, as in `askwell.coach`: the app above
translates `reason` and fills in `params`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


def gettext_noop(text: str) -> str:
    """Mark `text` for translation by the app above; formats themselves speak English."""
    return text


class Outcome(StrEnum):
    """What became of a piece of the file that is not simply a person."""

    SKIPPED = "skipped"
    """A person record that is left out on purpose (counts as read)."""
    FAILED = "failed"
    """A person record that could not be understood (counts as read)."""
    NOTED = "noted"
    """Worth saying, but no person record of its own (does not count as read)."""


class FormatError(Exception):
    """The file as a whole cannot be read; `reason % params` is one sentence that says why."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(reason % params if params else reason)
        self.reason = reason
        self.params = params


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was skipped, failed or is worth noting, with its place in the file."""

    file: str
    line: int
    reason: str
    outcome: Outcome = Outcome.FAILED
    params: Mapping[str, Any] = field(default_factory=dict)
    raw: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.reason % self.params if self.params else self.reason


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person as one file tells it; every text is clean, every address is normalised."""

    file: str = ""
    line: int = 0
    raw: Mapping[str, str] = field(default_factory=dict)
    given: str = ""
    family: str = ""
    display_name: str = ""
    greeting_name: str = ""
    honorific: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    organization: str = ""
    role: str = ""
    notes: str = ""
    birthday: str = ""
    """ISO text with the precision given: 1988-06-15, 1988-06, 1988 or --12-01 (no year)."""
    labels: tuple[str, ...] = ()
    connected_on: date | None = None
    uid: str = ""
    """The vCard's own UID, without `urn:uuid:`."""

    @property
    def label(self) -> str:
        """What to call this record on the screen: a name, else an address."""
        return self.display_name or next(iter(self.emails + self.phones + self.links), "")


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """A company card of an address book."""

    file: str
    line: int
    name: str
    links: tuple[str, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MePosition:
    """One of the exporting person's own jobs; `finished` is empty for the present one."""

    organization: str
    title: str
    started: str = ""
    finished: str = ""
    location: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class MeEducation:
    """One of the exporting person's own schools."""

    school: str
    degree: str = ""
    started: str = ""
    finished: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class MeRecord:
    """What a LinkedIn archive says about the person who asked for it."""

    given: str = ""
    family: str = ""
    headline: str = ""
    summary: str = ""
    location: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    positions: tuple[MePosition, ...] = ()
    education: tuple[MeEducation, ...] = ()
    skills: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()


Item = PersonRecord | OrganizationRecord | MeRecord | Problem
