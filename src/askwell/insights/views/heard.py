"""What I've heard: answers side by side, talk by talk, beliefs, passages, the page to show."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.explorations.selectors import current, get_exploration, get_hypothesis, hypotheses
from askwell.insights import heard, operations, selectors
from askwell.insights.forms import PassageForm, ThemeForm, WeighForm
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import paged, safe_next, say, see_other, sought
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.explorations.models import Exploration

QUESTIONS, TALKS, PASSAGES = 10, 10, 30
"""How many are on one page."""


def question_of(request: ScopedRequest) -> "Exploration | None":
    """The question a page is about: the one in the address, else the one in hand.

    `?question=all` is about every talk there was.
    """
    wanted = request.GET.get("question", "")
    if wanted == "all":
        return None
    if wanted:
        return get_exploration(request.scope, wanted)
    return current(request.scope)


@require_http_methods(["GET"])
def answers(request: ScopedRequest) -> HttpResponse:
    """The same question, everybody's answers side by side."""
    exploration = question_of(request)
    find = sought(request)
    found = heard.side_by_side(request.scope, exploration, find)
    page = Paginator(found.questions, QUESTIONS).get_page(request.GET.get("page"))
    context = {
        "exploration": exploration,
        "heard": found,
        "page": page,
        "find": find,
        "matrix": found.table()[:50] if found.counted else [],
    }
    return render(request, "insights/heard.html", context)


@require_http_methods(["GET"])
def talk_by_talk(request: ScopedRequest) -> HttpResponse:
    """What was new in each talk."""
    exploration = question_of(request)
    rows = selectors.talks(request.scope, exploration)
    page = paged(request, rows, ("-starts_at", "-id"), size=TALKS)
    context = {
        "exploration": exploration,
        "page": page,
        "news": heard.talk_by_talk(request.scope, page.rows),
    }
    return render(request, "insights/talks.html", context)


@require_http_methods(["GET"])
def passages(request: ScopedRequest) -> HttpResponse:
    """Everything I marked, to search, name a theme for, or throw away."""
    exploration = question_of(request)
    find = sought(request)
    rows = selectors.find_passages(selectors.highlights(request.scope, exploration), find)
    page = paged(request, rows, ("-said_on", "-id"), size=PASSAGES)
    context = {"exploration": exploration, "page": page, "find": find}
    return render(request, "insights/passages.html", context)


@require_http_methods(["POST"])
def mark(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Mark a passage of a note."""
    note = selectors.get_note(request.scope, uid)
    form = PassageForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    operations.mark_passage(request.scope, note=note, text=text, now=clock.now())
    say(request, _("Marked. It is in your passages."))
    return see_other(request, safe_next(request, "insights:passages"))


@require_http_methods(["POST"])
def theme(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Give a passage a theme in my own word."""
    row = selectors.get_highlight(request.scope, uid)
    form = ThemeForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("A theme is one or a few words, at most 100 letters."))
    operations.set_theme(request.scope, highlight=row, theme=form.cleaned_data["theme"])
    return see_other(request, safe_next(request, "insights:passages"))


@require_http_methods(["POST"])
def unmark(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a passage away (undoable for thirty days); the note stays."""
    row = selectors.get_highlight(request.scope, uid)
    undo = operations.discard(request.scope, row=row, label=row.text, now=clock.now())
    say(request, _("Thrown away. The note itself stays."), undo=undo)
    return see_other(request, safe_next(request, "insights:passages"))


@require_http_methods(["GET"])
def beliefs(request: ScopedRequest) -> HttpResponse:
    """What I believe so far, and what speaks for and against it."""
    exploration = question_of(request)
    context: dict[str, Any] = {"exploration": exploration}
    if exploration is not None:
        context |= {
            "beliefs": heard.beliefs(request.scope, exploration),
            "passages": selectors.highlights(request.scope, exploration)[:200],
            "people": heard.side_by_side(request.scope, exploration).people,
        }
    return render(request, "insights/beliefs.html", context)


@require_http_methods(["POST"])
def weigh(request: ScopedRequest) -> HttpResponse:
    """Let a passage speak for or against a belief."""
    form = WeighForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("Choose a passage first, then for or against."))
    data = form.cleaned_data
    hypothesis = get_hypothesis(request.scope, data["hypothesis"])
    operations.weigh(
        request.scope,
        highlight=selectors.get_highlight(request.scope, data["highlight"]),
        hypothesis=hypothesis,
        side=data["side"],
        now=clock.now(),
    )
    return see_other(request, safe_next(request, "insights:beliefs"))


@require_http_methods(["POST"])
def unweigh(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take a passage off a belief (undoable)."""
    row = selectors.get_evidence(request.scope, uid)
    label = row.hypothesis.text
    undo = operations.discard(request.scope, row=row, label=label, now=clock.now())
    say(request, _("Taken off."), undo=undo)
    return see_other(request, safe_next(request, "insights:beliefs"))


@require_http_methods(["GET"])
def report(request: ScopedRequest) -> HttpResponse:
    """ "What five people told me about ___": one page to print; `?names=no` hides the names."""
    exploration = question_of(request)
    context: dict[str, Any] = {
        "exploration": exploration,
        "nameless": request.GET.get("names") == "no",
    }
    if exploration is not None:
        context["report"] = heard.report(request.scope, exploration)
        context["hypotheses"] = hypotheses(request.scope, exploration)
    return render(request, "insights/report.html", context)
