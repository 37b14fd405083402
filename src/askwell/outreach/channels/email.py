"""E-mail: the default, with a subject; short enough to be answered on a phone."""

from askwell.outreach.channels.way import Way
from askwell.outreach.models import Channel

WAY = Way(
    key=Channel.EMAIL,
    label=Channel.EMAIL.label,
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
