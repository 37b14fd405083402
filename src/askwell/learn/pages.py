"""The how-to pages: Markdown with a head of TOML, one file per page, in the order of their numbers.

The head holds ``title``, ``lead``, ``go`` and perhaps ``stage`` (one of :data:`words.STAGES`; else the
file's name says it) and ``section`` (one of :data:`SECTIONS`; else it is a page of a stage).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt

from askwell.learn.words import stage_of_page
from askwell.plumbing import content
from askwell.plumbing.errors import NotFound

PACKAGE = "askwell.learn"
FENCE = "+++\n"
SECTIONS = ("what", "stages", "variants", "other-side", "reference")
TAGS = {"p", "h2", "ol", "ul", "li", "blockquote", "em", "strong"}


@dataclass(frozen=True)
class Go:
    """A way from a page into the app, or to another page; ``url`` is the name of an address."""

    url: str
    text: str
    slug: str = ""


@dataclass(frozen=True)
class Page:
    """One short page. ``html`` is clean: only the tags of running text."""

    slug: str
    title: str
    lead: str
    html: str
    go: tuple[Go, ...]
    stage: str = ""
    section: str = "stages"
    markdown: str = ""

    @property
    def is_main(self) -> bool:
        """Whether it is the page of its stage, and not one beside it."""
        return bool(self.stage) and stage_of_page(self.slug) == self.stage


@cache
def pages(language: str = content.DEFAULT_LANGUAGE) -> tuple[Page, ...]:
    """All pages in the order to read them, in the nearest language there is."""
    files = sorted(content.names(PACKAGE, suffix=".md"), key=_number)
    return tuple(_page(name, content.text(PACKAGE, name, language)) for name in files)


def page(slug: str, language: str = content.DEFAULT_LANGUAGE) -> Page:
    """The page with this slug. Raises :class:`NotFound` if there is none."""
    found = next((p for p in pages(language) if p.slug == slug), None)
    if found is None:
        raise NotFound
    return found


def main_page(stage: str, language: str = content.DEFAULT_LANGUAGE) -> Page | None:
    """The page of a stage."""
    return next((p for p in pages(language) if p.is_main and p.stage == stage), None)


def _number(name: str) -> int:
    return int(name.partition("-")[0])


def _page(name: str, text: str) -> Page:
    _, head, body = text.split(FENCE, 2)
    words: dict[str, Any] = tomllib.loads(head)
    slug = name.partition("-")[2].removesuffix(".md")
    return Page(
        slug=slug,
        title=words["title"],
        lead=words["lead"],
        html=nh3.clean(MarkdownIt().render(body), tags=TAGS, attributes={}),
        go=tuple(Go(**entry) for entry in words["go"]),
        stage=stage_of_page(words.get("stage") or slug),
        section=words.get("section", "stages"),
        markdown=body.strip(),
    )
