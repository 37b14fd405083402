"""Cues of captions: WebVTT, SubRip, SBV and Whisper's table, read with one tolerant expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_ARROWED = re.compile(
    r"[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2}(?:[.,]\d{1,3})?)[ \t]*-->"
    r"[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2}(?:[.,]\d{1,3})?)(?:[ \t][^\n]*)?(?:\n|\Z)"
)
_COMMAED = re.compile(
    r"^(?:(\d{1,3}):)?(\d{1,2}):(\d{2}\.\d{1,3}),(?:(\d{1,3}):)?(\d{1,2}):(\d{2}\.\d{1,3})[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_ROW = re.compile(r"^(\d+)\t(\d+)\t([^\n]*)", re.MULTILINE)
_TABLE_HEAD = re.compile(r"\s*start\tend\t(?:speaker\t)?text[ \t]*\n")
_BLOCK = re.compile(r"\n[ \t]*\n(?:NOTE|STYLE|REGION)\b[\s\S]*\Z")
_MARKUP = re.compile(
    r"<[^<>\n]{0,200}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});|\{\\[^{}\n]{0,40}\}"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>\n]*)>")
_REPEATS = 0.3


class Cue:
    """One cue: the words as given, where they begin, and the times, worked out when asked for."""

    __slots__ = ("_times", "place", "words")

    def __init__(self, times: tuple[str | None, ...], words: str, place: int) -> None:
        self._times = times
        self.words = words
        self.place = place

    @property
    def start(self) -> float:
        """When the cue begins, in seconds."""
        return _seconds(*self._times[:3])

    @property
    def end(self) -> float:
        """When the cue ends, in seconds."""
        return _seconds(*self._times[3:])

    def part(self, words: str, place: int) -> Cue:
        """A part of the cue with the same times."""
        return Cue(self._times, words, place)


def is_captions(text: str) -> bool:
    """Whether the text is a caption file; decided by its timing lines, not by a name."""
    return (
        _next_timing(text, 0) is not None
        or _COMMAED.search(text, 0, 20_000) is not None
        or _TABLE_HEAD.match(text) is not None
    )


def cues(text: str) -> list[Cue]:
    """Every cue in order, without identifiers, notes and style blocks."""
    if _TABLE_HEAD.match(text):
        return [
            Cue((None, "0", _spelt(row[1]), None, "0", _spelt(row[2])), row[3], row.start(3))
            for row in _ROW.finditer(text)
        ]
    timings = list(_timings(text))
    limits = [timing.start() for timing in timings[1:]]
    found = [
        Cue(timing.groups(), _without_identifier(text[timing.end() : limit]), timing.end())
        for timing, limit in zip(timings, limits, strict=False)
    ]
    if timings:
        last = timings[-1]
        found.append(Cue(last.groups(), text[last.end() :].rstrip(), last.end()))
    if "\nNOTE" in text or "\nSTYLE" in text or "\nREGION" in text:
        found = [cue.part(_BLOCK.sub("", cue.words).rstrip(), cue.place) for cue in found]
    return [cue for cue in found if cue.words]


def _timings(text: str) -> Iterator[re.Match[str]]:
    timing = _next_timing(text, 0)
    if timing is None:
        yield from _COMMAED.finditer(text)
    while timing:
        yield timing
        timing = _next_timing(text, timing.end())


def _next_timing(text: str, after: int) -> re.Match[str] | None:
    at = text.find("-->", after)
    while at >= 0:
        timing = _ARROWED.match(text, text.rfind("\n", 0, at) + 1)
        if timing:
            return timing
        at = text.find("-->", at + 3)
    return None


def _without_identifier(payload: str) -> str:
    """The words without the line before the next timing that only numbers the next cue."""
    words = payload.rstrip()
    last = words.rfind("\n")
    if last < 0:
        return "" if payload[:1] == "\n" or words.isdigit() else words
    if payload.endswith(("\n\n", "\n \n")):
        return words
    if words[last - 1] == "\n" or words[last - 2 : last] == "\n " or words[last + 1 :].isdigit():
        return words[:last].rstrip()
    return words


def _seconds(*parts: str | None) -> float:
    hours, minutes, rest = parts
    whole = float((rest or "0").replace(",", ".")) + 60 * int(minutes or 0)
    return whole + 3600 * int(hours) if hours else whole


def _spelt(milliseconds: str) -> str:
    return str(int(milliseconds) / 1000)


def rolling(found: list[Cue]) -> bool:
    """Whether captions scroll: many a cue begins with the line that ended the one before."""
    repeats = several = 0
    last = ""
    if not any("\n" in cue.words for cue in found):
        return False
    for cue in found:
        lines = cue.words.split("\n")
        several += len(lines) > 1
        repeats += bool(last) and plain(lines[0]).strip() == last
        last = plain(lines[-1]).strip()
    return several > 0 and repeats > len(found) * _REPEATS


def unrolled(found: list[Cue]) -> Iterator[Cue]:
    """The cues of scrolling captions with every line once."""
    before: list[str] = []
    for cue in found:
        shown = []
        offset = cue.place
        for line in cue.words.split("\n"):
            said = plain(line).strip()
            if said and said not in before:
                yield cue.part(line, offset)
            shown.append(said)
            offset += len(line) + 1
        before = shown


def plain(words: str) -> str:
    """Words without tags and with entities written out."""
    if "<" in words or "&" in words or "{" in words:
        return unescape(_MARKUP.sub(_written_out, words))
    return words


def _written_out(found: re.Match[str]) -> str:
    mark = found.group()
    if mark[0] != "&":
        return ""
    return unescape(mark)


def voices(words: str, place: int) -> list[tuple[str | None, str, int]]:
    """The voices of a cue (`<v Name>`) with their words and places; None before the first."""
    if "<v" not in words:
        return [(None, words, place)]
    parts: list[tuple[str | None, str, int]] = []
    name: str | None = None
    at = 0
    for found in _VOICE.finditer(words):
        if words[at : found.start()].strip():
            parts.append((name, words[at : found.start()], place + at))
        name = " ".join(unescape(found[1]).split()) or None
        at = found.end()
    parts.append((name, words[at:], place + at))
    return parts


def pieces(words: str, place: int) -> list[tuple[str, int]]:
    """Words with tags, entities, links and emphasis marks taken out, and where each part stands."""
    if not _TOUCHED.search(words):
        return [(words, place)]
    parts: list[tuple[str, int]] = []
    at = 0
    for found in _REMOVED.finditer(words):
        if found.start() > at:
            parts.append((words[at : found.start()], place + at))
        if found.group()[0] == "&":
            parts.append((unescape(found.group()), place + found.start()))
        elif found["link"]:
            parts.append((found["link"], place + found.start("link")))
        at = found.end()
    if at < len(words):
        parts.append((words[at:], place + at))
    return parts


_TOUCHED = re.compile(r"[<&{*_\\`\]]")
_REMOVED = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{1,200})\]\([^()\s]{1,500}\)"
    r"|<[^<>\n]{0,200}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});|\{\\[^{}\n]{0,40}\}"
    r"|(?<![*\w])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![*\w])|(?<![_\w])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![_\w])"
    r"|\\(?=[\[\](){}*_#.!>+-])|`"
)
