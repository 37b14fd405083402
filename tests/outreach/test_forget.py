"""When somebody is forgotten, outreach keeps neither their rows nor their name."""

import json

import pytest

from askwell.outreach import operations
from askwell.outreach.compose import Fact
from askwell.outreach.models import Approach, Letter, Promise, Reply
from askwell.plumbing import rows
from askwell.plumbing.ids import new_uid
from tests.outreach.conftest import somebody

pytestmark = pytest.mark.django_db


def test_forget(scope, question, mira, now):
    jon = somebody(scope, now, "Jon Lee")
    operations.choose(scope, person=mira, exploration=question, now=now)
    operations.already_wrote(scope, person=mira, exploration=question, uid=new_uid(), now=now)
    operations.outcome(
        scope, person=mira, exploration=question, kind="other", uid=new_uid(), now=now, text="Hi"
    )
    operations.promise(scope, person=mira, side="mine", text="call", due_at=now, now=now)
    operations.promise(
        scope, person=jon, side="mine", text="greet mira okafor", due_at=now, now=now
    )
    fact = Fact("found.referral", "Mira Okafor", "an introduction", str(mira.uid))
    letter = operations.draft(
        scope, kind="request", person=jon, exploration=question, facts=[fact], now=now
    )
    assert "Mira Okafor suggested" in letter.body
    operations.outcome(
        scope,
        person=jon,
        exploration=question,
        kind="other",
        uid=new_uid(),
        now=now,
        text="mira@example.net told me",
    )
    operations.forget(scope, person=mira, keep_quotes=True)
    left = json.dumps(
        [
            row
            for model in (Approach, Letter, Promise, Reply)
            for row in rows.dump(model.objects.filter(workspace=scope.workspace))
        ]
    ).casefold()
    assert "okafor" not in left and "mira@example.net" not in left
    assert Promise.objects.get().text == "greet …"
    assert Letter.objects.get().person == jon
