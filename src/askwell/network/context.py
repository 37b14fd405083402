"""What a page of a higher stage needs for a fragment of this one."""

from typing import Any

from askwell.network import selectors
from askwell.network.forms import NamedForm
from askwell.people.models import Person
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope


def introductions_of(scope: Scope, person: Person) -> dict[str, Any]:
    """For `network/_introductions.html`: whom they named, who named them, and a line to add."""
    return {
        "introductions": selectors.introductions_of(scope, person)[:50],
        "named_form": NamedForm(initial={"uid": new_uid()}),
    }
