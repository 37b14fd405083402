"""Shape checks of everything that is typed about letters, answers, promises and offers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.outreach.channels import WAYS
from askwell.outreach.compose import KINDS
from askwell.outreach.models import Channel, LetterKind, Promise, Reply
from askwell.people.models import Source
from askwell.plumbing.days import DayField

ASKS = {
    "15-phone": _("15 minutes by phone"),
    "20-phone": _("20 minutes by phone"),
    "20-any": _("20 minutes, phone or video"),
    "30-video": _("30 minutes, video"),
    "30-in-person": _("30 minutes, in person"),
}
SIGN_OFFS = {
    "": _("as it suits the letter"),
    "kind-regards": _("Kind regards,"),
    "with-thanks": _("With thanks,"),
    "warm-regards": _("Warm regards,"),
    "best-wishes": _("Best wishes,"),
}
CAME_FROM = {
    Source.REFERRAL: _("somebody named them"),
    Source.FRIEND: _("friends"),
    Source.FAMILY: _("family"),
    Source.TEACHER: _("a teacher"),
    Source.ALUMNI: _("an alumni page"),
    Source.ASSOCIATION: _("an association"),
    Source.EVENT: _("an event or its speakers"),
    Source.SOCIAL: _("LinkedIn or another network"),
    Source.OTHER: _("somewhere else"),
}


def _day(label: Any, hint: Any = "", required: bool = False) -> DayField:
    return DayField(label=label, help_text=hint, required=required)


class BeginForm(forms.Form):
    """What a letter that is not kept yet has to say about itself."""

    kind = forms.ChoiceField(choices=[(kind, kind) for kind in KINDS])
    person = forms.UUIDField(required=False)
    question = forms.UUIDField(required=False)
    talk = forms.UUIDField(required=False)
    ref = forms.UUIDField(required=False)
    channel = forms.ChoiceField(choices=[(key, key) for key in WAYS], required=False)
    insist = forms.BooleanField(required=False)


class LetterForm(forms.Form):
    """The letter itself and the choices beside it."""

    subject = forms.CharField(label=_("Subject"), required=False, max_length=300)
    body = forms.CharField(
        label=_("Letter"),
        required=False,
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "true"}),
    )
    ask = forms.ChoiceField(
        label=_("The ask"),
        required=False,
        choices=list(ASKS.items()),
        widget=forms.RadioSelect,
    )
    sign_off = forms.ChoiceField(
        label=_("Sign-off"), required=False, choices=list(SIGN_OFFS.items())
    )

    def clean_body(self) -> str:
        """Lines end as the notebook keeps them."""
        return str(self.cleaned_data["body"]).replace("\r\n", "\n")


class SentForm(forms.Form):
    """When it went out."""

    day = _day(_("Sent on"), _("Leave it empty if it was just now."))


class WroteForm(forms.Form):
    """ "I already wrote": nothing but the day is asked, and that has a default."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    question = forms.UUIDField(required=False, widget=forms.HiddenInput)
    day = _day(_("When was that?"), _("Roughly is fine. Leave it empty for today."))
    channel = forms.ChoiceField(label=_("How?"), choices=Channel.choices, initial=Channel.EMAIL)
    kind = forms.ChoiceField(
        label=_("What did you write?"),
        choices=[
            (LetterKind.REQUEST, _("I asked for a talk")),
            (LetterKind.NUDGE, _("a gentle reminder")),
            (LetterKind.CHECK_IN, _("something else, to stay in touch")),
        ],
        initial=LetterKind.REQUEST,
    )
    text = forms.CharField(
        label=_("The letter, if you like to keep it here"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class OutcomeForm(forms.Form):
    """What came back, in one small form."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    question = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What came back?"),
        choices=[
            (Reply.Kind.YES, _("They said yes")),
            (Reply.Kind.NO, _("They said no")),
            (Reply.Kind.LATER, _("Later")),
            (Reply.Kind.AWAY, _("An automatic reply: away until…")),
            (Reply.Kind.BOUNCED, _("The address didn’t work")),
            (Reply.Kind.OTHER, _("Something else")),
        ],
        widget=forms.RadioSelect,
    )
    until = _day(_("Until when?"), _("For “later” and “away”. A rough day is enough."))
    text = forms.CharField(
        label=_("What they wrote"),
        help_text=_("Paste it if you like; it stays in your notebook."),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    day = _day(_("When did it come?"), _("Leave it empty for today."))

    def clean(self) -> dict[str, Any]:
        """Say beside the field that "later" and "away" need a day."""
        data: dict[str, Any] = super().clean() or {}
        needs_a_day = data.get("kind") in (Reply.Kind.LATER, Reply.Kind.AWAY)
        if needs_a_day and not data.get("until") and "until" not in self.errors:
            self.add_error("until", _("Until when? A rough day is enough; you can change it."))
        return data


class PromiseForm(forms.Form):
    """Something promised, by whom and until when."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    question = forms.UUIDField(required=False, widget=forms.HiddenInput)
    side = forms.ChoiceField(
        label=_("Who promised?"),
        choices=[
            (Promise.Side.MINE, _("I said I would")),
            (Promise.Side.THEIRS, _("They offered")),
        ],
        widget=forms.RadioSelect,
        initial=Promise.Side.MINE,
    )
    text = forms.CharField(label=_("What?"), max_length=500)
    due = _day(_("By when?"), required=True)


class OfferForm(forms.Form):
    """Something I can give back."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("I could offer"),
        max_length=300,
        help_text=_("An article, a contact, a summary of what you learned, an hour of your craft."),
    )


class AroundForm(forms.Form):
    """Who got the letter that goes round."""

    to = forms.CharField(label=_("I sent it to"), max_length=300, required=False)
    day = _day(_("Sent on"), _("Leave it empty if it was just now."))


class NamesForm(forms.Form):
    """Names that came back, one per line."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    lines = forms.CharField(
        label=_("Names, one per line"),
        help_text=_(
            "After a comma, what they do: “Mira Okafor, reporter”. A first name is enough."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    source = forms.ChoiceField(
        label=_("Where the names come from"),
        choices=list(CAME_FROM.items()),
        initial=Source.REFERRAL,
    )
    named_by = forms.CharField(label=_("Who or what exactly?"), required=False, max_length=300)
    happy_to_talk = forms.BooleanField(label=_("They said they are happy to talk"), required=False)
