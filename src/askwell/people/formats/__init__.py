"""Readers and writers of contact files: bytes in, frozen rows out. No Django, no database."""

from .records import (
    FormatError,
    Item,
    MeEducation,
    MePosition,
    MeRecord,
    OrganizationRecord,
    Outcome,
    PersonRecord,
    Problem,
)
from .sniff import Opened, open_source

__all__ = [
    "FormatError",
    "Item",
    "MeEducation",
    "MePosition",
    "MeRecord",
    "Opened",
    "OrganizationRecord",
    "Outcome",
    "PersonRecord",
    "Problem",
    "open_source",
]
