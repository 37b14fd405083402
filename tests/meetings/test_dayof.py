"""The day-of list fits the mode; sentences and prompts are there when they are needed."""

import re

import pytest

from askwell.meetings import dayof
from askwell.meetings.models import Conversation, Recall


def test_the_modes_are_those_of_a_talk():
    assert set(dayof.MODES) == set(Conversation.Mode.values)


@pytest.mark.parametrize("mode", dayof.MODES)
def test_a_list_is_ordered_by_the_day_and_fits_a_page(mode):
    items = dayof.day_of(mode)
    moments = [dayof.MOMENTS.index(item.when) for item in items]
    assert moments == sorted(moments)
    assert set(moments) == {0, 1, 2}
    assert 10 <= len(items) <= 17
    assert len({item.key for item in items}) == len(items)


@pytest.mark.parametrize(
    ("mode", "key"),
    [
        ("in-person", "leave-by"),
        ("in-person", "arrive-early"),
        ("video", "camera-and-link"),
        ("phone", "backup-number"),
        ("phone", "how-prepared"),
        ("video", "one-compliment"),
        ("in-person", "paper-and-pen"),
    ],
)
def test_what_belongs_to_a_mode_is_there(mode, key):
    assert key in [item.key for item in dayof.day_of(mode)]


def test_no_train_to_catch_for_a_phone_call():
    assert "leave-by" not in [item.key for item in dayof.day_of("phone")]


@pytest.mark.parametrize("group", dayof.GROUPS)
def test_every_group_of_sentences_has_some(group):
    assert dayof.sentences(group)


def test_sentences_can_be_said_in_one_breath():
    every = dayof.sentences()
    assert len({s.key for s in every}) == len(every)
    assert all(len(s.text) <= 110 for s in every)
    assert {slot for s in every for slot in re.findall(r"\{.*?\}", s.text)} == {"{end}"}


def test_the_nerves_card_is_short():
    assert 5 <= len(dayof.nerves_card().lines) <= 8


def test_recall_asks_the_three_things_the_record_keeps():
    prompts = dayof.recall_words().prompts
    assert [p.key for p in prompts] == ["struck", "will_do", "who_else"]
    assert {p.key for p in prompts} <= {field.name for field in Recall._meta.fields}
