"""A day in a form: chosen from a calendar, or typed, and never one that cannot be meant."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

YEARS = range(1900, 2200)
"""What a calendar can be asked about without falling off either end of it."""


def possible(day: date) -> None:
    """Raises ValidationError for a year that is a slip of the finger."""
    if day.year not in YEARS:
        raise ValidationError(
            _("The year %(year)s cannot be meant; check the day.") % {"year": day.year}
        )


class DayField(forms.DateField):
    """A day; one that does not exist, or cannot be meant, is named as such."""

    default_validators = [possible]  # noqa: RUF012 – as Django declares it
    default_error_messages = {  # noqa: RUF012 – as Django declares it
        "invalid": gettext_lazy(
            "There is no such day. Write it like 2026-12-03: year, month, day."
        ),
        "required": gettext_lazy("Choose the day."),
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(**{"widget": widget} | options)
