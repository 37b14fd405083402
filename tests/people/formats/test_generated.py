"""Files as other programs write them, made of any people: every reader gives back what went in."""

import csv
import io
import quopri
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.people.formats import MessageRecord, values
from tests.people.formats.reading import read
from tests.people.formats.records import DAY, NAME, PROFILE, people

SOME = st.lists(
    people().filter(lambda p: p.given and p.emails and not p.given.startswith("*")),
    min_size=1,
    max_size=4,
)
fewer = settings(max_examples=60)


def table(header, rows, delimiter=","):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue()


def same(got, written, *fields):
    found = [{name: getattr(p, name) for name in fields} for p in got.people]
    assert found == [{name: getattr(p, name) for name in fields} for p in written]


@fewer
@given(SOME)
def test_google(written):
    header = (
        "First Name", "Last Name", "Name Prefix", "Organization Name", "Organization Title",
        "Birthday", "Notes", "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Value",
        "Website 2 - Value",
    )  # fmt: skip
    rows = [
        (p.given, p.family, p.honorific, p.organization, p.role, p.birthday, p.notes,
         "* myContacts", "* Work", " ::: ".join(p.emails), " ::: ".join(p.phones), " ::: ".join(p.links))
        for p in written
    ]  # fmt: skip
    got = read(table(header, rows).encode())
    assert got.format == "google-csv"
    same(got, written, "given", "family", "honorific", "organization", "role", "birthday")
    same(got, written, "notes", "emails", "phones", "links")
    assert {p.labels for p in got.people} == {()}


@fewer
@given(SOME, st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_outlook(written, delimiter, codec):
    header = (
        "First Name", "Last Name", "Title", "Company", "Job Title", "E-mail Address",
        "E-mail 2 Address", "E-mail 3 Address", "Mobile Phone", "Web Page", "Notes", "Birthday",
    )  # fmt: skip
    rows = [
        (p.given, p.family, p.honorific, p.organization, p.role, *(*p.emails, "", "", "")[:3],
         *(*p.phones, "")[:1], *(*p.links, "")[:1], p.notes, "0/0/00")
        for p in written
    ]  # fmt: skip
    got = read(table(header, rows, delimiter).encode(codec))
    assert got.format == "outlook-csv"
    same(got, written, "given", "family", "honorific", "organization", "role", "emails", "notes")
    assert {p.birthday for p in got.people} == {""}


@fewer
@given(SOME, DAY.filter(lambda day: day.year > 2002), PROFILE)
def test_linkedin(written, day, link):
    header = (
        "First Name",
        "Last Name",
        "URL",
        "Email Address",
        "Company",
        "Position",
        "Connected On",
    )
    spelled = f"{day.day} {day:%b} {day.year}"
    rows = [
        (p.given, p.family, link, p.emails[0], p.organization, p.role, spelled) for p in written
    ]
    got = read(('Notes:\n"a stray quote, and more\n\n' + table(header, rows)).encode())
    assert got.format == "linkedin-connections"
    same(got, written, "given", "family", "organization", "role")
    assert {p.connected_on for p in got.people} == {day}
    assert {p.links for p in got.people} == {(values.profile_url(link),)}


def quoted(name, *parts):
    text = ";".join(part.replace(";", "\\;").replace("\\\\;", "\\;") for part in parts)
    body = quopri.encodestring(text.encode(), quotetabs=True).decode().replace("\n", "\r\n")
    return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{body}\r\n"


PLAIN = NAME.filter(lambda text: text and not set(text) & set("\\;"))


@fewer
@given(st.lists(st.tuples(PLAIN, PLAIN, PLAIN), min_size=1, max_size=4))
def test_cards_of_old_phones(names):
    text = "".join(
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        + quoted("N", family, given_name)
        + quoted("FN", f"{given_name} {family}")
        + quoted("ORG", employer)
        + "TEL;CELL:+49 170 1234567\r\nEND:VCARD\r\n"
        for given_name, family, employer in names
    )
    got = read(text.encode())
    found = [(p.given, p.family, p.organization) for p in got.people]
    assert found == names


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "Po")), max_size=60).map(
    lambda text: values.clean_lines(text.replace("&", "").replace("<", ""))
)
AT = st.datetimes(datetime(2003, 1, 1), datetime(2030, 1, 1)).map(
    lambda t: t.replace(microsecond=0)
)


@fewer
@given(st.lists(st.tuples(st.booleans(), AT, WORDS), min_size=3, max_size=9))
def test_messages(sent):
    me, others = "https://www.linkedin.com/in/sam", ["ana", "bo", "cy"]
    rows = []
    for number, (mine, at, text) in enumerate(sent):
        other = f"https://www.linkedin.com/in/{others[number % 3]}"
        pair = (me, other) if mine else (other, me)
        rows.append(
            (number % 3, "x", pair[0], "y", pair[1], f"{at:%Y-%m-%d %H:%M:%S} UTC", text, "INBOX")
        )
    header = (
        "CONVERSATION ID", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE",
        "CONTENT", "FOLDER",
    )  # fmt: skip
    got = [i for i in read(table(header, rows).encode()).items if isinstance(i, MessageRecord)]
    assert [(m.mine, m.at, m.text) for m in got] == [
        (mine, at.replace(tzinfo=UTC), text) for mine, at, text in sent
    ]
    assert all(len(m.others) == 1 and isinstance(m.at, date) for m in got)
