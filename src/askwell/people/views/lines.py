"""Lines of a list of people, made ready in Python: fifty of them are most of what the page costs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from askwell.people.words import STAGES, known_through

if TYPE_CHECKING:
    from askwell.people.models import Person

_SHOWN = 2
_NIL = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Line:
    """One person in a list."""

    url: str
    name: str
    stages: list[tuple[Any, str]]
    happy_to_talk: bool
    work: str
    organization: str
    organization_url: str
    touched: datetime | None


def lines(people: Iterable["Person"]) -> list[Line]:
    """People with their organization and standings loaded, as lines."""
    person_at, organization_at = _address("home:person"), _address("people:organization")
    return [_line(person, person_at, organization_at) for person in people]


def _line(
    person: "Person", person_at: Callable[[UUID], str], organization_at: Callable[[UUID], str]
) -> Line:
    stands = list(person.standings.all())
    employer = person.organization
    return Line(
        url=person_at(person.uid),
        name=person.name,
        stages=[
            (STAGES[row.stage], "" if row.step else "plain")
            for row in stands[:_SHOWN]
            if row.stage in STAGES
        ],
        happy_to_talk=person.happy_to_talk,
        work=person.role or ("" if employer else known_through(person)),
        organization=employer.name if employer else "",
        organization_url=organization_at(employer.uid) if employer else "",
        touched=max((row.last_touch_at for row in stands if row.last_touch_at), default=None),
    )


def _address(name: str) -> Callable[[UUID], str]:
    """Addresses of many rows of one kind from one look into the URL configuration."""
    pattern = reverse(name, args=[_NIL])
    return lambda uid: pattern.replace(str(_NIL), str(uid))
