"""The questions of a list, a page of bullets or a piece of prose, each read once."""

from __future__ import annotations

from collections.abc import Iterator

from askwell.coach.text import openness as _openness
from askwell.coach.text.courtesies import courtesy
from askwell.coach.text.doubles import is_double
from askwell.coach.text.lazy import lazy
from askwell.coach.text.lookup import is_googleable
from askwell.coach.text.offlimits import (
    BENEFITS,
    HARD,
    PERSONAL,
    SALARY,
    OffLimits,
    offlimits,
)
from askwell.coach.text.patterns import Pattern
from askwell.coach.text.questions import asks, first_of
from askwell.coach.text.readings import Reading, read
from askwell.coach.text.sentences import sentences, strip_marker
from askwell.coach.text.tokens import Text
from askwell.coach.text.topics import topic

Span = tuple[int, int]
_BULLET = Pattern(
    r"[ \t]*(?:[-*+•–—▪◦‣·]|\(?\d{1,3}[.)]|\(?[a-hA-H][.)]|Q\d{0,3}[.:)]|\[[ xX]?\])[ \t]"
)
_HEADING = Pattern(r"[ \t]*(?:#{1,6}[ \t]|={3,}|-{3,}|\*{3,}|```)")
_LABEL = Pattern(r"[^?]{0,80}:[*_ \t]*\Z")
_PROSE_QUESTIONS = 4
# No pattern is ever run on more than this, so that time stays linear in the length of the text.
WINDOW = 900


def _window(raw: str) -> int:
    """Where the part to read begins: so that the first question stands at its end, or at 0."""
    first = first_of(raw, sentences(raw))
    return max(0, first[1] - WINDOW) if first else 0


class Question:
    """One item: where it stands in the whole text, and everything the rules ask about it.

    Of a very long item only the part around its first question is read, as `text`; spans of the
    parts count from the start of that part, which is at *offset* in the whole text.
    """

    def __init__(self, raw: str, start: int, end: int, line: int) -> None:
        self.raw, self.start, self.end, self.line = raw[start:end], start, end, line
        shift = _window(self.raw) if end - start > WINDOW else 0
        self.offset = start + shift
        self.text = Text(self.raw[shift : shift + WINDOW])

    def adopt(self, twin: Question) -> None:
        """Take over what was read in *twin*, an item with the same words."""
        own = self.start, self.end, self.line
        self.__dict__.update(twin.__dict__)
        self.start, self.end, self.line = own
        self.offset = twin.offset + self.start - twin.start

    @lazy
    def sentences(self) -> list[Span]:
        """Spans of the sentences."""
        return sentences(self.text.raw)

    @lazy
    def asking(self) -> list[Span]:
        """Spans of the sentences that ask; the only sentence of an item always does."""
        spans = self.sentences
        if len(spans) > 1:
            spans = [span for span in spans if asks(self.text.raw[slice(*span)])]
        return spans or ([self.first] if self.sentences else [])

    @lazy
    def first(self) -> Span:
        """Span of the first real question."""
        return first_of(self.text.raw, self.sentences) or (0, len(self.text.raw))

    @lazy
    def lowered(self) -> str:
        """The first real question in lower case with straight quotes."""
        return self.text.lowered[slice(*self.first)]

    @lazy
    def openness(self) -> str:
        """`open`, `indirect-open` or `closed`."""
        return _openness.openness_of(self.lowered)

    @lazy
    def topic(self) -> str:
        """One of the twelve topics; pay, benefits, private life and a job are none of the first eleven."""
        limits = self.offlimits
        if limits and (limits.strength == HARD or limits.kind in (SALARY, BENEFITS)):
            return "other"
        return topic(self.text, self.reading, self.marks)

    @lazy
    def reading(self) -> Reading:
        """What the linear model makes of its words."""
        return read(self.text, self.first)

    @property
    def traits(self) -> Iterator[str]:
        """What rules may ask for before they look closer."""
        if self.offlimits:
            yield self.offlimits.kind
        if self.openness == _openness.CLOSED:
            yield "closed"
        if self.double:
            yield "double"
        if self.googleable:
            yield "googleable"

    @property
    def marks(self) -> Iterator[str]:
        """What is known about the question besides its words."""
        if self.offlimits:
            yield self.offlimits.kind
        if self.courtesy:
            yield self.courtesy

    @lazy
    def offlimits(self) -> OffLimits | None:
        """Pay, benefits, a job ask or private life, if it is about that."""
        return offlimits(self.text, None if self._polite else self.reading)

    @lazy
    def courtesy(self) -> str | None:
        """The kind of closing, permission, favour or scheduling question it is, if it is one."""
        return None if self.offlimits else self._polite

    @lazy
    def _polite(self) -> str | None:
        return courtesy(self.text, *self.first)

    @property
    def exempt(self) -> bool:
        """Whether it stays out of the open share."""
        return self.courtesy is not None

    @lazy
    def double(self) -> bool:
        """Whether it needs two answers."""
        return is_double(self.text, self.sentences, self.asking)

    @lazy
    def googleable(self) -> bool:
        """Whether a basic fact found elsewhere answers it."""
        private = self.offlimits and self.offlimits.kind in (PERSONAL, SALARY)
        return not private and is_googleable(self.text, *self.first)


