"""The sample notebook: coherent, invented, in every state, the same story on any day."""

from datetime import date

import pytest

from askwell.coach.cadence import Stage, StepKind
from askwell.outreach.models import Letter
from askwell.people import journal, selectors
from askwell.people.models import Organization, Standing
from askwell.plumbing import clock
from askwell.transfer import demo
from askwell.workspaces.access import Scope

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 11, 22), date(2027, 3, 1), date(2027, 7, 14)]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_sample_has_people_in_every_state(scope: Scope, today: date) -> None:
    demo.build(scope, today)
    stages = set(Standing.objects.values_list("stage", flat=True))
    assert selectors.people(scope).count() >= 40
    assert Organization.objects.count() >= 12
    assert stages >= set(Stage) - {Stage.KNOWN, Stage.IN_TOUCH}
    steps = set(Standing.objects.values_list("step", flat=True))
    assert steps >= {
        StepKind.PREPARE,
        StepKind.THANK,
        StepKind.NUDGE,
        StepKind.TELL,
        StepKind.WRITE,
    }
    assert journal.differences(scope, clock.now()) == []


def test_no_letter_of_the_sample_went_out_with_a_blank(scope: Scope) -> None:
    demo.build(scope, DAYS[0])
    sent = Letter.objects.filter(workspace=scope.workspace, sent_at__isnull=False)
    assert [(row.kind, row.body) for row in sent if "[" in row.body] == []
