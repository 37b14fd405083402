"""E-mail: the default, with a subject; short enough to be answered on a phone."""

from django.utils.translation import gettext_lazy as _

from askwell.outreach.channels.way import Way

WAY = Way(
    key="email",
    label=_("E-mail"),
    contact="email",
    has_subject=True,
    mails=True,
    any_length=(30, 125),
    ranges={
        "request": (75, 125),
        "intro-request": (60, 125),
        "who-do-you-know": (60, 125),
        "nudge": (30, 75),
        "thanks": (60, 150),
    },
)
