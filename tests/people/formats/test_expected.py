"""What each sample of `expected.json` should give: its people, field by field, and the rest counted."""

import json
from datetime import date

import pytest

from tests.people.formats.reading import SAMPLES, sample

EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


def plain(value):
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("path", EXPECTED)
def test_sample(path):
    told, got = EXPECTED[path], sample(path)
    assert got.format == told["format"]
    found = [
        {name: plain(getattr(person, name)) for name in wanted}
        for person, wanted in zip(got.people, told["people"], strict=True)
    ]
    assert found == told["people"]
    counts = {name: n for name, n in got.counts.items() if name != "PersonRecord"}
    assert counts == told.get("counts", {})
