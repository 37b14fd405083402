"""A profile as text, copied from its page or out of "Save to PDF" (interop.md §1.7).

Nothing of this is certain – headings come in many languages, columns run into each other – so what
is found is shown for confirmation and never stored by itself.
"""

import re
from dataclasses import dataclass

from . import values
from .contact_table import distinct
from .profile_jobs import Job, jobs_of, schools_of
from .profile_words import NOISE, SECTIONS, SIDEBAR
from .records import MeEducation, MePosition
from .values import fold

MAX_TEXT = 200_000
_MAX_LINES = 5000
_MAX_ITEMS = 100
_ADDRESS = re.compile(r"[^\s@()<>]{1,64}@[^\s@()<>]{1,190}")
_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/in/[^\s()]{1,100}", re.IGNORECASE
)
_ITEM_TAIL = re.compile(
    r"\s*(?:\((?:Native|Full|Limited|Elementary|Professional)[^)]*\)|\s·\s.*)\Z"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile seems to say; whose it is, its reader has to tell."""

    name: str = ""
    headline: str = ""
    place: str = ""
    emails: tuple[str, ...] = ()
    link: str = ""
    positions: tuple[MePosition, ...] = ()
    education: tuple[MeEducation, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.positions or self.education or self.skills or self.languages)


def parse_profile(text: str) -> Profile:
    """Positions, schools, skills and languages in a pasted profile; an empty Profile if there are none."""
    lines = _lines(text[:MAX_TEXT])
    sections = _sections(lines)
    contact = sections.get("contact", [])
    link = _link(contact) or _link(lines)
    who = _who(sections, link)
    emails = _ADDRESS.findall(" ".join(contact)[:5000])
    jobs = jobs_of(sections.get("experience", []))[:_MAX_ITEMS]
    return Profile(
        name=who[0],
        headline=who[1],
        place=who[2],
        emails=distinct(map(values.email, emails)),
        link=link,
        positions=tuple(map(_position, jobs)),
        education=tuple(schools_of(sections.get("education", [])))[:_MAX_ITEMS],
        skills=_items([*sections.get("topskills", []), *sections.get("skills", [])]),
        languages=_items(sections.get("languages", [])),
    )


def _position(job: Job) -> MePosition:
    return MePosition(job.company, job.title, job.started, job.finished, job.place)


def _lines(text: str) -> list[str]:
    """Clean lines without page numbers, logos, counters; pages say most things twice in a row."""
    found: list[str] = []
    for raw in text.splitlines()[: _MAX_LINES * 3]:
        line = values.clean(raw[:1000])
        if line and not NOISE.search(line) and not (found and line == found[-1]):
            found.append(line)
    return found[:_MAX_LINES]


def _sections(lines: list[str]) -> dict[str, list[str]]:
    """Lines by section; what stands before the first heading is under ""."""
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in lines:
        heading = SECTIONS.get(fold(line)) if len(line) <= 40 else None
        if heading:
            section = heading
            found.setdefault(section, [])
        else:
            found[section].append(line)
    return found


def _link(lines: list[str]) -> str:
    """The profile address; the sidebar of the PDF breaks it over two lines."""
    for place, line in enumerate(lines):
        if "linkedin.com/in/" in line.lower():
            after = lines[place + 1] if place + 1 < len(lines) else ""
            broken = line.endswith("-") or "(linkedin)" in after.lower()
            text = line + after if broken else line
            if found := _PROFILE.search(text):
                return values.profile_url(found[0])
    return ""


def _who(sections: dict[str, list[str]], link: str) -> tuple[str, str, str]:
    """Name, headline and place: at the top of a page, below the sidebar in the PDF's text."""
    order = list(sections)
    body = next((n for n in order if n in ("summary", "experience", "education")), "")
    before = order[order.index(body) - 1] if body in order[1:] else ""
    lines = sections[before if before in SIDEBAR else ""]
    slug = fold(link.rpartition("/")[2])
    start = next((n for n, text in enumerate(lines) if _is_named(text, slug)), None)
    if start is None:
        start = 0 if before not in SIDEBAR else max(len(lines) - 3, 0)
    told = lines[start : start + 4]
    if before in SIDEBAR:
        del lines[start:]  # they were taken for languages or certificates
    if not told or not 1 <= len(told[0].split()) <= 6 or any(c.isdigit() for c in told[0]):
        return "", "", ""
    place = next((_place(text) for text in told[1:] if _is_place(text)), "")
    headline = next((text for text in told[1:] if not _is_place(text)), "")
    return told[0], headline[:300], place


def _is_named(text: str, slug: str) -> bool:
    name = fold(text)
    return len(name) >= 4 and " " in text and name in slug


def _is_place(text: str) -> bool:
    text = _place(text)
    return 1 <= text.count(",") <= 3 and len(text) <= 80 and not re.search(r"[|@/·.!?]", text)


def _place(text: str) -> str:
    return text.partition(" · ")[0].strip()


def _items(lines: list[str]) -> tuple[str, ...]:
    """Skills or languages, one a line, without their level."""
    names = (_ITEM_TAIL.sub("", line[:200]) for line in lines)
    kept = {name.casefold(): name for name in names if 1 <= len(name) <= 80 and "@" not in name}
    return tuple(kept.values())[:_MAX_ITEMS]
