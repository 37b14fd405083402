"""Shape checks for pages of learning."""

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.learn.headings import stage_choices
from askwell.learn.models import OwnCard


class StudyForm(forms.Form):
    """An answer to a card: what was typed, and how well it was known."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    key = forms.CharField(max_length=120, widget=forms.HiddenInput)
    rating = forms.TypedChoiceField(
        choices=[(str(n), str(n)) for n in range(1, 5)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    typed = forms.CharField(
        label=_("My version"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CardForm(forms.Form):
    """A card of my own."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    note = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=OwnCard.Kind.choices)
    stage = forms.ChoiceField(label=_("About"), choices=stage_choices)
    front = forms.CharField(
        label=_("Front"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a sentence with a gap, two braces hide words: {{like this}}."),
    )
    back = forms.CharField(
        label=_("Back"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ImportForm(forms.Form):
    """A CSV file of cards."""

    file = forms.FileField(label=_("A CSV file of cards"))
