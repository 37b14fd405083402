"""What somebody and I have in common, each with the field it came from: the strongest first.

Nothing is guessed: both sides must say it, they in their path, labels or place, I in "Me and settings"
or in the profile I brought in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from askwell.coach.cadence import EventKind
from askwell.people.identity import organization_key
from askwell.people.models import Education, Event, Person, Position, Source
from askwell.people.tokens import fold, tokens
from askwell.workspaces.settings import Settings

SHORTEST = 3
"""Shorter skills ("R", "Go") are only looked for as a whole label."""

_WORTH = {
    "person": 90, "together": 80, "school": 60, "employer": 55, "messages": 50, "association": 45,
    "degree": 30, "skill": 25, "language": 20, "place": 15,
}  # fmt: skip
_LETTER = {
    "school": "common.school", "together": "common.organization", "employer": "common.organization",
    "place": "common.place", "association": "common.interest", "skill": "common.interest",
    "person": "common.person",
}  # fmt: skip
"""The fact a letter may state of it."""


@dataclass(frozen=True)
class Shared:
    """One thing in common: its kind, what it is, a sentence, and where both sides say so."""

    kind: str
    what: str
    words: str
    label: str
    ref_uid: str = ""

    @property
    def fact(self) -> str:
        """The name of the fact a letter may state; empty when none does."""
        return _LETTER.get(self.kind, "")


def common_ground(
    settings: Settings,
    person: Person,
    *,
    positions: Iterable[Position],
    educations: Iterable[Education],
    events: Iterable[Event] = (),
) -> list[Shared]:
    """What we share, the strongest first, each thing once. Reads nothing but what it is given."""
    jobs = list(positions)
    found = [
        *_work(settings, jobs),
        *_school(settings, list(educations)),
        *_messages(person, events),
        *_association(settings, person, jobs),
        *_skill(settings, person),
        *_language(settings, person),
        *_place(settings, person),
    ]
    ranked = sorted(found, key=lambda row: (-_WORTH[row.kind], row.what))
    once: dict[tuple[str, str], Shared] = {}
    for row in ranked:
        once.setdefault((_LETTER.get(row.kind, row.kind), fold(row.what)), row)
    return list(once.values())


def knows_both(name: str, ref_uid: str) -> Shared:
    """Somebody both of us know, because they named one to the other."""
    words = _("You both know %(name)s.") % {"name": name}
    return Shared("person", name, words, _("who led to whom"), ref_uid)


def _work(settings: Settings, jobs: list[Position]) -> Iterator[Shared]:
    mine: dict[str, list[tuple[str, str]]] = {}
    for name, _title, started, ended in settings.path.jobs:
        mine.setdefault(organization_key(name), []).append((started, ended))
    label = _("their path, and the jobs of my profile")
    for job in jobs:
        stretches = mine.get(job.organization.key) if job.organization else None
        if not job.organization or not stretches:
            continue
        name, ref = job.organization.name, str(job.uid)
        theirs = (job.started, "" if job.is_current else job.ended or job.started)
        if any(_overlap(own, theirs) for own in stretches):
            words = _("You worked at %(name)s at the same time.") % {"name": name}
            yield Shared("together", name, words, label, ref)
        else:
            words = _("You have both worked at %(name)s.") % {"name": name}
            yield Shared("employer", name, words, label, ref)


def _school(settings: Settings, rows: list[Education]) -> Iterator[Shared]:
    mine = [row for row in settings.path.schools if row[0]]
    mine += [(settings.me.school, "", "", "")] if settings.me.school else []
    label = _("their studies, and mine in Me and settings")
    for row in rows:
        for name, degree, started, ended in mine:
            ref = str(row.uid)
            if _same_school(name, row.school):
                together = bool(started) and _overlap((started, ended), (row.started, row.ended))
                words = (
                    _("You were at %(school)s at the same time.")
                    if together
                    else _("You both went to %(school)s.")
                )
                yield Shared("school", row.school, words % {"school": row.school}, label, ref)
            if degree and fold(degree) == fold(row.degree):
                words = _("You both did %(degree)s.") % {"degree": row.degree}
                yield Shared("degree", row.degree, words, label, ref)


def _same_school(mine: str, theirs: str) -> bool:
    """ "University of Leeds" and "University of Leeds, UK" are one."""
    key = organization_key(mine)
    return bool(key) and key in (
        organization_key(theirs),
        organization_key(theirs.split(",", maxsplit=1)[0]),
    )


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two stretches of partial dates share a time; without both beginnings nobody knows."""
    if not one[0] or not other[0]:
        return False
    return one[0][:7] <= _end(other[1]) and other[0][:7] <= _end(one[1])


