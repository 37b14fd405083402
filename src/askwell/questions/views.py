"""Pages of questions: the bank, the plan of a talk, what they may ask back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.explorations import selectors as explorations
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import paged, posted, refused, safe_next, say, see_other, sought
from askwell.plumbing.ids import new_uid, uid_in
from askwell.questions import operations, review, selectors
from askwell.questions.categories import CATEGORY_WORDS
from askwell.questions.forms import AnswerForm, LineForm, NewLineForm, OwnForm
from askwell.workspaces.access import ScopedRequest

SHOWN_ICE = 6

# -- the bank -------------------------------------------------------------------------------------


@require_http_methods(["GET"])
def the_bank(request: ScopedRequest) -> HttpResponse:
    """Questions to choose from, and my own."""
    form = OwnForm(initial={"uid": new_uid()})
    return render(request, "questions/bank.html", _bank(request) | {"form": form})


def _bank(request: ScopedRequest) -> dict[str, Any]:
    query = sought(request)
    category = request.GET.get("category", "")
    own = selectors.own_questions(request.scope, query, category)
    chosen = request.GET.get("agenda", "")
    question = explorations.current(request.scope)
    chapters = selectors.chapters(query, category, question.topic if question else "")
    return {
        "query": query,
        "category": category if category in CATEGORY_WORDS else "",
        "categories": CATEGORY_WORDS.items(),
        "chapters": [(CATEGORY_WORDS[c.category], c) for c in chapters],
        "ice_breakers": [] if query or category else selectors.ice_breakers()[:SHOWN_ICE],
        "own": paged(request, own, ["id"]),
        "agenda": selectors.find_agenda(request.scope, chosen),
    }


@require_http_methods(["POST"])
def own_add(request: ScopedRequest) -> HttpResponse:
    """Keep a question I wrote."""
    form = OwnForm(request.POST)
    if not form.is_valid():
        return refused(request, "questions/bank.html", _bank(request) | {"form": form})
    operations.add_own(request.scope, now=clock.now(), **form.cleaned_data)
    say(request, _("Your question is in the bank now."))
    return see_other(request, safe_next(request, "questions:bank"))


@require_http_methods(["POST"])
def own_delete(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw one of my own questions away."""
    question = selectors.get_own_question(request.scope, uid)
    undo = operations.remove_own(request.scope, question=question, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, safe_next(request, "questions:bank"))


# -- the plan of a talk ---------------------------------------------------------------------------


