"""Write `docs/guide/practice/` from the how-to; with `--check` only say whether it is stale."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from rule_docs import ROOT, keep

from askwell.learn import pages, words

FOLDER = ROOT / "docs" / "guide" / "practice"
SECTIONS = {
    "what": "What it is",
    "stages": "Step by step",
    "variants": "Where you stand, and how you meet",
    "other-side": "The other side",
    "reference": "To look up",
}
NOTICE = "Made from the how-to in Askwell by `tools/practice_docs.py`; change it there."


def documents() -> dict[str, str]:
    """File name to content, for every page."""
    return {
        "README.md": _index(),
        **{f"{page.slug}.md": _page(page) for page in pages.pages()},
        "facts.md": _document("What everybody should know", _facts()),
        "review.md": _document("Questions to think about", _review()),
        "glossary.md": _document("Glossary", _glossary()),
    }


def _document(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"# {title}", "", *lines]).rstrip() + "\n"


def _index() -> str:
    return _document("The practice", [NOTICE, "", *_contents()])


def _contents() -> Iterator[str]:
    for section, heading in SECTIONS.items():
        yield from (f"## {heading}", "")
        for page in pages.pages():
            if page.section == section:
                yield f"- [{page.title}]({page.slug}.md): {page.lead}"
        yield ""
    yield "- [What everybody should know](facts.md), with sources"
    yield "- [Questions to think about](review.md), with an answer each"
    yield "- [Glossary](glossary.md)"


def _page(page: pages.Page) -> str:
    return _document(page.title, [f"*{page.lead}*", "", page.markdown])


def _by_stage() -> Iterator[tuple[str, str]]:
    for stage in words.STAGES:
        page = pages.main_page(stage)
        yield stage, page.title if page else stage


def _facts() -> Iterator[str]:
    for stage, title in _by_stage():
        yield from (f"## {title}", "")
        for fact in words.facts():
            if fact.stage == stage:
                yield f"- {fact.text} *({fact.source})*"
        yield ""


def _review() -> Iterator[str]:
    for stage, title in _by_stage():
        yield from (f"## {title}", "")
        for asked in words.review_questions():
            if asked.stage == stage:
                yield from (f"**{asked.question}**", "", asked.answer, "")


def _glossary() -> Iterator[str]:
    names = {term.id: term.term for term in words.glossary()}
    for term in words.glossary():
        also = ", ".join(names[other] for other in term.see_also)
        yield from (f"**{term.term}**: {term.meaning} *See also: {also}.*", "")


if __name__ == "__main__":
    sys.exit(keep(FOLDER, documents()))
