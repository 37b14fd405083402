"""Readers and writers of contact files: bytes in, frozen rows out. No Django, no database."""

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
from .sniff import Opened, open_folder, open_source

__all__ = [
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
    "Problem",
    "RecommendationRecord",
    "Tie",
    "open_folder",
    "open_source",
]
