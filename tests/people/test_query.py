"""One line of search, read: words and filters written as words; nothing typed is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.people import query


@pytest.mark.parametrize(
    ("text", "words", "filters"),
    [
        ("ana lima", "ana lima", []),
        ('ana org:"Brightwater Labs" stage:met', "ana", [("org", "Brightwater Labs"), ("stage", "met")]),
        ("ORG:acme Company:globex", "", [("org", "acme"), ("org", "globex")]),
        ('"grid storage" due:this-week', "grid storage", [("due", "this-week")]),
        ("https://example.org/a", "https://example.org/a", []),
        ("at 10:30", "at 10:30", []),
        ('label:"', "", []),
        ("", "", []),
    ],
)  # fmt: skip
def test_reads(text, words, filters):
    found = query.read(text)
    assert (found.words, list(found.filters), found.unclear) == (words, filters, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour:red", "“colour:” is no filter here"),
        ("stage:happy", "“stage:” does not know “happy”"),
        ("due:someday", "today, this-week, late"),
        ("kind:cat", "“kind:” does not know “cat”"),
    ],
)
def test_what_it_does_not_know_is_said(text, said):
    (sentence,) = query.read(f"ana {text}").unclear
    assert said in sentence
    assert query.read(f"ana {text}").words == "ana"


@given(st.text(max_size=60))
def test_nothing_typed_is_an_error(text):
    query.read(text)


def test_every_example_of_the_help_is_understood():
    for example in query.HELP:
        assert not query.read(example).unclear
        assert query.read(example).filters


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("alumni", "alumni"),
        ("colleague", "former-colleague"),
        ("linkedin", ""),
        ("friend", "friend"),
    ],
)
def test_ways_of_knowing_somebody(word, code):
    assert query.source_code(word) == code
