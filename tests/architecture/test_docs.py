"""What the documents say exists: commands, options, settings, files, and words on the screen."""

import re
import subprocess
from pathlib import Path
from pkgutil import resolve_name

import pytest
from click.testing import CliRunner

from askwell.cli.app import COMMANDS, OF_THE_COACH, askwell
from askwell.cli.check import USAGE
from askwell.config.layers import LAYERS
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
    for target in re.findall(r"(?:^|`)\s*make ([a-z-]+)\b", text, re.MULTILINE):
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


PLANS = [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/decisions/*.md")]
PLACES = (ROOT, ROOT / "src" / "askwell")


def spans(path):
    """What stands in backquotes on one line, without arguments."""
    return [found.split("(")[0] for found in re.findall(r"`([^`\n]+)`", path.read_text())]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_name_of_the_code_that_is_named_exists(path):
    for name in spans(path):
        if name.split(".")[0] in LAYERS and re.fullmatch(r"[a-z_]+(\.\w+)+", name):
            assert resolve_name(f"askwell.{name.removesuffix('.py')}"), name


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_path_of_the_code_that_is_named_exists(path):
    for name in spans(path):
        if re.fullmatch(r"\w+(/\w+)+(\.\w+|/)?", name):
            assert any((place / name).exists() for place in PLACES), name


def test_every_fixture_that_is_named_exists():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    (named,) = re.findall(r"^- Fixtures in (.*?)\n- ", text, re.MULTILINE | re.DOTALL)
    fixtures = re.findall(r"^def (\w+)\(", (ROOT / "tests/conftest.py").read_text(), re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", named)) <= set(fixtures)


def test_the_plan_of_the_house_names_every_room():
    plan = (ROOT / "ARCHITECTURE.md").read_text()
    assert sorted(re.findall(r"^  ([a-z]+)/ ", plan, re.MULTILINE)) == sorted(LAYERS)


GUIDE, DECISIONS = ROOT / "docs" / "guide", ROOT / "docs" / "decisions"
PAGES = sorted(set(GUIDE.glob("*.md")) - {GUIDE / "README.md"})
PICTURES = sorted((ROOT / "docs" / "images").iterdir())
LARGEST_PICTURE = 200 * 1024
OPTION = r"--[a-z][a-z-]+"
# Of useradd and systemctl, in the example of a server, and of the tests.
OF_OTHERS = {"--system", "--home", "--now", "--postgres"}


@pytest.mark.parametrize("folder", [GUIDE, DECISIONS], ids=lambda folder: folder.name)
def test_every_page_is_in_the_index_of_its_folder(folder):
    index = folder / "README.md"
    named = set(re.findall(r"\]\(([^)/#]+\.md)\)", index.read_text()))
    assert named == {page.name for page in folder.glob("*.md")} - {index.name}


def test_decisions_are_short_and_numbered_without_a_gap():
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        lines = page.read_text().splitlines()
        assert lines[0].startswith(f"# {page.name[:4]}: ")
        assert len(lines) <= 40, page.name


def words_of_the_program() -> str:
    """Everything a person may read on the screen, and more, without line breaks."""
    kinds = {".html", ".py", ".toml", ".md", ".ts"}
    found = [*(ROOT / "src").rglob("*.*"), *(ROOT / "frontend" / "islands").rglob("*.ts")]
    texts = [path.read_text() for path in found if path.suffix in kinds]
    return " ".join(" ".join(texts).split())


@pytest.fixture(scope="module")
def on_the_screen():
    return words_of_the_program()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_guide_says_what_the_screen_says(page, on_the_screen):
    told = re.findall(r"\*\*(.+?)\*\*", page.read_text(), re.DOTALL)
    told = [" ".join(words.split()) for words in told]
    assert [words for words in told if words not in on_the_screen] == []


@EVERY
def test_every_option_that_is_named_exists(path):
    shown = [CliRunner().invoke(askwell, [name, "--help"]).output for name in COMMANDS]
    shown.append(CliRunner().invoke(askwell, ["user", "add", "--help"]).output)
    known = set(re.findall(OPTION, " ".join([*shown, USAGE, "--version"])))
    lines = [line for line in code(path.read_text()).splitlines() if path.suffix == ".md"]
    named = {name for line in lines for name in re.findall(rf"(?<!\S){OPTION}", line)}
    named |= {name for line in lines for name in re.findall(rf"`({OPTION})", line)}
    assert named <= known | OF_OTHERS


def test_every_verb_of_make_in_the_readme_can_run():
    for target in set(re.findall(r"\bmake ([a-z-]+)", code((ROOT / "README.md").read_text()))):
        dry = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False)
        assert dry.returncode == 0, dry.stderr


def test_the_example_of_the_library_runs(capsys):
    text = (ROOT / "README.md").read_text()
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert "closed" in capsys.readouterr().out


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pictures_are_small_and_shown(picture):
    assert picture.stat().st_size <= LARGEST_PICTURE
    assert picture.name in (ROOT / "README.md").read_text()
