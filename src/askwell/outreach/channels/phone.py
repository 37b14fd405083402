"""A script for the phone: what to say in half a minute, with the stage directions in brackets."""

from askwell.outreach.channels.way import Way
from askwell.outreach.models import Channel

WAY = Way(
    key=Channel.PHONE,
    label=Channel.PHONE.label,
    contact="phone",
    rewrites=True,
    any_length=(20, 110),
)
