"""What is written down about requests and errors: never who, never what."""

import io
import json
import logging

import pytest

from askwell.plumbing.logs import JsonLines


@pytest.fixture
def lines():
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    log = logging.getLogger("askwell")
    level, log.level = log.level, logging.INFO
    log.addHandler(handler)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    log.removeHandler(handler)
    log.setLevel(level)


def test_a_request_leaves_its_pattern_and_no_contents(lines, owner):
    owner.get("/search/?q=Mira+Adeyemi", headers={"User-Agent": "Secretive 1.0"})
    owner.post("/people/0198c0de-0000-7000-8000-000000000000/not-today/", {"text": "Mira"})
    written = json.dumps(lines())
    first, second = (line for line in lines() if line["event"] == "answered")
    assert (first["route"], first["method"], first["status"]) == ("search/", "GET", 200)
    assert second["route"] == "people/<uuid:uid>/not-today/"
    for secret in ("Mira", "Secretive", "0198c0de", "owner@"):
        assert secret not in written


def test_an_error_leaves_where_and_not_what(lines):
    try:
        raise ValueError("Mira Adeyemi is not a date")
    except ValueError:
        logging.getLogger("askwell.jobs").exception("failed for %s", "Mira", extra={"job": "x"})
    (line,) = lines()
    assert line["error"] == "ValueError"
    assert line["raised"][-1].endswith("test_an_error_leaves_where_and_not_what")
    assert "Mira" not in json.dumps(line)
