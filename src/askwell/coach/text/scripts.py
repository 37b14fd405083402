"""Written-down talks: "Name: text" in all its spellings, names and times on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from askwell.coach.text.labels import Head, canonical, looks_like_label

_TIME = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,:]\d{1,3})?"
# "[0.00 - 4.20]": what recognisers that write seconds put before a speaker.
_SECONDS = (
    r"[\[(][ \t]*\d{1,6}\.\d{1,3}s?[ \t]*(?:-->|->|[-–—:])[ \t]*\d{1,6}\.\d{1,3}s?[ \t]*[\])]"
)
_STAMP = (
    (
        rf"[\[(<{{]?[ \t]*(?:at[ \t]|@[ \t]?)?(?P<{{}}>{_TIME})(?:[ \t]*(?:-->|[-–—])[ \t]*{_TIME})?"
        r"(?:[ \t]?[AaPp]\.?[Mm]\.?(?![A-Za-z]))?[ \t]*[\])>}}]?"
    )
    .replace("{{", "{")
    .replace("}}", "}")
)
_MARK = r"(?:[*_]|</?(?:b|strong|p|u|em|i|span|cite|time|h\d|div|li|dt|dd|blockquote|font|br)\b[^<>\n]{0,80}>)*"


def _stamp(name: str) -> str:
    return _STAMP.replace("{}", name)


_LEAD = re.compile(
    r"[ \t]*(?:(?:[>•▪●◦‣·+*–—-]|#{1,6}|\d{1,3}[.)])[ \t]+)*"
    rf"(?P<mark>{_MARK})(?:(?:{_SECONDS}|{_stamp('before')}){_MARK}[ \t]*[-–—|:.,]?[ \t]*)?(?P<arrows>>>+[ \t]*)?(?P<bold>{_MARK})"
)
_COLON = re.compile(
    rf"(?P<label>[^\n:：]{{1,80}}?)[ \t]*{_MARK}[ \t]*(?:{_stamp('after')})?[ \t]*{_MARK}[ \t]?"
    rf"[:：](?!//|\d\d)(?P<close>{_MARK})[ \t]*"
)
_TIMED = re.compile(
    rf"(?P<label>[^\n:：]{{1,70}}?)[ \t]*{_MARK}[ \t]*[-–—|,•·]?[ \t]*{_stamp('after')}{_MARK}(?:[ \t]*\Z|[ \t]+)"
)
_ALONE = re.compile(rf"(?P<label>[^\n:：.?!]{{1,60}}(?:\.[^\n:：.?!]{{0,40}})?){_MARK}[ \t]*\Z")
_BOLD = re.compile(r"[*_]{2,3}(?P<label>[^*_\n:：?!]{1,60})[*_]{2,3}[ \t]*[|–—-]?[ \t]+(?=\S)")
_BRACKET = re.compile(r"[\[<](?P<label>[^\]<>\n:：]{1,60})[\]>][ \t]+(?=\S)")
_DASH = re.compile(r"(?P<label>[^\n:：–—?!]{1,40}?)[ \t]+[–—-][ \t]+(?=\S)")
_LETTER = re.compile(r"(?P<label>[QA])\d{0,3}[.)][ \t]+")
_WEAK = (_BRACKET, _DASH)
_STAMP_ONLY = re.compile(rf"[ \t]*{_MARK}{_stamp('at')}{_MARK}[ \t]*\Z")
_STAMP_FIRST = re.compile(rf"[ \t]*[\[(]({_TIME})[\])][ \t]*")
_HEADING = re.compile(r"[ \t]*(?:#{1,6}[ \t]|[-*_=]{3,}[ \t]*\Z)")
_BOILERPLATE = re.compile(
    r"[#*_\s]*(?:this (?:editable )?transcript (?:was|is|has been)|transcribed (?:by|with|using)\b|transcript (?:by|provided by|generated|created)\b|"
    r"(?:transcription|meeting|recording) ended\b|you should review gemini|.{1,60} (?:started|stopped) (?:the )?transcription\Z|"
    r"[\[(]?(?:the )?end (?:of (?:the |this )?)?(?:transcript|interview|recording|audio|call|tape|episode|conversation)\b.{0,30}\Z|[\[(]?end[\])]?\W*\Z)",
    re.IGNORECASE,
)
_REACTION = re.compile(
    r"\s*(?:Reacted to [\"“].*[\"”] with \S+|Removed a \S+ reaction.*|Replying to [\"“].*[\"”])\s*\Z"
)
_ENDED = re.compile(
    r"(?:transcription|meeting|recording) ended(?: after)? (\d+):(\d\d):(\d\d)", re.IGNORECASE
)
_TITLE = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]+)?[*_\W]*(?:.{1,80} [-–—] )?(?:(?:full|complete|episode|interview|show|podcast|edited|raw|auto\w*) )?"
    r"transcript(?:ion)?[*_:\W]*\Z",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"[#*_\s]*(?:show ?notes|resources|links?|references|related|about (?:the|our|us|this)|further reading|footnotes|"
    r"credits|subscribe|share this|comments|mentioned in|leave a|more episodes|additional resources|sources)\b[^.?!]{0,60}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it begins, what it says, and what its head may be."""

    place: int
    text: str
    head: Head | None
    words: int
    time: float | None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the line."""
        return not self.text or self.text.isspace()

    @property
    def drop(self) -> bool:
        """Whether the line is a heading, a ruler or something the recorder wrote."""
        return bool(_HEADING.match(self.text) or _BOILERPLATE.match(self.text))

    @property
    def afterwards(self) -> bool:
        """Whether the line may begin what follows a transcript: notes, links, credits."""
        return self.drop or _AFTERWARDS.match(self.text) is not None


def is_reaction(words: str) -> bool:
    """Whether a chat line is no message: somebody reacted, or the tool says what is answered."""
    return _REACTION.match(words) is not None


def seconds(stamp: str) -> float:
    """A time of day or of the recording ("1:02:10", "0:03.5") in seconds."""
    total = 0.0
    for part in stamp.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def duration(text: str) -> float | None:
    """The length the recorder wrote at the end, in seconds."""
    found = _ENDED.search(text)
    return None if found is None else seconds(":".join(found.groups()))


def lines(text: str) -> list[Line]:
    """Every line with its possible head, beginning after the title "Transcript" if there is one."""
    found = list(_read(text))
    titles = [
        at
        for at, line in enumerate(found)
        if "ranscri" in line.text.lower() and _TITLE.match(line.text)
    ]
    total = sum(line.head is not None for line in found)
    for at in reversed(titles):
        after = sum(line.head is not None for line in found[at + 1 :])
        if after >= 2 and after * 2 >= total:
            return found[at + 1 :]
    return found


def _read(text: str) -> Iterator[Line]:
    place = 0
    for raw in text.split("\n"):
        yield _line(raw, place)
        place += len(raw) + 1


def _line(raw: str, place: int) -> Line:
    if not raw or raw.isspace():
        return Line(place, "", None, 0, None)
    if raw.isdigit():
        return Line(place, raw, None, 0, None)
    alone = _STAMP_ONLY.match(raw)
    if alone:
        return Line(place, raw, None, len(raw), seconds(alone["at"]))
    lead = _LEAD.match(raw)
    if lead is None:
        return Line(place, raw, None, 0, None)
    before = seconds(lead["before"]) if lead["before"] else None
    found = _head(raw, lead)
    if found is None:
        return Line(place, raw, None, lead.end() if before is not None else 0, before)
    head, end, after = found
    time = before if after is None else after
    first = _STAMP_FIRST.match(raw, end)
    if first:
        time, end = (seconds(first[1]) if time is None else time), first.end()
    return Line(place, raw, head, end, time)


def _head(raw: str, lead: re.Match[str]) -> tuple[Head, int, float | None] | None:
    at = lead.end()
    marked = bool(lead["mark"] or lead["bold"] or lead["arrows"])
    timed = lead["before"] is not None
    for pattern in (_COLON, _TIMED):
        found = pattern.match(raw, at)
        if found:
            label = canonical(found["label"])
            stamp = found["after"]
            if looks_like_label(label) or _handle(label):
                when = seconds(stamp) if stamp else None
                return Head(label, marked, timed or stamp is not None), found.end(), when
    return _weak_head(raw, lead, timed)


def _handle(label: str) -> bool:
    return label.isalpha() and label.islower() and len(label) < 20


def _weak_head(raw: str, lead: re.Match[str], timed: bool) -> tuple[Head, int, None] | None:
    at = lead.end()
    letter = _LETTER.match(raw, at)
    if letter:
        return Head(letter["label"], False, timed), letter.end(), None
    bold = _BOLD.match(raw, at - len(lead["bold"])) or _BOLD.match(raw, lead.start("mark"))
    if bold and looks_like_label(canonical(bold["label"])):
        return Head(canonical(bold["label"]), True, timed, True), bold.end(), None
    alone = _ALONE.match(raw, at)
    if alone and looks_like_label(canonical(alone["label"])):
        return Head(canonical(alone["label"]), False, timed, not timed), len(raw), None
    for pattern in _WEAK:
        found = pattern.match(raw, at)
        if found and looks_like_label(canonical(found["label"])):
            return Head(canonical(found["label"]), False, timed, True), found.end(), None
    return None
