"""A message to somebody already connected: an e-mail without a subject, rather shorter."""

from askwell.outreach.channels.way import Way
from askwell.outreach.models import Channel

WAY = Way(
    key=Channel.LINKEDIN_MESSAGE,
    label=Channel.LINKEDIN_MESSAGE.label,
    contact="link",
    any_length=(25, 100),
    ranges={"request": (50, 100), "thanks": (40, 120)},
)
