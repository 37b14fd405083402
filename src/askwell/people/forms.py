"""Shape checks of the forms about people."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.people.words import CONTACTS, READINGS, SOURCES, STAGES, choices

ANY = _("any")


class UidForm(forms.Form):
    """Every form that makes a row carries the new row's uid, so that a double post is one row."""

    uid = forms.UUIDField(widget=forms.HiddenInput)


class FilterForm(forms.Form):
    """What the list of people is narrowed to."""

    q = forms.CharField(
        label=_("Find somebody"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    stage = forms.ChoiceField(
        label=_("Where it stands"),
        required=False,
        choices=[
            ("", ANY),
            ("in-play", _("something is next")),
            *STAGES.items(),
            ("known", _("nothing yet")),
        ],
    )
    source = forms.ChoiceField(
        label=_("How I know them"), required=False, choices=choices(SOURCES, ANY)
    )
    met = forms.ChoiceField(
        label=_("Talked already"),
        required=False,
        choices=[("", ANY), ("yes", _("yes")), ("no", _("not yet"))],
    )
    organization = forms.UUIDField(required=False, widget=forms.HiddenInput)


class NewPersonForm(UidForm):
    """Somebody added by hand; a first name is enough."""

    name = forms.CharField(label=_("Name"), max_length=300, help_text=_("A first name is enough."))
    organization = forms.CharField(label=_("Organization"), required=False, max_length=300)
    role = forms.CharField(label=_("What they do"), required=False, max_length=300)
    source = forms.ChoiceField(
        label=_("How do you know them?"), choices=choices(SOURCES), initial="other"
    )
    source_detail = forms.CharField(
        label=_("Say more"),
        required=False,
        max_length=300,
        help_text=_("“Shared a desk at Harbor Foods in 2022”: letters can begin with it."),
    )
    email = forms.CharField(label=_("E-mail"), required=False, max_length=254)
    happy_to_talk = forms.BooleanField(label=_("They said they are happy to talk"), required=False)


class PersonForm(forms.Form):
    """Everything that can be said of somebody; all but the name may stay empty."""

    name = forms.CharField(label=_("Name"), max_length=300)
    greeting = forms.CharField(
        label=_("How you greet them"),
        required=False,
        max_length=150,
        help_text=_("What stands after “Dear” or “Hi”."),
    )
    given = forms.CharField(label=_("First name"), required=False, max_length=150)
    family = forms.CharField(label=_("Last name"), required=False, max_length=150)
    honorific = forms.CharField(label=_("Title"), required=False, max_length=50)
    role = forms.CharField(label=_("What they do"), required=False, max_length=300)
    organization = forms.CharField(label=_("Organization"), required=False, max_length=300)
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    zone = forms.CharField(
        label=_("Time zone"),
        required=False,
        max_length=60,
        help_text=_("Such as Europe/Lisbon. Times are then shown in both zones."),
    )
    source = forms.ChoiceField(label=_("How you know them"), choices=choices(SOURCES))
    source_detail = forms.CharField(label=_("Say more"), required=False, max_length=300)
    how_known = forms.CharField(
        label=_("How we know each other"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    birthday = forms.CharField(
        label=_("Birthday"), required=False, max_length=20, help_text=_("With or without the year.")
    )
    labels = forms.CharField(
        label=_("Labels"), required=False, max_length=500, help_text=_("Parted by commas.")
    )
    happy_to_talk = forms.BooleanField(label=_("They said they are happy to talk"), required=False)

    def clean_zone(self) -> str:
        """An IANA name, or nothing."""
        zone = str(self.cleaned_data["zone"]).strip()
        if zone and zone not in available_timezones():
            raise forms.ValidationError(
                _("There is no time zone of this name. One looks like Europe/Lisbon.")
            )
        return zone

    def clean_labels(self) -> list[str]:
        """Distinct labels in order."""
        parts = str(self.cleaned_data["labels"]).split(",")
        return list(dict.fromkeys(part.strip()[:100] for part in parts if part.strip()))


class NamesForm(forms.Form):
    """One stop of the brainstorm walk: one name per line."""

    names = forms.CharField(
        label=_("One name per line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6, "autofocus": True}),
    )


class ContactForm(UidForm):
    """A way to reach somebody."""

    kind = forms.ChoiceField(label=_("Kind"), choices=choices(CONTACTS))
    value = forms.CharField(label=_("Address or number"), max_length=600)
    label = forms.CharField(label=_("Label"), required=False, max_length=100)


class ContactEditForm(forms.Form):
    """A way to reach somebody, corrected."""

    value = forms.CharField(label=_("Address or number"), max_length=600)
    label = forms.CharField(label=_("Label"), required=False, max_length=100)
    works = forms.BooleanField(label=_("It works, as far as I know"), required=False)


class PositionForm(UidForm):
    """A job somebody has or had."""

    title = forms.CharField(label=_("Role"), required=False, max_length=300)
    organization = forms.CharField(label=_("Organization"), required=False, max_length=300)
    started = forms.CharField(label=_("From"), required=False, max_length=10)
    ended = forms.CharField(label=_("Until"), required=False, max_length=10)
    is_current = forms.BooleanField(label=_("They do this now"), required=False)


class EducationForm(UidForm):
    """A school somebody went to."""

    school = forms.CharField(label=_("School"), max_length=300)
    degree = forms.CharField(label=_("What they studied"), required=False, max_length=300)
    started = forms.CharField(label=_("From"), required=False, max_length=10)
    ended = forms.CharField(label=_("Until"), required=False, max_length=10)


class ReadingEditForm(forms.Form):
    """One thing read about somebody's work."""

    kind = forms.ChoiceField(
        label=_("What it is about"), choices=[(k, t) for k, (t, _hint) in READINGS.items()]
    )
    text = forms.CharField(
        label=_("What I read"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    url = forms.CharField(label=_("Link"), required=False, max_length=800)


class ReadingForm(UidForm, ReadingEditForm):
    """One thing read about somebody's work, new."""


class NoteEditForm(forms.Form):
    """A free note."""

    text = forms.CharField(
        label=_("Note"), max_length=50_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class NoteForm(UidForm, NoteEditForm):
    """A free note, new."""


class OrganizationForm(forms.Form):
    """What is known of an organization."""

    name = forms.CharField(label=_("Name"), max_length=300)
    website = forms.CharField(label=_("Web page"), required=False, max_length=500)
    about = forms.CharField(
        label=_("What I know about it"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SameForm(forms.Form):
    """Which other entry is the same."""

    other = forms.UUIDField(label=_("The other entry"))


class OtherNameForm(forms.Form):
    """What else an organization is called."""

    name = forms.CharField(label=_("Also called"), max_length=300)


class PairForm(forms.Form):
    """What I say about two entries that look alike."""

    kind = forms.ChoiceField(choices=[("person", ""), ("organization", "")])
    first = forms.UUIDField()
    second = forms.UUIDField()
    answer = forms.ChoiceField(choices=[("same", ""), ("different", ""), ("later", "")])


class FilesInput(forms.ClearableFileInput):
    """A file field that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several uploaded files."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each file checked; the list of them."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files]


class UploadForm(UidForm):
    """Files to import."""

    upload = FilesField(
        label=_("Files"),
        help_text=_("Drop them here or choose them: .zip, .vcf, .csv or .xlsx."),
        allow_empty_file=True,
    )
