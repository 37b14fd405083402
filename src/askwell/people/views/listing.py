"""The list of people, and the walk that fills it from memory."""

from functools import lru_cache
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_http_methods

from askwell.people import brainstorm as walk
from askwell.people import lists, operations, query, selectors, taking_out
from askwell.people.forms import FilterForm, NamesForm
from askwell.people.views.lines import lines
from askwell.plumbing import clock
from askwell.plumbing.errors import NotFound
from askwell.plumbing.http import paged, posted, refused, say, see_other
from askwell.workspaces.access import ScopedRequest

PAGE = 50
_LOOK_UP = ("alumni", "social", "association", "event")
"""Sources one looks up rather than remembers: there the walk offers search phrases."""


@require_http_methods(["GET"])
def listing(request: ScopedRequest) -> HttpResponse:
    """Everybody, narrowed by filters or by words while they are typed."""
    form = FilterForm(request.GET)
    text, asked, filters = _wanted(request, form)
    now = clock.now()
    context: dict[str, Any] = {"form": form, "filters": filters, "q": text, "asked": asked}
    context["kept"] = request.GET.urlencode()
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
    if request.htmx:
        return render(request, "people/_found.html", context)
    chosen = [str(form[name].value() or "") for name in _SELECTS]
    if form.errors:
        context["selects"] = _selects.__wrapped__(get_language(), *chosen)
    else:
        context["selects"] = _selects(get_language(), *chosen)
    return render(request, "people/list.html", context)


_SELECTS = ("stage", "source", "met")


@lru_cache(maxsize=512)
def _selects(language: str, *chosen: str) -> SafeString:
    """The three choices of the filter: the same for everybody, and an eighth of what the page costs."""
    form = FilterForm(dict(zip(_SELECTS, chosen, strict=True)))
    return render_to_string("people/_selects.html", {"form": form})


def _wanted(request: ScopedRequest, form: FilterForm) -> tuple[str, query.Query, lists.Filters]:
    """What was typed, read, and all it narrows the list to."""
    form.is_valid()
    wanted = form.cleaned_data if form.is_bound else {}
    place = wanted.get("organization")
    chosen = lists.Filters(
        stage=wanted.get("stage", ""),
        source=wanted.get("source", ""),
        met=wanted.get("met", ""),
        organization=selectors.get_organization(request.scope, place) if place else None,
    )
    text = wanted.get("q", "").strip()
    asked = query.read(text)
    return text, asked, lists.filters_of(asked, chosen)


@require_http_methods(["GET"])
def take_out(request: ScopedRequest, form: str) -> StreamingHttpResponse:
    """Those the list shows, all of them, as a file: vCard 3.0 or 4.0, jCard or CSV."""
    if form not in taking_out.TYPES:
        raise NotFound
    _text, asked, filters = _wanted(request, FilterForm(request.GET))
    pieces = taking_out.written(request.scope, filters, asked.words, form=form, now=clock.now())
    answer = StreamingHttpResponse(pieces, content_type=taking_out.TYPES[form])
    name = f"people.{taking_out.ENDINGS[form]}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


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
