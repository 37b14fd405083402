"""Shape checks for Today, the doors and my settings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.plumbing.days import DayField
from askwell.plumbing.zones import zone_choices

WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]
THEMES = [("", _("as this device has it")), ("light", _("light")), ("dark", _("dark"))]


class BreakForm(forms.Form):
    """Take a break until a day."""

    until = DayField(label=_("Take a break until"))


class MeForm(forms.Form):
    """What letters may say about me. Nothing is required, and nothing is ever invented."""

    name = forms.CharField(label=_("My name"), required=False, max_length=150)
    email = forms.EmailField(label=_("My e-mail address"), required=False)
    phone = forms.CharField(label=_("My phone number"), required=False, max_length=60)
    link = forms.CharField(
        label=_("A page about me"),
        required=False,
        max_length=300,
        help_text=_("LinkedIn, portfolio…"),
    )
    city = forms.CharField(label=_("Where I live"), required=False, max_length=100)
    school = forms.CharField(label=_("Where I study or studied"), required=False, max_length=200)
    half_minute = forms.CharField(
        label=_("My half-minute"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Who I am and what I am trying to find out, as I would say it in thirty seconds. "
            "Written once, used in every first letter."
        ),
    )
    availability = forms.CharField(
        label=_("When I usually can"),
        required=False,
        max_length=200,
        help_text=_("“weekday mornings”, “any time after four”"),
    )
    languages = forms.CharField(
        label=_("Languages I speak"),
        required=False,
        max_length=300,
        help_text=_("With commas between them. They show what you share with somebody."),
    )
    associations = forms.CharField(
        label=_("Clubs and associations I belong to"),
        required=False,
        max_length=500,
        help_text=_("With commas between them."),
    )
    signature = forms.CharField(
        label=_("How I sign"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Counts(forms.TypedChoiceField):
    """How much something counts, in words."""

    def __init__(self, label: Any) -> None:
        words = [
            (0, _("not at all")),
            (1, _("a little")),
            (2, _("as usual")),
            (3, _("more")),
            (4, _("a lot")),
        ]
        super().__init__(label=label, choices=words, coerce=int, required=False, empty_value=None)


class SettingsForm(forms.Form):
    """How Askwell behaves for me."""

    zone = forms.ChoiceField(label=_("My time zone"), choices=zone_choices)
    working_days = forms.TypedMultipleChoiceField(
        label=_("Working days"),
        choices=WEEKDAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Waiting times count these days only."),
    )
    weekly_hours = forms.DecimalField(
        label=_("Hours a week I have for this"), min_value=0, max_value=60, decimal_places=1
    )
    nudge_days = forms.IntegerField(
        label=_("Working days until a gentle reminder"), min_value=2, max_value=30
    )
    rhythm_days = forms.IntegerField(
        label=_("Days between hellos to people I have met"), min_value=14, max_value=365
    )
    waiting_limit = forms.IntegerField(
        label=_("Letters out at the same time, at most"), min_value=1, max_value=30
    )
    note_limit = forms.IntegerField(
        label=_("Characters in a LinkedIn invitation"),
        min_value=100,
        max_value=500,
        help_text=_("200 on free accounts, 300 on Premium."),
    )
    merge_exact = forms.BooleanField(
        label=_("After an import, make one of two with the same e-mail address or profile"),
        required=False,
        help_text=_("Each can be made two again. Everything less certain is only shown to you."),
    )
    theme = forms.ChoiceField(label=_("Colours"), choices=THEMES, required=False)

    fit = Counts(_("They fit my question: organization, role or place"))
    warmth = Counts(_("We know each other, or somebody named them"))
    news = Counts(_("They see it from a side I have not asked yet"))
    answers = Counts(_("People I know this way have answered me"))

    def weights(self) -> list[forms.BoundField]:
        """The fields that say what counts when people are suggested."""
        return [self[name] for name in ("fit", "warmth", "news", "answers")]


class KeepForm(forms.Form):
    """The line typed on the first page, to be kept as my question."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    topic = forms.CharField(label=_("What do you wonder about?"), max_length=200)


class DoorForm(forms.Form):
    """What every door asks: a first name is enough, the rest may stay empty."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Who?"), max_length=300, help_text=_("A first name is enough."))
    organization = forms.CharField(label=_("Where do they work?"), required=False, max_length=300)
    role = forms.CharField(label=_("What do they do?"), required=False, max_length=300)
    topic = forms.CharField(
        label=_("What would you like to find out about?"), required=False, max_length=200
    )


class WroteForm(DoorForm):
    """I already wrote."""

    on = DayField(label=_("When did you write?"))


class TalkForm(DoorForm):
    """A talk on a date that is already agreed."""

    on = DayField(label=_("Which day?"))
    at = forms.TimeField(label=_("What time?"), widget=forms.TimeInput(attrs={"type": "time"}))
    minutes = forms.TypedChoiceField(
        label=_("How many minutes?"),
        coerce=int,
        choices=[(m, f"{m}") for m in (15, 20, 30, 45, 60)],
        initial=30,
    )
    mode = forms.ChoiceField(
        label=_("How?"),
        choices=[("phone", _("by phone")), ("video", _("by video")), ("in-person", _("in person"))],
        initial="phone",
    )


class TalkedForm(DoorForm):
    """I talked to somebody."""

    on = DayField(label=_("When was it?"))
