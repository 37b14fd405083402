"""Sentences that the scripts of a page say, translated with the rest; ``{n}`` and friends are filled there."""

from django.utils.translation import gettext as _


def script_words() -> dict[str, str]:
    """Every key that ``say()`` of ``frontend/islands/words.ts`` may ask for; ``_one`` is for a count of 1."""
    return {
        "blanks": _("{n} blanks left"),
        "blanks_one": _("1 blank left"),
        "blanks_left": _("{n} blanks are left. The first: {asks}"),
        "blanks_left_one": _("One blank is left: {asks}"),
        "copied": _("Copied"),
        "easy": _("{low}–{high} is easy to answer"),
        "end_later": _("saved here; the talk ends by itself as soon as the server answers"),
        "minutes_left": _("{n} minutes left · you agreed until {until}"),
        "minutes_left_one": _("1 minute left · you agreed until {until}"),
        "minutes_over": _("{n} minutes over · you agreed until {until}"),
        "minutes_over_one": _("1 minute over · you agreed until {until}"),
        "not_yet": _("not saved yet"),
        "note_at": _("Note at {time}"),
        "note_kept": _("Kept"),
        "of_limit": _("{used} of {limit} characters"),
        "over_limit": _("{used} of {limit} characters: {over} too many"),
        "saved": _("saved"),
        "saved_everywhere": _("saved everywhere"),
        "saved_here": _("saved here"),
        "saved_nowhere": _("not kept yet: this browser keeps nothing"),
        "shut": _("Close this message"),
        "words": _("{n} words"),
        "words_one": _("1 word"),
    }
