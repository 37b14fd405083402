"""What a file is: decided by its content, never by its name."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import BinaryIO

from . import linkedin, tables
from .archive import Archive, Folder, Member, Source
from .decode import detect
from .mapping import Preview
from .monica import is_monica, read_monica
from .records import FormatError, Item, Outcome, Party, Problem, gettext_noop
from .tables import Chosen
from .vcard import read_jcards, read_vcards
from .xlsx import is_workbook

NOBODY_YET = Party()
NOTHING_CHOSEN: Chosen = {}
MAX_FILE = 100 << 20
_HEAD = 4096
_Reader = Callable[[BinaryIO, str], Iterator[Item]]
_WHOLE_EXPORT = 5
_SHARED_FOLDER = "allcontacts"

EMPTY = gettext_noop("The file is empty.")
TOO_LARGE = gettext_noop(
    "This file has %(size)d MB; Askwell reads contact files up to %(limit)d MB. "
    "Export without pictures, or in parts."
)
NOBODY = gettext_noop(
    "Nobody could be read from this file: %(failed)d rows, none of them a person."
)
NO_ROWS = gettext_noop("The file has the right columns but nobody in it.")
_KNOWN_BINARIES = (
    (
        b"%PDF",
        gettext_noop(
            "This is a PDF, not a contacts file. If it is a profile, copy its text and paste it "
            "under “Paste a profile”."
        ),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        gettext_noop("This is an old Excel or Outlook file. Save it as CSV (UTF-8) first."),
    ),
    (b"SQLite format 3", gettext_noop("This is a database, not a contacts file.")),
    (b"\x89PNG", gettext_noop("This is a picture, not a contacts file.")),
    (b"\xff\xd8\xff", gettext_noop("This is a picture, not a contacts file.")),
    (b"GIF8", gettext_noop("This is a picture, not a contacts file.")),
    (b"BEGIN:VCALENDAR", gettext_noop("This is a calendar, not a contacts file.")),
)


@dataclass(slots=True)
class Opened:
    """A file whose format is known. `items()` reads it, once, as a stream."""

    format: str
    _items: Callable[[], Iterator[Item]]
    encoding_guessed: bool = False
    exported_on: date | None = None

    def items(self) -> Iterator[Item]:
        """Everything in the file. Raises FormatError, at the latest at the end, if there is nothing
        but problems."""
        usable = others = 0
        for item in self._items():
            if isinstance(item, Problem):
                others += 1
            else:
                usable += 1
            yield item
        if not usable:
            raise FormatError(NOBODY, failed=others) if others else FormatError(NO_ROWS)


def open_folder(
    files: Iterable[tuple[str, BinaryIO]],
    name: str = "",
    me: Party = NOBODY_YET,
    chosen: Chosen = NOTHING_CHOSEN,
) -> Opened:
    """Find out what several files chosen together are: LinkedIn's archive unpacked, or contacts.

    `files` are paths with their seekable streams; `name` is the folder's, for the export date.
    Raises FormatError as `open_source`.
    """
    files = list(files)
    if len(files) == 1:
        return open_source(files[0][1], files[0][0], me, chosen)
    folder = Folder(files)

    def read(stream: BinaryIO, label: str) -> Iterator[Item]:
        return open_source(stream, label, me, chosen).items()

    rest = _beside_linkedin(folder, folder.members)
    others = _read_members(folder, rest, read)
    if not linkedin.members_of(folder):
        return Opened("files", lambda: others)
    day = linkedin.exported_on(name)
    both = chain(linkedin.read_archive(folder), others)
    return Opened("linkedin-folder", lambda: both, exported_on=day)


def _beside_linkedin(source: Source, members: list[Member]) -> list[Member]:
    """What may hold contacts beside the files of a LinkedIn export, renamed ones among them."""
    ours = linkedin.members_of(source)
    rest = [m for m in members if m not in ours]
    if len(ours) >= _WHOLE_EXPORT:  # what else is there is LinkedIn's own business
        rest = [m for m in rest if m.suffix == ".vcf"]
    return rest


def open_source(
    stream: BinaryIO, name: str, me: Party = NOBODY_YET, chosen: Chosen = NOTHING_CHOSEN
) -> Opened:
    """Find out what `stream` (seekable) is. `name` is only for messages and the export date.

    `me` is what is known of the person whose file it is: messages do not say who "I" am. Raises FormatError with one sentence for everything that is no contacts file.
    """
    stream.seek(0, 2)
    size = stream.tell()
    stream.seek(0)
    if size > MAX_FILE:
        raise FormatError(TOO_LARGE, size=size >> 20, limit=MAX_FILE >> 20)
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FormatError(EMPTY)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) or (
        name.lower().endswith(".zip") and b"," not in head
    ):
        return _open_zip(stream, name, me, chosen)
    for magic, sentence in _KNOWN_BINARIES:
        if head.startswith(magic):
            raise FormatError(sentence)
    return _open_text(stream, name, me, chosen)


def _open_text(stream: BinaryIO, name: str, me: Party, chosen: Chosen) -> Opened:
    encoding = detect(stream)
    stream.seek(encoding.skip)
    text = stream.read(_HEAD).decode(encoding.name, "replace").lstrip("\ufeff \t\r\n")
    stream.seek(0)
    if re.match(r"<(!doctype|html|head|body)\b", text, re.IGNORECASE):
        raise FormatError(
            gettext_noop(
                "This is a web page, not a contacts file. Perhaps you were not signed in when it "
                "was downloaded."
            )
        )
    if is_monica(text):
        return Opened("monica", lambda: read_monica(stream, name))
    if re.match(r"[{\[<]", text) and not re.match(r'\[\s*(\[\s*)?"vcard"', text):
        raise FormatError(gettext_noop("This is a data file (JSON or XML), not a contacts file."))
    if re.search(r"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD", text, re.IGNORECASE | re.MULTILINE):
        return Opened("vcard", lambda: read_vcards(stream, name), encoding.guessed)
    if re.match(r'\[\s*(\[\s*)?"vcard"', text):
        return Opened("jcard", lambda: read_jcards(stream, name))
    found = tables.open_csv(stream, name, encoding, me, chosen)
    return Opened(found.format, found.read, found.guessed)


def _open_zip(stream: BinaryIO, name: str, me: Party, chosen: Chosen) -> Opened:
    archive = Archive(stream)
    if is_workbook(archive):
        found = tables.open_workbook(stream, name, archive, chosen)
        return Opened(found.format, found.read)
    if any(member.path in ("[Content_Types].xml", "mimetype") for member in archive.members):
        raise FormatError(
            gettext_noop(
                "This is a document, not a table. Save the list in it as CSV (UTF-8) or .xlsx first."
            )
        )
    ours = linkedin.members_of(archive)
    members = _contact_members(archive)
    if not ours and not members:
        raise FormatError(
            gettext_noop(
                "This zip holds neither a LinkedIn export nor contacts (no Connections.csv, no "
                ".vcf, no contacts.csv)."
            )
        )

    def read(stream: BinaryIO, label: str) -> Iterator[Item]:
        return _open_packed(stream, label, me, chosen).items()

    if not ours:
        return Opened("zip", lambda: _read_members(archive, members, read))
    # Without its list of people, a file beside it may be that list under another name.
    renamed = [] if archive.find("connections") else _beside_linkedin(archive, members)
    others = _read_members(archive, renamed, read)
    both = chain(linkedin.read_archive(archive), others)
    return Opened("linkedin-zip", lambda: both, exported_on=linkedin.exported_on(name))


def _contact_members(archive: Source) -> list[Member]:
    """The vCards (of a Takeout only "All Contacts": its groups repeat the same people), else CSVs."""
    cards = archive.ending(".vcf")
    return [m for m in cards if m.key == _SHARED_FOLDER] or cards or archive.ending(".csv")


def _read_members(source: Source, members: list[Member], read: _Reader) -> Iterator[Item]:
    """All that can be read, then which files could not; if nothing can, the first error tells why."""
    errors: list[tuple[str, FormatError]] = []
    usable = False
    for member in members:
        try:
            with source.open(member) as stream:
                for item in read(stream, member.label):
                    usable = usable or not isinstance(item, Problem)
                    yield item
        except FormatError as error:
            errors.append((member.label, error))
    if errors and not usable:
        raise errors[0][1]
    for label, why in errors:
        yield Problem(label, 1, why.reason, Outcome.NOTED, why.params)


def _open_packed(stream: BinaryIO, name: str, me: Party, chosen: Chosen) -> Opened:
    """A file inside a zip: as any file, but a zip in a zip is not opened."""
    if stream.read(4).startswith(b"PK"):
        raise FormatError(gettext_noop("There is a zip inside the zip. Unpack it first."))
    return _open_text(stream, name, me, chosen)


def look_at(stream: BinaryIO, name: str) -> Preview:
    """The beginning of a table, for the page on which its columns are named.

    Raises FormatError for what is no table.
    """
    head = stream.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        archive = Archive(stream)
        if is_workbook(archive):
            return tables.look_at_workbook(stream, archive)
    stream.seek(0)
    return tables.look_at_csv(stream, name, detect(stream))
