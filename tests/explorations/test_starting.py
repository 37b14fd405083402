"""Starting templates fit the bank, and the cost sentence is honest about hours."""

import pytest

from askwell.explorations import starting
from askwell.questions import bank


def test_there_are_five_ways_to_begin():
    keys = [t.key for t in starting.templates()]
    assert keys == ["role", "field-or-major", "switch", "new-city", "organization"]


@pytest.mark.parametrize("template", starting.templates(), ids=lambda t: t.key)
def test_a_template_is_whole(template):
    assert template.sentence(" data  journalism? ").endswith(".")
    assert "data journalism" in template.sentence(" data  journalism? ")
    assert len(template.hypotheses) == 3
    assert len(set(template.questions)) == 8
    assert all(bank.load().get(key) for key in template.questions)


def test_templates_are_found_by_key():
    assert starting.template("switch").title == "Switch to another field"
    assert starting.template("nothing") is None


def test_one_talk_costs_two_to_three_hours():
    cost = starting.talk_cost()
    assert (cost.low, cost.high) == (120, 180)


@pytest.mark.parametrize(
    ("weekly", "expected"),
    [
        (0, "preparation and thanks."),
        (180, "Your 3 hours a week make one every week or two."),
        (210, "Your 3.5 hours a week make about one a week."),
        (90, "Your 1.5 hours a week make about one every two weeks."),
        (30, "one in 5 weeks"),
        (600, "room for about 4 a week"),
    ],
)
def test_the_cost_is_said_against_the_weekly_time(weekly, expected):
    sentence = starting.cost_sentence(weekly)
    assert sentence.startswith("One talk costs about 2–3 hours")
    assert expected in sentence
