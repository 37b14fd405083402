"""The list of people, and the walk that fills it from memory."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.people import brainstorm as walk
from askwell.people import lists, operations, query, selectors
from askwell.people.forms import FilterForm, NamesForm
from askwell.people.views.lines import lines
from askwell.plumbing import clock
from askwell.plumbing.http import paged, posted, refused, say, see_other
from askwell.workspaces.access import ScopedRequest

PAGE = 50
_LOOK_UP = ("alumni", "social", "association", "event")
"""Sources one looks up rather than remembers: there the walk offers search phrases."""


@require_http_methods(["GET"])
def listing(request: ScopedRequest) -> HttpResponse:
    """Everybody, narrowed by filters or by words while they are typed."""
    form = FilterForm(request.GET)
    form.is_valid()
    wanted = form.cleaned_data if form.is_bound else {}
    place, now = wanted.get("organization"), clock.now()
    chosen = lists.Filters(
        stage=wanted.get("stage", ""),
        source=wanted.get("source", ""),
        met=wanted.get("met", ""),
        organization=selectors.get_organization(request.scope, place) if place else None,
    )
    text = wanted.get("q", "").strip()
    asked = query.read(text)
    filters = lists.filters_of(asked, chosen)
    context: dict[str, Any] = {"form": form, "filters": filters, "q": text, "asked": asked}
    context["filters_help"] = [pair for pair in query.HELP.items() if pair[0] != "kind:note"]
    if asked.words:
        found = lists.found(request.scope, filters, asked.words, now=now)
        context["lines"] = lines(found)
    else:
        rows = lists.listed(request.scope, filters, now)
        context["page"] = paged(request, rows, ("sort_key", "id"), size=PAGE)
        context["lines"] = lines(context["page"].rows)
    if not context["lines"]:
        context["anybody"] = lists.anybody(request.scope)
    template = "people/_found.html" if request.htmx else "people/list.html"
    return render(request, template, context)


@require_http_methods(["GET", "POST"])
def brainstorm(request: ScopedRequest) -> HttpResponse:
    """The brainstorm walk: one prompt per source, one name per line, back and next."""
    stops = walk.prompts()
    keys = [stop.key for stop in stops]
    key = request.POST.get("stop") or request.GET.get("stop") or keys[0]
    place = keys.index(key) if key in keys else 0
    stop, last = stops[place], place + 1 == len(stops)
    form = NamesForm(posted(request))
    context = {
        "stop": stop,
        "form": form,
        "number": place + 1,
        "count": len(stops),
        "back": keys[place - 1] if place else "",
        "next": "" if last else keys[place + 1],
        "look_up": stop.source in _LOOK_UP,
    }
    if request.method == "GET":
        return render(request, "people/brainstorm.html", context)
    if not form.is_valid():
        return refused(request, "people/brainstorm.html", context)
    names = form.cleaned_data["names"].splitlines()[:500]
    added = operations.add_people(request.scope, names=names, source=stop.source, now=clock.now())
    if added:
        text = ngettext("%(count)d person added.", "%(count)d people added.", len(added))
        say(request, text % {"count": len(added)})
    if last:
        return see_other(request, "people:list")
    return see_other(request, reverse("people:brainstorm") + f"?stop={keys[place + 1]}")
