"""Reading the files of an import: everything in order, in pieces that one transaction can take."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import islice

from django.utils.translation import gettext as _

from askwell.people import uploads
from askwell.people.formats import (
    FormatError,
    Item,
    MeRecord,
    OrganizationRecord,
    Outcome,
    PersonRecord,
    Problem,
    Tie,
    open_source,
)
from askwell.people.import_report import Report
from askwell.people.matching import Matcher
from askwell.people.models import ImportBatch
from askwell.plumbing.errors import Refusal

MAX_RECORDS = 200_000


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
    for number, file in enumerate(batch.files):
        with uploads.opened(batch, number) as stream:
            try:
                yield from open_source(stream, file["name"]).items()
            except FormatError as error:
                reason = _(error.reason) % error.params if error.params else _(error.reason)
                raise BadFile(f"{file['name']}: {reason}") from error


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
    with uploads.opened(batch, 0) as stream:
        source = open_source(stream, batch.files[0]["name"])
    day = source.exported_on
    seen = datetime.combine(day, time(12), UTC) if day else now
    return min(seen, now), source.format
