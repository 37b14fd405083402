"""The parts of a letter as pasted: headers, quoted reply, greeting, body, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from askwell.coach.text.tokens import word_set

_HEADER = re.compile(r"(?P<name>[A-Z][A-Za-z-]{1,30}):[ \t]?(?P<value>.*)\Z")
_KNOWN = word_set(
    "from to cc bcc subject date sent reply-to betreff von an datum message-id in-reply-to "
    "references mime-version content-type content-transfer-encoding"
)
_GREETING = re.compile(
    r"[ \t]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hiya)\b"
    r"[^\n.!?]{0,60}?(?:[,!:–—-]|(?=\n)|\Z)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[ \t]*(?:(?:with )?(?:(?:best|kind|warm|warmest|many|kindest) )*"
    r"(?:regards|wishes|thanks|thank you|cheers|sincerely(?: yours)?|yours(?: sincerely| truly| faithfully)?|"
    r"best|warmly|respectfully|cordially|all the best|talk soon|take care|gratefully|appreciatively|"
    r"thanks again|thanks so much|thank you so much|many thanks))[ \t]*[,.!–—-]?[ \t]*\Z",
    re.IGNORECASE,
)
_QUOTE_INTRO = re.compile(
    r"(?:On .{4,80} wrote:|-{3,} ?Original Message ?-{3,}|_{10,})[ \t]*\Z", re.IGNORECASE
)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MailParts:
    """Spans into the text as given; an absent part is an empty span at its place."""

    headers: dict[str, Span]
    greeting: Span
    body: Span
    signature: Span
    quoted: Span

    @property
    def subject(self) -> Span | None:
        """Where the subject's words stand, or None when there is no such line."""
        return self.headers.get("subject") or self.headers.get("betreff")


def split_mail(raw: str) -> MailParts:
    """Find the parts of a letter. The body is what the reader reads between greeting and closing."""
    lines = _lines(raw)
    headers, first = _headers(raw, lines)
    last = _quoted_from(raw, lines, first)
    signed = _signature_from(raw, lines, first, last)
    start = lines[first][0] if first < len(lines) else len(raw)
    end = lines[signed][0] if signed < len(lines) else len(raw)
    stop = lines[last][0] if last < len(lines) else len(raw)
    greeting = _greeting(raw, start, end)
    return MailParts(headers, greeting, (greeting[1], end), (end, stop), (stop, len(raw)))


def _lines(raw: str) -> list[Span]:
    spans = []
    start = 0
    for line in raw.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _headers(raw: str, lines: list[Span]) -> tuple[dict[str, Span], int]:
    headers: dict[str, Span] = {}
    for index, (start, end) in enumerate(lines):
        line = raw[start:end].rstrip()
        if not line:
            if headers:
                return headers, index + 1
            continue
        found = _HEADER.match(line)
        if found and found["name"].lower() in _KNOWN:
            headers[found["name"].lower()] = (start + found.start("value"), start + len(line))
        elif not (headers and line[0] in " \t"):
            return headers, index
    return headers, len(lines)


def _quoted_from(raw: str, lines: list[Span], first: int) -> int:
    for index in range(first, len(lines)):
        line = raw[slice(*lines[index])].rstrip()
        if line.startswith(">") or _QUOTE_INTRO.match(line):
            return index
    return len(lines)


def _signature_from(raw: str, lines: list[Span], first: int, last: int) -> int:
    seen = 0
    for index in range(last - 1, first, -1):
        line = raw[slice(*lines[index])]
        if line.rstrip("\r") in ("--", "-- ") or _CLOSING.match(line.rstrip()):
            return index
        seen += bool(line.strip())
        if seen > 8:
            break
    return last


def _greeting(raw: str, start: int, end: int) -> Span:
    while start < end and raw[start].isspace():
        start += 1
    found = _GREETING.match(raw, start, end)
    return found.span() if found else (start, start)
