"""One honest sentence for the moment something does not work out, and what comes next."""

from dataclasses import dataclass

from askwell.plumbing import content


@dataclass(frozen=True)
class Comfort:
    """``text`` is the sentence, ``next`` a gentle pointer onward."""

    text: str
    next: str


def comfort(moment: str, *, language: str = content.DEFAULT_LANGUAGE) -> Comfort | None:
    """The words for a moment: declined, silence, silence_after_reminder, bounced, no_show,
    my_no_show, later, cancelled, late_thanks, odds; nothing for any other."""
    entry = content.toml("askwell.outreach", "comfort.toml", language).get(moment)
    return Comfort(**entry) if entry else None
