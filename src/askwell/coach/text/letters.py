"""A letter, read once: its parts, its sentences, its elements, and the facts it may state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from askwell.coach.text.blanks import Blank, find_blanks
from askwell.coach.text.lazy import lazy
from askwell.coach.text.mail import MailParts, split_mail
from askwell.coach.text.sentences import sentences
from askwell.coach.text.tokens import Text, count_words, utf16_length

Span = tuple[int, int]
KINDS = (
    "request",
    "intro-request",
    "who-do-you-know",
    "forwardable",
    "nudge",
    "schedule",
    "confirm",
    "reminder",
    "thanks",
    "update",
    "check-in",
    "decline-reply",
    "missed",
    "answer",
)
CHANNELS = ("email", "linkedin-note", "linkedin-message", "phone", "card", "letter")
ASKING = frozenset(
    ["request", "intro-request", "who-do-you-know", "forwardable", "nudge", "schedule"]
)
AFTER = frozenset(["thanks", "update", "check-in", "answer", "decline-reply"])
# Nobody writes a letter this long; what lies behind is counted, and searched for blanks, only.
READ = 30_000
_LONGEST_SENTENCE = 1_200
_NAMING = frozenset(
    ["name", "first_name", "last_name", "given", "family", "organization", "referral", "school"]
)


class Sentence:
    """One sentence of a letter, in lower case, with its place."""

    __slots__ = ("end", "first", "letter", "lowered", "start", "words")
    lowered: str
    words: list[str]

    def __init__(self, letter: Letter, start: int, end: int, first: int, last: int) -> None:
        self.letter, self.start, self.end = letter, start, end
        self.lowered = letter.lowered[start:end]
        self.first = first
        self.words = letter.text.words[first:last]

    @property
    def raw(self) -> str:
        """It as written, with straight quotes."""
        return self.letter.text.plain[self.start : self.end]

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return self.lowered.rstrip("\"')*_ ").endswith("?")

    def blank_near(self, start: int, end: int) -> bool:
        """Whether a blank stands in the clause around [start, end)."""
        if not self.letter.blanks:
            return False
        stop = len(self.lowered)
        for mark in (";", " and ", " but ", ", "):
            place = self.lowered.find(mark, end + 1)
            stop = min(stop, place if place >= 0 else stop)
        return self.letter.blank_between(self.start + start - 1, self.start + stop)

    def blank_in(self, start: int, end: int) -> bool:
        """Whether a blank stands inside [start, end)."""
        return self.letter.blank_between(self.start + start, self.start + end)


class Letter:
    """What the letter rules look at. Spans count code points of the text as given."""

    def __init__(
        self,
        raw: str,
        *,
        kind: str = "request",
        channel: str = "email",
        facts: Mapping[str, str] | None = None,
        previous: Sequence[str] = (),
    ) -> None:
        self.text = Text(raw)
        self.kind, self.channel = kind, channel
        self.facts = facts
        self.previous = previous

    @property
    def lowered(self) -> str:
        """The text in lower case with straight quotes; offsets stay true."""
        return self.text.lowered

    @lazy
    def parts(self) -> MailParts:
        """Headers, greeting, body, signature, quoted reply."""
        return split_mail(self.text.raw[:READ])

    @lazy
    def own(self) -> Span:
        """The part the writer wrote now: without header lines and without a quoted reply."""
        start = max((end for _, end in self.parts.headers.values()), default=0)
        stop = self.parts.quoted[0]
        return start, stop if stop < min(READ, len(self.text.raw)) else len(self.text.raw)

    @lazy
    def subject(self) -> Span | None:
        """Where the words of the subject line stand; None without a subject or an empty one."""
        span = self.parts.subject
        return span if span and self.text.raw[slice(*span)].strip() else None

    @lazy
    def sentences(self) -> list[Sentence]:
        """The sentences of the writer's own part; an endless one is cut."""
        start, stop = self.own
        stop = min(stop, start + READ)
        made = []
        starts = self.text.starts
        place = self.text.word_at(start)
        for opens, closes in sentences(self.text.raw[start:stop]):
            first, last = start + opens, start + min(closes, opens + _LONGEST_SENTENCE)
            begin = bisect_left(starts, first, place)
            place = bisect_left(starts, last, begin)
            made.append(Sentence(self, first, last, begin, place))
        return made

    @lazy
    def body(self) -> list[Sentence]:
        """The sentences between greeting and signature."""
        first, last = self.parts.body
        return [s for s in self.sentences if first <= s.start < last]

    @lazy
    def signature(self) -> str:
        """The closing lines, in lower case."""
        return self.lowered[slice(*self.parts.signature)]

    @lazy
    def blanks(self) -> list[Blank]:
        """Blanks that were not filled in."""
        known = tuple(self.facts.values()) if self.facts else ()
        return find_blanks(self.text, known=known)

    @lazy
    def _blank_starts(self) -> list[int]:
        return [blank.start for blank in self.blanks]

    def blank_between(self, start: int, end: int) -> bool:
        """Whether a blank reaches into [start, end)."""
        place = bisect_left(self._blank_starts, end)
        return place > 0 and self.blanks[place - 1].end > start

    @lazy
    def elements(self) -> dict[str, Span]:
        """Where each element stands; absent ones are left out."""
        from askwell.coach.text.elements import find_elements

        return find_elements(self)

    @lazy
    def word_count(self) -> int:
        """Words of the writer's own part."""
        return count_words(self.text.raw[slice(*self.own)])

    @lazy
    def characters(self) -> int:
        """Length of the writer's own part in UTF-16 units, as a browser and LinkedIn count."""
        return utf16_length(self.text.raw[slice(*self.own)].strip())

    @lazy
    def questions(self) -> list[Sentence]:
        """The sentences that end in a question mark."""
        return [s for s in self.body if s.asks]

    @lazy
    def known_words(self) -> frozenset[str]:
        """Every word of the facts, in lower case."""
        known: set[str] = set()
        for value in (self.facts or {}).values():
            for word in Text(value).words:
                known.add(word)
                known.add(word.removesuffix("'s"))
        return frozenset(known)

    @lazy
    def names(self) -> tuple[str, ...]:
        """The single words of the names and organizations in the facts."""
        words: dict[str, None] = {}
        for key, value in (self.facts or {}).items():
            if key.rsplit(".", 1)[-1] in _NAMING:
                for span in Text(value).spans:
                    words[value[slice(*span)]] = None
        return tuple(word for word in words if len(word) > 3 and word[0].isupper())

    def has(self, element: str) -> bool:
        """Whether the element was found."""
        return element in self.elements

    @property
    def end(self) -> int:
        """Where the body ends: the place to point at when something is missing."""
        return self.parts.body[1]
