"""Today, the person page, search, my settings, the trash: pages that join stages."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.explorations import selectors as explorations
from askwell.home import operations, person_page, selectors
from askwell.home.forms import BreakForm, MeForm, SettingsForm
from askwell.learn import selectors as learn
from askwell.network import operations as network
from askwell.people import journal
from askwell.people import selectors as people
from askwell.plumbing import clock
from askwell.plumbing.http import refused, safe_next, say, see_other
from askwell.workspaces import operations as workspaces
from askwell.workspaces import selectors as notebooks
from askwell.workspaces.access import Scope, ScopedRequest
from askwell.workspaces.settings import Me


@require_http_methods(["GET"])
def today(request: ScopedRequest) -> HttpResponse:
    """What is worth doing now."""
    now = clock.now()
    network.catch_up(request.scope, now=now)
    journal.refresh(request.scope, now)
    page = selectors.today(request.scope, now)
    if not page.away:
        operations.seen(request.scope, now=now)
    before = None if page.break_until or page.away else learn.before_talk(request.scope, now)
    context = {"today": page, "now": now, "form": BreakForm(), "before": before}
    return render(request, "home/today.html", context)


@require_http_methods(["POST"])
def snooze(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Not today."""
    person = people.get_person(request.scope, uid)
    track = request.POST.get("exploration")
    exploration = explorations.get_exploration(request.scope, track) if track else None
    operations.snooze(request.scope, person=person, exploration=exploration, now=clock.now())
    say(request, _("Not today. It comes back tomorrow."))
    return see_other(request, safe_next(request, "home:today"))


@require_http_methods(["POST"])
def rest(request: ScopedRequest) -> HttpResponse:
    """Welcome back: the rest can rest."""
    count = operations.rest_the_rest(request.scope, now=clock.now())
    if count:
        say(request, _("The rest can rest. Pick up what is left when you like."))
    return see_other(request, "home:today")


@require_http_methods(["POST"])
def keep_all(request: ScopedRequest) -> HttpResponse:
    """Welcome back: no, show me everything."""
    operations.seen(request.scope, now=clock.now())
    return see_other(request, "home:today")


@require_http_methods(["POST"])
def pause(request: ScopedRequest) -> HttpResponse:
    """Take a break until a day, or come back from one."""
    if "back" in request.POST:
        operations.take_break(request.scope, until=None)
        say(request, _("Good to have you back."))
        return see_other(request, "home:today")
    form = BreakForm(request.POST)
    if not form.is_valid():
        page = selectors.today(request.scope, clock.now())
        context = {"today": page, "now": clock.now(), "form": form}
        return refused(request, "home/today.html", context)
    operations.take_break(request.scope, until=form.cleaned_data["until"])
    say(request, _("Enjoy your break. Only booked talks and thanks will show."))
    return see_other(request, "home:today")


@require_http_methods(["GET"])
def person(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Everything about one person; somebody who was merged leads to the one that stayed."""
    found = people.get_person(request.scope, uid)
    if found.uid != uid:
        return redirect("home:person", found.uid)
    context = person_page.context(request.scope, found, clock.now())
    return render(request, "home/person.html", context)


@require_http_methods(["GET", "POST"])
def settings(request: ScopedRequest) -> HttpResponse:
    """Me and settings: two forms on one page, each kept on its own."""
    which = request.POST.get("form")
    me = MeForm(request.POST if which == "me" else None, initial=vars(request.scope.settings.me))
    how = SettingsForm(
        request.POST if which == "how" else None, initial=_settings_initial(request.scope)
    )
    sent = {"me": me, "how": how}.get(which or "")
    if sent is None:
        return render(request, "home/settings.html", {"me": me, "how": how})
    if not sent.is_valid():
        return refused(request, "home/settings.html", {"me": me, "how": how})
    if sent is me:
        workspaces.change_settings(request.scope, me=Me(**me.cleaned_data))
    else:
        operations.change_how(request.scope, now=clock.now(), **how.cleaned_data)
    say(request, _("Kept."))
    return see_other(request, "home:settings")


def _settings_initial(scope: Scope) -> dict[str, Any]:
    found = scope.settings
    cadence = found.cadence
    return {
        "zone": cadence.zone,
        "working_days": cadence.working_days,
        "weekly_hours": found.weekly_minutes / 60,
        "nudge_days": cadence.nudge_days,
        "rhythm_days": cadence.rhythm_days,
        "waiting_limit": cadence.waiting_limit,
        "note_limit": found.note_limit,
        "theme": found.theme,
        "merge_exact": found.merge_exact,
        **vars(found.ranking),
    }


@require_http_methods(["GET"])
def trash(request: ScopedRequest) -> HttpResponse:
    """What was thrown away in the last thirty days."""
    rows = notebooks.trash(request.scope).defer("rows")[:200]
    return render(request, "home/trash.html", {"rows": rows})


@require_http_methods(["POST"])
def undo(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take back something thrown away."""
    operations.undo(request.scope, uid=uid, now=clock.now())
    say(request, _("It is back where it was."))
    return see_other(request, safe_next(request, "home:trash"))
