"""Agendas: time boxes with questions in them, as people type them, and the lines to cover in a talk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from askwell.coach.text.courtesies import REFERRAL, courtesy
from askwell.coach.text.lazy import lazy
from askwell.coach.text.patterns import LowerPattern
from askwell.coach.text.questions import asks
from askwell.coach.text.tokens import WORD, Text, word_set
from askwell.coach.text.uptake import stems

Span = tuple[int, int]
OPENING, CORE, CLOSING, BUFFER, OTHER = "opening", "core", "closing", "buffer", "other"
THANKS = "thanks"
_FRAMES = (OPENING, CLOSING, BUFFER)

_UNIT = r"(?:minutes|minute|mins|min|m|′|')(?![\w])\.?"
_BULLET = re.compile(r"[ \t]*(?:[-*+•–—▪◦‣·>#]+|\(?\d{1,3}[.)]|\[[ xX]?\])[ \t]+")
_RANGE = re.compile(
    rf"[\[(]?(?P<from>\d{{1,3}}(?::\d{{2}})?)[ \t]*(?:{_UNIT})?[ \t]*(?:-|–|—|to|until)[ \t]*(?P<to>\d{{1,3}}(?::\d{{2}})?)(?!\d|[-/])[ \t]*(?:{_UNIT})?[\])]?[ \t]*[:|.–—-]?[ \t]*",
    re.IGNORECASE,
)
_LENGTH_FIRST = re.compile(
    rf"[\[(]?(?P<length>\d{{1,3}})[ \t-]*{_UNIT}[\])]?[ \t]*[:|.–—-]?[ \t]*", re.IGNORECASE
)
_LENGTH_LAST = re.compile(
    rf"[ \t]*(?:[\[(,:|–—-])[ \t]*(?:about |ca\. |~ ?)?(?P<length>\d{{1,3}})[ \t-]*{_UNIT}[ \t]*[\])]?[ \t]*:?[ \t]*\Z",
    re.IGNORECASE,
)
_RANGE_LAST = re.compile(
    rf"[ \t]*[\[(,:|–—-][ \t]*(?P<from>\d{{1,3}}(?::\d{{2}})?)[ \t]*(?:-|–|—|to)[ \t]*(?P<to>\d{{1,3}}(?::\d{{2}})?)[ \t]*(?:{_UNIT})?[ \t]*[\])]?[ \t]*:?[ \t]*\Z",
    re.IGNORECASE,
)
_TOTAL = LowerPattern(
    r"\b(?:total|agreed|length|duration|time agreed|in all|altogether|meeting|talk|call|chat|agenda|interview|conversation)\b.{0,60}?\b(\d{1,3})[ -]*(?:minutes|minute|mins|min)\b",
    r"\A\W*(\d{1,3})[ -]*(?:minutes|minute|mins|min)\W*\Z",
    r"\b(\d{1,3})[ -]*(?:minutes|minute|mins|min)\b.{0,40}?\b(?:total|agreed|in all|altogether|talk|call|chat|agenda|interview|conversation|meeting)\b",
)
_KINDS = {
    OPENING: LowerPattern(r"\b(?:open(?:ing|er)?|intro(?:duction|ductions)?|welcome|warm[- ]?up|small talk|ice[- ]?breakers?|hello|greetings?|say why|arriv\w+|start)\b"),
    CLOSING: LowerPattern(r"\b(?:clos(?:e|ing|ure)|wrap(?:ping)?[- ]?up|end(?:ing)?|next steps?|good-?bye|who else|thank\w*|finish)\b"),
    BUFFER: LowerPattern(r"\b(?:buffer|spare|slack|reserve|leeway|overflow|margin|their questions|free|breathing)\b"),
    CORE: LowerPattern(r"\b(?:core|main|questions?|body|discussion|story|path|day|work|topics?|deep|learn|advice|part|career|culture|skills|field|industry|role|hypothes\w+)\b"),
}  # fmt: skip
_NAMES = LowerPattern(
    r"\b(?:who else|referrals?|introductions?\b.{0,20}\bto|names? to|anyone else|other people|contacts)\b"
)
_FRAME = word_set(
    "opening open opener intro introduction introductions welcome warm-up warmup small talk core main closing close "
    "wrap-up wrap up end buffer spare questions question agenda total minutes min plan talk part time box boxes next "
    "steps greeting call meeting chat body discussion the and of with for minute mins"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One line to cover in a talk."""

    text: str
    kind: str
    stems: frozenset[str]
    words: frozenset[str]

    def touched_by(self, meaning: Meaning) -> bool:
        """Whether what somebody said takes the line up."""
        if len(self.stems) > 1:
            wanted = 1 if len(self.stems) < 3 else (len(self.stems) + 1) // 2
            return len(self.stems & meaning.stems) >= min(wanted, 3)
        if self.stems and self.stems <= meaning.stems:
            return True
        return any(
            len(self.words & said) * 5 >= len(self.words | said) * 3 for said in meaning.asked
        )


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a turn is about: its content words, and all words of each question."""

    stems: frozenset[str]
    asked: tuple[frozenset[str], ...] = ()


@dataclass(slots=True)
class Box:
    """A time box: what it is for, how long it is, and the questions written under it."""

    start: int
    end: int
    title: str
    minutes: float | None
    begins: float | None
    kind: str = OTHER
    lines: list[Span] = field(default_factory=list)

    @property
    def place(self) -> Span:
        """Where the line that announces the box stands."""
        return self.start, self.end

    @property
    def ends(self) -> float | None:
        """The minute at which the box ends, when the agenda says when it begins."""
        if self.begins is None or self.minutes is None:
            return None
        return self.begins + self.minutes


class Plan:
    """An agenda as typed."""

    def __init__(self, raw: str) -> None:
        self.text = Text(raw)
        self.boxes: list[Box] = []
        self.loose: list[Span] = []
        self.stated: float | None = None
        self.stated_at: Span = (0, 0)
        place = 0
        for line in raw.split("\n"):
            self._take(line, place)
            place += len(line) + 1
        self._sort()

    def _take(self, line: str, place: int) -> None:
        bullet = _BULLET.match(line)
        skip = bullet.end() if bullet else len(line) - len(line.lstrip())
        words = line[skip:].strip().strip("*_|").strip()
        if not words:
            return
        start = place + line.index(words)
        span = start, start + len(words)
        box = _box(words, span)
        total = _TOTAL.search(words.lower()) if not bullet or line.lstrip()[0] == "#" else None
        whole = box is None or (not self.boxes and _names_total(words))
        if total and whole and self.stated is None:
            self.stated, self.stated_at = float(total[1] or total[2] or total[3]), span
            return
        if box is not None and not asks(box.title):
            self.boxes.append(box)
        elif self.boxes:
            self.boxes[-1].lines.append(span)
        else:
            self.loose.append(span)

    def _sort(self) -> None:
        """Say what each box is for: by its name, else by its place."""
        for at, box in enumerate(self.boxes):
            lowered = box.title.lower()
            kinds = [kind for kind, pattern in _KINDS.items() if pattern.search(lowered)]
            box.kind = kinds[0] if kinds else (CORE if 0 < at < len(self.boxes) - 1 else OTHER)

    @lazy
    def questions(self) -> list[Span]:
        """The questions of the agenda, wherever they stand."""
        spans = [*self.loose, *(span for box in self.boxes for span in box.lines)]
        raw = self.text.raw
        return [
            span for span in spans if asks(raw[slice(*span)]) or raw[slice(*span)].endswith("?")
        ]

    @lazy
    def main_questions(self) -> list[Span]:
        """The questions that stand in no opening, closing or buffer."""
        frame = {span for box in self.boxes if box.kind in _FRAMES for span in box.lines}
        return [span for span in self.questions if span not in frame]

    @lazy
    def minutes(self) -> float | None:
        """The minutes of all boxes together."""
        known = [box.minutes for box in self.boxes if box.minutes is not None]
        return sum(known) if known else None

    def of(self, kind: str) -> list[Box]:
        """The boxes of one kind."""
        return [box for box in self.boxes if box.kind == kind]

    @lazy
    def asks_for_names(self) -> bool:
        """Whether the agenda plans to ask who else to talk to."""
        lowered = self.text.plain.lower()
        if _NAMES.search(lowered):
            return True
        parts = (Text(self.text.raw[start:end]) for start, end in self.questions)
        return any(courtesy(part, 0, len(part.raw)) == REFERRAL for part in parts)


def _names_total(words: str) -> bool:
    return re.match(
        r"(?i)\W*(?:total|agreed|length|duration|time)\b", words
    ) is not None or not any(
        pattern.search(words.lower()) for kind, pattern in _KINDS.items() if kind != CORE
    )


def _box(words: str, span: Span) -> Box | None:
    """The time box a line announces, or None."""
    found = _RANGE.match(words)
    if found:
        begins, ends = _minute(found["from"]), _minute(found["to"])
        title = words[found.end() :]
        if ends > begins and (title or ":" in found["to"]):
            return Box(*span, title, ends - begins, begins)
    found = _LENGTH_FIRST.match(words)
    if found and words[found.end() :]:
        return Box(*span, words[found.end() :], float(found["length"]), None)
    found = _RANGE_LAST.search(words)
    if found:
        begins, ends = _minute(found["from"]), _minute(found["to"])
        if ends > begins:
            return Box(*span, words[: found.start()], ends - begins, begins)
    found = _LENGTH_LAST.search(words)
    if found and found.start():
        return Box(*span, words[: found.start()], float(found["length"]), None)
    return None


def _minute(clock: str) -> float:
    hours, colon, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes) if colon else float(hours)


def read_items(lines: Iterable[str]) -> list[Item]:
    """The lines of an agenda that can be covered: questions and topics, not the frame around them."""
    found = []
    for line in lines:
        bullet = _BULLET.match(line)
        words = line[bullet.end() :] if bullet else line
        box = _box(words.strip().strip("*_"), (0, 0))
        item = _item(box.title if box else words.strip().strip("*_"), box is not None)
        if item:
            found.append(item)
    return found


def _item(words: str, boxed: bool) -> Item | None:
    lowered = Text(words).plain.lower()
    own = frozenset(WORD.findall(lowered))
    if not own or own <= _FRAME or (_TOTAL.search(lowered) and not lowered.endswith("?")):
        return None
    text = Text(words)
    if courtesy(text, 0, len(words)) == REFERRAL or "who else" in lowered:
        return Item(words, REFERRAL, frozenset(), own)
    if "thank" in own or "thanks" in own:
        return Item(words, THANKS, frozenset(), own)
    if boxed and (_KINDS[OPENING].search(lowered) or _KINDS[BUFFER].search(lowered)):
        return None
    return Item(words, CORE, frozenset(stems(lowered)), own)
