"""Search phrases hold only what is known."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.people.phrases import search_phrases


def test_all_three_words_give_all_phrases():
    made = search_phrases("data journalist", "Leeds", "University of Leeds")
    assert len(made) >= 12
    assert len({phrase.key for phrase in made}) == len(made)
    assert made[0].text == "University of Leeds alumni data journalist"


def test_a_role_alone_gives_phrases_without_gaps():
    made = search_phrases(role="nurse")
    assert len(made) >= 3
    assert all("nurse" in phrase.text and "{" not in phrase.hint for phrase in made)


def test_nothing_known_gives_nothing():
    assert search_phrases() == ()


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_quotation_marks_stay_in_pairs(role, place, school):
    for phrase in search_phrases(role, place, school):
        assert phrase.text.count('"') % 2 == 0
