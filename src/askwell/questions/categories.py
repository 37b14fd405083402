"""What the categories of questions are called on the screen."""

from django.utils.translation import gettext_lazy as _

CATEGORY_WORDS = {
    "career-path": _("Their path"),
    "day-to-day": _("Day to day"),
    "skills": _("Skills"),
    "culture": _("Organization and culture"),
    "industry-trends": _("The field and where it goes"),
    "entry-advice": _("Getting in"),
    "education": _("Education"),
    "work-life": _("Work and life"),
    "advice-on-me": _("About me"),
    "network-referral": _("Who else, and goodbye"),
    "other": _("My own"),
}


def category_choices() -> list[tuple[str, str]]:
    """For a select, my own first: that is what somebody who types a question means."""
    rest = [(key, str(words)) for key, words in CATEGORY_WORDS.items() if key != "other"]
    return [("other", str(CATEGORY_WORDS["other"])), *rest]
