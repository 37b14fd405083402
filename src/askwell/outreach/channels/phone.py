"""A script for the phone: what to say in half a minute, with the stage directions in brackets."""

from django.utils.translation import gettext_lazy as _

from askwell.outreach.channels.way import Way

WAY = Way(
    key="phone",
    label=_("phone"),
    contact="phone",
    rewrites=True,
    any_length=(20, 110),
)
