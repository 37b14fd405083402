"""Finding a date: times I offer, booking, moving, cancelling; and talks nobody planned."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.meetings import operations, selectors, windows
from askwell.meetings.forms import AgreedForm, BookForm, OfferForm, TalkedForm
from askwell.outreach import operations as letters
from askwell.outreach.selectors import question_for
from askwell.people import operations as changes
from askwell.people import selectors as people
from askwell.plumbing import clock, zones
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import posted, refused, safe_next, say, see_other
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope, ScopedRequest

if TYPE_CHECKING:
    from askwell.meetings.models import Conversation, Window
    from askwell.people.models import Person

USUAL_MINUTES = 30
USUAL_HOUR = 10

# -- times I offer --------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def offer(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Offer two or three times: choose them here, then the letter is written."""
    person = people.get_person(request.scope, uid)
    mine = request.scope.settings.cadence.zone
    form = OfferForm(posted(request), mine=mine, initial=_windows(request.scope, person))
    if request.method == "GET" or not form.is_valid():
        answer = render if request.method == "GET" else refused
        return answer(request, "meetings/offer.html", _offer(request, person, form))
    exploration = question_for(request.scope, person)
    data, now = form.cleaned_data, clock.now()
    if not person.zone and data["zone"] != mine:
        changes.edit_person(request.scope, person=person, fields={"zone": data["zone"]}, now=now)
    proposal = operations.offer(
        request.scope,
        uid=data["uid"],
        person=person,
        starts=data["starts"],
        minutes=data["minutes"],
        zone=data["zone"],
        exploration=exploration,
        now=now,
    )
    letter = letters.draft(
        request.scope,
        kind="schedule",
        person=person,
        exploration=exploration,
        facts=selectors.letter_facts(request.scope, person, None, now),
        choices={"minutes": proposal.minutes},
        now=now,
    )
    return see_other(request, "outreach:letter", letter.uid)


def _windows(scope: Scope, person: "Person") -> dict[str, Any]:
    mine, now = scope.settings.cadence.zone, clock.now()
    theirs = person.zone or mine
    length = timedelta(minutes=USUAL_MINUTES)
    starts = windows.suggest(
        scope.settings.cadence,
        theirs=theirs,
        now=now,
        is_taken=lambda at: bool(selectors.taken(scope, at, at + length, now)),
    )
    initial: dict[str, Any] = {"uid": new_uid(), "minutes": USUAL_MINUTES, "zone": theirs}
    for number, start in enumerate(starts, start=1):
        here = zones.local(start, mine)
        initial |= {f"day_{number}": here.date(), f"at_{number}": here.time()}
    return initial


def _offer(request: ScopedRequest, person: "Person", form: OfferForm) -> dict[str, Any]:
    standing = selectors.standing_proposal(request.scope, person, clock.now())
    return {"person": person, "form": form, "standing": standing, "mine": form.mine}


