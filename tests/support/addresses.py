"""Every address of the house, read from the URL configuration."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.support.objects import WITH_TOKEN


@dataclass(frozen=True)
class Address:
    """One named URL and the keywords in it."""

    name: str
    keywords: tuple[str, ...]


def addresses() -> list[Address]:
    """All addresses but those that need a secret nobody can list."""
    found = {address.name: address for address in _walk(get_resolver().url_patterns, "")}
    return [address for name, address in sorted(found.items()) if name not in WITH_TOKEN]


def _walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        else:
            assert pattern.name, f"{pattern.pattern} has no name"
            yield Address(space + pattern.name, tuple(pattern.pattern.converters))
