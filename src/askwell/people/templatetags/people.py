"""Words of the people stage in templates: ``{% load people %}``."""

from typing import Any

from django import template

from askwell.people import suspects
from askwell.people.formats.values import browsable
from askwell.people.pairs_told import told
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


@register.inclusion_tag("people/_maybe_twice.html", takes_context=True)
def maybe_twice(context: Any, person: Any) -> dict[str, Any]:
    """A quiet card: is this the same person as somebody else here? Empty for nearly everybody."""
    request = context["request"]
    found = suspects.alike(request.scope, person)
    return {
        "pairs": [told(pair) for pair in found],
        "kind": suspects.PERSON,
        "here": request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }
