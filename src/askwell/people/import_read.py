"""Reading the files of an import: everything in order, in pieces that one transaction can take."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import islice

from django.utils.translation import gettext as _

from askwell.people import uploads
from askwell.people.formats import (
    FormatError,
    Item,
    MeRecord,
    Opened,
    OrganizationRecord,
    Outcome,
    Party,
    PersonRecord,
    Problem,
    Tie,
    open_folder,
)
from askwell.people.formats.records import gettext_noop
from askwell.people.formats.values import profile_url
from askwell.people.import_columns import chosen_columns
from askwell.people.import_report import Report
from askwell.people.matching import Matcher
from askwell.people.models import ImportBatch
from askwell.plumbing.errors import Refusal
from askwell.workspaces.settings import Settings

MAX_RECORDS = 200_000
OTHER = gettext_noop("This reads as %(found)s, not as %(wanted)s, so it was left alone.")


class BadFile(Refusal):
    """A file that cannot be imported; nothing was changed."""


@dataclass(slots=True)
class Piece:
    """What is written in one transaction: people, what stood between them, who I was in touch with."""

    people: list[PersonRecord | Problem] = field(default_factory=list)
    companies: list[OrganizationRecord] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.people) + len(self.companies) + len(self.remarks) + len(self.ties)


def items(batch: ImportBatch) -> Iterator[Item]:
    """Everything in the batch's files, in order. Raises BadFile with the file's name."""
    with _opened(batch) as source:
        yield from source.items()


@contextmanager
def _opened(batch: ImportBatch) -> Iterator[Opened]:
    """The files together: loose ones of a LinkedIn archive know of each other."""
    settings = Settings.read(batch.workspace.settings)
    me = Party(settings.me.name, profile_url(settings.me.link))
    wanted = batch.files[0].get("as", "")
    try:
        with ExitStack() as stack:
            files = [
                (file["name"], stack.enter_context(uploads.opened(batch, number)))
                for number, file in enumerate(batch.files)
            ]
            source = open_folder(files, me=me, chosen=chosen_columns(settings))
            if not source.format.startswith(wanted):
                raise FormatError(OTHER, found=source.format, wanted=wanted)
            yield source
    except FormatError as error:
        reason = _(error.reason) % error.params if error.params else _(error.reason)
        names = ", ".join(file["name"] for file in batch.files)
        raise BadFile(f"{names[:200]}: {reason}") from error


def pieces(found: Iterator[Item], report: Report, size: Callable[[], int]) -> Iterator[Piece]:
    """The items in pieces of about `size()`; counts them, and keeps what is said about myself."""
    piece = Piece()
    for item in found:
        report.items += 1
        if report.items > MAX_RECORDS:
            raise BadFile(_("That is more than 200,000 records, more than Askwell takes at once."))
        if isinstance(item, PersonRecord):
            piece.people.append(item)
        elif isinstance(item, Problem):
            noted = item.outcome is Outcome.NOTED
            (piece.remarks if noted else piece.people).append(item)
        elif isinstance(item, MeRecord):
            report.me = item
        elif isinstance(item, OrganizationRecord):
            piece.companies.append(item)
        else:
            piece.ties.append(item)
        if len(piece) >= size():
            report.read += len(piece.people)
            yield piece
            piece = Piece()
    report.read += len(piece.people)
    yield piece


def pass_over(found: Iterator[Item], count: int, matcher: Matcher, report: Report) -> None:
    """What an earlier run has written already; only repeats and myself are remembered."""
    for item in islice(found, count):
        report.items += 1
        if isinstance(item, MeRecord):
            report.me = item
        elif isinstance(item, PersonRecord):
            matcher.candidates([item])


def seen_at(batch: ImportBatch, now: datetime) -> tuple[datetime, str]:
    """The day on which the file was made, where it tells, and what kind of file it is."""
    with _opened(batch) as source:
        day = source.exported_on
        seen = datetime.combine(day, time(12), UTC) if day else now
        return min(seen, now), source.format
