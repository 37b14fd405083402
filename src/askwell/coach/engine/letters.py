"""The review of a letter: what is in it, what is good, what could be better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from askwell.coach.engine.config import Config
from askwell.coach.engine.core import rule_set
from askwell.coach.engine.ignores import blank_comments, read_ignores
from askwell.coach.finding import Finding
from askwell.coach.text.elements import PUBLISHED
from askwell.coach.text.letters import AFTER, CHANNELS, KINDS, Letter

SCHEMA = 1
_ASK_WITHIN = 125


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a letter and where it stands (offsets count code points)."""

    start: int
    end: int
    text: str

    def as_dict(self) -> dict[str, object]:
        """The published JSON form."""
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class LetterReview:
    """What was read in a letter. *good* is to be said before the findings.

    *elements* holds purpose, time_ask, personal, availability_or_contact, thanks, specific, offer,
    referral_ask, job_ask and also how_found and subject, each an Element or None; *words* and
    *characters* (UTF-16 units) count what the writer wrote, without header lines and quoted mail.
    """

    kind: str
    channel: str
    words: int
    characters: int
    elements: Mapping[str, Element | None]
    blanks: tuple[Element, ...]
    findings: tuple[Finding, ...]
    good: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """The published JSON form (schema 1)."""
        found: dict[str, object] = {}
        for name in PUBLISHED:
            element = self.elements[name]
            found[name] = element.as_dict() if element else None
        found["blanks"] = [blank.as_dict() for blank in self.blanks]
        return {
            "schema": SCHEMA,
            "kind": self.kind,
            "channel": self.channel,
            "words": self.words,
            "characters": self.characters,
            "elements": found,
            "findings": [finding.as_dict() for finding in self.findings],
        }


def review_letter(
    text: str,
    *,
    kind: str = "request",
    channel: str = "email",
    facts: Mapping[str, object] | None = None,
    previous: Sequence[str] = (),
    config: Config | None = None,
) -> LetterReview:
    """Review one letter; a first line `Subject: …` is its subject.

    *facts* are what the writer knows (`person.name`, `meeting.notes`, …; nested or dotted): with
    them, names and numbers that stand in none of them are asked about. *previous* are letters
    already sent to others of the same organization. Raises ValueError for an unknown kind or
    channel. `<!-- askwell: ignore L201 -->` silences a rule.
    """
    if kind not in KINDS:
        raise ValueError(f"no such kind of letter: {kind}")
    if channel not in CHANNELS:
        raise ValueError(f"no such channel: {channel}")
    ignores = read_ignores(text)
    letter = Letter(
        blank_comments(text, ignores),
        kind=kind,
        channel=channel,
        facts=None if facts is None else dict(_flat(facts)),
        previous=previous,
    )
    found = rule_set("letters", "item", config).run(letter, letter.text) if text.strip() else []
    return LetterReview(
        kind,
        channel,
        letter.word_count,
        letter.characters,
        {name: _element(text, letter.elements.get(name)) for name in (*PUBLISHED, *_MORE)},
        tuple(Element(blank.start, blank.end, blank.text) for blank in letter.blanks),
        tuple(ignores.keep(found, text)),
        tuple(_good(letter)),
    )


_MORE = ("how_found", "subject")


def _element(text: str, span: tuple[int, int] | None) -> Element | None:
    return Element(*span, text[slice(*span)]) if span else None


def _flat(facts: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Facts as dotted names and texts; lists become lines."""
    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, str):
            yield prefix + name, value
        elif isinstance(value, Iterable):
            yield prefix + name, "\n".join(map(str, value))
        elif value is not None:
            yield prefix + name, str(value)


def _good(letter: Letter) -> Iterator[str]:
    """What to say first, the most telling things first."""
    after = letter.kind in AFTER
    if letter.has("specific") and after:
        yield "You name something particular; that is what people remember."
    elif letter.has("personal"):
        yield "You say why you are writing to this person."
    if letter.has("time_ask") and not after:
        yield "You say how much time you are asking for."
    if letter.has("offer"):
        yield "You offer something back."
    if letter.has("thanks") and after:
        yield "Your thanks are easy to find."
    if letter.has("purpose") and not after:
        yield "It is clear what you would like to learn."
    if not after and 0 < letter.word_count <= _ASK_WITHIN and letter.channel == "email":
        yield "It is short enough to be answered on a phone."
