"""Exports of every release, stored as they were made: this version reads them all.

A new schema number needs a new file here: an export of the sample notebook (``askwell demo``, then
``askwell export``), named ``schema-N.zip``.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from askwell.people import journal
from askwell.people.models import Person
from askwell.transfer import operations, restoring
from askwell.transfer.schema import SCHEMA, UPGRADES

NOW = datetime(2026, 12, 1, tzinfo=UTC)
STORED = sorted(Path(__file__).with_name("exports").glob("schema-*.zip"))


def test_every_schema_has_a_stored_export_and_a_way_up():
    assert [path.stem for path in STORED] == [f"schema-{n}" for n in range(1, SCHEMA + 1)]
    assert set(UPGRADES) == set(range(1, SCHEMA))


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_an_old_export_comes_back_whole(cast, path):
    said = restoring.check(path)
    said.archive.close()
    assert operations.restore_from(cast.strange_scope, path, now=NOW) == said.total
    people = Person.objects.filter(workspace=cast.elsewhere)
    assert people.count() == said.counts["people.person"] == 40
    assert journal.differences(cast.strange_scope, NOW) == []
