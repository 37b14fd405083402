"""Pages of the how-to: what there is to read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from askwell.learn import pages, selectors, words
from askwell.learn.headings import SECTION_WORDS
from askwell.plumbing import clock
from askwell.workspaces.access import ScopedRequest


@require_safe
def index(request: ScopedRequest) -> HttpResponse:
    """All short pages by section, and what is worth doing now."""
    now, deck = clock.now(), selectors.deck(request.scope)
    found = pages.pages(selectors.language())
    sections = [
        (heading, [page for page in found if page.section == section])
        for section, heading in SECTION_WORDS.items()
    ]
    context = {
        "sections": [(heading, rows) for heading, rows in sections if rows],
        "session": selectors.session(request.scope, now, deck_of=deck),
        "before": selectors.before_talk(request.scope, now, deck),
    }
    return render(request, "learn/index.html", context)


@require_safe
def page(request: ScopedRequest, slug: str) -> HttpResponse:
    """One short page; that of a stage with its facts, its questions and its cards."""
    language = selectors.language()
    found = pages.page(slug, language)
    context = {"page": found, "facts": (), "to_review": ()}
    if found.is_main:
        context["facts"] = [f for f in words.facts(language) if f.stage == found.stage]
        context["to_review"] = [
            q for q in words.review_questions(language) if q.stage == found.stage
        ]
        context["cards"] = sum(card.stage == found.stage for card in words.cards(language))
    return render(request, "learn/page.html", context)


@require_safe
def glossary(request: ScopedRequest) -> HttpResponse:
    """The words of the practice and what they mean."""
    terms = words.glossary(selectors.language())
    named = {term.id: term for term in terms}
    rows = [(term, [named[other] for other in term.see_also if other in named]) for term in terms]
    return render(request, "learn/glossary.html", {"rows": rows})
