"""People and talks of an export in formats that other programs, and people, read.

Rows as :mod:`askwell.plumbing.rows` writes them in, text out; nothing is read or stored here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from django.utils.translation import gettext as _

from askwell.meetings.invites import Invitation, ics
from askwell.people.formats import PersonRecord
from askwell.people.formats.csv_write import write_people
from askwell.people.formats.vcard_write import write_vcards
from askwell.plumbing.rows import Row

Rows = Mapping[str, Sequence[Row]]


def files(rows: Rows, me: str, now: datetime) -> Iterator[tuple[str, bytes]]:
    """Name and contents of each readable file of the export."""
    book = _Book(rows)
    yield "people.csv", people_csv(book)
    yield "people.vcf", people_vcf(book, now)
    yield "talks.ics", talks_ics(book)
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

    def record(self, person: Row) -> PersonRecord:
        """Somebody as the formats of address books know people."""
        return PersonRecord(
            given=person["given"],
            family=person["family"],
            display_name=person["name"],
            honorific=person["honorific"],
            emails=tuple(self.values(person, "email")),
            phones=tuple(self.values(person, "phone")),
            links=tuple(self.values(person, "link")),
            organization=self.works_at(person),
            role=person["role"],
            notes="\n\n".join(note["text"] for note in self.notes[person["uid"]]),
            birthday=person["birthday"],
            labels=tuple(map(str, person["labels"])),
            connected_on=date.fromisoformat(day) if (day := person["connected_on"]) else None,
            uid=person["uid"],
            place=person["place"],
            how_met=person["how_known"],
        )

    def works_at(self, person: Row) -> str:
        """The name of the organization somebody works at."""
        return self.organizations.get(person["organization"], "")


def _by(rows: Sequence[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def people_csv(book: _Book) -> bytes:
    """One line for each person; a spreadsheet does not take a name for a formula."""
    return b"".join(write_people(map(book.record, book.people)))


def people_vcf(book: _Book, now: datetime) -> bytes:
    """All people as vCards."""
    return b"".join(write_vcards(map(book.record, book.people), revised=now))


def talks_ics(book: _Book) -> bytes:
    """Every talk as a calendar event, under the uid its invitation had."""
    return ics(*(_invitation(book, talk) for talk in book.talks))


def _invitation(book: _Book, talk: Row) -> Invitation:
    return Invitation(
        uid=talk["uid"],
        sequence=talk["sequence"],
        summary=_with(book, talk),
        starts_at=_utc(talk["starts_at"]),
        minutes=talk["minutes"],
        place=talk["place"],
        description="",
        changed_at=_utc(talk["changed_at"]),
        cancelled=talk["state"] == "cancelled",
    )


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


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
