"""Short lines are read the way people type them."""

from datetime import date

import pytest

from askwell.network.lines import filled, read_day, read_name

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("line", "name", "about"),
    [
        ("Ken Sato", "Ken Sato", ""),
        ("Ken Sato, data editor at Northwind", "Ken Sato", "data editor at Northwind"),
        ("Ken Sato – Northwind", "Ken Sato", "Northwind"),
        ("Ken Sato (Northwind)", "Ken Sato", "Northwind"),
        ("Ken Sato at Northwind", "Ken Sato", "Northwind"),
        ("Anne-Marie O’Neill: trade union", "Anne-Marie O’Neill", "trade union"),
        ("  Matthew   Attwood ", "Matthew Attwood", ""),
        ("佐藤健", "佐藤健", ""),
    ],
)
def test_a_name_ends_where_the_rest_begins(line, name, about):
    found = read_name(line)
    assert (found.name, found.about) == (name, about)


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("send her the article", "send her the article", None),
        ("send her the article by Friday", "send her the article", date(2026, 3, 6)),
        ("send it Fri.", "send it", date(2026, 3, 6)),
        ("call on Tuesday", "call", date(2026, 3, 10)),
        ("write him tomorrow!", "write him", date(2026, 3, 4)),
        ("send it by 2026-04-01", "send it", date(2026, 4, 1)),
        ("send it (2026-04-01)", "send it", date(2026, 4, 1)),
        ("send it by 2026-02-30", "send it by 2026-02-30", None),
        ("Friday", "Friday", None),
    ],
)
def test_a_day_at_the_end_is_the_due_day(line, text, day):
    assert read_day(line, TUESDAY) == (text, day)


def test_bullets_and_empty_lines_are_no_lines():
    assert filled("- one\n\n • two\n   \nthree") == ["one", "two", "three"]
