"""Jobs and schools of a pasted profile. The lines with dates are the fixed points; what stands above
them is a title and a company, in the order of the page (title first) or of the PDF (company first)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import values
from .profile_words import EMPLOYED, PRESENT
from .records import MeEducation
from .values import fold

_SPAN = re.compile(
    r"(?P<before>.{0,300}?)[(]?(?P<start>(?:[^\W\d_]{3,12}\.?\s(?:de\s)?|\d{1,2}[/.])?(?:19|20)\d{2})"
    r"(?:\s?[-–—]\s?|\sto\s|\sbis\s|\sà\s|\sal?\s)"
    r"(?P<end>(?:[^\W\d_]{3,12}\.?\s(?:de\s)?|\d{1,2}[/.])?(?:19|20)\d{2}|[^\d()·]{2,25}?)"
    r"[)]?(?P<after>\s*[(·].{0,100})?\Z"
)
_LENGTH = re.compile(
    r"(?:(?P<kind>[^·]{2,30}) · )?\d{1,2}\s(?:years?|yrs?|months?|mos?|Jahre?|Monate?|ans?|mois|años?|meses|mes|ann[oi]|mes[ei]|anos?)\b.{0,30}\Z",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-–—•*·▪◦‣]\s?")


@dataclass(frozen=True, slots=True)
class Job:
    """A job as the page tells it."""

    company: str = ""
    title: str = ""
    started: str = ""
    finished: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A line with dates: what stands before them, when, and whether this is the PDF's spelling."""

    before: str
    started: str
    finished: str
    bracket: bool


def jobs_of(lines: list[str]) -> list[Job]:
    """The jobs in the lines of "Experience", as they follow each other."""
    dated = [
        (n, when) for n, line in enumerate(lines) if (when := _dated(line)) and not when.before
    ]
    ends = [n for n, _when in dated[1:]] + [len(lines)]
    found: list[Job] = []
    company, grouped, last = "", False, -1
    for (here, when), end in zip(dated, ends, strict=False):
        above = lines[last + 1 : here]
        if above:
            company, title, grouped = _above(above, company, grouped=grouped, pdf=when.bracket)
            where = _place(lines, here + 1, end)
            found.append(Job(company, title, when.started, when.finished, where))
        last = here
    return found


def _above(above: list[str], company: str, *, grouped: bool, pdf: bool) -> tuple[str, str, bool]:
    """Company, title, and whether further titles of the same company may follow."""
    if len(above) > 1 and fold(above[-1]) in EMPLOYED:  # "Full-time" on a line of its own
        above = above[:-1]
    length = next((n for n in range(len(above) - 1, 0, -1) if _LENGTH.match(above[n])), 0)
    if length and len(above) - length in (2, 3):  # company, "6 years 7 months", [place,] title
        return above[length - 1], above[-1], True
    if not pdf and " · " in above[-1] and len(above) > 1:  # title, "company · Full-time"
        return above[-1].partition(" · ")[0], above[-2], False
    if grouped and not _begins_anew(above):
        return company, above[-1], True
    if len(above) == 1:
        return company, above[-1], grouped
    if pdf:
        return above[-2], above[-1], False
    return above[-1], above[-2], False


def _begins_anew(above: list[str]) -> bool:
    """Within a company of several roles: is the line above the title the next company? The first
    line below a date is a place."""
    line = above[-2] if len(above) > 2 else ""
    return bool(line) and len(line) <= 60 and not _BULLET.match(line) and line[-1] not in ".,;:!"


def _place(lines: list[str], start: int, end: int) -> str:
    """The line below the dates, if it looks like a place and another line follows before the next."""
    line = lines[start] if start < end - 1 or start == len(lines) - 1 else ""
    plain = line.partition(" · ")[0]
    looks = (
        "," in plain and len(plain) <= 80 and not _BULLET.match(plain) and plain[-1] not in ".!?"
    )
    return plain if looks else ""


def schools_of(lines: list[str]) -> Iterator[MeEducation]:
    """The schools in the lines of "Education"."""
    held: list[str] = []
    for line in lines:
        when = _dated(line)
        if when is None:
            held.append(line)
            continue
        above = [*held, when.before.rstrip(" ·(-–")] if when.before else held
        above = [text for text in above if text and not _BULLET.match(text)]
        if above:
            degree = above[1] if len(above) > 1 else ""
            yield MeEducation(above[0][:300], degree[:300], when.started, when.finished)
        held = []
    if held and not _BULLET.match(held[0]) and len(held) <= 2:
        yield MeEducation(held[0][:300], held[1][:300] if len(held) > 1 else "")


def _dated(line: str) -> _Dated | None:
    found = _SPAN.match(line) if len(line) <= 400 else None
    if not found:
        return None
    finished = "" if fold(found["end"]) in PRESENT else _date(found["end"])
    started = _date(found["start"])
    if not started or (not finished and fold(found["end"]) not in PRESENT):
        return None
    bracket = (found["after"] or "").lstrip().startswith("(")
    return _Dated(found["before"].strip(), started, finished, bracket)


def _date(text: str) -> str:
    try:
        return values.partial_date(re.sub(r"\A(\d{1,2})[/.](\d{4})\Z", r"\2-\1", text.strip()))
    except ValueError:
        return ""
