"""The words for the day of a talk: lists per mode, the nerves card, sentences in reach, recall."""

from dataclasses import dataclass
from functools import cache

from askwell.plumbing import content

PACKAGE = "askwell.meetings"
MODES = ("phone", "video", "in-person")
MOMENTS = ("day before", "that day", "five minutes before")
GROUPS = ("opening", "permission", "follow-up", "reflect", "back", "time", "closing")


@dataclass(frozen=True)
class DayOfItem:
    """One line of the list; ``when`` is one of :data:`MOMENTS`."""

    key: str
    modes: tuple[str, ...]
    when: str
    text: str


@dataclass(frozen=True)
class Sentence:
    """A sentence in reach; ``group`` is one of :data:`GROUPS`."""

    key: str
    group: str
    text: str


@dataclass(frozen=True)
class NervesCard:
    """A few true lines for the last minutes before a talk."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class RecallPrompt:
    """One of the three prompts; ``key`` is the field of ``meetings.models.Recall``."""

    key: str
    title: str
    prompt: str
    starters: tuple[str, ...]


@dataclass(frozen=True)
class RecallWords:
    """The recall page: a first line, a line for people with paper, and the three prompts."""

    intro: str
    paper: str
    prompts: tuple[RecallPrompt, ...]


@cache
def day_of(mode: str, language: str = content.DEFAULT_LANGUAGE) -> tuple[DayOfItem, ...]:
    """The list for a mode, in the order of the day."""
    entries = content.toml(PACKAGE, "dayof.toml", language)["item"]
    items = [DayOfItem(**{**e, "modes": tuple(e["modes"])}) for e in entries]
    return tuple(
        item for when in MOMENTS for item in items if item.when == when and mode in item.modes
    )


@cache
def nerves_card(language: str = content.DEFAULT_LANGUAGE) -> NervesCard:
    """The card to read when the heart beats fast."""
    entry = content.toml(PACKAGE, "dayof.toml", language)["nerves"]
    return NervesCard(entry["title"], tuple(entry["lines"]))


@cache
def sentences(group: str = "", language: str = content.DEFAULT_LANGUAGE) -> tuple[Sentence, ...]:
    """Sentences in reach, all of them or one group; ``{end}`` is the agreed end of the talk."""
    entries = content.toml(PACKAGE, "dayof.toml", language)["sentence"]
    return tuple(Sentence(**e) for e in entries if group in ("", e["group"]))


@cache
def recall_words(language: str = content.DEFAULT_LANGUAGE) -> RecallWords:
    """The three prompts of "before I forget"."""
    page = content.toml(PACKAGE, "recall.toml", language)
    prompts = tuple(RecallPrompt(**{**p, "starters": tuple(p["starters"])}) for p in page["prompt"])
    return RecallWords(page["intro"], page["paper"], prompts)
