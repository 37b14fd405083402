"""A card written by hand or printed: few words, no address lines."""

from askwell.outreach.channels.way import Way
from askwell.outreach.models import Channel

WAY = Way(key=Channel.CARD, label=Channel.CARD.label, contact="address", any_length=(25, 90))
