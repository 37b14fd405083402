"""Tables of any kind: guessed, shown, named once, read; workbooks too."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from askwell.people.formats import FormatError, Outcome, UnknownColumns, look_at, open_source
from askwell.people.formats.mapping import fingerprint, remembered, to_remember
from tests.people.formats.reading import Read, read

ALUMNI = """Name,Class of,Degree,E-mail,City,Employer,Job Title,May be asked,Max requests per term,Skills
Ana Lima,Class of 2014,BSc Economics,ana@alum.example,Lisbon,Harbor Foods,Buyer,Yes,2,"SQL; R"
Bo Berg,'09,MSc,bo@alum.example,Oslo,,,No,,
Cy Cole,2019,,cy@alum.example,,,,maybe,unlimited,
"""
STRANGE = b"who,where,how\nAna Lima,Harbor Foods,ana@x.example\nBo Berg,Nimbus,bo@x.example\n"


def book(*rows, title="People", before=()):
    made = Workbook()
    sheet = made.active
    for row in before:
        sheet.append(row)
    if before:
        sheet = made.create_sheet(title)
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_alumni_directory():
    got = read(ALUMNI.encode())
    assert got.format == "alumni-csv"
    ana, bo, cy = got.people
    assert (ana.graduated, ana.degree, ana.place) == ("2014", "BSc Economics", "Lisbon")
    assert (ana.may_be_asked, ana.requests_per_term, ana.skills) == (True, 2, ("SQL", "R"))
    assert (bo.graduated, bo.may_be_asked, bo.requests_per_term) == ("2009", False, None)
    assert (cy.may_be_asked, cy.requests_per_term) == (None, None)
    assert (ana.organization, ana.role) == ("Harbor Foods", "Buyer")


def test_unknown_columns_come_with_a_guess():
    with pytest.raises(UnknownColumns, match="who, where, how") as caught:
        read(STRANGE)
    seen = caught.value.preview
    assert seen.header == ("who", "where", "how")
    assert seen.rows[0] == ("Ana Lima", "Harbor Foods", "ana@x.example")
    assert seen.guess[0] == "display"
    assert seen.guess[2] == "email"
    assert look_at(io.BytesIO(STRANGE), "a.csv") == seen


def test_named_once_read_ever_after():
    key = fingerprint(["how", "WHO", "where "])
    chosen = dict([remembered(to_remember(key, ("display", "organization", "email")))])
    opened = open_source(io.BytesIO(STRANGE), "a.csv", chosen=chosen)
    got = Read(opened.format, list(opened.items()))
    assert [(p.display_name, p.organization, p.emails) for p in got.people] == [
        ("Ana Lima", "Harbor Foods", ("ana@x.example",)),
        ("Bo Berg", "Nimbus", ("bo@x.example",)),
    ]
    assert [p.line for p in got.people] == [2, 3]


@pytest.mark.parametrize("text", ["", ":", "abc:evil", "abc", "x:display,evil"])
def test_only_known_meanings_are_remembered(text):
    assert remembered(text) == ("", ())


@pytest.mark.parametrize(
    ("content", "guess"),
    [
        (b"Ana Lima;ana@x.example;+49 170 1234567\n", ("display", "email", "phone")),
        (b"a\tb\nhttps://www.linkedin.com/in/ana\tAna Lima\n", ("url", "display")),
        (b"Name,Kontakt\nAna,ana@x.example\n", ("display", "email")),
        (b"Phone,Full name\nana@x.example,Ana Lima\n", ("email", "display")),
        (b"first,2026-11-02,ref\nx,2026-11-03,1234567\n", ("", "", "phone")),
        (b"Last Name, First Name ,Adresse\nLima,Ana,x\n", ("family", "given", "")),
    ],
)
def test_guesses(content, guess):
    assert look_at(io.BytesIO(content), "a.csv").guess == guess


def test_a_table_without_headers_loses_no_row():
    content = b"Ana Lima,ana@x.example\nBo Berg,bo@x.example\n"
    seen = look_at(io.BytesIO(content), "a.csv")
    opened = open_source(io.BytesIO(content), "a", chosen={seen.fingerprint: seen.guess})
    assert [p.line for p in opened.items()] == [1, 2]


def test_workbook_with_known_columns():
    content = book(
        ["Our alumni", None], [],
        ["First Name", "Last Name", "Email", "Phone", "Birthday", "Class of", "May be contacted"],
        ["Ana", "Lima", "ana@x.example", 491701234567, date(1988, 6, 15), 2014, True],
        ["Bo", "Berg", "bo@x.example", None, datetime(1990, 1, 2), 2015.0, False],
        before=([], [None]),
    )  # fmt: skip
    got = read(content, "people.xlsx")
    ana, bo = got.people
    assert (ana.phones, ana.birthday, ana.graduated) == (("491701234567",), "1988-06-15", "2014")
    assert (ana.may_be_asked, bo.may_be_asked, bo.graduated) == (True, False, "2015")
    assert (ana.line, bo.birthday) == (4, "1990-01-02")


def test_workbook_with_unknown_columns():
    content = book(["wer", "womit"], ["Ana Lima", "ana@x.example"])
    with pytest.raises(UnknownColumns) as caught:
        read(content, "people.xlsx")
    seen = caught.value.preview
    assert seen.guess == ("display", "email")
    assert look_at(io.BytesIO(content), "x.xlsx") == seen
    opened = open_source(io.BytesIO(content), "x", chosen={seen.fingerprint: seen.guess})
    assert [p.emails for p in opened.items()] == [("ana@x.example",)]


def rewritten(content, change):
    buffer = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(content))
    with old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return buffer.getvalue()


GOOD = book(["First Name", "Email"], ["Ana", "ana@x.example"])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda n, d: d.replace(b"<worksheet", b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"),
            "honest",
        ),
        (lambda n, d: d.decode().encode("utf-16") if "sheet1" in n else d, "honest"),
        (lambda n, d: d[: len(d) // 2] if "sheet1" in n else d, "damaged"),
        (lambda n, d: b"" if n == "xl/workbook.xml" else d, "damaged"),
        (lambda n, d: d + b" " * (20 << 20) if "sheet1" in n else d, "far more|larger"),
        (lambda n, d: b"<worksheet/>" if "sheet1" in n else d, "nothing in this workbook|damaged"),
    ],
)
def test_bad_workbooks(change, sentence):
    with pytest.raises(FormatError, match=sentence):
        read(rewritten(GOOD, change), "people.xlsx")


def test_cells_far_apart_cost_nothing():
    made = Workbook()
    made.active["A1"], made.active["B1"] = "First Name", "Email"
    made.active["A2"], made.active["B2"] = "Ana", "ana@x.example"
    made.active["XFD1048576"] = "far"
    buffer = io.BytesIO()
    made.save(buffer)
    assert [p.given for p in read(buffer.getvalue(), "a.xlsx").people] == ["Ana"]


def test_a_workbook_in_a_zip_is_not_opened():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("people.csv", GOOD)
    with pytest.raises(FormatError, match="zip inside"):
        read(buffer.getvalue(), "a.zip")


def test_numbers_that_are_no_dates_are_said():
    got = read(b"Name,Email,Class of\nAna,ana@x.example,soon\n")
    assert got.people[0].graduated == ""
    assert "soon" in str(got.problems(Outcome.NOTED)[0])
