"""Shape checks for pages about a question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.explorations import starting
from askwell.explorations.words import SURE


def _lines(label: Any, hint: Any = "", rows: int = 2) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=10_000, widget=area
    )


class AskForm(forms.Form):
    """One line: what do you wonder about?"""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    topic = forms.CharField(label=_("What do you wonder about?"), max_length=200)
    template = forms.ChoiceField(
        label=_("What kind of question is it?"),
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [(t.key, t.title) for t in starting.templates()],
        initial="role",
    )


class ExplorationForm(forms.Form):
    """Everything else about a question; all of it may wait."""

    sentence = forms.CharField(label=_("My question"), max_length=400)
    topic = forms.CharField(
        label=_("In two or three words"),
        max_length=200,
        help_text=_("Used in questions and letters: “data journalism”, “nursing in Leeds”."),
    )
    why = _lines(_("Why I ask"), rows=3)
    roles = _lines(_("Roles"), _("One per line."))
    organizations = _lines(
        _("Organizations"), _("One per line. People who work there are suggested first.")
    )
    places = _lines(_("Places"), _("One per line."))
    weekly_hours = forms.DecimalField(
        label=_("Hours a week I have for this"),
        required=False,
        min_value=0,
        max_value=60,
        decimal_places=1,
    )


class BeliefForm(forms.Form):
    """One thing I believe so far."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(label=_("I believe that…"), max_length=400)


class SureForm(forms.Form):
    """How sure am I, in words; the number stays inside."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    value = forms.TypedChoiceField(
        label=_("How sure am I that this is for me?"),
        coerce=int,
        choices=SURE,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Because…"), required=False, max_length=400)