class QuestionSet:
    """All questions meant for one talk, with what the talk is to be."""

    def __init__(
        self, text: Text, items: list[Question], minutes: int | None, hypotheses: tuple[str, ...]
    ) -> None:
        self.text, self.items, self.minutes, self.hypotheses = text, items, minutes, hypotheses

    @lazy
    def counted(self) -> list[Question]:
        """The items that count for the open share."""
        return [item for item in self.items if not item.exempt]

    @lazy
    def open_share(self) -> float | None:
        """Share of open and indirect-open questions among those that count; None without any."""
        if not self.counted:
            return None
        opened = sum(item.openness != _openness.CLOSED for item in self.counted)
        return opened / len(self.counted)

    def asks_for(self, kind: str) -> bool:
        """Whether one of the items is a courtesy of this kind."""
        return any(item.courtesy == kind for item in self.items)


def read_items(raw: str) -> list[Question]:
    """Find the questions: one per line, bullets (wrapped or not), or the asking sentences of prose."""
    blocks = _blocks(raw)
    single = len(blocks) == 1
    items: list[Question] = []
    line, counted = 1, 0
    for start, end, bullet in blocks:
        spans = _in_block(raw, start, end, bullet, single)
        for span in spans:
            line += raw.count("\n", counted, span[0])
            counted = span[0]
            items.append(Question(raw, *span, line))
    return items


def _in_block(raw: str, start: int, end: int, bullet: bool, single: bool) -> list[Span]:
    part = raw[start:end]
    if not bullet and (part.count("?") >= _PROSE_QUESTIONS or "\n" in part):
        inside = [(start + a, start + b) for a, b in sentences(part) if asks(part[a:b])]
        if len(inside) >= _PROSE_QUESTIONS or ("\n" in part and inside):
            return inside
    if (
        not single
        and "?" not in part
        and (len(part.split()) < 2 or (not bullet and _LABEL.match(part)))
    ):
        return []
    return [(start, end)]


def _blocks(raw: str) -> list[tuple[int, int, bool]]:
    """Items of a list, or paragraphs; a wrapped line belongs to the block before it."""
    blocks: list[tuple[int, int, bool]] = []
    start, fresh = 0, True
    for line in raw.splitlines(keepends=True):
        end = start + len(line)
        stripped = line.strip()
        if not stripped or _HEADING.match(line):
            fresh = True
        else:
            bullet = _BULLET.match(line) is not None
            if not (fresh or bullet) and _continues(raw, blocks[-1][1], line):
                blocks[-1] = (blocks[-1][0], start + len(line.rstrip()), blocks[-1][2])
            else:
                _add(blocks, raw, start, end, bullet)
            fresh = not blocks
        start = end
    return blocks


def _add(blocks: list[tuple[int, int, bool]], raw: str, start: int, end: int, bullet: bool) -> None:
    first, last = strip_marker(raw, start, end)
    if any(map(str.isalpha, raw[first:last])):
        blocks.append((first, last, bullet))


def _continues(raw: str, before: int, line: str) -> bool:
    last = raw[before - 1]
    return last not in '.?!:…"”)' and (line[:1] in " \t" or line.lstrip()[:1].islower())
