"""What a contact file holds, as frozen rows: people, companies, myself, and what was wrong.

Sentences are English message ids with named parameters, as in `askwell.coach`: the app above
translates `reason` and fills in `params`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
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
    place: str = ""
    school: str = ""
    """What an alumni directory or a mapped table says of the school."""
    degree: str = ""
    graduated: str = ""
    """Year (or partial date) of the degree."""
    may_be_asked: bool | None = None
    """"May be asked" of an alumni directory; None where the file does not say."""
    requests_per_term: int | None = None
    """How often a term somebody is willing to be asked; None where the file does not say."""
    positions: "tuple[MePosition, ...]" = ()
    """Earlier jobs, where a file tells them; the present one is `organization` and `role`."""
    educations: "tuple[MeEducation, ...]" = ()
    skills: tuple[str, ...] = ()
    how_met: str = ""

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


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in passing: by name, by profile address, by an id that this file uses."""

    name: str = ""
    link: str = ""
    """Normalised as `PersonRecord.links` are, so that it is looked up the same way."""
    uid: str = ""
    """As `PersonRecord.uid`."""


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """One message, call or meeting between me and others that a file remembers."""

    file: str = ""
    line: int = 0
    thread: str = ""
    at: datetime | date | None = None
    """With zone (UTC) where the file has one, without where it has none; a date if no time."""
    mine: bool | None = None
    """Did I send it? None where the file does not tell."""
    sender: Party = Party()
    others: tuple[Party, ...] = ()
    """Everybody in the conversation but me; several of them make it a group."""
    subject: str = ""
    text: str = ""
    kind: str = "message"
    """`message`, `call`, `meeting` or `note`."""


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """An invitation to connect, sent by me (`mine`) or to me."""

    file: str = ""
    line: int = 0
    other: Party = Party()
    at: datetime | date | None = None
    mine: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class RecommendationRecord:
    """A recommendation I wrote (`mine`) or was given."""

    file: str = ""
    line: int = 0
    other: Party = Party()
    organization: str = ""
    role: str = ""
    at: datetime | date | None = None
    mine: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class EndorsementRecord:
    """Somebody endorsed a skill of mine, or I one of theirs (`mine`)."""

    file: str = ""
    line: int = 0
    other: Party = Party()
    skill: str = ""
    at: datetime | date | None = None
    mine: bool = False


@dataclass(frozen=True, slots=True)
class FollowRecord:
    """A company I follow, since when."""

    file: str = ""
    line: int = 0
    organization: str = ""
    at: datetime | date | None = None


Tie = MessageRecord | InvitationRecord | RecommendationRecord | EndorsementRecord | FollowRecord
"""What shows that I know somebody; comes after the people of the same source."""

Item = PersonRecord | OrganizationRecord | MeRecord | Tie | Problem
