"""The form on which the columns of tables are named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from askwell.people.import_columns import Sheet
from askwell.people.words import COLUMNS


@dataclass(frozen=True, slots=True)
class Column:
    """A column on the page: its header, a few of its values, and the field that names it."""

    header: str
    values: list[str]
    field: forms.BoundField


class ColumnsForm(forms.Form):
    """One choice for each column of each table."""

    def __init__(self, sheets: list[Sheet], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.sheets = sheets
        for number, sheet in enumerate(sheets):
            for place, header in enumerate(sheet.preview.header):
                self.fields[f"c{number}-{place}"] = forms.ChoiceField(
                    label=header[:80] or f"#{place + 1}",
                    required=False,
                    choices=list(COLUMNS.items()),
                    initial=sheet.columns[place] if place < len(sheet.columns) else "",
                )

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Fingerprint of each table → what its columns hold."""
        return {
            sheet.preview.fingerprint: tuple(
                self.cleaned_data[f"c{number}-{place}"]
                for place in range(len(sheet.preview.header))
            )
            for number, sheet in enumerate(self.sheets)
        }

    def tables(self) -> Iterator[tuple[str, list[Column]]]:
        """For the page: name of the file, and its columns."""
        for number, sheet in enumerate(self.sheets):
            rows = sheet.preview.rows
            yield (
                sheet.name,
                [
                    Column(
                        header or f"#{place + 1}",
                        [row[place] for row in rows if place < len(row) and row[place].strip()][:3],
                        self[f"c{number}-{place}"],
                    )
                    for place, header in enumerate(sheet.preview.header)
                ],
            )
