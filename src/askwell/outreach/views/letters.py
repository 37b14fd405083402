"""The letter creator: one page, one form; whatever button is pressed, what was typed is kept first."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from askwell.coach.cadence import StepKind
from askwell.outreach import operations, selectors
from askwell.outreach.channels import way
from askwell.outreach.compose import KINDS
from askwell.outreach.forms import BeginForm, LetterForm, SentForm
from askwell.outreach.mail import Correspondent, eml
from askwell.outreach.suggestions import applied
from askwell.outreach.views.desk import USUAL_ASK, address_of, desk, draft_of, margin_context
from askwell.outreach.views.ways import keeping_words, person_page
from askwell.people.selectors import get_person, standings_of
from askwell.plumbing import clock
from askwell.plumbing.errors import NotFound
from askwell.plumbing.http import refused, say, see_other
from askwell.plumbing.ids import uid_in
from askwell.workspaces.access import Scope, ScopedRequest

if TYPE_CHECKING:
    from askwell.outreach.models import Letter
    from askwell.people.models import Person

PAGE = "outreach/letter.html"
FRAGMENT = "outreach/_margin.html"
TALK_STEPS = (StepKind.THANK, StepKind.RECALL, StepKind.CONFIRM, StepKind.KIND_LETTER)
ABOUT_A_TALK = ("thanks", "confirm", "reminder", "missed")
PREFIX = "fact."


@require_GET
def new(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """A letter to somebody, composed but not kept yet; one already begun is taken up instead."""
    scope, query = request.scope, request.GET
    kind = query.get("kind", "request")
    if kind not in KINDS:
        raise NotFound
    person = get_person(scope, uid)
    talk = uid_in(query.get("talk", "")) or _talk_of(scope, person, kind)
    exploration = selectors.question_for(scope, person, query.get("question", ""), talk=talk)
    begun = selectors.open_draft(
        scope, person=person, exploration=exploration, kind=kind, conversation_uid=talk
    )
    if begun is not None:
        return redirect("outreach:letter", begun.uid)
    insist = bool(query.get("insist"))
    try:
        letter = operations.prepared(
            scope,
            kind=kind,
            person=person,
            exploration=exploration,
            channel=query.get("channel", "") and way(query["channel"]).key,
            conversation_uid=talk,
            ref_uid=uid_in(query.get("ref", "")),
            insist=insist,
            now=clock.now(),
        )
    except operations.EnoughReminders as error:
        context = {"person": person, "exploration": exploration, "error": error}
        return refused(request, "outreach/enough.html", context)
    return render(request, PAGE, desk(scope, letter, insist=insist))


@require_http_methods(["GET", "POST"])
@keeping_words
def letter(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """A letter: read it, write on it, weave it anew, switch the channel, take a way out."""
    if request.method == "GET":
        found = selectors.get_letter(request.scope, uid)
        return render(request, PAGE, desk(request.scope, found))
    found = kept_letter(request, uid)
    form = LetterForm(request.POST)
    if not form.is_valid():
        return refused(request, PAGE, desk(request.scope, found, form=form))
    operations.keep(
        request.scope,
        letter=found,
        subject=form.cleaned_data["subject"],
        body=form.cleaned_data["body"],
        now=clock.now(),
    )
    return _act(request, found, form)


def _act(request: ScopedRequest, found: "Letter", form: LetterForm) -> HttpResponse:
    """Do what the button says; the text is kept already."""
    scope, now = request.scope, clock.now()
    do, _colon, about = request.POST.get("do", "save").partition(":")
    if do == "weave":
        _weave(request, found, form)
        return _rewritten(request, found, _("Written from your choices."))
    if do == "to":
        operations.switch_channel(scope, letter=found, channel=way(about).key, now=now)
        return _rewritten(request, found, _("Fitted to its new way."))
    if do == "back":
        operations.take_back_text(scope, letter=found, now=now)
    elif do == "try":
        slug, _colon, start = about.partition(":")
        subject, body = applied(draft_of(scope, found), slug, int(start) if start.isdigit() else -1)
        operations.keep(scope, letter=found, subject=subject, body=body, now=now)
    elif do == "not-here":
        reason = request.POST.get(f"reason.{about}", "")
        operations.dismiss(scope, letter=found, slug=about, reason=reason)
    elif do in ("eml", "print"):
        operations.must_be_whole(found)
        return see_other(request, f"outreach:{do}", found.uid)
    elif do == "save":
        say(request, _("Kept."))
    return see_other(request, "outreach:letter", found.uid)


def _weave(request: ScopedRequest, found: "Letter", form: LetterForm) -> None:
    minutes, _dash, mode = (form.cleaned_data["ask"] or USUAL_ASK).partition("-")
    operations.weave(
        request.scope,
        letter=found,
        now=clock.now(),
        picked=request.POST.getlist("picked"),
        typed={
            key.removeprefix(PREFIX): request.POST[key]
            for key in request.POST
            if key.startswith(PREFIX)
        },
        minutes=int(minutes),
        mode=mode,
        sign_off=form.cleaned_data["sign_off"],
    )


def _rewritten(request: ScopedRequest, found: "Letter", words: str) -> HttpResponse:
    say(request, words, undo=reverse("outreach:text_back", args=[found.uid]))
    return see_other(request, "outreach:letter", found.uid)


@require_POST
@keeping_words
def text_back(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Undo of weaving and of a switch of channel."""
    found = selectors.get_letter(request.scope, uid)
    operations.take_back_text(request.scope, letter=found, now=clock.now())
    return see_other(request, "outreach:letter", found.uid)


