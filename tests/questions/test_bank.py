"""The bank is complete, open in form, and chooses the same good questions every time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.questions import bank
from askwell.questions.topic import bare

QUESTIONS = bank.load().questions
AUDIENCES = {"student", "changer", "first talk", "repeat"}
OPEN = re.compile(
    r"^(?:what|which|how|who|whom|whose|where|tell me|walk me|in what|from what|if |looking|knowing|when somebody"
    r"|i have a rough plan)",
    re.IGNORECASE,
)
# A search answers these, a body of rules calls them off limits, or they are two in one.
NEVER = re.compile(
    r"salary|\bearn|paid|benefits|holiday|vacation|hiring|vacan|your age|married|children|religion"
    r"|how many|how often|how long|how old|right\?|isn't it|pick your brain",
    re.IGNORECASE,
)


def test_there_are_enough_questions_of_every_category():
    chapters = bank.by_category()
    assert list(chapters) == list(bank.CATEGORIES)
    assert sum(map(len, chapters.values())) == len(QUESTIONS) >= 130
    assert min(map(len, chapters.values())) >= 12
    assert len(bank.load().ice_breakers) >= 22
    assert len(bank.load().asked_back) >= 22


def test_keys_and_texts_are_used_once():
    loaded = bank.load()
    everything = [*loaded.questions, *loaded.ice_breakers, *loaded.asked_back]
    keys = [item.key for item in everything]
    texts = [item.text.casefold() for item in everything]
    assert len(keys) == len(set(keys))
    assert len(texts) == len(set(texts))
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)+", key) for key in keys)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.key)
def test_each_question_is_whole(question):
    assert question.category in bank.CATEGORIES
    assert question.section in bank.SECTIONS
    assert 2 <= question.minutes <= 4
    assert question.good_for and set(question.good_for) <= AUDIENCES
    assert 1 <= len(question.follow_ups) <= 2
    for text in (question.text, *question.follow_ups):
        assert text.endswith("?") or text.startswith(("Tell me", "Walk me"))
        assert not NEVER.search(text)
    assert "{" not in "".join(question.follow_ups)
    assert set(re.findall(r"\{.*?\}", question.text)) <= {"{work}", "{organization}"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.key)
def test_questions_are_open_except_the_closing_ones(question):
    assert question.text.count("?") <= 1
    if question.section != "closing":
        assert OPEN.match(question.text)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.key)
def test_slots_resolve_with_and_without_facts(question):
    bare_form = bank.fill(question).text
    full_form = bank.fill(question, work="a nurse", organization="Leeds Herald").text
    assert not re.search(r"[{}]", bare_form + full_form)
    assert question.text == full_form or re.search("the work of a nurse|Leeds Herald", full_form)


@pytest.mark.parametrize(
    ("typed", "woven"),
    [
        ("data journalism", "data journalism"),
        ("Data journalism?", "data journalism"),
        ("a nurse", "the work of a nurse"),
        ("becoming a UX designer", "the work of a UX designer"),
        ("HR manager", "the work of an HR manager"),
        ("urban planner", "the work of an urban planner"),
        ("I wonder whether being a product manager is for me", "the work of a product manager"),
        ("working in film", "film"),
        ("Teaching German", "teaching German"),
        ("German teacher", "the work of a German teacher"),
        ("a career in law", "law"),
        ("clean water", "clean water"),
        ("", "this kind of work"),
        ("???", "this kind of work"),
        ("https://example.org", "this kind of work"),
        ("what I should do", "this kind of work"),
        ("something " * 9, "this kind of work"),
    ],
)
def test_a_phrase_typed_is_woven_in(typed, woven):
    question = bank.Question("k", "Why {work}?", "skills", "core", 2)
    assert bank.fill(question, work=typed).text == f"Why {woven}?"


def test_the_bare_phrase_keeps_what_it_is_about():
    assert bare("I wonder whether beer brewing is for me") == "beer brewing"


def test_three_questions_fit_the_phrase_and_three_others_differ():
    first = bank.three_questions("data journalism", 0)
    assert [q.key for q in first] == [q.key for q in bank.three_questions("data journalism", 0)]
    turns = [bank.three_questions("data journalism", turn) for turn in range(10)]
    keys = [q.key for three in turns for q in three]
    assert len(keys) == 30 == len(set(keys))
    assert any("data journalism" in q.text for three in turns[:3] for q in three)


def test_a_phrase_that_is_no_kind_of_work_is_not_woven_in():
    texts = " ".join(
        q.text for turn in range(4) for q in bank.three_questions("moving to Berlin", turn)
    )
    assert "Berlin" not in texts


@given(st.text(max_size=90), st.integers(0, 60))
def test_any_phrase_gives_three_whole_questions(topic, turn):
    three = bank.three_questions(topic, turn)
    assert len({q.key for q in three}) == 3
    assert all(q.text.endswith(("?", ".")) and "{work}" not in q.text for q in three)


@given(
    st.integers(10, 120),
    st.lists(st.sampled_from(bank.CATEGORIES), max_size=3),
    st.sets(st.sampled_from([q.key for q in QUESTIONS]), max_size=30),
    st.lists(st.text(max_size=60), max_size=3),
)
def test_a_suggested_set_adds_up(minutes, categories, already, hypotheses):
    got = bank.suggest(minutes, categories, already, hypotheses)
    keys = [q.key for q in got.questions]
    sections = [bank.SECTIONS.index(q.section) for q in got.questions]
    assert got.minutes + got.buffer == minutes
    assert got.buffer >= 2 or minutes < 20
    assert len(keys) == len(set(keys)) <= bank.MOST_QUESTIONS
    assert sections == sorted(sections)
    assert keys[-1] == "close-who-else"
    assert not set(keys[:-1]) & already


@pytest.mark.parametrize(
    ("minutes", "fewest", "most"), [(15, 4, 6), (20, 5, 8), (30, 7, 10), (60, 10, 12)]
)
def test_the_number_of_questions_fits_the_time(minutes, fewest, most):
    got = bank.suggest(minutes)
    assert fewest <= len(got.questions) <= most
    assert {q.section for q in got.questions} == set(bank.SECTIONS)
    assert len({q.category for q in got.questions}) >= 4


def test_beliefs_and_preferred_questions_come_into_the_set():
    got = bank.suggest(
        30, hypotheses=["Most of the week is writing"], prefer=["trend-machines", "me-plan"]
    )
    keys = [q.key for q in got.questions]
    assert {"trend-machines", bank.BELIEF_KEY} <= set(keys)
    belief = next(q for q in got.questions if q.key == bank.BELIEF_KEY)
    assert "“Most of the week is writing”" in belief.text


def test_every_key_named_on_the_first_page_exists():
    named = [key for group in bank._words("en")["trio"] for key in group["keys"]]
    assert all(bank.load().get(key) for key in named)
    assert len(named) == len(set(named))


def test_an_unknown_language_reads_english():
    assert bank.load("xx-yy") == bank.load()
