"""The debrief asks three things first, and only what has a place to go."""

from askwell.insights.models import Debrief
from askwell.insights.prompts import debrief_words


def test_three_prompts_come_first():
    prompts = debrief_words().prompts
    assert [p.first for p in prompts[:3]] == [True, True, True]
    assert not any(p.first for p in prompts[3:])


def test_prompts_fill_fields_of_the_debrief():
    named = {p.field for p in debrief_words().prompts if p.field}
    assert named == {"surprised", "changed", "fit_why", "better_next_time"}
    assert named <= {field.name for field in Debrief._meta.fields}


def test_fit_has_five_words():
    assert len(debrief_words().fit_labels) == 5
