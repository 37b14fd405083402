"""Fixtures of the people stage."""

import pytest

from askwell.people import operations
from tests.people.imports import ticking


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    """A data folder of its own for each test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def bring(scope, tmp_path, django_capture_on_commit_callbacks):
    """Import text (or a sample) as a file; returns the report."""

    def bring(content, name="Connections.csv", **options):
        path = tmp_path / name
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
        with django_capture_on_commit_callbacks(execute=True):
            return operations.import_files(scope, paths=[path], clock=ticking, **options)

    return bring
