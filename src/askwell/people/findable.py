"""What people and organizations are found by: the words of their rows, written to the search index."""

from collections.abc import Iterable

from django.db.models import F

from askwell.people import search
from askwell.people.identity import PROFILE
from askwell.people.models import ContactPoint, Organization, Person
from askwell.workspaces.access import Scope


def index_people(scope: Scope, ids: Iterable[int]) -> None:
    """Make these people findable under what is known of them now. Two reads."""
    keys = list(ids)
    words: dict[int, list[str]] = {}
    points = ContactPoint.objects.filter(person__in=keys)
    for person, value in points.values_list("person", "value"):
        words.setdefault(person, []).append(value)
    people = Person.objects.filter(workspace=scope.workspace, pk__in=keys, merged_into=None)
    rows = people.annotate(employer=F("organization__name")).values(
        "pk", "uid", "name", "given", "family", "role", "employer", "labels", "updated_at"
    )
    search.index_many(
        scope,
        [
            search.Entry(
                "person",
                row["uid"],
                row["name"],
                work(row["role"], row["employer"]),
                row["uid"],
                row["updated_at"],
                reachable([row["given"], row["family"], *row["labels"], *words.get(row["pk"], [])]),
            )
            for row in rows
        ],
    )


def index_organizations(scope: Scope, keys: Iterable[str]) -> None:
    """Make the organizations with these keys findable."""
    rows = Organization.objects.filter(
        workspace=scope.workspace, key__in=list(keys), merged_into=None
    )
    search.index_many(
        scope,
        [
            search.Entry("organization", uid, name, about)
            for uid, name, about in rows.values_list("uid", "name", "about")
        ],
    )


def work(role: str, employer: str | None) -> str:
    """What stands below a name: "Head of Data, Nimbus"."""
    return f"{role}, {employer}" if role and employer else role or employer or ""


def reachable(words: Iterable[str]) -> str:
    """Names and addresses as words; of a profile only what tells it from all other profiles."""
    return " ".join(words).replace(PROFILE, "")
