"""Shape checks for pages about questions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.questions.categories import category_choices
from askwell.questions.selectors import SECTIONS

NO_WORDS = {"required": _("Write the question first; a few words are enough.")}


def section_choices() -> list[tuple[str, str]]:
    """Parts of a plan for a select."""
    return [(section.value, str(words)) for section, words in SECTIONS.items()]


class OwnForm(forms.Form):
    """A question I write myself."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("My question"),
        max_length=500,
        error_messages=NO_WORDS,
        help_text=_("Open questions start with how, what, which or why."),
    )
    category = forms.ChoiceField(label=_("About"), choices=category_choices)


class LineForm(forms.Form):
    """One line of a plan."""

    text = forms.CharField(label=_("Question"), max_length=500, error_messages=NO_WORDS)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=0,
        max_value=90,
        error_messages={"invalid": _("Minutes are a whole number, such as 3.")},
    )
    section = forms.ChoiceField(label=_("Part"), choices=section_choices)


class NewLineForm(LineForm):
    """A line to add in my own words."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ["uid", "text", "minutes", "section"]


class AnswerForm(forms.Form):
    """My answer to something they may ask."""

    key = forms.CharField(max_length=120, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What I would say"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
