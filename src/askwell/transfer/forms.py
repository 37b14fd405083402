"""Shapes of the forms of *Take it out*."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ExportForm(forms.Form):
    """Only the uid of the new export, so that a double click makes one."""

    uid = forms.UUIDField(widget=forms.HiddenInput)


class RestoreForm(forms.Form):
    """An export of Askwell."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(label=_("The zip that Askwell made"))


class ForgetForm(forms.Form):
    """What becomes of what they said."""

    keep_quotes = forms.BooleanField(
        label=_("Keep what they said, without their name"), required=False
    )
