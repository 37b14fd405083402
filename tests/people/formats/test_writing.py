"""What Askwell writes, others can read, and so can Askwell."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import vobject
from hypothesis import given
from hypothesis import strategies as st

from askwell.people.formats import PersonRecord
from askwell.people.formats.csv_write import plain_cell, safe_cell, write_csv, write_people
from askwell.people.formats.vcard_write import fold_line, write_jcards, write_vcards
from tests.people.formats.reading import read
from tests.people.formats.records import DAY, LINES, people, told

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
INES = PersonRecord(
    given="Ines",
    family="Okafor; née Müller",
    display_name="Ines Okafor",
    greeting_name="Ines",
    emails=("ines@example.org",),
    phones=("+1 415 555 0111",),
    links=("https://www.linkedin.com/in/ines-okafor-demo",),
    organization="Foo, Inc.; Bar",
    role="Staff \\ Engineer",
    notes="one\ntwo, three " + "ü" * 100,
    birthday="--12-01",
    labels=("Mentors", "a,b"),
    uid="0b1f0d6e-0000-4000-8000-000000000001",
)


def test_read_by_vobject():
    text = b"".join(write_vcards([INES], revised=NOW)).decode()
    card = vobject.readOne(text)
    assert card.fn.value == "Ines Okafor"
    assert card.n.value.family == "Okafor; née Müller"
    assert card.email.value == "ines@example.org"
    assert card.org.value == ["Foo, Inc.; Bar"]
    assert card.note.value == INES.notes
    assert card.uid.value == "urn:uuid:0b1f0d6e-0000-4000-8000-000000000001"
    assert card.categories.value == ["Mentors", "a,b"]


def test_read_by_ourselves():
    (again,) = read(b"".join(write_vcards([INES], revised=NOW))).people
    for name in PersonRecord.__slots__:
        if name not in ("file", "line", "raw", "greeting_name"):
            assert getattr(again, name) == getattr(INES, name), name


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_folded_at_75_octets(text):
    folded = fold_line(text)
    assert all(len(line) <= 75 for line in folded.split(b"\r\n"))
    assert folded.decode().replace("\r\n ", "") == text + "\r\n"


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=40
)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_any_name_comes_back(names):
    people = [
        PersonRecord(given=n, family="x", display_name=f"{n} x", uid=str(i))
        for i, n in enumerate(names)
    ]
    again = read(b"".join(write_vcards(people, revised=NOW))).people
    assert len(again) == len(people)
    assert [p.uid for p in again] == [p.uid for p in people]


SOME = st.lists(people(), min_size=1, max_size=4)


@given(SOME, st.sampled_from(["3.0", "4.0"]))
def test_any_cards_come_back(written, version):
    content = b"".join(write_vcards(written, revised=NOW, version=version))
    assert max(map(len, content.split(b"\r\n"))) <= 75
    got = read(content)
    assert [told(p) for p in got.people] == [told(p) for p in written]
    assert got.counts == {"PersonRecord": len(written)}


@given(SOME)
def test_any_jcards_come_back(written):
    got = read(b"".join(write_jcards(written, revised=NOW)))
    assert got.format == "jcard"
    assert [told(p) for p in got.people] == [told(p) for p in written]


@given(SOME, DAY, LINES)
def test_any_table_comes_back(written, day, story):
    written = [replace(p, connected_on=day, how_met=story) for p in written]
    got = read(b"".join(write_people(written)))
    assert got.format == "askwell-csv"
    more = ("connected_on", "how_met")
    assert [told(p, *more) for p in got.people] == [told(p, *more) for p in written]


def test_nobody_is_a_file_too():
    assert b"".join(write_jcards([], revised=NOW)) == b"[]\r\n"
    assert b"".join(write_vcards([], revised=NOW)) == b""
    assert b"".join(write_people([])).count(b"\r\n") == 1


@given(SOME)
def test_another_reader_understands_version_3(written):
    text = b"".join(write_vcards(written, revised=NOW)).decode()
    text = text.replace("\u2028", " ").replace("\u2029", " ").replace("\x85", " ")
    for card, person in zip(vobject.readComponents(text), written, strict=True):
        assert card.uid.value.removeprefix("urn:uuid:") == person.uid
        assert [e.value for e in card.contents.get("email", [])] == list(person.emails)
        assert card.n.value.family.strip() == person.family.strip()


@given(st.text())
def test_the_guard_of_formulas_can_be_taken_off(text):
    assert plain_cell(safe_cell(text)) == text
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_starts_no_formula():
    rows = [["=1+1", "+49 170", "-x", "@y", "plain", None]]
    text = b"".join(write_csv(["a", "b", "c", "d", "e", "f"], rows)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1] == [
        "'=1+1",
        "'+49 170",
        "'-x",
        "'@y",
        "plain",
        "",
    ]
