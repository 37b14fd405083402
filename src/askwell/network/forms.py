"""Shape checks for pages about who led to whom, and for "before I forget"."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.plumbing.days import DayField


def _area(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RecallForm(forms.Form):
    """Three prompts, none needed, and the notes of the room to take up."""

    struck = _area(
        _("What struck me"),
        _("One thing they said is worth more than ten. It makes the thank-you."),
    )
    will_do = _area(
        _("What I will do"),
        _("What I said I would, one per line: “send her the article by Friday”."),
    )
    due_on = DayField(label=_("By when, if the line does not say"), required=False)
    who_else = _area(
        _("Who else"), _("Names they gave me, one per line: “Ken Sato, data editor at Northwind”.")
    )
    ask_them = forms.BooleanField(label=_("I’d like to ask them too"), required=False)

    def __init__(self, *args: Any, offered: Iterable[Any] = (), **kwargs: Any) -> None:
        """`offered`: the notes that wait; each has a tick and its words to correct."""
        super().__init__(*args, **kwargs)
        self.offered = list(offered)
        for note in self.offered:
            self.fields[f"take_{note.uid}"] = forms.BooleanField(required=False, initial=True)
            self.fields[f"words_{note.uid}"] = forms.CharField(
                required=False, max_length=20000, initial=note.text, strip=True
            )

    def taken(self) -> dict[UUID, str]:
        """The ticked notes with their words."""
        data = self.cleaned_data
        return {
            note.uid: data[f"words_{note.uid}"] for note in self.offered if data[f"take_{note.uid}"]
        }

    def lines(self) -> list[dict[str, Any]]:
        """The offered notes with their two fields, for the page."""
        return [
            {"note": note, "take": self[f"take_{note.uid}"], "words": self[f"words_{note.uid}"]}
            for note in self.offered
        ]


class NamedForm(forms.Form):
    """Somebody they named, outside of any talk."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    line = forms.CharField(
        label=_("Whom they named"),
        max_length=300,
        help_text=_("“Ken Sato, data editor at Northwind”"),
    )
    ask_them = forms.BooleanField(label=_("I’d like to ask them too"), required=False)


RHYTHMS = [
    (0, _("let it rest")),
    (30, _("every month")),
    (60, _("every two months")),
    (90, _("every three months")),
    (180, _("twice a year")),
    (365, _("once a year")),
]


class RhythmForm(forms.Form):
    """How often I would like to write; 0 lets it rest."""

    days = forms.IntegerField(min_value=0, max_value=1500)


class ShareForm(forms.Form):
    """Something worth sharing."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("What"),
        max_length=300,
        help_text=_("An article, a result, a word of congratulation."),
    )
    url = forms.URLField(
        label=_("Where to find it"), required=False, max_length=800, assume_scheme="https"
    )


class HelloForm(forms.Form):
    """Whom to say hello to may come with something to share."""

    share = forms.UUIDField(required=False)
