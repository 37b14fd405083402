"""Comments that silence a rule in one place: `# askwell: ignore Q101, Q105`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from askwell.coach.finding import Finding
from askwell.coach.text.patterns import ExactPattern

_COMMENT = ExactPattern(
    r"[ \t]*(?:#|<!--|//)[ \t]*askwell:[ \t]*ignore\b[ \t:]*"
    r"(?P<codes>[A-Za-z]\d+(?:[ ,]+[A-Za-z]\d+)*)?[ \t]*(?:-->)?"
)


@dataclass(frozen=True, slots=True)
class Ignores:
    """What the comments of a text silence: codes per line, "" meaning all; line 0 is the whole text."""

    lines: dict[int, frozenset[str]]
    spans: tuple[tuple[int, int], ...]

    def silence(self, code: str, line: int) -> bool:
        """Whether a finding of *code* on *line* was asked not to be shown."""
        for place in (0, line):
            codes = self.lines.get(place)
            if codes is not None and ("" in codes or code in codes):
                return True
        return False

    def keep(self, findings: Iterable[Finding], text: str) -> list[Finding]:
        """The findings no comment silences."""
        if not self.lines:
            return list(findings)
        return [
            finding
            for finding in findings
            if not self.silence(finding.code, text.count("\n", 0, finding.start) + 1)
        ]


NONE = Ignores({}, ())


def read_ignores(text: str) -> Ignores:
    """Find the comments. One at the end of a line is for that line, one on its own for all lines."""
    if "askwell:" not in text:
        return NONE
    lines: dict[int, frozenset[str]] = {}
    spans = []
    for found in _COMMENT.finditer(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        alone = not text[line_start : found.start()].strip()
        line = 0 if alone else text.count("\n", 0, found.start()) + 1
        codes = re.findall(r"[A-Za-z]\d+", found["codes"] or "")
        named = frozenset(code.upper() for code in codes) or frozenset({""})
        lines[line] = lines.get(line, frozenset()) | named
        spans.append(found.span())
    return Ignores(lines, tuple(spans))


def blank_comments(text: str, ignores: Ignores) -> str:
    """The text with the comments blanked out; every offset stays true."""
    for start, end in ignores.spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