@require_http_methods(["GET"])
def agenda(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The plan of one talk, with its minutes."""
    return render(request, "questions/agenda.html", _agenda(request, uid))


def _agenda(request: ScopedRequest, uid: UUID) -> dict[str, Any]:
    row = selectors.get_agenda(request.scope, uid)
    plan = selectors.laid_out(request.scope, row)
    question = row.exploration
    beliefs = explorations.hypotheses(request.scope, question) if question else []
    return {
        "agenda": row,
        "plan": plan,
        "review": review.of_plan(
            plan.items, row.minutes, [belief.text for belief in beliefs], row.dismissed
        ),
        "form": NewLineForm(initial={"uid": new_uid(), "minutes": 3, "section": "core"}),
        "more": selectors.worth_adding(plan),
    }


def _changed(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """After a change: the plan as a fragment for HTMX, else the page."""
    if request.htmx:
        return render(request, "questions/_plan.html", _agenda(request, uid))
    return see_other(request, reverse("questions:agenda", args=[uid]) + "#plan")


@require_http_methods(["POST"])
def make_plan(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Make me a plan."""
    row = selectors.get_agenda(request.scope, uid)
    question = row.exploration
    beliefs = explorations.hypotheses(request.scope, question) if question else []
    operations.make_plan(
        request.scope,
        agenda=row,
        work=question.topic if question else "",
        hypotheses=[belief.text for belief in beliefs],
    )
    return _changed(request, uid)


@require_http_methods(["POST"])
def not_here(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Put a suggestion aside, with a reason if I like."""
    operations.dismiss(
        request.scope,
        agenda=selectors.get_agenda(request.scope, uid),
        slug=request.POST.get("slug", ""),
        item=request.POST.get("item", ""),
        reason=request.POST.get("reason", "").strip(),
    )
    return _changed(request, uid)


@require_http_methods(["POST"])
def item_add(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Add a line in my own words."""
    row = selectors.get_agenda(request.scope, uid)
    form = NewLineForm(request.POST)
    if not form.is_valid():
        template = "questions/_plan.html" if request.htmx else "questions/agenda.html"
        return refused(request, template, _agenda(request, uid) | {"form": form})
    operations.add_line(request.scope, agenda=row, **form.cleaned_data)
    return _changed(request, uid)


@require_http_methods(["POST"])
def item_take(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take a question of the bank, or one of my own, onto the plan."""
    row = selectors.get_agenda(request.scope, uid)
    work = row.exploration.topic if row.exploration else ""
    if own := uid_in(request.POST.get("own", "")):
        question = selectors.get_own_question(request.scope, own)
        operations.add_own_line(request.scope, agenda=row, question=question)
    else:
        operations.add_from_bank(
            request.scope, agenda=row, key=request.POST.get("key", ""), work=work
        )
    if "next" in request.POST:
        say(request, _("It is on the plan."))
        return see_other(request, safe_next(request, "questions:bank"))
    return _changed(request, uid)


@require_http_methods(["GET", "POST"])
def item_edit(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Other words, minutes or part for one line."""
    item = selectors.get_item(request.scope, uid)
    initial = {"text": item.text, "minutes": item.minutes, "section": item.section}
    form = LineForm(posted(request), initial=initial)
    context = {"item": item, "form": form}
    if request.method == "GET":
        return render(request, "questions/item.html", context)
    if not form.is_valid():
        return refused(request, "questions/item.html", context)
    operations.edit_line(request.scope, item=item, **form.cleaned_data)
    return _changed(request, item.agenda.uid)


@require_http_methods(["POST"])
def item_move(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """One place earlier (`way=up`) or later."""
    item = selectors.get_item(request.scope, uid)
    operations.move_line(request.scope, item=item, up=request.POST.get("way") == "up")
    return _changed(request, item.agenda.uid)


@require_http_methods(["POST"])
def item_remove(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take a line off the plan."""
    item = selectors.get_item(request.scope, uid)
    undo = operations.remove_line(request.scope, item=item, now=clock.now())
    say(request, _("Taken off the plan."), undo=undo)
    return _changed(request, item.agenda.uid)


@require_http_methods(["POST"])
def suggestions(request: ScopedRequest) -> HttpResponse:
    """What could be better about a question while it is typed; nothing is kept."""
    found = review.of_text(request.POST.get("text", "")[:500])
    return render(request, "questions/_suggestions.html", {"review": found})


# -- what they may ask back -----------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def they_may_ask(request: ScopedRequest) -> HttpResponse:
    """What they may ask back, with my answers."""
    if request.method == "POST":
        return _answer(request)
    return render(request, "questions/answers.html", _answers(request))


def _answers(request: ScopedRequest) -> dict[str, Any]:
    rows = selectors.prepared(request.scope)
    me = request.scope.settings.me
    return {
        "rows": [
            (row, AnswerForm(initial={"key": row.key, "text": row.answer}, auto_id=f"{row.key}_%s"))
            for row in rows
        ],
        "half_minute": me.half_minute,
        "count": sum(bool(row.answer) for row in rows),
    }


def _answer(request: ScopedRequest) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        context = _answers(request) | {"refused_form": form}
        return refused(request, "questions/answers.html", context)
    try:
        operations.answer(request.scope, now=clock.now(), **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        context = _answers(request) | {"refused_form": form}
        return refused(request, "questions/answers.html", context)
    say(request, _("Kept."))
    return see_other(request, reverse("questions:answers") + f"#{form.cleaned_data['key']}")