@require_http_methods(["POST"])
def release(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The times are not kept free any longer."""
    proposal = selectors.get_proposal(request.scope, uid)
    operations.release(request.scope, proposal=proposal, now=clock.now())
    say(request, _("Those times are free for others again."))
    return see_other(request, safe_next(request, "meetings:list"))


# -- a date ---------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def book(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Write down a date that was agreed."""
    person = people.get_person(request.scope, uid)
    offered = _offered(request.scope, person)
    form = BookForm(posted(request), initial=_date(request, offered))
    context = {"person": person, "form": form, "offered": offered}
    if request.method == "GET":
        return render(request, "meetings/book.html", context)
    if form.is_valid():
        try:
            talk = operations.book(
                request.scope, now=clock.now(), **_booking(request, person, form)
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            say(request, _("It is a date."))
            _beware(request, talk)
            return see_other(request, "meetings:talk", talk.uid)
    return refused(request, "meetings/book.html", context)


def _beware(request: ScopedRequest, talk: "Conversation") -> None:
    """A gentle remark when something else stands at that time; the date is booked anyway."""
    now = clock.now()
    others = selectors.taken(request.scope, talk.starts_at, talk.ends_at, now, but=talk)
    if others:
        say(request, _("At that time there is also: %(names)s.") % {"names": ", ".join(others)})


def _offered(scope: Scope, person: "Person") -> list["Window"]:
    """The times this person may choose from."""
    proposal = selectors.standing_proposal(scope, person, clock.now())
    return list(proposal.windows.all()) if proposal else []


def _date(request: ScopedRequest, offered: list["Window"]) -> dict[str, Any]:
    """What is known already: the time they chose, else the first one offered, else tomorrow."""
    zone = request.scope.settings.cadence.zone
    chosen = [row for row in offered if str(row.uid) == request.GET.get("chosen")] or offered
    if chosen:
        start, minutes = chosen[0].starts_at, chosen[0].proposal.minutes
    else:
        start, minutes = _tomorrow(zone), USUAL_MINUTES
    here = zones.local(start, zone)
    return {
        "uid": new_uid(),
        "day": here.date(),
        "at": here.time(),
        "zone": zone,
        "minutes": minutes,
        "mode": "phone",
    }


def _tomorrow(zone: str) -> datetime:
    here = zones.local(clock.now(), zone) + timedelta(days=1)
    return here.replace(hour=USUAL_HOUR, minute=0, second=0, microsecond=0)


def _booking(request: ScopedRequest, person: "Person", form: BookForm) -> dict[str, Any]:
    named = str(form.cleaned_data["exploration"] or "")
    return {
        "uid": form.cleaned_data["uid"],
        "people": [person],
        "others": form.names(),
        "agreed": form.agreed(),
        "exploration": question_for(request.scope, person, named),
    }


@require_http_methods(["GET", "POST"])
def reschedule(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Another time, place, length or way to talk."""
    talk = selectors.get_talk(request.scope, uid)
    here = zones.local(talk.starts_at, talk.zone)
    names = ("zone", "minutes", "mode", "place", "backup")
    initial = {"day": here.date(), "at": here.time(), **{n: getattr(talk, n) for n in names}}
    form = AgreedForm(posted(request), initial=initial)
    context = {"talk": talk, "names": selectors.names_of(talk), "form": form}
    if request.method == "GET":
        return render(request, "meetings/reschedule.html", context)
    if form.is_valid():
        try:
            operations.reschedule(request.scope, talk=talk, agreed=form.agreed(), now=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            say(request, _("Changed. The calendar file is new, too."))
            _beware(request, talk)
            return see_other(request, "meetings:talk", talk.uid)
    return refused(request, "meetings/reschedule.html", context)


@require_http_methods(["POST"])
def cancel(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """It does not take place."""
    talk = selectors.get_talk(request.scope, uid)
    operations.cancel(request.scope, talk=talk, now=clock.now())
    say(request, _("Cancelled. A kind line to them is next; a new date brings it back."))
    return see_other(request, "meetings:talk", talk.uid)


@require_http_methods(["POST"])
def no_show(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """They did not come."""
    talk = selectors.get_talk(request.scope, uid)
    operations.no_show(request.scope, talk=talk, now=clock.now())
    say(request, _("That happens, and it is rarely about you. A kind line to them is next."))
    return see_other(request, "meetings:talk", talk.uid)


# -- a talk nobody planned ------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def talked(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "We talked", "she rang me": write it down, then what was said."""
    person = people.get_person(request.scope, uid)
    form = TalkedForm(posted(request), initial=_just_now(request.scope))
    context = {"person": person, "form": form}
    if request.method == "GET":
        return render(request, "meetings/talked.html", context)
    if form.is_valid():
        try:
            booking = _booking(request, person, form)
            talk = operations.talked(request.scope, now=clock.now(), **booking)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return see_other(request, after_talk(talk.uid))
    return refused(request, "meetings/talked.html", context)


def _just_now(scope: Scope) -> dict[str, Any]:
    zone = scope.settings.cadence.zone
    here = zones.local(clock.now() - timedelta(minutes=USUAL_MINUTES), zone)
    return {
        "uid": new_uid(),
        "day": here.date(),
        "at": here.time().replace(minute=here.minute // 5 * 5, second=0, microsecond=0),
        "zone": zone,
        "minutes": USUAL_MINUTES,
        "mode": "phone",
    }


def after_talk(uid: UUID) -> str:
    """Where a talk leads when it is over: before I forget."""
    return reverse("network:recall", args=[uid])
