"""What the documents say exists: commands, settings, files they point to."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from askwell.cli.app import COMMANDS, OF_THE_COACH, askwell
from askwell.plumbing import environment

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("deploy/*"), ROOT / "Makefile",
]  # fmt: skip
EVERY = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
SETTINGS = set(re.findall(r"(?:ASKWELL|DATABASE)_[A-Z_]+", Path(environment.__file__).read_text()))
# Read by the tests themselves and not by Askwell.
OF_THE_TESTS = {"ASKWELL_TEST_DATABASE_URL"}


def code(text: str) -> str:
    """Only what stands as code: blocks and spans."""
    blocks = re.findall(r"(?s:```.*?```)|^ {4,}\S.*$", text, re.MULTILINE)
    return "\n".join(blocks + re.findall(r"`[^`\n]+`", text))


@EVERY
def test_every_command_that_is_named_exists(path):
    text = code(path.read_text())
    for target in re.findall(r"(?:^|`)\s*make ([a-z]+)\b", text, re.MULTILINE):
        assert target in TARGETS, f"make {target}"
    for command in re.findall(r"(?:^ *|`|bin/)askwell ([a-z]+)\b", text, re.MULTILINE):
        assert command in {*COMMANDS, *OF_THE_COACH}, f"askwell {command}"


@EVERY
def test_every_setting_that_is_named_exists(path):
    named = set(re.findall(r"\b(?:ASKWELL|DATABASE)_[A-Z_]*[A-Z]", path.read_text()))
    assert named <= SETTINGS | OF_THE_TESTS


def test_every_setting_is_explained():
    explained = (ROOT / "deploy" / "README.md").read_text()
    assert [name for name in sorted(SETTINGS) if name not in explained] == []


@EVERY
def test_every_file_that_is_pointed_to_exists(path):
    if path.suffix != ".md":
        return
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text()):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name):
    shown = CliRunner().invoke(askwell, [name, "--help"])
    assert shown.exit_code == 0, shown.output
    assert len(shown.output.splitlines()[2].strip()) > 10
