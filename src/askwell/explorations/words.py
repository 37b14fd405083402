"""How sure somebody is, said in words; the number from 0 to 100 stays inside."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SURE: list[tuple[int, str | Promise]] = [
    (0, _("no idea")),
    (25, _("a hunch")),
    (50, _("half and half")),
    (75, _("fairly sure")),
    (100, _("quite sure")),
]


def sure_words(value: int) -> str | Promise:
    """The words nearest to a number; of two equally near ones the more careful."""
    return min(SURE, key=lambda step: abs(step[0] - value))[1]
