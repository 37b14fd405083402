"""Choosing whom to ask, what came back, letting it rest, and the sentence after a no."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from askwell.outreach import operations, selectors
from askwell.outreach.comfort import comfort
from askwell.outreach.context import outcome_context
from askwell.outreach.forms import OutcomeForm, WroteForm
from askwell.outreach.mail import mailto
from askwell.outreach.views.ways import person_page
from askwell.people.selectors import get_person
from askwell.plumbing import clock
from askwell.plumbing.http import posted, refused, say, see_other
from askwell.plumbing.ids import new_uid, uid_in
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.people.models import Person

# What came back → the moment a sentence of comfort is for.
COMFORT = {"no": "declined", "later": "later", "bounced": "bounced"}


@require_POST
def choose(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Choose somebody to be asked; what speaks for waiting is said once, one click goes on."""
    scope = request.scope
    person = get_person(scope, uid)
    named = request.POST.get("question", "")
    exploration = selectors.question_for(scope, None, named)  # another question is another asking
    try:
        approach = operations.choose(
            scope,
            person=person,
            exploration=exploration,
            insist=bool(request.POST.get("insist")),
            now=clock.now(),
        )
    except operations.WaitALittle as error:
        context = {"person": person, "exploration": exploration, "concerns": error.concerns}
        return refused(request, "outreach/wait.html", context)
    chosen = selectors.choice(scope, approach)
    undo = reverse("outreach:take_back", args=[chosen.uid]) if chosen else ""
    say(request, _("%(name)s is on your list to ask.") % {"name": person.name}, undo=undo)
    return see_other(request, person_page(request, person))


@require_POST
def put_aside(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "Not now", or "never" for good; both can be taken back."""
    scope = request.scope
    person = get_person(scope, uid)
    event = operations.put_aside(
        scope,
        person=person,
        exploration=selectors.question_for(scope, person, request.POST.get("question", "")),
        for_good=bool(request.POST.get("never")),
        now=clock.now(),
    )
    say(request, _("Put aside."), undo=reverse("outreach:take_back", args=[event.uid]))
    return see_other(request, person_page(request, person))


@require_POST
def rest(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Let it rest."""
    scope = request.scope
    person = get_person(scope, uid)
    exploration = selectors.question_for(scope, person, request.POST.get("question", ""))
    reminded = selectors.reminders_sent(scope, person, exploration)
    event = operations.rest(scope, person=person, exploration=exploration, now=clock.now())
    say(
        request,
        _("%(name)s rests now, and that’s fine.") % {"name": person.name},
        undo=reverse("outreach:take_back", args=[event.uid]),
    )
    if request.POST.get("next"):
        return see_other(request, person_page(request, person))
    moment = "silence_after_reminder" if reminded else "silence"
    return see_other(request, f"{reverse('outreach:after', args=[person.uid])}?moment={moment}")


@require_POST
def take_back(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Undo of choosing, putting aside and letting rest."""
    event = selectors.get_event(request.scope, uid)
    operations.take_back(request.scope, event=event, now=clock.now())
    return see_other(request, person_page(request, event.person))


@require_GET
def after(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """One honest sentence at a no or a silence, and the next person."""
    person = get_person(request.scope, uid)
    moment = request.GET.get("moment", "silence")
    context = {"person": person, "comfort": comfort(moment), "declined": moment == "declined"}
    return render(request, "outreach/after.html", context)


@require_http_methods(["GET", "POST"])
def outcome(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """What came back: one small form."""
    scope = request.scope
    person = get_person(scope, uid)
    form = OutcomeForm(posted(request), initial=_initial(request))
    if request.method == "GET":
        return render(request, "outreach/outcome.html", outcome_context(person, form))
    if not form.is_valid():
        return refused(request, "outreach/outcome.html", outcome_context(person, form))
    data: dict[str, Any] = form.cleaned_data
    question = data.pop("question")
    try:
        reply = operations.outcome(
            scope,
            person=person,
            exploration=selectors.question_for(scope, person, str(question or "")),
            now=clock.now(),
            **data,
        )
    except operations.NotYet as error:
        form.add_error("day", str(error))
        return refused(request, "outreach/outcome.html", outcome_context(person, form))
    undo = reverse("outreach:undo_outcome", args=[reply.uid])
    say(request, _("Written down."), undo=undo)
    if reply.kind in COMFORT:
        words = f"?moment={COMFORT[reply.kind]}"
        return see_other(request, reverse("outreach:after", args=[person.uid]) + words)
    return see_other(request, person_page(request, person))


def _initial(request: ScopedRequest) -> dict[str, Any]:
    """An empty form, or what was typed in the one that was just taken back."""
    again = uid_in(request.GET.get("again", ""))
    taken_back = selectors.find_reply(request.scope, again) if again else None
    start = {"uid": new_uid(), "question": request.GET.get("question", "")}
    if taken_back is not None:
        start |= {"text": taken_back.text, "kind": taken_back.kind, "until": taken_back.until}
    return start


@require_POST
def undo_outcome(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """It was not so: back to the form, with what was typed."""
    reply = selectors.get_reply(request.scope, uid)
    operations.undo_outcome(request.scope, reply=reply, now=clock.now())
    form = reverse("outreach:outcome", args=[reply.person.uid])
    return see_other(request, f"{form}?again={reply.uid}")


@require_http_methods(["GET", "POST"])
def wrote(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "I already wrote", with or without the letter."""
    scope = request.scope
    person = get_person(scope, uid)
    start = {"uid": new_uid(), "question": request.GET.get("question", "")}
    form = WroteForm(posted(request), initial=start)
    context = {"person": person, "form": form}
    if request.method == "GET":
        return render(request, "outreach/wrote.html", context)
    if not form.is_valid():
        return refused(request, "outreach/wrote.html", context)
    return _wrote(request, person, form)


def _wrote(request: ScopedRequest, person: "Person", form: WroteForm) -> HttpResponse:
    data: dict[str, Any] = form.cleaned_data
    question = data.pop("question")
    try:
        letter = operations.already_wrote(
            request.scope,
            person=person,
            exploration=selectors.question_for(request.scope, person, str(question or "")),
            now=clock.now(),
            **data,
        )
    except operations.NotYet as error:
        form.add_error("day", str(error))
        return refused(request, "outreach/wrote.html", {"person": person, "form": form})
    undo = reverse("outreach:undo_sent", args=[letter.uid])
    say(request, _("Written down. Well done."), undo=undo)
    return see_other(request, person_page(request, person))


@require_GET
def reminders(request: ScopedRequest) -> HttpResponse:
    """Every gentle reminder that is due, ready to be read and copied."""
    rows = [
        {
            "row": row,
            "blanks": operations.blanks_of(row.letter),
            "mailto": mailto(row.to, row.letter.subject, row.letter.body),
        }
        for row in operations.reminders(request.scope, clock.now())
    ]
    return render(request, "outreach/reminders.html", {"rows": rows, "minutes": 2 * len(rows)})
