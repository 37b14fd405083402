"""Monica's JSON export."""

import json
from datetime import UTC, date, datetime

import pytest

from askwell.people.formats import FormatError, MessageRecord, Outcome
from tests.people.formats.reading import read, sample


def test_people_of_the_export():
    got = sample("monica/export.json")
    assert got.format == "monica"
    ana, taro = got.people
    assert (ana.display_name, ana.given, ana.family) == ("Ana Maria Lima", "Ana", "Lima")
    assert ana.emails == ("ana@example.org",)
    assert ana.phones == ("+351 21 000 0000",)
    assert ana.links == ("https://www.linkedin.com/in/ana-lima-demo",)
    assert (ana.organization, ana.role, ana.place) == ("Harbor Foods", "Buyer", "Lisbon, Portugal")
    assert ana.labels == ("Mentors", "Choir")
    assert ana.birthday == "--06-15"
    assert ana.notes == "From the choir\n\nKnows the harbour.\nLikes tea."
    assert ana.how_met == "Porto\nAt a fair"
    assert (taro.display_name, taro.birthday) == ("太郎山田", "")
    assert sorted(str(p) for p in got.problems(Outcome.SKIPPED)) == [
        "Little Lima is only named as somebody’s relative.",
        "Neither a name nor an address, so there is nobody to add.",
        "Old Friend has died.",
    ]


def test_calls_and_meetings():
    call, lunch = [i for i in sample("monica/export.json").items if isinstance(i, MessageRecord)]
    assert (call.kind, call.mine, call.at) == (
        "call",
        False,
        datetime(2026, 3, 4, 9, 30, tzinfo=UTC),
    )
    assert [p.name for p in call.others] == ["Ana Maria Lima"]
    assert (lunch.kind, lunch.at, lunch.subject) == ("meeting", date(2026, 5, 6), "Lunch")
    assert len(lunch.others) == 2


@pytest.mark.parametrize("cut", [50, 500, 2000])
def test_cut_short(cut):
    content = json.dumps({"app_version": "4", "account": ["x"] * 1000}).encode()
    with pytest.raises(FormatError, match="Monica"):
        read(content[:cut])


@pytest.mark.parametrize("data", [{}, {"account": 3}, {"account": {"data": [{"type": "contact"}]}}])
def test_nobody(data):
    with pytest.raises(FormatError):
        read(json.dumps({"app_version": "4", **data}).encode())


def test_as_its_programming_interface_gives_them():
    contact = {"object": "contact", "id": 7, "first_name": "Bo", "last_name": "Berg"}
    (bo,) = read(json.dumps({"data": [contact]}).encode()).people
    assert (bo.display_name, bo.uid) == ("Bo Berg", "7")
