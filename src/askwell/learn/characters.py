"""Who one can rehearse with: one file each in ``content/<lang>/characters/``.

A file holds ``id, name, temperament, role, organization, minutes, about`` (and perhaps ``pace``: how long
answers take, 1 is usual); ``[says]`` with ``opening`` and ``closing``; for each topic of
:data:`TOPICS` a table ``[answers.<topic>]`` with ``open``, ``closed`` and ``follow_up``;
``[reacts]`` with one list for each of :data:`REACTIONS` (``hello``, for a greeting without a question,
``answered``, for when they had asked me something, and ``soon``, five minutes before the end, may be
left out); and ``[[asks_back]]`` with
``question`` and ``after`` (that many of my turns), and perhaps ``key`` (of
``questions/content/<lang>/asked-back.toml``, so that the prepared answer can be shown).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from askwell.plumbing import content
from askwell.plumbing.errors import NotFound

PACKAGE = "askwell.learn"
FOLDER = "characters"
TOPICS = (
    "career-path", "day-to-day", "skills", "culture", "industry-trends", "work-life", "education",
    "entry-advice", "advice-on-me", "company", "other",
)  # fmt: skip
REACTIONS = (
    "off_limits", "job_ask", "multi", "statement", "repeat", "over_time", "thanks", "names",
    "permission", "giving",
)  # fmt: skip
FURTHER = ("hello", "answered", "soon")
FEWEST = {"open": 2, "closed": 1, "follow_up": 1}


@dataclass(frozen=True)
class Answers:
    """What they say about one topic, by how they are asked; each line is said once."""

    open: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskedBack:
    """A question they ask after so many of my turns; ``key`` names the prepared answer."""

    question: str
    after: int
    key: str = ""


@dataclass(frozen=True)
class Character:
    """Somebody invented, to rehearse a talk with."""

    id: str
    name: str
    temperament: str
    role: str
    organization: str
    minutes: int
    about: str
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    answers: Mapping[str, Answers]
    reacts: Mapping[str, tuple[str, ...]]
    asks_back: tuple[AskedBack, ...] = ()
    pace: float = 1.0
    topic_of: Mapping[str, str] = field(default_factory=dict)

    @property
    def given(self) -> str:
        """The first name."""
        return self.name.split()[0]


@cache
def characters(language: str = content.DEFAULT_LANGUAGE) -> tuple[Character, ...]:
    """Everybody there is, in the order of the file names."""
    names = content.names(PACKAGE, FOLDER, ".toml")
    return tuple(read(content.toml(PACKAGE, f"{FOLDER}/{name}", language)) for name in names)


def character(key: str, language: str = content.DEFAULT_LANGUAGE) -> Character:
    """The one with this id. Raises :class:`NotFound` if there is none."""
    found = next((c for c in characters(language) if c.id == key), None)
    if found is None:
        raise NotFound
    return found


def read(words: Mapping[str, Any]) -> Character:
    """A character as its file says."""
    answers = {
        topic: Answers(**{how: tuple(lines) for how, lines in said.items()})
        for topic, said in words["answers"].items()
    }
    return Character(
        id=words["id"],
        name=words["name"],
        temperament=words["temperament"],
        role=words["role"],
        organization=words["organization"],
        minutes=words["minutes"],
        about=words["about"],
        opening=tuple(words["says"]["opening"]),
        closing=tuple(words["says"]["closing"]),
        answers=answers,
        reacts={kind: tuple(lines) for kind, lines in words["reacts"].items()},
        asks_back=tuple(AskedBack(**entry) for entry in words.get("asks_back", ())),
        pace=words.get("pace", 1.0),
        topic_of={
            line: topic
            for topic, said in answers.items()
            for line in (*said.open, *said.closed, *said.follow_up)
        },
    )


def missing(words: Mapping[str, Any]) -> Iterator[str]:
    """What a file still lacks, one sentence each; nothing when it is complete."""
    for name in ("id", "name", "temperament", "role", "organization", "minutes", "about"):
        if not words.get(name):
            yield f"{name} is empty"
    said = words.get("says", {})
    yield from (f"[says] {name} is empty" for name in ("opening", "closing") if not said.get(name))
    for topic in TOPICS:
        answers = words.get("answers", {}).get(topic, {})
        for how, fewest in FEWEST.items():
            if len(answers.get(how, ())) < fewest:
                yield f"[answers.{topic}] {how} needs {fewest} or more"
    yield from (f"[answers.{name}] is no topic" for name in {*words.get("answers", {})} - {*TOPICS})
    reacts = words.get("reacts", {})
    yield from (f"[reacts] {kind} is empty" for kind in REACTIONS if not reacts.get(kind))
    yield from (f"[reacts] {kind} is unknown" for kind in {*reacts} - {*REACTIONS, *FURTHER})
    lines = [
        line for a in words.get("answers", {}).values() for said in a.values() for line in said
    ]
    yield from (f"said twice: {line}" for line in sorted({x for x in lines if lines.count(x) > 1}))
