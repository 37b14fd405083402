"""What the fragments of this stage need, for pages of other stages that include them.

`outreach/_letters.html`, `outreach/_promises.html` and `outreach/_outcome_form.html` each read one
of these.
"""

from typing import Any
from uuid import UUID

from askwell.outreach import selectors
from askwell.outreach.forms import OutcomeForm, PromiseForm
from askwell.people.models import Person
from askwell.plumbing.ids import new_uid
from askwell.workspaces.access import Scope


def letters_context(scope: Scope, person: Person) -> dict[str, Any]:
    """For `_letters.html`: letters and answers of one person. Not read yet."""
    letters = selectors.letters_of(scope, person).select_related(None)
    return {
        "person": person,
        "letters": letters.only("uid", "subject", "kind", "channel", "sent_at", "updated_at")[:50],
        "replies": selectors.replies_of(scope, person)[:50],
    }


def promises_context(scope: Scope, person: Person) -> dict[str, Any]:
    """For `_promises.html`: what we promised each other, and the form for one more. Not read yet."""
    return {
        "person": person,
        "promises": selectors.promises_of(scope, person)[:50],
        "promise_form": PromiseForm(initial={"uid": new_uid()}),
    }


def outcome_context(
    person: Person, form: OutcomeForm | None = None, *, question: UUID | None = None
) -> dict[str, Any]:
    """For `_outcome_form.html`: the small form "what came back?", to the letter of a question."""
    return {
        "person": person,
        "outcome_form": form or OutcomeForm(initial={"uid": new_uid(), "question": question}),
    }
