"""Pasted profiles: what is found is shown for confirmation, so it had better be right."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.people.formats.profile import parse_profile
from tests.people.formats.reading import SAMPLES


def jobs(profile):
    return [(p.organization, p.title, p.started, p.finished) for p in profile.positions]


def sample(name):
    return parse_profile((SAMPLES / "profile" / name).read_text(encoding="utf-8"))


def test_saved_as_pdf():
    got = sample("linkedin_profile_pdf_text.txt")
    assert (got.name, got.headline) == ("Sam Rivera", "Operations analyst moving into data")
    assert got.place == "Oakland, California, United States"
    assert got.link == "https://www.linkedin.com/in/sam-rivera-demo"
    assert got.emails == ("sam@example.org",)
    assert jobs(got) == [
        ("Harbor Foods", "Operations Analyst", "2023-01", ""),
        ("Harbor Foods", "Shift Lead", "2020-05", "2023-01"),
    ]
    assert got.positions[0].location == "Oakland, California, United States"
    (school,) = got.education
    assert (school.school, school.started, school.finished) == ("State University", "2014", "2018")
    assert school.degree == "Bachelor of Science - BS, Economics"
    assert got.skills == ("SQL", "Stakeholder Management")
    assert got.languages == ("Spanish",)


def test_copied_from_the_page():
    got = sample("page_copied_en.txt")
    assert (got.name, got.headline) == ("Ines Okafor", "Staff Engineer at Brightwater Labs")
    assert got.place == "Lisbon, Portugal"
    assert jobs(got) == [
        ("Brightwater Labs", "Staff Engineer", "2022-03", ""),
        ("Brightwater Labs", "Senior Engineer", "2019-06", "2022-03"),
        ("Nimbus Health", "Engineer", "2016-09", "2019-05"),
    ]
    assert [(s.school, s.degree, s.finished) for s in got.education] == [
        ("University of Lisbon", "MSc, Computer Science", "2016"),
    ]
    assert got.skills == ("Data Contracts", "Python")


def test_german_pdf():
    got = sample("pdf_text_de.txt")
    assert got.name == "Jürgen Weiß"
    assert jobs(got) == [
        ("Grün GmbH", "Leiter Einkauf", "2021-03", ""),
        ("Hafen AG", "Einkäufer", "2015", "2021-02"),
    ]
    assert got.education[0].school == "Technische Universität München"
    assert got.skills == ("Verhandlung", "Lieferketten")


@pytest.mark.parametrize(
    "text", ["", "Hello", "Experience", "Experience\nEducation\nSkills", "2018 - 2020"]
)
def test_nothing_to_find(text):
    assert not parse_profile(text)


@given(st.text(max_size=400) | st.lists(st.sampled_from(
    ["Experience", "Education", "Skills", "Contact", "Jan 2020 - Present", "2018 - 2020 · 2 yrs",
     "3 years 2 months", "A", "A · Full-time", "- x", "Lisbon, Portugal", "(2014 - 2018)", "·", "("]
), max_size=30).map("\n".join))  # fmt: skip
def test_any_text(text):
    got = parse_profile(text)
    assert all(p.title or p.organization for p in got.positions)
    assert all(s.school for s in got.education)


@pytest.mark.parametrize(
    "piece",
    ["Experience\n", "a\n", "2018 - 2020\n", "Jan 2020 - Present (1 year)\n", "a" * 999 + "\n", "(-", " ·",
     "linkedin.com/in/a-\n", "\u0301\u0316", "Contact\na@b.cd ", "1 year\n", "\n"],
)  # fmt: skip
def test_a_megabyte_of_it(piece):
    text = "Experience\n" + piece * (1_000_000 // len(piece))
    before = time.process_time()
    parse_profile(text)
    assert time.process_time() - before < 1