@require_POST
@keeping_words
def suggestions(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """While typing pauses: the text is kept, and the margin and the ways out are drawn again."""
    found = kept_letter(request, uid)
    form = LetterForm(request.POST)
    if form.is_valid():
        operations.keep(
            request.scope,
            letter=found,
            subject=form.cleaned_data["subject"],
            body=form.cleaned_data["body"],
            now=clock.now(),
        )
    context = margin_context(request.scope, found) | {"form": form, "oob": True, "kept": True}
    return render(request, FRAGMENT, context, status=200 if form.is_valid() else 422)


@require_POST
@keeping_words
def sent(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "I sent it": with blanks or without, today or on another day."""
    found = kept_letter(request, uid)
    form, when = LetterForm(request.POST), SentForm(request.POST)
    if not when.is_valid() or not form.is_valid():
        return refused(request, PAGE, desk(request.scope, found, form=form, sent=when))
    if "body" in request.POST and found.sent_at is None:
        operations.keep(
            request.scope,
            letter=found,
            subject=form.cleaned_data["subject"],
            body=form.cleaned_data["body"],
            now=clock.now(),
        )
    try:
        found = operations.mark_sent(
            request.scope, letter=found, now=clock.now(), day=when.cleaned_data["day"]
        )
    except operations.NotYet as error:
        when.add_error("day", str(error))
        return refused(request, PAGE, desk(request.scope, found, form=form, sent=when))
    say(
        request,
        _("Written down. Well done."),
        undo=reverse("outreach:undo_sent", args=[found.uid]),
    )
    return see_other(request, person_page(request, found.person))


@require_POST
def undo_sent(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """It was not sent after all."""
    found = selectors.get_letter(request.scope, uid)
    person = found.person
    found = operations.undo_sent(request.scope, letter=found, now=clock.now())
    if found.pk is None:
        return see_other(request, person_page(request, person))
    return see_other(request, "outreach:letter", found.uid)


@require_POST
@keeping_words
def discard(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a draft away."""
    found = selectors.get_letter(request.scope, uid)
    person = found.person
    back = operations.discard(request.scope, letter=found, now=clock.now())
    say(request, _("Thrown away."), undo=back)
    return see_other(request, person_page(request, person))


@require_GET
@keeping_words
def as_eml(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The letter as a draft for a mail program; refused while blanks are left."""
    scope = request.scope
    found = selectors.get_letter(scope, uid)
    operations.must_be_whole(found)
    follows = selectors.last_asked(scope, found.person, found.exploration) if found.person else None
    me = scope.settings.me
    data = eml(
        uid=found.uid,
        sender=Correspondent(me.name, me.email),
        to=Correspondent(found.person.name if found.person else "", address_of(found, "email")),
        subject=found.subject,
        body=found.body,
        at=clock.now(),
        answers=follows.uid if follows and follows.pk != found.pk else None,
    )
    answer = HttpResponse(data, content_type="message/rfc822")
    answer["Content-Disposition"] = f'attachment; filename="letter-{found.created_at:%Y-%m-%d}.eml"'
    return answer


@require_GET
@keeping_words
def printed(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The letter on paper, or as a card; refused while blanks are left."""
    found = selectors.get_letter(request.scope, uid)
    operations.must_be_whole(found)
    return render(
        request, "outreach/print.html", {"letter": found, "address": address_of(found, "address")}
    )


def kept_letter(request: ScopedRequest, uid: UUID) -> "Letter":
    """The letter of this uid; one that was only looked at so far is kept now.

    Raises NotFound when the uid is unknown and the form does not say whose letter it is.
    """
    scope = request.scope
    found = selectors.find_letter(scope, uid)
    if found is not None:
        return found
    begin = BeginForm(request.POST)
    if not begin.is_valid() or not (begin.cleaned_data["person"] or _goes_round(begin)):
        raise NotFound
    data = begin.cleaned_data
    person = get_person(scope, data["person"]) if data["person"] else None
    return operations.draft(
        scope,
        uid=uid,
        kind=data["kind"],
        person=person,
        exploration=selectors.question_for(
            scope, person, str(data["question"] or ""), talk=data["talk"]
        ),
        channel=data["channel"],
        conversation_uid=data["talk"],
        ref_uid=data["ref"],
        insist=data["insist"],
        now=clock.now(),
    )


def _goes_round(begin: BeginForm) -> bool:
    """Only one kind of letter is to nobody in particular."""
    return bool(begin.cleaned_data["kind"] == "who-do-you-know")


def _talk_of(scope: Scope, person: "Person", kind: str) -> UUID | None:
    """The talk a thank-you or a confirmation is about, when the address does not say."""
    rows = standings_of(scope, person) if kind in ABOUT_A_TALK else []
    return next((row.ref_uid for row in rows if row.step in TALK_STEPS), None)
