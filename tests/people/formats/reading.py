"""Reading contact files in tests: everything in them, counted."""

import io
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from askwell.people.formats import (
    Item,
    MeRecord,
    OrganizationRecord,
    Outcome,
    PersonRecord,
    Problem,
    open_source,
)

SAMPLES = Path(__file__).parent.parent / "samples"


@dataclass
class Read:
    """All that came out of one file."""

    format: str
    items: list[Item] = field(default_factory=list)
    encoding_guessed: bool = False
    exported_on: object = None

    @property
    def people(self) -> list[PersonRecord]:
        return [i for i in self.items if isinstance(i, PersonRecord)]

    @property
    def companies(self) -> list[OrganizationRecord]:
        return [i for i in self.items if isinstance(i, OrganizationRecord)]

    @property
    def me(self) -> MeRecord | None:
        return next((i for i in self.items if isinstance(i, MeRecord)), None)

    def problems(self, outcome: Outcome) -> list[Problem]:
        return [i for i in self.items if isinstance(i, Problem) and i.outcome is outcome]

    @property
    def counts(self) -> Counter[str]:
        return Counter(
            i.outcome.value if isinstance(i, Problem) else type(i).__name__ for i in self.items
        )


def read(content: bytes, name: str = "contacts.csv") -> Read:
    """Read `content` as a file called `name`."""
    opened = open_source(io.BytesIO(content), name)
    result = Read(opened.format, list(opened.items()))
    result.encoding_guessed, result.exported_on = opened.encoding_guessed, opened.exported_on
    return result


def sample(path: str) -> Read:
    """Read one of the samples."""
    return read((SAMPLES / path).read_bytes(), Path(path).name)
