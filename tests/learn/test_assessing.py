"""The rubric of the assignment, read with the coach's figures."""

import pytest
from django.urls import reverse

from askwell.learn import assessing, classpack
from askwell.learn.models import RolePlay
from askwell.learn.reading import Figures
from askwell.plumbing.ids import new_uid

GOOD = Figures(
    my_share=0.3, open_share=0.8, follow_up_share=0.4, questions=9, reflections=2, minutes=24.0,
    agreed=25, asked_for_names=True, thanked=True, off_limits=0,
)  # fmt: skip


def levels(figures):
    return {row.title: (row.level, row.points) for row in assessing.judged(figures)}


def test_a_good_talk_gets_what_figures_can_give():
    found = levels(GOOD)
    assert found["Open questions"] == ("good", 15)
    assert found["Listening"] == ("good", 10)
    assert found["Ending on time"] == ("good", 5)
    # Whether they offered to do the writing, only a reader can say.
    assert found["Who else?"] == ("fair", 2.5)


@pytest.mark.parametrize(
    ("change", "title", "level"),
    [
        ({"open_share": 0.7}, "Open questions", "good"),
        ({"open_share": 0.5}, "Open questions", "fair"),
        ({"open_share": 0.49}, "Open questions", "weak"),
        ({"my_share": 0.5}, "Listening", "fair"),
        ({"my_share": 0.51}, "Listening", "weak"),
        ({"minutes": 29.0}, "Ending on time", "fair"),
        ({"minutes": 31.0}, "Ending on time", "weak"),
        ({"off_limits": 1}, "What is better not asked", "fair"),
        ({"off_limits": 2}, "What is better not asked", "weak"),
        ({"thanked": False}, "Thanks", "weak"),
        ({"reflections": 1}, "Saying back", "fair"),
    ],
)
def test_every_step_is_where_the_rubric_says(change, title, level):
    assert levels(Figures(**{**vars(GOOD), **change}))[title][0] == level


def test_what_has_no_figure_is_left_to_the_reader():
    assert "Ending on time" not in levels(Figures(**{**vars(GOOD), "minutes": None}))
    assert "The letter" not in levels(GOOD)


def test_every_number_of_the_rubric_has_its_figure():
    for row in classpack.rubric()["criterion"]:
        if "full" in row or "half" in row:
            assert row["metric"] in {*assessing.FIGURES, assessing.OVER}


def test_it_stands_under_a_rehearsed_talk(owner):
    sent = {"uid": str(new_uid()), "character": "generous"}
    owner.post(reverse("learn:role_play_start"), sent)
    talk = RolePlay.objects.get()
    owner.post(reverse("learn:role_play_end", args=[talk.uid]))
    page = owner.get(reverse("learn:role_play", args=[talk.uid])).content.decode()
    assert "As an assignment is judged" in page
    assert "Who else?: 0 / 5" in page
