"""Readers and writers of contact files: bytes in, frozen rows out. No Django, no database."""

from .mapping import MEANINGS, Preview, UnknownColumns
from .records import (
    EndorsementRecord,
    FollowRecord,
    FormatError,
    InvitationRecord,
    Item,
    MeEducation,
    MePosition,
    MeRecord,
    MessageRecord,
    OrganizationRecord,
    Outcome,
    Party,
    PersonRecord,
    Problem,
    RecommendationRecord,
    Tie,
)
from .sniff import Opened, look_at, open_folder, open_source

__all__ = [
    "MEANINGS",
    "EndorsementRecord",
    "FollowRecord",
    "FormatError",
    "InvitationRecord",
    "Item",
    "MeEducation",
    "MePosition",
    "MeRecord",
    "MessageRecord",
    "Opened",
    "OrganizationRecord",
    "Outcome",
    "Party",
    "PersonRecord",
    "Preview",
    "Problem",
    "RecommendationRecord",
    "Tie",
    "UnknownColumns",
    "look_at",
    "open_folder",
    "open_source",
]
