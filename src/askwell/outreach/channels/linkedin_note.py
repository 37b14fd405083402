"""The note of a connection request: the platform cuts it, so the limit is a setting."""

from askwell.outreach.channels.way import Way
from askwell.outreach.models import Channel

WAY = Way(
    key=Channel.LINKEDIN_NOTE,
    label=Channel.LINKEDIN_NOTE.label,
    contact="link",
    limited=True,
    rewrites=True,
    any_length=(10, 50),
)
