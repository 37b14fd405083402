"""What the letter creator shows: ingredients on the left, the letter, the margin, the ways out."""

import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from askwell.coach import utf16_length
from askwell.outreach import operations, selectors
from askwell.outreach.channels import WAYS, way
from askwell.outreach.compose import known_facts
from askwell.outreach.forms import ASKS, LetterForm, SentForm
from askwell.outreach.mail import mailto
from askwell.outreach.suggestions import Draft, margin
from askwell.plumbing import clock
from askwell.workspaces.access import Scope

if TYPE_CHECKING:
    from askwell.outreach.models import Letter

USUAL_ASK = "20-any"
_WITH_AN_ASK = {"request", "intro-request", "who-do-you-know", "forwardable", "nudge", "schedule"}
# What a letter of a kind can be told on the spot; the names are those of the letter texts.
_TYPED: dict[str, tuple[str, ...]] = {
    "request": (
        "me.half_minute",
        "found.via",
        "read.piece",
        "read.thought",
        "question.learn",
        "me.availability",
    ),
    "intro-request": ("target.name", "target.role", "target.organization", "question.learn"),
    "who-do-you-know": ("question.place",),
    "forwardable": ("me.half_minute", "introducer.name", "question.learn"),
    "nudge": ("question.one", "me.availability"),
    "schedule": ("window.1", "window.2", "window.3"),
    "confirm": ("meeting.when", "meeting.place", "meeting.link", "meeting.number"),
    "reminder": ("meeting.when",),
    "thanks": ("recall.struck", "recall.will_do", "offer.text"),
    "update": ("referral.name", "referral.learned", "update.news"),
    "check-in": ("share.item", "share.link", "share.why"),
    "decline-reply": ("recall.named",),
    "answer": ("answer.text", "answer.helped"),
}


def draft_of(scope: Scope, letter: "Letter") -> Draft:
    """The letter as the margin reads it."""
    return Draft(
        kind=letter.kind,
        way=way(letter.channel),
        subject=letter.subject,
        body=letter.body,
        blanks=tuple(operations.blanks_of(letter)),
        dismissed=frozenset(row["slug"] for row in letter.dismissed),
        facts=selectors.for_review(operations.facts_of(scope, letter)),
        previous=selectors.earlier_texts(scope, letter),
        note_limit=scope.settings.note_limit,
    )


def margin_context(scope: Scope, letter: "Letter") -> dict[str, Any]:
    """The margin and the ways out: everything that changes while a letter is typed."""
    channel = way(letter.channel)
    blanks = operations.blanks_of(letter)
    contact = address_of(letter, channel.contact)
    to = contact if channel.mails else ""
    limit = scope.settings.note_limit if channel.limited else 0
    return {
        "letter": letter,
        "way": channel,
        "margin": margin(draft_of(scope, letter)),
        "blanks": blanks,
        "to": to,
        "contact": contact,
        "limit": limit,
        "over": max(0, utf16_length(letter.body) - limit) if limit else 0,
        "mailto": mailto(to, letter.subject, letter.body) if channel.mails and not blanks else "",
    }


def desk(
    scope: Scope,
    letter: "Letter",
    *,
    form: LetterForm | None = None,
    sent: SentForm | None = None,
    insist: bool = False,
) -> dict[str, Any]:
    """The whole page. A refused form is shown with what was typed, not with what is kept."""
    low, high = way(letter.channel).words(letter.kind)
    shown = form or LetterForm(initial=_initial(letter))
    return {
        **margin_context(scope, letter),
        "person": letter.person,
        "form": shown,
        "sent": sent or SentForm(),
        "title": title(letter),
        "ways": list(WAYS.values()),
        "groups": _groups(scope, letter),
        "asks": _asks(letter) if letter.kind in _WITH_AN_ASK else [],
        "typed": _typed(scope, letter),
        "low": low,
        "high": high,
        "known": json.dumps([fact["text"] for fact in letter.facts if "[" in fact["text"]]),
        "concerns": _concerns(scope, letter),
        "first": letter.kind in selectors.ASKING and not _has_sent(scope),
        "weekly_hours": f"{scope.settings.weekly_minutes / 60:g}",
        "before": bool(letter.choices.get("before")),
        "insist": insist,
        "kept": letter.pk is not None,
    }


def title(letter: "Letter") -> str:
    """What is being done, in the words of the screen."""
    name = letter.person.name if letter.person else ""
    words = {
        "request": _("Ask %(name)s"),
        "intro-request": _("Ask %(name)s for an introduction"),
        "who-do-you-know": _("Who do you know who…?"),
        "forwardable": _("A few lines for %(name)s to pass on"),
        "nudge": _("A gentle reminder to %(name)s"),
        "schedule": _("Offer %(name)s times"),
        "confirm": _("Confirm the talk with %(name)s"),
        "reminder": _("Remind %(name)s of the talk"),
        "thanks": _("Thank %(name)s"),
        "update": _("Tell %(name)s how it went"),
        "check-in": _("Say hello to %(name)s"),
        "decline-reply": _("Thank %(name)s for the answer"),
        "missed": _("A kind line to %(name)s"),
        "answer": _("Tell %(name)s that I have my answer"),
    }
    return words[letter.kind] % {"name": name}


def address_of(letter: "Letter", kind: str) -> str:
    """The working address of the person on this channel, the main one first."""
    if letter.person is None or not kind:
        return ""
    rows = letter.person.contacts.filter(kind=kind, works=True).order_by("-is_primary", "pk")
    first = rows.first()
    return first.value if first else ""


def _initial(letter: "Letter") -> dict[str, Any]:
    return {
        "subject": letter.subject,
        "body": letter.body,
        "sign_off": letter.choices.get("sign_off", ""),
    }


def _asks(letter: "Letter") -> list[tuple[str, Any, bool]]:
    minutes, mode = letter.choices.get("minutes", 20), letter.choices.get("mode", "any")
    now = f"{minutes}-{mode}"
    chosen = now if now in ASKS else USUAL_ASK
    return [(key, label, key == chosen) for key, label in ASKS.items()]


def _groups(scope: Scope, letter: "Letter") -> list[tuple[str, list[tuple[Any, bool]]]]:
    titles = {
        "common": _("What is true of both of you"),
        "read": _("What you read"),
        "found": _("How you found them"),
        "given": _("From your notebook"),
        "offer": _("What I can offer"),
    }
    picked = set(letter.choices.get("picked", ()))
    rows = operations.ingredients_of(scope, letter)
    return [
        (heading, [(row, row.key in picked) for row in rows if row.group == group])
        for group, heading in titles.items()
        if any(row.group == group for row in rows)
    ]


def _typed(scope: Scope, letter: "Letter") -> list[tuple[str, str, str]]:
    """Small fields for what the notebook does not know: name, words that ask, what was typed."""
    labels, told = known_facts(), letter.choices.get("typed", {})
    have = {fact.name for fact in operations.facts_of(scope, letter) if fact.text}
    names = ("me.name", *_TYPED.get(letter.kind, ()))
    wanted = [name for name in names if name in told or name not in have]
    if any(name.startswith("found.") for name in have - set(told)):
        wanted = [name for name in wanted if name != "found.via"]
    return [(name, labels[name], told.get(name, "")) for name in wanted]


def _concerns(scope: Scope, letter: "Letter") -> list[selectors.Concern]:
    if letter.person is None or letter.sent_at or letter.kind not in selectors.ASKING:
        return []
    return selectors.concerns_of_writing(scope, letter.person, clock.now())


def _has_sent(scope: Scope) -> bool:
    return selectors.letters(scope).filter(sent_at__isnull=False).exists()
