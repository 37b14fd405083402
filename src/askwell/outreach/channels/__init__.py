"""The channels a letter can take; a new one is a new file here and a line in this list."""

from askwell.outreach.channels import (
    card,
    email,
    letter,
    linkedin_message,
    linkedin_note,
    phone,
)
from askwell.outreach.channels.way import Way

WAYS: dict[str, Way] = {
    module.WAY.key: module.WAY
    for module in (email, linkedin_note, linkedin_message, phone, card, letter)
}


def way(key: str) -> Way:
    """The channel of that name; e-mail for a name that does not exist."""
    return WAYS.get(key, email.WAY)
