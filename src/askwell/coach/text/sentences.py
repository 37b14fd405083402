"""Where sentences begin and end in real text: wrapped letters, bullets, quotes, abbreviations."""

from __future__ import annotations

import re

from askwell.coach.text.tokens import word_set

Span = tuple[int, int]

ABBREVIATIONS = word_set(
    "mr mrs ms mx dr prof rev hon st mt vs inc ltd co corp dept univ assn approx est ext fig "
    "no vol jr sr e.g i.e eg ie cf al ph.d m.d b.a m.a b.s m.s u.s u.k a.m p.m sen rep gov "
    "gen col lt sgt capt jan feb mar apr jun jul aug sep sept oct nov dec tel min hrs yrs"
)
_ENDS_ANYWAY = word_set("a.m p.m inc ltd co corp u.s u.k ph.d m.d jr sr dec min hrs yrs")
# One set of characters in front lets the search skip all others.
_CANDIDATE = re.compile(
    r"[.!?…\n](?:"
    r"(?<!\n)[.!?…]*[\"'”’)\]*_]*(?=\s|$|[^\w\s.,;:!?)\]\"'”’…/\\@&=+\-])"
    r"|(?<=\?)\?*(?=[A-Z])"
    r"|(?<=\n)(?:[ \t\r]*\n\s*)?"
    r")"
)
# Without one of these a text that ends in its only "?" is one sentence.
_INSIDE = frozenset(".!…\n")
_LAST_WORD = re.compile(r"([^\s(\[\"'“‘]+)\Z")
_MARKER = re.compile(
    r"\s*(?:(?:[-*+•–—▪◦‣·>]+|\(?\d{1,3}[.)]|\(?[a-hA-H][.)]|Q\d{0,3}[.:)]|\[[ xX]?\])[ \t]+|#{1,6}\s)+"
)
# After "X." these words begin a sentence, where "J. Smith" goes on.
_STARTER = re.compile(
    r"[\"'”’)]*\s+(?:What|How|Why|Who|Which|Where|When|Is|Are|Do|Does|Did|Can|Could|Would|Will|I|You|"
    r"We|They|It|The|This|That|My|Your|In|If|So|And|But|Have|Has|Was|Were|Please|Tell)\b"
)
_CLOSERS = "\"'”’)]*_ \t"


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of *text*, blanks and list markers trimmed, in order.

    A line break ends a sentence when the line is short (a greeting, a signature, a list) or the
    next line starts a list item or a paragraph; else the sentence is thought to be wrapped.
    """
    spans: list[Span] = []
    start = 0
    if text.find("?") == len(text) - 1 and _INSIDE.isdisjoint(text):
        _add(spans, text, 0, len(text))
        return spans
    for found in _CANDIDATE.finditer(text):
        if _breaks(text, start, found):
            _add(spans, text, start, found.end())
            start = found.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    marker = _MARKER.match(text, start, end)
    if marker:
        start = marker.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _breaks(text: str, start: int, found: re.Match[str]) -> bool:
    mark = found.group()
    if mark[0] == "\n":
        return _line_ends(text, start, found)
    following = _next_letter(text, found.end())
    if mark[0] == "…" or mark.startswith(".."):
        return not following.islower()
    if mark[0] == ".":
        return _full_stop_ends(text, start, found.start(), following)
    quoted = mark[-1] in "\"'”’)"
    return not (quoted and following.islower())


def _full_stop_ends(text: str, start: int, stop: int, following: str) -> bool:
    last = _LAST_WORD.search(text, max(start, stop - 12), stop)
    word = last.group(1).lower().rstrip(".") if last else ""
    if word in ABBREVIATIONS:
        return word in _ENDS_ANYWAY and following.isupper()
    if word == "etc":
        return following.isupper() or not following
    if len(word) == 1 and word.isalpha() and word != "i":
        return not following or _STARTER.match(text, stop + 1) is not None
    numbered = word.isdigit() and text[start:stop].strip(" \t\r\n(").isdigit()
    return not numbered


def _line_ends(text: str, start: int, found: re.Match[str]) -> bool:
    if len(found.group()) > 1 and found.group().count("\n") > 1:
        return True
    after = found.end()
    if _MARKER.match(text, after):
        return True
    line_start = text.rfind("\n", 0, found.start()) + 1
    line = text[max(line_start, start) : found.start()].rstrip()
    if not line or line[-1] in ".!?…:" or line.rstrip(_CLOSERS).endswith((".", "!", "?")):
        return True
    following = text[after : after + 1]
    if following.islower():
        return False
    return found.start() - line_start < 45 or (line[-1] == "," and found.start() - line_start < 60)


def _next_letter(text: str, offset: int) -> str:
    for char in text[offset : offset + 12]:
        if char == "\n":
            return "\n"
        if char.isalnum():
            return char
    return ""


def strip_marker(text: str, start: int, end: int) -> Span:
    """The span without list marker, heading marks and blanks around it."""
    spans: list[Span] = []
    _add(spans, text, start, end)
    return spans[0] if spans else (start, start)
