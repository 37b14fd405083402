"""The note of a connection request: the platform cuts it, so the limit is a setting."""

from django.utils.translation import gettext_lazy as _

from askwell.outreach.channels.way import Way

WAY = Way(
    key="linkedin-note",
    label=_("LinkedIn note"),
    contact="link",
    limited=True,
    rewrites=True,
    any_length=(10, 50),
)
