"""Names, addresses, links and dates."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.people.formats import values
from askwell.people.formats.names import greeting_name


@pytest.mark.parametrize(
    ("given_name", "display", "greeting"),
    [
        ("Ines", "", "Ines"),
        ("Zoë 🌱", "", "Zoë"),
        ("Dr. Ana", "", "Ana"),
        ("Sam (She/Her)", "", "Sam"),
        ("Mary Ann", "", "Mary Ann"),
        ("Jo, PhD", "", "Jo"),
        ("Jean-Luc", "", "Jean-Luc"),
        ("Ana | we are hiring", "", "Ana"),
        ("Bo – Data Guy", "", "Bo"),
        ("", "Dr. Ines Okafor", "Ines"),
        ("", "山田太郎", "山田太郎"),
        ("🌱", "", ""),
        ("", "", ""),
        ("Frauke", "", "Frauke"),
        ("Dr", "", "Dr"),
    ],
)
def test_greeting(given_name, display, greeting):
    assert greeting_name(given_name, display) == greeting


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("https://www.linkedin.com/in/Ana-Lima/", "ana-lima"),
        ("http://de.linkedin.com/in/ana-lima?trk=x", "ana-lima"),
        ("linkedin.com/in/ana-lima", "ana-lima"),
        ("https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller", "zoë-müller"),
        ("https://www.linkedin.com/in/zoe\u0308", "zoë"),
        ("https://www.linkedin.com/in/ana/details/experience/", "ana"),
    ],
)
def test_profile(url, normal):
    assert values.profile_url(url) == f"https://www.linkedin.com/in/{normal}"
    assert values.link(url) == f"https://www.linkedin.com/in/{normal}"


@pytest.mark.parametrize(
    "url",
    ["https://www.linkedin.com/company/x", "https://notlinkedin.com/in/ana", "http://[x/in/a", ""],
)
def test_no_profile(url):
    assert values.profile_url(url) == ""


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("30 Oct 2026", "2026-10-30"),
        ("1/8/18, 6:14 PM", "2018-01-08"),
        ("30.10.2026", "2026-10-30"),
        ("31/12/1980", "1980-12-31"),
        ("12 mars 2023", "2023-03-12"),
        ("12 de marzo de 2023", "2023-03-12"),
        ("30. Oktober 2026", "2026-10-30"),
        ("3 déc. 2021", "2021-12-03"),
        ("2 июля 2020", "2020-07-02"),
        ("5 août 2020", "2020-08-05"),
        ("1 lipca 2020", "2020-07-01"),
        ("2026年10月30日", "2026-10-30"),
        ("Jan 2023", "2023-01"),
        ("2018", "2018"),
        ("Mar 5", "--03-05"),
        ("--1201", "--12-01"),
        ("--12-01", "--12-01"),
        ("--02-29", "--02-29"),
        ("1604-12-01", "--12-01"),
        ("19880615", "1988-06-15"),
        ("2026-11-02 ", "2026-11-02"),
        ("1988-06", "1988-06"),
        ("0/0/00", ""),
        ("", ""),
    ],
)
def test_dates(text, iso):
    assert values.partial_date(text) == iso


@pytest.mark.parametrize(
    "text", ["31 Feb 2023", "2023-13-01", "yesterday", "99", "0001-01-01", "Mar"]
)
def test_no_dates(text):
    with pytest.raises(ValueError, match=r"."):
        values.partial_date(text)


@given(st.text())
def test_no_text_breaks_a_value(text):
    values.clean(text)
    values.clean_lines(text)
    values.email(text)
    values.phone(text)
    values.link(text)
    greeting_name(text, text)
    with contextlib.suppress(ValueError):
        values.partial_date(text)


@given(st.text())
def test_clean_is_settled(text):
    assert values.clean(values.clean(text)) == values.clean(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ana@Example.ORG", "ana@example.org"),
        ("mailto:ana@example.org", "ana@example.org"),
        ("<ana@example.org>", "ana@example.org"),
        ("/o=ExchangeLabs/cn=jw", ""),
        ("ana@localhost", ""),
        ("two@a.example three@a.example", ""),
    ],
)
def test_email(text, address):
    assert values.email(text) == address
