"""Shape checks for pages about what was heard."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.explorations.words import SURE
from askwell.insights.models import Evidence, ResumeLine, Skill
from askwell.plumbing.days import DayField

FIT = [
    (0, _("not me")),
    (1, _("rather not")),
    (2, _("could be")),
    (3, _("rather me")),
    (4, _("very me")),
]


def lines_of(text: str) -> tuple[str, ...]:
    """One thing per line, or several with commas."""
    parts = text.replace(",", "\n").replace(";", "\n").splitlines()
    return tuple(part.strip() for part in parts if part.strip())


class _Words(forms.CharField):
    """A few lines of free text that may stay empty."""

    def __init__(self, label: Any, hint: Any = "", rows: int = 3) -> None:
        area = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, help_text=hint, required=False, widget=area, max_length=10000)


class DebriefForm(forms.Form):
    """The longer look back; every field may stay empty."""

    surprised = _Words(_("What surprised me"))
    changed = _Words(_("What it changed in what I believed"))
    fit = forms.TypedChoiceField(
        label=_("Is this me?"),
        choices=FIT,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    fit_why = forms.CharField(label=_("Because…"), required=False, max_length=2000)
    sure = forms.TypedChoiceField(
        label=_("How sure am I now?"),
        choices=SURE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    skills = _Words(_("Skills to build"), _("One per line. They join your list of skills."), 2)
    better_next_time = _Words(_("What I’d do better next time"), "", 2)


class PassageForm(forms.Form):
    """A piece of a note, word for word."""

    text = forms.CharField(max_length=10000, widget=forms.Textarea(attrs={"rows": 3}))


class ThemeForm(forms.Form):
    """A theme in my own word."""

    theme = forms.CharField(label=_("Theme"), required=False, max_length=100)


class WeighForm(forms.Form):
    """A passage speaks for or against a belief."""

    highlight = forms.UUIDField()
    hypothesis = forms.UUIDField()
    side = forms.ChoiceField(
        choices=[(Evidence.Side.FOR, _("for")), (Evidence.Side.AGAINST, _("against"))]
    )


class SkillsForm(forms.Form):
    """My skills, typed one per line, or a file."""

    names = _Words(_("My skills"), _("One per line, or several with commas."), 5)
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("A LinkedIn export (the zip, or its Skills.csv), or a JSON Resume."),
    )

    def clean(self) -> None:
        """One of the two is needed."""
        data = self.cleaned_data
        if not self.errors and not data.get("file") and not lines_of(data.get("names", "")):
            raise forms.ValidationError(_("Type at least one skill, or choose a file."))


LEVELS = [
    (Skill.Level.HAVE, _("have")),
    (Skill.Level.WEAK, _("weak")),
    (Skill.Level.MISSING, _("missing")),
]


class LevelForm(forms.Form):
    """Where I stand with a skill."""

    level = forms.ChoiceField(choices=[("", _("not said")), *LEVELS], required=False)


class ActionForm(forms.Form):
    """Something to do, with a day."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    skill = forms.UUIDField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(label=_("What I’ll do about it"), max_length=400)
    due_on = DayField(label=_("By"), required=False)


class DoneForm(forms.Form):
    """Done, or not after all."""

    done = forms.BooleanField(required=False)


KINDS = [
    (ResumeLine.Kind.RESUME, _("résumé")),
    (ResumeLine.Kind.COVER_LETTER, _("cover letter")),
]


class LineForm(forms.Form):
    """A line for résumé or cover letter."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    highlight = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("For my"), choices=KINDS)
    text = forms.CharField(
        label=_("Line to add or change"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


STATUSES = [
    ("", _("noted")),
    ("asked", _("I asked about it")),
    ("applied", _("I applied")),
    ("passed", _("not for me")),
]


class OpeningForm(forms.Form):
    """The words of an opening, and what became of it."""

    text = forms.CharField(label=_("What they mentioned"), max_length=500)
    status = forms.ChoiceField(label=_("What became of it"), choices=STATUSES, required=False)


class AnswerForm(forms.Form):
    """ "I have my answer"."""

    answer = forms.CharField(
        label=_("My answer"),
        required=False,
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Yes, no, or something better than both. A sentence is enough."),
    )
