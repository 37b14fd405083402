"""How the coach's figures read on the screen: ``{% load learn %}``."""

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext as _

from askwell.learn.reading import Figures

register = template.Library()


@register.filter
def figure_lines(figures: Figures) -> list[tuple[str, str]]:
    """Each figure with its name, in words."""
    over = f"{figures.minutes:g}" if figures.minutes is not None else "–"
    agreed = f" / {figures.agreed}" if figures.agreed else ""
    return [
        (_("I spoke"), _share(figures.my_share)),
        (_("Open questions"), _share(figures.open_share)),
        (_("Followed up"), _share(figures.follow_up_share)),
        (_("Questions"), str(figures.questions)),
        (_("Said back"), str(figures.reflections)),
        (_("Minutes"), over + agreed),
        (_("Asked who else"), _yes(figures.asked_for_names)),
        (_("Thanked"), _yes(figures.thanked)),
        (_("Better not asked"), str(figures.off_limits)),
    ]


@register.filter
def figure_heads(columns: Sequence[object]) -> list[str]:
    """The names alone, for the head of a table."""
    return [label for label, _value in figure_lines(Figures())]


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _yes(so: bool) -> str:
    return _("yes") if so else _("no")
