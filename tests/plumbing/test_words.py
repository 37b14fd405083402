"""Sentences of the scripts go through gettext: every key a script asks for has one."""

import re
from pathlib import Path

from askwell.plumbing.words import script_words

ISLANDS = Path(__file__).parents[2] / "frontend" / "islands"


def test_every_key_of_the_scripts_has_a_sentence() -> None:
    source = "\n".join(file.read_text("utf-8") for file in ISLANDS.rglob("*.ts"))
    asked = set(re.findall(r'"(\w+)"', "".join(re.findall(r"say\(([^)]*)", source))))
    asked |= {f"saved_{state}" for state in ("everywhere", "here", "nowhere")}
    words = script_words()
    assert {key for key in asked if key not in words} <= {"n"}
    assert {key.removesuffix("_one") for key in words} <= asked
