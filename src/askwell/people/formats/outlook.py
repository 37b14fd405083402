"""Outlook and Thunderbird CSV, and any other contact table whose columns have known names.

Interop.md §2.2: the columns are localised and in the code page of the PC; `Title` is an honorific;
an Exchange path is no e-mail address; categories are joined by semicolons.
"""

from .contact_table import ContactTable, labels
from .records import Problem
from .table import Row

EXPECTED = "First Name, Last Name, E-mail Address, Company, Job Title"


class OutlookTable(ContactTable):
    """Rows of an Outlook-like CSV."""

    def fields(self, row: Row, notes: list[Problem]) -> dict[str, object]:
        """As for any table; labels may be joined by commas where the semicolon parts the columns."""
        fields = super().fields(row, notes)
        text = self.first(row, "labels")
        fields["labels"] = labels(text, ";" if ";" in text else ",")
        return fields
