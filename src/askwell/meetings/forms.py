"""Shape checks for dates and talks. Times are read in the zone that is named beside them."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.meetings.models import Conversation
from askwell.meetings.operations import Agreed
from askwell.plumbing import zones
from askwell.plumbing.days import DayField
from askwell.questions.models import AgendaItem

SHORTEST, LONGEST = 15, 90
OFFERED = (15, 20, 30, 45, 60)


def time_field(label: Any, required: bool = True) -> forms.TimeField:
    """A wall-clock time."""
    return forms.TimeField(
        label=label,
        required=required,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={
            "invalid": _("There is no such time. Write it like 15:30."),
            "required": _("Choose the time."),
        },
    )


def zone_field(label: Any, help_text: Any = "") -> forms.ChoiceField:
    """A time zone by its place."""
    return forms.ChoiceField(label=label, choices=zones.zone_choices, help_text=help_text)


def minutes_field(shortest: int = SHORTEST) -> forms.IntegerField:
    """How long; the usual lengths are offered, any other between the limits is fine."""
    return forms.IntegerField(
        label=_("How many minutes"),
        min_value=shortest,
        max_value=LONGEST,
        widget=forms.NumberInput(attrs={"list": "lengths"}),
        error_messages={"invalid": _("Minutes are a whole number, such as 30.")},
    )


class WhenForm(forms.Form):
    """Day, time, zone and length; puts the moment into ``cleaned_data["starts_at"]``."""

    day = DayField(label=_("Day"))
    at = time_field(_("Time"))
    zone = zone_field(_("Whose clock"), _("The zone that was meant when you agreed on the time."))
    minutes = minutes_field()

    def clean(self) -> dict[str, Any]:
        """Find the moment; a time the clocks skip gets its sentence at the time."""
        data = super().clean() or {}
        if {"day", "at", "zone"} <= data.keys():
            self._place(data["day"], data["at"], data["zone"])
        return self.cleaned_data

    def _place(self, day: date, at: time, zone: str) -> None:
        try:
            self.cleaned_data["starts_at"] = zones.moment(day, at, zone)
        except zones.NoSuchTime as refusal:
            self.add_error("at", str(refusal))


class AgreedForm(WhenForm):
    """Everything that was agreed about a talk."""

    mode = forms.ChoiceField(
        label=_("How"), choices=Conversation.Mode.choices, widget=forms.RadioSelect
    )
    place = forms.CharField(
        label=_("Number, link or place"),
        required=False,
        max_length=500,
        help_text=_("The number to ring, the link of the call, or the address."),
    )
    backup = forms.CharField(
        label=_("If the line drops"),
        required=False,
        max_length=200,
        help_text=_("A second number or address, theirs or yours."),
    )

    def agreed(self) -> Agreed:
        """The values as the operations take them."""
        data = self.cleaned_data
        names = ("starts_at", "minutes", "zone", "mode", "place", "backup")
        return Agreed(**{name: data[name] for name in names})


class BookForm(AgreedForm):
    """A date with one person, or with several."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    others = forms.CharField(
        label=_("Who else takes part"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One name per line. Each of them is owed a thank-you."),
    )
    exploration = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def names(self) -> list[str]:
        """The others, one each."""
        lines = self.cleaned_data["others"].splitlines()
        return list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))


class TalkedForm(BookForm):
    """A talk that took place without having been booked here; it may have been short."""

    minutes = minutes_field(shortest=5)
    place = None  # type: ignore[assignment]
    backup = None  # type: ignore[assignment]

    def agreed(self) -> Agreed:
        """The values as the operations take them."""
        names = ("starts_at", "minutes", "zone", "mode")
        return Agreed(**{name: self.cleaned_data[name] for name in names})


class OfferForm(forms.Form):
    """Two or three times by my clock; the letter says them by theirs."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    minutes = minutes_field()
    zone = zone_field(_("Their zone"), _("The letter names the times by their clock and by yours."))
    day_1 = DayField(label=_("First day"))
    at_1 = time_field(_("Time, by my clock"))
    day_2 = DayField(label=_("Second day"), required=False)
    at_2 = time_field(_("Time, by my clock"), required=False)
    day_3 = DayField(label=_("Third day"), required=False)
    at_3 = time_field(_("Time, by my clock"), required=False)

    def __init__(self, *args: Any, mine: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mine = mine

    def clean(self) -> dict[str, Any]:
        """Find the moments; half a window is asked about, a skipped time gets its sentence."""
        data = super().clean() or {}
        starts = [self._start(number, data) for number in ("1", "2", "3")]
        data["starts"] = [start for start in starts if start is not None]
        return data

    def _start(self, number: str, data: dict[str, Any]) -> datetime | None:
        day, at = data.get(f"day_{number}"), data.get(f"at_{number}")
        if day and at:
            try:
                return zones.moment(day, at, self.mine)
            except zones.NoSuchTime as refusal:
                self.add_error(f"at_{number}", str(refusal))
        elif (day or at) and not {f"day_{number}", f"at_{number}"} & self.errors.keys():
            missing = "at" if day else "day"
            self.add_error(
                f"{missing}_{number}", _("Add the other half of this time, or clear it.")
            )
        return None


class DayForm(forms.Form):
    """What to have ready on the day."""

    backup = forms.CharField(label=_("If the line drops"), required=False, max_length=200)
    compliment = forms.CharField(
        label=_("One true compliment on their work"),
        required=False,
        max_length=400,
        help_text=_("On something they made or said, not on them."),
    )
    way_minutes = forms.IntegerField(
        label=_("How many minutes is the way?"), required=False, min_value=0, max_value=600
    )


class SomebodyForm(forms.Form):
    """Somebody else who takes part."""

    name = forms.CharField(
        label=_("Who else"),
        max_length=300,
        error_messages={"required": _("Write at least a first name.")},
    )


class PaperForm(forms.Form):
    """Notes typed up: one page, and a box under each question of the plan."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    page = forms.CharField(
        label=_("What is on the paper"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("One line a note."),
    )

    def __init__(self, *args: Any, items: list[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {self._name(item.uid): item for item in items}
        for name, item in self.items.items():
            self.fields[name] = forms.CharField(
                label=item.text,
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def boxes(self) -> list[forms.BoundField]:
        """The boxes under the questions."""
        return [self[name] for name in self.items]

    def answers(self) -> dict[UUID, str]:
        """What was typed under each question, by the question's uid."""
        return {item.uid: self.cleaned_data[name] for name, item in self.items.items()}

    @staticmethod
    def _name(uid: UUID) -> str:
        return f"item_{uid.hex}"
