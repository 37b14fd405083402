"""The list of talks, the page of one talk, its prep sheet, its calendar file."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.meetings import invites, operations, selectors
from askwell.meetings.forms import DayForm, SomebodyForm
from askwell.people import selectors as people
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import paged, refused, safe_next, say, see_other, sought
from askwell.questions import selectors as questions
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.meetings.models import Conversation

PAGE = 25
MOST_UPCOMING = 50


@require_http_methods(["GET"])
def index(request: ScopedRequest) -> HttpResponse:
    """Talks to come, times kept free, talks held."""
    query = sought(request)
    now = clock.now()
    past = paged(request, selectors.past(request.scope, query), ["-starts_at", "-id"], size=PAGE)
    context = {
        "query": query,
        "upcoming": [] if query else selectors.upcoming(request.scope)[:MOST_UPCOMING],
        "kept": [] if query else selectors.kept_free(request.scope, now)[:MOST_UPCOMING],
        "past": past,
        "now": now,
    }
    return render(request, "meetings/list.html", context)


@require_http_methods(["GET"])
def talk(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Everything about one talk, with the one thing to do next."""
    found = selectors.get_talk(request.scope, uid)
    return render(request, "meetings/talk.html", _talk(request, found))


def _talk(request: ScopedRequest, found: "Conversation") -> dict[str, Any]:
    way = found.starts_at - operations.EARLY - found.leave_by if found.leave_by else None
    initial = {
        "backup": found.backup,
        "compliment": found.compliment,
        "way_minutes": int(way.total_seconds() // 60) if way is not None else None,
    }
    return {
        "talk": found,
        "names": selectors.names_of(found),
        "people": selectors.people_of(found),
        "plan": questions.plan(request.scope, found.agenda),
        "notes": selectors.notes_of(found),
        "recall": selectors.recall_of(found),
        "days": selectors.day_list(found),
        "nerves": selectors.nerves_card(),
        "their_zone": selectors.their_zone(found),
        "over": found.ends_at <= clock.now(),
        "day_form": DayForm(initial=initial),
        "somebody": SomebodyForm(),
    }


@require_http_methods(["GET"])
def of_agenda(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """From a plan to its talk, or with ``to=prep`` to the prep sheet."""
    agenda = questions.get_agenda(request.scope, uid)
    found = selectors.talk_of_agenda(request.scope, agenda)
    page = "prep" if request.GET.get("to") == "prep" else "talk"
    return redirect(f"meetings:{page}", found.uid)


@require_http_methods(["POST"])
def plan(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Make me a plan: filled if it is empty, then shown (or back to ``next``)."""
    found = selectors.get_talk(request.scope, uid)
    fill = "by_hand" not in request.POST
    agenda = operations.make_plan(request.scope, talk=found, now=clock.now(), fill=fill)
    if "next" in request.POST:
        return see_other(request, safe_next(request, "meetings:list"))
    return see_other(request, "questions:agenda", agenda.uid)


# -- prepared -------------------------------------------------------------------------------------


@require_http_methods(["GET"])
def prep(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The prep sheet: on screen, for print, or as one file for the pocket (``download=1``)."""
    found = selectors.get_talk(request.scope, uid)
    sheet = selectors.prep_sheet(request.scope, found)
    context = {"sheet": sheet, "talk": found}
    if "download" not in request.GET:
        return render(request, "meetings/prep.html", context)
    page = render_to_string("meetings/prep_file.html", context, request=request)
    name = slugify(sheet.names) or "talk"
    answer = HttpResponse(page, content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="prep-{name}.html"'
    return answer


@require_http_methods(["POST"])
def prepared(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """I am prepared."""
    found = selectors.get_talk(request.scope, uid)
    operations.mark_prepared(request.scope, talk=found, now=clock.now())
    say(request, _("You are prepared. What is left is to be curious."))
    return see_other(request, "meetings:talk", found.uid)


@require_http_methods(["POST"])
def dayof(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The list of the day (``list``), or what to have ready."""
    found = selectors.get_talk(request.scope, uid)
    if "list" in request.POST:
        operations.tick(request.scope, talk=found, keys=set(request.POST.getlist("done")))
        return see_other(request, "meetings:talk", found.uid)
    form = DayForm(request.POST)
    if not form.is_valid():
        return refused(request, "meetings/talk.html", _talk(request, found) | {"day_form": form})
    operations.say_about_the_day(request.scope, talk=found, **form.cleaned_data)
    say(request, _("Kept."))
    return see_other(request, "meetings:talk", found.uid)


@require_http_methods(["GET"])
def ics(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The calendar file, with the prep text inside."""
    found = selectors.get_talk(request.scope, uid)
    sheet = selectors.prep_sheet(request.scope, found)
    invitation = invites.Invitation(
        uid=str(found.uid),
        sequence=found.sequence,
        summary=_("Talk with %(names)s") % {"names": sheet.names},
        starts_at=found.starts_at,
        minutes=found.minutes,
        place=found.place,
        description=selectors.sheet_text(sheet),
        changed_at=found.changed_at,
        cancelled=found.is_missed,
    )
    answer = HttpResponse(invites.ics(invitation), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="talk-{found.starts_at:%Y-%m-%d}.ics"'
    return answer


# -- who takes part -------------------------------------------------------------------------------


@require_http_methods(["POST"])
def participant_add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Somebody else takes part."""
    found = selectors.get_talk(request.scope, uid)
    form = SomebodyForm(request.POST)
    if form.is_valid():
        now = clock.now()
        try:
            person = operations.somebody(request.scope, name=form.cleaned_data["name"], now=now)
            operations.add_participant(request.scope, talk=found, person=person, now=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            say(request, _("%(name)s takes part, too.") % {"name": person.name})
            return see_other(request, "meetings:talk", found.uid)
    return refused(request, "meetings/talk.html", _talk(request, found) | {"somebody": form})


@require_http_methods(["POST"])
def participant_remove(request: ScopedRequest, uid: UUID, person: UUID) -> HttpResponse:
    """Somebody does not take part after all."""
    found = selectors.get_talk(request.scope, uid)
    leaving = people.get_person(request.scope, person)
    undo = operations.remove_participant(request.scope, talk=found, person=leaving, now=clock.now())
    say(request, _("%(name)s does not take part.") % {"name": leaving.name}, undo=undo)
    return see_other(request, "meetings:talk", found.uid)


@require_http_methods(["POST"])
def delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw the talk away, with notes and plan."""
    found = selectors.get_talk(request.scope, uid)
    undo = operations.delete_talk(request.scope, talk=found, now=clock.now())
    say(request, _("The talk is thrown away, with its notes and its plan."), undo=undo)
    return see_other(request, "meetings:list")
