"""People and talks of an export in formats that other programs, and people, read.

Rows as :mod:`askwell.plumbing.rows` writes them in, text out; nothing is read or stored here.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from askwell.plumbing.rows import Row

Rows = Mapping[str, Sequence[Row]]

# Column names stay English in every language: other programs look for them.
COLUMNS = [
    "Name", "First name", "Last name", "Role", "Organization", "Place", "E-mail", "Phone", "Links",
    "How I know them", "Connected on", "Labels", "Notes", "Id",
]  # fmt: skip
FORMULA = ("=", "@", "\t", "\r")


def files(rows: Rows, me: str, now: datetime) -> Iterator[tuple[str, bytes]]:
    """Name and contents of each readable file of the export."""
    book = _Book(rows)
    yield "people.csv", people_csv(book).encode("utf-8-sig")
    yield "people.vcf", people_vcf(book).encode()
    yield "talks.ics", talks_ics(book, now)
    yield "notebook.md", notebook_md(book, me).encode()


class _Book:
    """The rows, found by what they belong to."""

    def __init__(self, rows: Rows) -> None:
        self.people = [row for row in rows.get("people.person", ()) if not row["merged_into"]]
        self.organizations = {
            row["uid"]: row["name"] for row in rows.get("people.organization", ())
        }
        self.talks = list(rows.get("meetings.conversation", ()))
        self.names = {row["uid"]: row["name"] for row in self.people}
        self.questions = list(rows.get("explorations.exploration", ()))
        self.contacts = _by(rows.get("people.contactpoint", ()), "person")
        self.notes = _by(rows.get("people.note", ()), "person")
        self.letters = _by(rows.get("outreach.letter", ()), "person")
        self.promises = _by(rows.get("outreach.promise", ()), "person")
        self.said = _by(rows.get("meetings.roomnote", ()), "conversation")
        self.seats = _by(rows.get("meetings.participant", ()), "conversation")
        seats = rows.get("meetings.participant", ())
        held = {talk["uid"]: talk for talk in self.talks}
        self.talks_of: dict[str, list[Row]] = defaultdict(list)
        for seat in seats:
            self.talks_of[seat["person"]].append(held[seat["conversation"]])

    def values(self, person: Row, kind: str) -> list[str]:
        """Addresses, numbers or links of somebody."""
        return [c["value"] for c in self.contacts[person["uid"]] if c["kind"] == kind]

    def works_at(self, person: Row) -> str:
        """The name of the organization somebody works at."""
        return self.organizations.get(person["organization"], "")


def _by(rows: Sequence[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def people_csv(book: _Book) -> str:
    """One line for each person; a spreadsheet does not take a name for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for person in book.people:
        notes = " / ".join(note["text"] for note in book.notes[person["uid"]])
        writer.writerow(
            map(
                _plain_cell,
                [
                    person["name"], person["given"], person["family"], person["role"],
                    book.works_at(person), person["place"],
                    "; ".join(book.values(person, "email")),
                    "; ".join(book.values(person, "phone")),
                    "; ".join(book.values(person, "link")),
                    person["how_known"] or person["source"], person["connected_on"] or "",
                    "; ".join(map(str, person["labels"])), notes, person["uid"],
                ],
            )
        )  # fmt: skip
    return out.getvalue()


def _plain_cell(text: str) -> str:
    risky = text.startswith(FORMULA) or (text[:1] in "+-" and not text[1:2].isdigit() and text[1:])
    return f"'{text}" if risky else text


def people_vcf(book: _Book) -> str:
    """All people as vCards (RFC 6350, version 4.0)."""
    return "".join(_card(book, person) for person in book.people)


def _card(book: _Book, person: Row) -> str:
    names = (person["family"], person["given"], "", person["honorific"], "")
    lines = ["BEGIN:VCARD", "VERSION:4.0", f"UID:urn:uuid:{person['uid']}"]
    lines += [f"FN:{_escaped(person['name'])}", f"N:{';'.join(map(_escaped, names))}"]
    if organization := book.works_at(person):
        lines.append(f"ORG:{_escaped(organization)}")
    if person["role"]:
        lines.append(f"TITLE:{_escaped(person['role'])}")
    for kind, name in (("email", "EMAIL"), ("phone", "TEL"), ("link", "URL")):
        lines += [f"{name}:{_escaped(value)}" for value in book.values(person, kind)]
    lines += [f"NOTE:{_escaped(note['text'])}" for note in book.notes[person["uid"]]]
    lines.append("END:VCARD")
    return "".join(_folded(line) for line in lines)


def _escaped(text: str) -> str:
    for plain, safe in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, safe)
    return text


def _folded(line: str) -> str:
    """Break a line after 75 octets, never inside a character."""
    pieces, current, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > 74:
            pieces.append(current)
            current, size = "", 0
        current += character
        size += width
    return "\r\n ".join([*pieces, current]) + "\r\n"


def talks_ics(book: _Book, now: datetime) -> bytes:
    """Every talk as a calendar event, times in UTC."""
    calendar = Calendar()
    calendar.add("prodid", "-//Askwell//Askwell//EN")
    calendar.add("version", "2.0")
    for talk in book.talks:
        starts = datetime.fromisoformat(talk["starts_at"])
        event = Event()
        event.add("uid", talk["uid"])
        event.add("dtstamp", now)
        event.add("dtstart", starts)
        event.add("dtend", starts + timedelta(minutes=talk["minutes"]))
        event.add("summary", _with(book, talk))
        event.add("status", "CANCELLED" if talk["state"] == "cancelled" else "CONFIRMED")
        if talk["place"]:
            event.add("location", talk["place"])
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _with(book: _Book, talk: Row) -> str:
    names = [book.names.get(seat["person"], "") for seat in book.seats[talk["uid"]]]
    return _("Talk with %(name)s") % {"name": ", ".join(filter(None, names)) or _("somebody")}


def notebook_md(book: _Book, me: str) -> str:
    """What was written and heard, person by person, as text to read in twenty years."""
    lines = [f"# {me or _('My notebook')}", ""]
    lines += [f"- {question['sentence']}" for question in book.questions]
    for person in book.people:
        story = list(_story(book, person))
        if story:
            where = ", ".join(filter(None, (person["role"], book.works_at(person))))
            lines += ["", f"## {person['name']}", *([where] if where else []), "", *story]
    return "\n".join(lines) + "\n"


def _story(book: _Book, person: Row) -> Iterator[str]:
    for note in book.notes[person["uid"]]:
        yield f"- {note['text']}"
    for letter in book.letters[person["uid"]]:
        if letter.get("sent_at"):
            yield f"- {letter['sent_at'][:10]} · {letter['kind']}: {letter.get('subject') or ''}".rstrip()
    for talk in book.talks_of[person["uid"]]:
        yield f"- {talk['starts_at'][:10]} · {_with(book, talk)} ({talk['state']})"
        yield from (f"  - {said['text']}" for said in book.said[talk["uid"]] if said["text"])
    for promise in book.promises[person["uid"]]:
        yield f"- {_('Promise')}: {promise['text']}"
