"""A message to somebody already connected: an e-mail without a subject, rather shorter."""

from django.utils.translation import gettext_lazy as _

from askwell.outreach.channels.way import Way

WAY = Way(
    key="linkedin-message",
    label=_("LinkedIn message"),
    contact="link",
    any_length=(25, 100),
    ranges={"request": (50, 100), "thanks": (40, 120)},
)
