"""Identifiers that are shown and exported: UUID version 7, sortable by the time they were made."""

import os
import time
import uuid


def new_uid() -> uuid.UUID:
    """Make a UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits.

    Python 3.11 to 3.13 have no ``uuid.uuid7``; this is the whole of it.
    """
    value = int.from_bytes(os.urandom(16), "big")
    value &= (1 << 80) - 1
    value |= (time.time_ns() // 1_000_000) << 80
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return uuid.UUID(int=value)


def uid_in(text: str) -> uuid.UUID | None:
    """The uid that a text names, or nothing when it names none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
