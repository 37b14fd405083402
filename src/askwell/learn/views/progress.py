"""How far I am, and what a class needs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from askwell.learn import classpack, operations, selectors
from askwell.learn.forms import ImportForm
from askwell.learn.headings import STAGE_WORDS
from askwell.learn.views.cards import overview_context
from askwell.plumbing import clock
from askwell.plumbing.errors import Refusal
from askwell.plumbing.http import refused, say, see_other
from askwell.workspaces.access import ScopedRequest

LARGEST = 5 * 1024 * 1024


@require_safe
def progress(request: ScopedRequest) -> HttpResponse:
    """Per stage what is known and practised, and what to learn next."""
    found = selectors.progress(request.scope, clock.now())
    context = {
        "rows": [
            (STAGE_WORDS[row.stage], row, selectors.page_of(row.stage)) for row in found.stages
        ],
        "wrong": found.wrong,
        "next": found.next,
        "next_heading": STAGE_WORDS.get(found.next.stage, ""),
        "next_page": selectors.page_of(found.next.stage) if found.next.stage else None,
    }
    return render(request, "learn/progress.html", context)


# -- files ----------------------------------------------------------------------------------------


@require_safe
def as_apkg(request: ScopedRequest) -> HttpResponse:
    """All cards for Anki."""
    return _download(operations.as_apkg(request.scope, now=clock.now()), "askwell.apkg")


@require_safe
def as_csv(request: ScopedRequest) -> HttpResponse:
    """All cards as a table."""
    return _download(operations.as_csv(request.scope), "askwell-cards.csv", "text/csv")


def _download(contents: bytes, name: str, kind: str = "application/octet-stream") -> HttpResponse:
    answer = HttpResponse(contents, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["POST"])
def take_in(request: ScopedRequest) -> HttpResponse:
    """Take cards of a table in."""
    form = ImportForm(request.POST, request.FILES)
    if form.is_valid():
        contents = form.cleaned_data["file"].read(LARGEST)
        try:
            taken = operations.take_in(request.scope, contents=contents, now=clock.now())
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            new = ngettext("%(n)d new card.", "%(n)d new cards.", taken.added) % {"n": taken.added}
            say(request, new if not taken.left_out else new + " " + _left_out(taken.left_out))
            return see_other(request, "learn:cards")
    return refused(request, "learn/cards.html", overview_context(request) | {"import_form": form})


def _left_out(count: int) -> str:
    words = ngettext("%(n)d line was left out.", "%(n)d lines were left out.", count)
    return words % {"n": count}


# -- a class --------------------------------------------------------------------------------------


@require_safe
def a_class(request: ScopedRequest) -> HttpResponse:
    """What a class needs, and where to get it."""
    return render(request, "learn/class.html", {"rubric": classpack.rubric(selectors.language())})


@require_safe
def pack(request: ScopedRequest) -> HttpResponse:
    """The class pack as one zip."""
    headings = {stage: str(heading) for stage, heading in STAGE_WORDS.items()}
    contents = classpack.pack(selectors.language(), headings, clock.now())
    return _download(contents, "askwell-class.zip", "application/zip")
