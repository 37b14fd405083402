"""Search finds what it should, only in one's own notebook, and forgets what is dropped."""

from uuid import uuid4

import pytest
from django.db import connection

from askwell.people import search
from askwell.people.models import SearchEntry


@pytest.fixture
def add(scope):
    def add(title, body="", kind="person", person=None, where=scope):
        uid = uuid4()
        search.index(where, kind, uid, title=title, body=body, person=person)
        return uid

    return add


def titles(scope, text, **options):
    return [hit.title for hit in search.search(scope, text, **options)]


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("Zoë Müller", "zoe muller"),
        ("Zoë Müller", "ZOË"),
        ("Łukasz Dąbrowski", "lukasz dabr"),
        ("Jürgen Weiß", "weiss"),
        ("Ines Okafor", "oka ine"),
        ("山田太郎", "太郎"),
        ("山田太郎", "山"),
        ("محمد علي", "محم"),
        ("Иванова Ольга", "иван"),
        ("İzmir Ltd", "izmir"),
        ("Ana O’Brien", "o'brien"),
        ("ines@brightwater.example", "brightwater"),
        ("ﬁne ligature", "fine"),
    ],
)
def test_finds(scope, add, title, query):
    add(title)
    assert titles(scope, query) == [title]


@pytest.mark.parametrize("query", ["", "  ", '"', "*", "§1", 'a" OR "b', "title_tokens:x", "😀"])
def test_odd_queries_are_harmless(scope, add, query):
    add("Somebody")
    assert titles(scope, query) == []


def test_every_word_must_be_there(scope, add):
    add("Ana Lima", "works at Brightwater")
    assert titles(scope, "ana bright") == ["Ana Lima"]
    assert titles(scope, "ana north") == []


def test_whole_words_then_beginnings_then_text(scope, add):
    add("Ana Lima")
    add("Anatol Berg")
    add("Bo", body="met with Ana")
    for number in range(30):
        add(f"Anastasia {number}")
    assert titles(scope, "ana", limit=40)[0] == "Ana Lima"
    assert titles(scope, "ana", limit=40)[-1] == "Bo"


def test_only_my_notebook(scope, cast, add):
    add("Ana Lima")
    add("Ana Other", where=cast.strange_scope)
    assert titles(scope, "ana") == ["Ana Lima"]
    assert titles(cast.strange_scope, "ana") == ["Ana Other"]


def test_kinds_can_be_asked_for(scope, add):
    add("Brightwater", kind="organization")
    add("Brightwater notes", kind="note")
    assert titles(scope, "bright", kind="organization") == ["Brightwater"]


def test_new_words_replace_the_old(scope, add):
    uid = add("Ana Lima")
    search.index(scope, "person", uid, title="Bo Berg")
    assert titles(scope, "ana") == []
    assert titles(scope, "bo") == ["Bo Berg"]
    assert SearchEntry.objects.count() == 1


def test_dropped_things_are_gone(scope, add):
    person = uuid4()
    uid = add("Ana Lima")
    add("a note on Ana", kind="note", person=person)
    search.drop(scope, "person", [uid])
    search.drop_person(scope, [person])
    assert titles(scope, "ana") == []


def test_twice_in_one_call_is_once(scope):
    uid = uuid4()
    search.index_many(
        scope, [search.Entry("person", uid, "Old"), search.Entry("person", uid, "New")]
    )
    assert titles(scope, "new") == ["New"]
    assert titles(scope, "old") == []


def test_the_number_of_queries_does_not_grow(scope, add, django_assert_max_num_queries):
    for number in range(60):
        add(f"Ana {number}", "text")
    with django_assert_max_num_queries(4):
        assert len(search.search(scope, "ana", 20)) == 20
    with django_assert_max_num_queries(4):
        search.search(scope, "nobody")


def test_no_pattern_matching_over_text(scope, add):
    """The index answers, not a scan over all rows."""
    add("Ana")
    with connection.execute_wrapper(_no_like):
        search.search(scope, "ana")


def _no_like(execute, sql, params, many, context):
    assert " LIKE " not in sql.upper()
    return execute(sql, params, many, context)
