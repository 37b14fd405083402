"""Search phrases made from a role, a place and a school: to copy, never to be run by Askwell."""

import re
from dataclasses import dataclass

from askwell.plumbing import content

_SLOT = re.compile(r"\{(role|place|school)\}")


@dataclass(frozen=True)
class SearchPhrase:
    """A phrase to paste somewhere: ``where`` names the place, ``hint`` says what to look for."""

    key: str
    where: str
    text: str
    hint: str


def search_phrases(
    role: str = "",
    place: str = "",
    school: str = "",
    *,
    language: str = content.DEFAULT_LANGUAGE,
) -> tuple[SearchPhrase, ...]:
    """The phrases whose words are all known, in the order to try them."""
    values = {"role": _clean(role), "place": _clean(place), "school": _clean(school)}
    entries = content.toml("askwell.people", "search.toml", language)["phrase"]
    made = (_make(entry, values) for entry in entries)
    return tuple(phrase for phrase in made if phrase)


def _make(entry: dict[str, str], values: dict[str, str]) -> SearchPhrase | None:
    words = {field: entry[field] for field in ("where", "text", "hint")}
    needed = {name for text in words.values() for name in _SLOT.findall(text)}
    if not all(values[name] for name in needed):
        return None
    filled = {k: _SLOT.sub(lambda m: values[m.group(1)], text) for k, text in words.items()}
    return SearchPhrase(entry["key"], **filled)


def _clean(text: str) -> str:
    """One line without quotation marks, which would break a quoted phrase."""
    return " ".join(text.replace('"', " ").replace("“", " ").replace("”", " ").split())
