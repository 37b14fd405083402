"""The two forms of pasting a profile: the text, then what of it is right and whose it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.people.formats.profile import MAX_TEXT, Profile
from askwell.people.formats.records import MeEducation, MePosition
from askwell.people.forms import UidForm
from askwell.people.pasting import Kept

ME, NEW = "me", "new"


class AboutForm(UidForm):
    """A form that may know already whose profile it is."""

    person = forms.UUIDField(required=False, widget=forms.HiddenInput)


class PasteForm(AboutForm):
    """The text of a profile."""

    text = forms.CharField(
        label=_("The profile as text"),
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("On the page: select all, copy. In a PDF likewise."),
    )


class ConfirmForm(AboutForm):
    """What was found, each with a box to tick, and whose profile it is."""

    text = forms.CharField(max_length=MAX_TEXT, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), required=False, max_length=300)

    def __init__(self, profile: Profile, people: list[tuple[str, str]], *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.profile = profile
        whose = [(ME, _("It is mine")), *people, (NEW, _("Somebody new"))]
        self.fields["whose"] = forms.ChoiceField(
            label=_("Whose profile is it?"), choices=whose, widget=forms.RadioSelect
        )
        for name, label, found in (
            ("jobs", _("Jobs"), [_job(job) for job in profile.positions]),
            ("schools", _("Schools"), [_school(one) for one in profile.education]),
            ("skills", _("Skills"), [*profile.skills]),
        ):
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                required=False,
                choices=[(str(n), words) for n, words in enumerate(found)],
                initial=[str(n) for n in range(len(found))],
                widget=forms.CheckboxSelectMultiple,
            )

    def kept(self) -> Kept:
        """What was ticked."""
        picked = {name: map(int, self.cleaned_data[name]) for name in ("jobs", "schools", "skills")}
        return Kept(
            [self.profile.positions[n] for n in picked["jobs"]],
            [self.profile.education[n] for n in picked["schools"]],
            [self.profile.skills[n] for n in picked["skills"]],
        )


def _job(job: MePosition) -> str:
    what = ", ".join(filter(None, (job.title, job.organization)))
    return f"{what} ({_span(job.started, job.finished)})"


def _school(one: MeEducation) -> str:
    what = ", ".join(filter(None, (one.degree, one.school)))
    return f"{what} ({one.started} – {one.finished})" if one.finished else what


def _span(started: str, finished: str) -> str:
    return f"{started} – {finished or _('now')}"
