"""The foundation: words, sentences, negation, names, mail parts, configuration, estimates."""

from datetime import date

import pytest

from askwell.coach.engine.config import ConfigError, read_config
from askwell.coach.engine.ignores import read_ignores
from askwell.coach.estimate import add_working_days, plan_talks, wilson, working_days_between
from askwell.coach.text.mail import split_mail
from askwell.coach.text.names import edit_distance, find_name, near_miss
from askwell.coach.text.negation import negated
from askwell.coach.text.sentences import sentences
from askwell.coach.text.tokens import Text, count_words, utf16_length


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "I met Dr. Lee at 5 p.m. yesterday. She was kind!",
            ["I met Dr. Lee at 5 p.m. yesterday.", "She was kind!"],
        ),
        ("How so?Why not?", ["How so?", "Why not?"]),
        ("- One thing\n- Two things", ["One thing", "Two things"]),
        ("1. First?\n2. Second?", ["First?", "Second?"]),
        ("Well... maybe. I think so", ["Well... maybe.", "I think so"]),
        ('She said "How come?" and left. Fine.', ['She said "How come?" and left.', "Fine."]),
        (
            "Use tools, e.g. Excel, i.e. spreadsheets. Yes?",
            ["Use tools, e.g. Excel, i.e. spreadsheets.", "Yes?"],
        ),
        (
            "Hi Dana,\nI saw your talk about rivers and I would like to hear more about how you\nmeasure them. Thanks",
            [
                "Hi Dana,",
                "I saw your talk about rivers and I would like to hear more about how you\nmeasure them.",
                "Thanks",
            ],
        ),
        ("What version 2.5 brings? 😀 Nice.", ["What version 2.5 brings?", "😀 Nice."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences(text, parts):
    assert split(text) == parts


@pytest.mark.parametrize(
    ("text", "spoken", "count"),
    [
        ("So – well, I do & you don't", True, 6),
        ("[00:12:03] Hello (laughs) there 00:01", True, 2),
        ("a [crosstalk] b (which I like) c", True, 6),
        ("Hi [Company] team", False, 3),
        ("", True, 0),
    ],
)
def test_words_are_blank_separated_tokens_with_a_letter_or_digit(text, spoken, count):
    assert count_words(text, spoken=spoken) == count


def test_utf16_counts_as_a_browser_does():
    assert utf16_length("a😀é") == 4


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("I am not asking for a job.", "job", True),
        ("I'm not asking for favours. Is there a job?", "job", False),
        ("Not only a job but a calling", "job", False),
        ("I don’t expect a job or a position", "position", True),
        ("I do not know you, but a job would help", "job", False),
    ],
)
def test_negation_reaches_to_the_end_of_its_clause(text, word, expected):
    assert negated(Text(text), text.index(word)) is expected


def test_names():
    text = Text("Hi Dana Müller, dana here")
    assert find_name(text, "dana müller") == [(3, 14)]
    assert near_miss("Danna", "Dana") and not near_miss("Dana", "Dana")
    assert edit_distance("abcd", "abdc", limit=2) == 1


def test_mail_parts():
    raw = "From: me@x.org\nSubject: Quick question\n\nHi Dana,\n\nI read it.\n\nBest regards,\nSam\n> old"
    parts = split_mail(raw)
    assert raw[slice(*parts.subject)] == "Quick question"
    assert raw[slice(*parts.greeting)] == "Hi Dana,"
    assert raw[slice(*parts.body)].strip() == "I read it."
    assert raw[slice(*parts.signature)].startswith("Best regards")
    assert raw[slice(*parts.quoted)] == "> old"


def test_config_refuses_what_it_does_not_know():
    with pytest.raises(ConfigError):
        read_config({"rules": {"Q101": {"level": "loud"}}})
    with pytest.raises(ConfigError):
        read_config({"select": [1]})
    assert read_config({"select": "Q1, L2"}).select == ("Q1", "L2")


def test_ignore_comments_per_line_and_for_the_text():
    found = read_ignores(
        "Are you happy?  # askwell: ignore Q101 Q102\n<!-- askwell: ignore Q201 -->\n"
    )
    assert found.silence("Q101", 1) and not found.silence("Q101", 2)
    assert found.silence("Q201", 7)


def test_wilson_interval():
    found = wilson(8, 10)
    assert (round(found.low, 3), round(found.high, 3)) == (0.490, 0.943)
    assert not wilson(0, 0).known
    with pytest.raises(ValueError, match="successes"):
        wilson(3, 2)


def test_planning_numbers():
    assert plan_talks(5).letters in range(23, 28)
    assert plan_talks(5, said_yes=50, asked=100).letters < 12
    assert plan_talks(5).letters_high > plan_talks(5).letters


def test_working_days():
    friday = date(2026, 11, 20)
    assert add_working_days(friday, 1) == date(2026, 11, 23)
    assert add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 23)
    assert add_working_days(friday, 1, [date(2026, 11, 23)]) == date(2026, 11, 24)
    assert add_working_days(date(2026, 11, 23), -1) == friday
    assert working_days_between(friday, date(2026, 11, 30)) == 6
    assert working_days_between(date(2026, 11, 30), friday) == -6
