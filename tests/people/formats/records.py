"""Made-up people as files hold them: every text clean, every address normalised."""

from datetime import date

from hypothesis import strategies as st

from askwell.people.formats import PersonRecord, values
from askwell.people.formats.contact_table import distinct, label

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))
ODD = st.sampled_from(list(";,:\\\"'=+-@|&<>\n\t\u00a0\u200dé山\U0001f331"))
TEXT = st.text(LETTERS | ODD, max_size=25).map(values.clean)
NAME = TEXT.filter(lambda text: len(text) <= 60)
LINES = st.text(LETTERS | ODD, max_size=60).map(values.clean_lines)
WORD = st.text(st.sampled_from("abcdefg019é-"), min_size=1, max_size=8)
EMAIL = st.builds("{}@{}.example".format, WORD, WORD).map(values.email)
PHONE = st.builds("+{} {}".format, st.integers(100, 999), st.text("0123 -();,ext", max_size=12))
LINK = st.builds("https://{}.example/{}".format, st.from_regex(r"[a-z]{1,9}", fullmatch=True), TEXT)
PROFILE = st.builds("https://www.linkedin.com/in/{}".format, WORD)
DAY = st.dates(date(1900, 1, 1), date(2030, 1, 1))
BIRTHDAY = DAY.flatmap(
    lambda d: st.sampled_from(["", str(d), str(d)[:4], str(d)[:7], "--" + str(d)[5:]])
)


def some(value, size=3):
    """A tuple of distinct values."""
    return st.lists(value, max_size=size).map(distinct)


@st.composite
def people(draw):
    """One person whose record every format can hold."""
    given, family = draw(NAME), draw(NAME)
    emails, phones = draw(some(EMAIL)), draw(some(PHONE.map(values.phone)))
    shown = draw(NAME) or f"{given} {family}".strip() or next(iter(emails), "") or "x"
    return PersonRecord(
        given=given,
        family=family,
        display_name=shown,
        honorific=draw(NAME),
        emails=emails,
        phones=phones,
        links=draw(some((LINK | PROFILE).map(values.link))),
        organization=draw(TEXT),
        role=draw(TEXT),
        notes=draw(LINES),
        birthday=draw(BIRTHDAY),
        labels=draw(some(TEXT.map(label))),
        uid=draw(st.uuids().map(str)),
        place=draw(NAME),
    )


FIELDS = (
    "given", "family", "display_name", "honorific", "emails", "phones", "links", "organization",
    "role", "notes", "birthday", "labels", "uid", "place",
)  # fmt: skip


def told(person, *more):
    """What a record says, without where it stood."""
    return {name: getattr(person, name) for name in (*FIELDS, *more)}
