"""Pages of the how-to. The same for everybody; nothing is read from a notebook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from askwell.learn import pages
from askwell.plumbing.content import DEFAULT_LANGUAGE


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All short pages, in the order of the stages."""
    return render(request, "learn/index.html", {"pages": pages.pages(_language())})


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One short page."""
    return render(request, "learn/page.html", {"page": pages.page(slug, _language())})


def _language() -> str:
    return get_language() or DEFAULT_LANGUAGE
