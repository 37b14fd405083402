"""The how-to pages: Markdown with a head of TOML, one file per page, in the order of their numbers."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt

from askwell.plumbing import content
from askwell.plumbing.errors import NotFound

PACKAGE = "askwell.learn"
FENCE = "+++\n"
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


def _number(name: str) -> int:
    return int(name.partition("-")[0])


def _page(name: str, text: str) -> Page:
    _, head, body = text.split(FENCE, 2)
    words: dict[str, Any] = tomllib.loads(head)
    return Page(
        slug=name.partition("-")[2].removesuffix(".md"),
        title=words["title"],
        lead=words["lead"],
        html=nh3.clean(MarkdownIt().render(body), tags=TAGS, attributes={}),
        go=tuple(Go(**entry) for entry in words["go"]),
    )
