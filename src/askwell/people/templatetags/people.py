"""Words of the people stage in templates: ``{% load people %}``."""

from typing import Any

from django import template

from askwell.people.formats.values import browsable
from askwell.people.words import SOURCES

register = template.Library()


@register.filter
def source_word(code: str) -> Any:
    """How somebody is known, in words."""
    return SOURCES.get(code, "")


@register.filter
def as_link(url: str) -> str:
    """A stored web address as a browser wants it; nothing that is no web address gets through."""
    return browsable(url) if url.startswith(("https://", "http://")) else ""
