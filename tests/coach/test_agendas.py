"""Agendas: planned so that they add up, and reviewed as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.coach import plan_agenda, review_agenda

QUESTIONS = [
    "Who else should I talk to?",
    "What advice would you give a beginner?",
    "How did you get into this field?",
    "What does a typical week look like?",
    "What skills matter most?",
    "May I use your name when I write to them?",
    "What is the culture of your team like?",
    "Is there anything I should have asked?",
]


@pytest.mark.parametrize("minutes", [10, 15, 20, 25, 30, 45, 60, 90, 120])
def test_a_planned_agenda_adds_up_and_has_nothing_to_improve(minutes):
    agenda = plan_agenda(QUESTIONS, minutes=minutes)
    assert sum(box.minutes for box in agenda.boxes) == minutes
    ends = 0
    for box in agenda.boxes:
        assert box.begins == ends
        ends += box.minutes
    review = review_agenda(agenda.as_text())
    assert [f.code for f in review.findings if f.code != "A409"] == []
    assert [box.kind for box in review.boxes] == ["opening", "core", "closing", "buffer"]
    assert review.minutes == minutes


def test_questions_go_from_general_to_advice_and_who_else_last():
    agenda = plan_agenda(QUESTIONS, minutes=30)
    core, closing = agenda.boxes[1].questions, agenda.boxes[2].questions
    assert core == (QUESTIONS[2], QUESTIONS[3], QUESTIONS[4], QUESTIONS[6], QUESTIONS[1])
    assert closing == (QUESTIONS[7], QUESTIONS[0], QUESTIONS[5])
    assert agenda.spare == ()


def test_what_does_not_fit_is_kept_as_spare():
    agenda = plan_agenda(QUESTIONS, minutes=10)
    assert len(agenda.boxes[1].questions) == 2
    assert len(agenda.spare) == 3
    assert plan_agenda([], minutes=20).boxes[2].questions == (
        "Who else would you talk to in my place?",
    )
    with pytest.raises(ValueError, match="10 to 120"):
        plan_agenda(QUESTIONS, minutes=5)


AGENDAS = [
    ("0–3 Opening\n3–25 Core\n25–30 Closing: who else", [("opening", 3), ("core", 22), ("closing", 5)]),
    ("- Intro (3 min)\n- Her story (10 minutes)\n- Wrap-up, 5 min", [("opening", 3), ("core", 10), ("closing", 5)]),
    ("3 min: hello\n15 min – questions\n2 min buffer", [("opening", 3), ("core", 15), ("buffer", 2)]),
    ("## Opening – 3 min\n\n## Skills [10 min]\n\n## Thanks (2')", [("opening", 3), ("core", 10), ("closing", 2)]),
    ("10:00–10:05 Welcome\n10:05-10:25 Career\n10:25 to 10:30 Close", [("opening", 5), ("core", 20), ("closing", 5)]),
    ("What surprised you?\nHow did you start?", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "boxes"), AGENDAS)
def test_time_boxes_as_people_type_them(text, boxes):
    review = review_agenda(text)
    assert [(box.kind, box.minutes) for box in review.boxes] == boxes
    assert review.as_dict()["schema"] == 1


def test_places_are_those_of_the_lines():
    text = "Total: 30 minutes\n5 min: Opening\n10 min: Questions\n5 min: Closing, who else\n"
    (sum_, *_) = review_agenda(text).findings
    assert (sum_.code, text[sum_.start : sum_.end]) == ("A401", "Total: 30 minutes")
    assert sum_.message == "The boxes take 20 minutes; 30 are agreed."
    silenced = review_agenda(text + "# askwell: ignore A401\n")
    assert "A401" not in [f.code for f in silenced.findings]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["0-5 ", "Opening", "\n", "- ", "(3 min)", "30 minutes", "?", "é", "Total: ", "10:00–", " "]) | st.text(max_size=5), max_size=12).map("".join))  # fmt: skip
def test_findings_lie_inside_any_agenda(text):
    for finding in review_agenda(text).findings:
        assert 0 <= finding.start <= finding.end <= len(text)
