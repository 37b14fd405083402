"""Stages, sections and kinds in the words of the screen."""

from django.utils.translation import gettext_lazy as _

from askwell.learn import words

SECTION_WORDS = {
    "what": _("What it is and why"),
    "stages": _("Step by step"),
    "variants": _("For your situation"),
    "other-side": _("The other side"),
    "reference": _("To look up"),
}
STAGE_WORDS = {
    "what-it-is": _("What it is"),
    "my-question": _("My question"),
    "finding-people": _("Finding people"),
    "asking": _("Asking"),
    "a-date": _("A date"),
    "questions": _("Questions"),
    "the-talk": _("The talk"),
    "thanks": _("Thanks"),
    "what-i-heard": _("What I heard"),
    "staying-in-touch": _("Staying in touch"),
}
KIND_WORDS = {
    words.BASIC: _("question and answer"),
    words.CLOZE: _("sentence with a gap"),
    words.BETTER: _("which is better?"),
    words.REWRITE: _("rewrite it"),
}
ASKED_WORDS = {
    "explain": _("Explain"),
    "discuss": _("Discuss"),
    "judge": _("Judge"),
}


def stage_choices() -> list[tuple[str, str]]:
    """Stages for a select."""
    return [(stage, str(heading)) for stage, heading in STAGE_WORDS.items()]
