"""A card written by hand or printed: few words, no address lines."""

from django.utils.translation import gettext_lazy as _

from askwell.outreach.channels.way import Way

WAY = Way(key="card", label=_("card"), contact="address", any_length=(25, 90))
