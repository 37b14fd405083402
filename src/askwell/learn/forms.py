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


class TryForm(forms.Form):
    """A timed try at something they may ask."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    began = forms.DateTimeField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("What I would say"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    best = forms.BooleanField(
        label=_("Keep it as my best answer"),
        required=False,
        help_text=_("It stands on the prep sheet and in the room."),
    )


class SayForm(forms.Form):
    """My next words in a rehearsed talk."""

    after = forms.IntegerField(min_value=0, max_value=1000, widget=forms.HiddenInput)
    text = forms.CharField(label=_("What I say"), max_length=2000, required=False)


class StartForm(forms.Form):
    """Whom to rehearse with."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    character = forms.CharField(max_length=60, widget=forms.HiddenInput)


class TranscriptForm(forms.Form):
    """The words of a real talk."""

    me = forms.CharField(label=_("My name in it"), max_length=200, required=False)
    text = forms.CharField(
        label=_("What was said"),
        max_length=200_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("One line for each turn, with the name first: “Mira: …”."),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("Text, WebVTT or SRT, as recorders write."),
    )
