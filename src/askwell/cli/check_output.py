"""How `askwell check` prints findings: text, JSON, SARIF, or notes for GitHub."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from askwell.coach import Finding, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Review(Protocol):
        """What every review offers."""

        @property
        def findings(self) -> Sequence[Finding]:
            """All findings."""

        def as_dict(self) -> dict[str, object]:
            """The published JSON form."""


@dataclass(frozen=True)
class Report:
    """One file with its review."""

    name: str
    text: str
    review: Review

    @property
    def shown(self) -> str:
        """The file's name as printed."""
        return "<stdin>" if self.name == "-" else self.name

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from one."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def fails(report: Report, floor: str) -> bool:
    """Whether a finding reaches the level that fails."""
    return any(finding.level.reaches(Severity(floor)) for finding in report.review.findings)


def write(form: str, reports: list[Report], floor: str) -> None:
    """Print the reports in the chosen form."""
    _WRITERS[form](reports, floor)


def _text(reports: list[Report], floor: str) -> None:
    total = failing = 0
    for report in reports:
        for finding in report.review.findings:
            print("\n".join(_lines(report, finding)))
            total += 1
            failing += finding.level.reaches(Severity(floor))
    if total:
        print(f"{total} finding{'s' * (total != 1)}, {failing} at or above {floor}.")
    elif sys.stdout.isatty():
        print("Nothing to improve.")


def _lines(report: Report, finding: Finding) -> Iterable[str]:
    line, column = report.place(finding.start)
    yield f"{report.shown}:{line}:{column} {finding.level.value} {finding.code} {finding.slug}"
    if finding.end > finding.start:
        source = report.text.split("\n", line)[line - 1]
        width = max(1, min(finding.end - finding.start, len(source) - column + 1))
        yield f"    {source}"
        yield f"    {' ' * (column - 1)}{'^' * width}"
    yield f"  {finding.message}"
    yield f"  Why: {finding.reason}"
    if finding.suggestion:
        yield "  Instead: " + finding.suggestion.replace("\n", "\n           ")
    yield ""


def _json(reports: list[Report], floor: str) -> None:
    import json

    found = [report.review.as_dict() for report in reports]
    print(json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=1))


def _github(reports: list[Report], floor: str) -> None:
    kinds = {"error": "error", "warn": "warning", "info": "notice"}
    for report in reports:
        for finding in report.review.findings:
            line, column = report.place(finding.start)
            last, end = report.place(finding.end)
            words = f"{finding.message} {finding.suggestion}".strip()
            print(
                f"::{kinds[finding.level.value]} file={_property(report.shown)},line={line},"
                f"endLine={last},col={column},endColumn={end},"
                f"title={_property(f'{finding.code} {finding.slug}')}::{_data(words)}"
            )


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _sarif(reports: list[Report], floor: str) -> None:
    import json

    from askwell import __version__

    found = [(report, finding) for report in reports for finding in report.review.findings]
    rules = {finding.code: finding for _, finding in found}
    driver = {
        "name": "askwell",
        "version": __version__,
        "rules": [
            {
                "id": code,
                "name": finding.slug,
                "shortDescription": {"text": finding.template or finding.message},
                "fullDescription": {"text": finding.reason},
            }
            for code, finding in sorted(rules.items())
        ],
    }
    results = [_result(report, finding) for report, finding in found]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }
    print(json.dumps(log, ensure_ascii=False, indent=1))


def _result(report: Report, finding: Finding) -> dict[str, object]:
    line, column = report.place(finding.start)
    last, end = report.place(finding.end)
    levels = {"error": "error", "warn": "warning", "info": "note"}
    region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end}
    uri = {"uri": report.shown.replace("\\", "/")}
    return {
        "ruleId": finding.code,
        "level": levels[finding.level.value],
        "message": {"text": f"{finding.message} {finding.suggestion}".strip()},
        "locations": [{"physicalLocation": {"artifactLocation": uri, "region": region}}],
    }


_WRITERS: dict[str, Callable[[list[Report], str], None]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}
