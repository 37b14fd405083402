"""A letter on paper, printed or written out by hand."""

from askwell.outreach.channels.way import Way
from askwell.outreach.models import Channel

WAY = Way(
    key=Channel.LETTER,
    label=Channel.LETTER.label,
    contact="address",
    any_length=(40, 200),
    ranges={"request": (75, 150)},
)
