"""The browser and the server find the same blanks: one list holds both."""

import json
from pathlib import Path
from typing import Any

import pytest

from askwell.outreach.blanks import find_blanks

NOTATIONS = Path(__file__).parents[2] / "frontend" / "tests" / "blanks.json"


@pytest.mark.parametrize("case", json.loads(NOTATIONS.read_text("utf-8")), ids=lambda c: c["text"])
def test_blanks_are_those_of_the_browser(case: dict[str, Any]) -> None:
    found = find_blanks(case["text"], known=case.get("known", []))
    assert [blank.text for blank in found] == case["blanks"]