def _end(text: str) -> str:
    """The last month a partial date may mean; none is the present."""
    return "9999" if not text else f"{text}-12" if len(text) == 4 else text[:7]


def _messages(person: Person, events: Iterable[Event]) -> Iterator[Shared]:
    kinds = {EventKind.TOUCHED, EventKind.ANSWERED, EventKind.ACCEPTED}
    rows = [event for event in events if event.kind in kinds]
    if rows:
        last: datetime = max(event.at for event in rows)
        day = date_format(localtime(last), "F Y")
        words = _("You have been in touch, last in %(month)s.") % {"month": day}
        yield Shared("messages", day, words, _("the story so far"), str(person.uid))


def _association(settings: Settings, person: Person, jobs: list[Position]) -> Iterator[Shared]:
    label = _("their path and labels, and my associations in Me and settings")
    theirs = [job.organization.name for job in jobs if job.organization] + list(person.labels)
    if person.source == Source.ASSOCIATION and person.source_detail:
        theirs.append(person.source_detail)
    known = {organization_key(name) for name in theirs} - {""}
    for name in _listed(settings.me.associations):
        if organization_key(name) in known:
            words = _("You both belong to %(name)s.") % {"name": name}
            yield Shared("association", name, words, label, str(person.uid))


def _skill(settings: Settings, person: Person) -> Iterator[Shared]:
    label = _("their headline and labels, and the skills of my profile")
    labels = {fold(str(name)) for name in person.labels}
    said = f" {' '.join(tokens(f'{person.headline} {person.role}'))} "
    for skill in settings.path.skills:
        whole = f" {' '.join(tokens(skill))} "
        if fold(skill) in labels or (len(skill) >= SHORTEST and whole.strip() and whole in said):
            words = _("You both know about %(skill)s.") % {"skill": skill}
            yield Shared("skill", skill, words, label, str(person.uid))


def _language(settings: Settings, person: Person) -> Iterator[Shared]:
    theirs = _names_of(person.language)
    for name in _listed(settings.me.languages):
        if _names_of(name) & theirs:
            words = _("You both speak %(language)s.") % {"language": name}
            label = _("their language, and mine in Me and settings")
            yield Shared("language", name, words, label, str(person.uid))


def _names_of(language: str) -> set[str]:
    """A language by its code, its English and its own name, whichever was written."""
    names = {fold(language.strip())} - {""}
    for code in {language.strip().lower(), language.strip().lower().split("-")[0]} - {""}:
        try:
            info: dict[str, Any] = dict(get_language_info(code))
        except KeyError:
            continue
        names |= {fold(str(info["name"])), fold(str(info["name_local"]))}
    return names


def _place(settings: Settings, person: Person) -> Iterator[Shared]:
    city, place = settings.me.city.split(",")[0].strip(), person.place
    if city and f" {' '.join(tokens(city))} " in f" {' '.join(tokens(place))} ":
        label = _("their place, and yours in Me and settings")
        words = _("You are both in %(place)s.") % {"place": city}
        yield Shared("place", city, words, label, str(person.uid))


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.replace(";", ",").split(",") if name.strip()]
