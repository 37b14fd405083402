""" "Who do you know who…?": a letter to pass on, and the names that come back."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.explorations.models import Exploration
from askwell.explorations.operations import fold_key
from askwell.outreach.models import Letter
from askwell.outreach.operations.sending import mark_sent
from askwell.people.models import Person, Source
from askwell.people.operations import add_person
from askwell.plumbing.errors import Refusal
from askwell.workspaces.access import Scope

MOST_NAMES = 200
_AROUND_A_NAME = " ,;-–•*\t\r"


class NobodyNamed(Refusal):
    """Not one name was written down."""


@transaction.atomic
def sent_around(
    scope: Scope, *, letter: Letter, to: str, now: datetime, day: date | None = None
) -> Letter:
    """ "I sent it to …": who got the letter is kept beside it, in the words used. Twice is once."""
    if letter.sent_at is None:
        letter.choices["to"] = " ".join(to.split())[:300]
        letter.save(update_fields=["choices"])
    return mark_sent(scope, letter=letter, now=now, day=day)


@transaction.atomic
def names_came_back(
    scope: Scope,
    *,
    uid: UUID,
    lines: Iterable[str],
    now: datetime,
    source: str = Source.REFERRAL,
    named_by: str = "",
    happy_to_talk: bool = False,
) -> list[Person]:
    """Make a person of every line: a name, and after a comma what they do. They stay silent.

    `uid` belongs to the form: the same lines sent twice are the same people. Raises NobodyNamed
    when there is no line, or more than two hundred of them.
    """
    wanted: dict[str, str] = {}
    for line in lines:
        if plain := line.strip(_AROUND_A_NAME):
            wanted.setdefault(fold_key(plain), plain)
    if not wanted or len(wanted) > MOST_NAMES:
        raise NobodyNamed(
            _("Write at least one name, one per line.")
            if not wanted
            else _(
                "That is more than %(most)d names at once. Take them in parts; all are kept here."
            )
            % {"most": MOST_NAMES}
        )
    people = []
    for key, line in wanted.items():
        name, _comma, role = line.partition(",")
        people.append(
            add_person(
                scope,
                uid=uuid5(uid, key),
                name=name,
                role=role.strip(),
                source=source,
                source_detail=named_by.strip(),
                happy_to_talk=happy_to_talk,
                now=now,
            )
        )
    return people


def words_to_search(scope: Scope, exploration: Exploration | None) -> dict[str, str]:
    """Role, place and school for the search phrases, as far as the notebook knows them."""
    rows = list(exploration.targets.all()) if exploration else []
    first = {row.kind: row.text for row in reversed(rows)}
    me = scope.settings.me
    return {
        "role": first.get("role", "") or (exploration.topic if exploration else ""),
        "place": first.get("place", "") or me.city,
        "school": me.school,
    }
