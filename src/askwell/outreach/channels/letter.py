"""A letter on paper, printed or written out by hand."""

from django.utils.translation import gettext_lazy as _

from askwell.outreach.channels.way import Way

WAY = Way(
    key="letter",
    label=_("paper letter"),
    contact="address",
    any_length=(40, 200),
    ranges={"request": (75, 150)},
)
