"""The prompts of the debrief, three first and the rest under "more"."""

from dataclasses import dataclass
from functools import cache

from askwell.plumbing import content


@dataclass(frozen=True)
class DebriefPrompt:
    """One prompt; ``field`` names the field of ``insights.models.Debrief``, or is empty."""

    key: str
    field: str
    first: bool
    title: str
    prompt: str


@dataclass(frozen=True)
class DebriefWords:
    """The debrief page: first line, prompts, and words for how well it fits (0–4)."""

    intro: str
    fit_labels: tuple[str, ...]
    prompts: tuple[DebriefPrompt, ...]


@cache
def debrief_words(language: str = content.DEFAULT_LANGUAGE) -> DebriefWords:
    """Everything the debrief page says."""
    page = content.toml("askwell.insights", "debrief.toml", language)
    prompts = tuple(DebriefPrompt(**p) for p in page["prompt"])
    return DebriefWords(page["intro"], tuple(page["fit_labels"]), prompts)
