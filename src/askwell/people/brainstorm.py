"""The brainstorm walk: one kind prompt per source, to find people one already knows."""

from dataclasses import dataclass
from functools import cache

from askwell.plumbing import content


@dataclass(frozen=True)
class Prompt:
    """One stop of the walk; ``source`` is a value of ``people.models.Source``."""

    key: str
    source: str
    title: str
    prompt: str
    joggers: tuple[str, ...]


@cache
def prompts(language: str = content.DEFAULT_LANGUAGE) -> tuple[Prompt, ...]:
    """All stops in the order to walk them, the nearest people first."""
    entries = content.toml("askwell.people", "brainstorm.toml", language)["prompt"]
    return tuple(Prompt(**{**entry, "joggers": tuple(entry["joggers"])}) for entry in entries)


def prompt(key: str, language: str = content.DEFAULT_LANGUAGE) -> Prompt | None:
    """The stop with this key, or nothing."""
    return next((p for p in prompts(language) if p.key == key), None)
