"""Lines for résumé and cover letter; openings they mentioned; the ending."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.explorations.selectors import current, get_exploration
from askwell.insights import ending, operations, selectors
from askwell.insights.forms import AnswerForm, DoneForm, LineForm, OpeningForm
from askwell.plumbing import clock
from askwell.plumbing.http import paged, posted, refused, say, see_other
from askwell.plumbing.ids import new_uid, uid_in
from askwell.workspaces.access import ScopedRequest

if TYPE_CHECKING:
    from askwell.explorations.models import Exploration

SHOWN = 200


@require_http_methods(["GET", "POST"])
def resume(request: ScopedRequest) -> HttpResponse:
    """Lines to add or change, each citing the passage it rests on."""
    cited = _cited(request)
    form = LineForm(
        posted(request), initial={"uid": new_uid(), "highlight": cited.uid if cited else None}
    )
    context = {
        "form": form,
        "cited": cited,
        "lines": selectors.resume_lines(request.scope)[:SHOWN],
        "passages": selectors.highlights(request.scope, current(request.scope))[:50],
    }
    if request.method == "GET":
        return render(request, "insights/resume.html", context)
    if not form.is_valid():
        return refused(request, "insights/resume.html", context)
    data = form.cleaned_data | {"highlight": cited}
    operations.add_line(request.scope, **data, exploration=current(request.scope), now=clock.now())
    say(request, _("Kept, with where it comes from."))
    return see_other(request, "insights:resume")


def _cited(request: ScopedRequest) -> Any:
    wanted = uid_in(request.POST.get("highlight") or request.GET.get("passage") or "")
    return selectors.get_highlight(request.scope, wanted) if wanted else None


@require_http_methods(["POST"])
def line_done(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """The line is in, or not after all."""
    row = selectors.get_resume_line(request.scope, uid)
    form = DoneForm(request.POST)
    finished = form.is_valid() and form.cleaned_data["done"]
    operations.tick_line(request.scope, line=row, done=finished, now=clock.now())
    return see_other(request, "insights:resume")


@require_http_methods(["POST"])
def drop_line(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw a line away (undoable)."""
    row = selectors.get_resume_line(request.scope, uid)
    undo = operations.discard(request.scope, row=row, label=row.text, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, "insights:resume")


@require_http_methods(["GET"])
def openings(request: ScopedRequest) -> HttpResponse:
    """What they mentioned of their own accord."""
    rows = selectors.openings(request.scope)
    page = paged(request, rows, ("-said_on", "-id"), size=30)
    forms = [
        (row, OpeningForm(initial={"text": row.text, "status": row.status}, prefix=str(row.uid)))
        for row in page.rows
    ]
    return render(
        request, "insights/openings.html", {"page": page, "openings": forms, "form": None}
    )


@require_http_methods(["POST"])
def opening(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Correct the words of an opening, or say what became of it."""
    row = selectors.get_opening(request.scope, uid)
    form = OpeningForm(request.POST, prefix=str(uid))
    if not form.is_valid():
        context = {"openings": [(row, form)], "form": form}
        return refused(request, "insights/openings.html", context)
    operations.change_opening(request.scope, opening=row, **form.cleaned_data)
    say(request, _("Kept."))
    return see_other(request, "insights:openings")


@require_http_methods(["POST"])
def drop_opening(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Throw an opening away (undoable)."""
    row = selectors.get_opening(request.scope, uid)
    undo = operations.discard(request.scope, row=row, label=row.text, now=clock.now())
    say(request, _("Thrown away."), undo=undo)
    return see_other(request, "insights:openings")


@require_http_methods(["GET", "POST"])
def answer(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """ "I have my answer": the words, then a short note to everyone who helped."""
    exploration = get_exploration(request.scope, uid)
    form = AnswerForm(posted(request), initial={"answer": exploration.answer})
    if request.method == "GET":
        return render(request, "insights/answer.html", _answer(request, exploration, form))
    if not form.is_valid():
        return refused(request, "insights/answer.html", _answer(request, exploration, form))
    letters = ending.close_with_answer(
        request.scope,
        exploration=exploration,
        answer=form.cleaned_data["answer"],
        now=clock.now(),
    )
    say(request, _ended(len(letters)))
    return see_other(request, "insights:answer", exploration.uid)


@require_http_methods(["POST"])
def reopen(request: ScopedRequest, uid: UUID) -> HttpResponse:
    """Take up a question again that had its answer."""
    exploration = get_exploration(request.scope, uid)
    ending.reopen(request.scope, exploration=exploration, now=clock.now())
    say(request, _("Your question is open again."))
    return see_other(request, "explorations:detail", exploration.uid)


def _ended(notes: int) -> str:
    if not notes:
        return _("Your question has its answer.")
    words = ngettext(
        "Your question has its answer. %(n)d short note is ready to be read and sent.",
        "Your question has its answer. %(n)d short notes are ready to be read and sent.",
        notes,
    )
    return words % {"n": notes}


def _answer(request: ScopedRequest, exploration: "Exploration", form: AnswerForm) -> dict[str, Any]:
    return {
        "exploration": exploration,
        "form": form,
        "helpers": ending.helpers(request.scope, exploration),
        "letters": ending.answer_letters(request.scope, exploration),
    }
