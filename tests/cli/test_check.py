"""`askwell check`, `rules`, `rule`, `schema`: as a person or a hook runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from askwell.cli import main
from askwell.coach import RULES

ROOT = Path(__file__).resolve().parents[2]
ASKED = "- Is this role rewarding?\n- How much do you make?\n"


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return end.value.code, said.out, said.err

    return command


@pytest.fixture
def asked(tmp_path):
    path = tmp_path / "questions.md"
    path.write_text(ASKED, "utf-8")
    return path


def test_text_shows_line_caret_reason_and_rewrite(run, asked):
    status, out, _ = run("check", "questions", asked)
    assert status == 1
    assert f"{asked}:2:3 error Q102 personal-pay" in out
    assert "    - How much do you make?\n      ^^^^^^^^^^^^^^^^^^^^" in out
    assert "Why: " in out and "Instead: What do you find rewarding about this role?" in out


def test_clean_is_0_findings_are_1_usage_is_2(run, tmp_path):
    fine = tmp_path / "fine.txt"
    fine.write_text("What surprised you?\n", "utf-8")
    assert run("check", "questions", fine)[0] == 0
    fine.write_text("Is this role rewarding?\n", "utf-8")
    assert run("check", "questions", fine)[0] == 0
    assert run("check", "questions", fine, "--level", "info")[0] == 1
    assert run("check", "questions", tmp_path / "missing.txt")[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "poems", "x"],
        ["check", "questions"],
        ["check", "questions", "x", "--loud"],
        ["check", "questions", "x", "--level", "loud"],
        ["check", "questions", "x", "--minutes", "soon"],
        ["check", "questions", "x", "--kind", "request"],
        ["check", "questions", "x", "--format"],
        ["check", "questions", "x", "--select", "Z9"],
        ["rule"],
        ["rule", "Q999"],
        ["schema"],
    ],
)
def test_wrong_usage_is_one_sentence_and_2(run, tmp_path, arguments):
    (tmp_path / "x").write_text("What changed?\n", "utf-8")
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("askwell ")


def test_help(run):
    status, out, _ = run("check", "--help")
    assert status == 0 and out.startswith("Usage: askwell check")


def test_json_and_schema_agree(run, asked):
    _, out, _ = run("check", "questions", asked, "--format", "json")
    document = json.loads(out)
    schema = json.loads(run("schema", "check")[1])
    wanted = schema["$defs"]["questions"]
    assert set(wanted["required"]) == set(document)
    item = wanted["properties"]["items"]["items"]
    assert all(set(item["required"]) == set(found) for found in document["items"])
    finding = schema["$defs"]["finding"]
    assert set(finding["required"]) == set(document["items"][0]["findings"][0])
    assert {found["topic"] for found in document["items"]} <= set(
        item["properties"]["topic"]["enum"]
    )


def test_several_files_make_an_array(run, asked, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("What changed?\n", "utf-8")
    _, out, _ = run("check", "questions", asked, other, "--format=json")
    assert [len(document["items"]) for document in json.loads(out)] == [2, 1]


def test_sarif(run, asked):
    _, out, _ = run("check", "questions", asked, "--format", "sarif")
    log = json.loads(out)
    results = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert {result["level"] for result in results} == {"note", "error"}
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 26}


def test_notes_for_github(run, asked):
    _, out, _ = run("check", "questions", asked, "--format", "github")
    assert out.splitlines()[1].startswith(f"::error file={asked},line=2,endLine=2,col=3")


def test_select_and_ignore(run, asked):
    assert "Q101" not in run("check", "questions", asked, "--ignore", "Q101")[1]
    assert run("check", "questions", asked, "--select", "Q101")[0] == 0
    assert run("check", "questions", asked, "--ignore", "Q1,Q2")[1] == ""


def test_configuration_is_found(run, asked, tmp_path):
    config = tmp_path / "pyproject.toml"
    config.write_text(
        '[tool.askwell]\nignore = ["Q102"]\n[tool.askwell.rules.Q101]\nlevel = "error"\n'
    )
    status, out, _ = run("check", "questions", asked)
    assert status == 1 and "error Q101" in out and "Q102" not in out
    (tmp_path / "askwell.toml").write_text('level = "error"\nignore = ["Q1"]\n')
    assert run("check", "questions", asked)[0] == 0
    (tmp_path / "askwell.toml").write_text("ignore = [1]\n")
    assert run("check", "questions", asked)[0] == 2
    (tmp_path / "askwell.toml").write_text("[rules.Q999]\nlevel = 'off'\n")
    assert run("check", "questions", asked)[0] == 2


def test_fix_rewrites_the_file_once(run, asked):
    run("check", "questions", asked, "--fix")
    once = asked.read_text("utf-8")
    assert once == "- What do you find rewarding about this role?\n- How much do you make?\n"
    run("check", "questions", asked, "--fix")
    assert asked.read_text("utf-8") == once


def test_a_picture_is_no_text(run, tmp_path):
    (tmp_path / "asked.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    status, out, err = run("check", "questions", tmp_path / "asked.md")
    assert (status, out) == (2, "")
    assert "is not a text file" in err


def test_windows_files_are_read(run, tmp_path):
    path = tmp_path / "q.txt"
    path.write_bytes("Is it hard?\r\nHow’s life?\r\n".encode("cp1252"))
    assert len(json.loads(run("check", "questions", path, "--format", "json")[1])["items"]) == 2


def test_every_rule_can_be_listed_and_explained(run):
    listed = json.loads(run("rules", "--json")[1])
    assert [rule["code"] for rule in listed] == [rule.code for rule in RULES]
    assert len(run("rules")[1].splitlines()) == len(RULES)
    for name in ("q108", "two-in-one"):
        assert run("rule", name)[1].startswith("# Q108 two-in-one")


def test_pages_of_the_rules_are_not_stale():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "rule_docs.py", "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_a_process_of_its_own_imports_no_django(asked):
    code = (
        "import sys; from askwell.cli import main\n"
        "try: main(['check', 'questions', sys.argv[1]])\n"
        "finally: print(sorted({'django', 'click', 'argparse'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, asked],
        capture_output=True, text=True, check=False, cwd=ROOT / "src",
    )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (1, "[]")


def test_standard_input(asked):
    done = subprocess.run(
        [sys.executable, "-m", "askwell", "check", "questions", "-"],
        input=ASKED, capture_output=True, text=True, check=False, cwd=ROOT / "src",
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:1:3 info Q101")


def test_the_hook_calls_the_commands_that_exist():
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "entry: askwell check questions" in hooks
    assert "entry: askwell check letter --kind request" in hooks


TALK = """\
Ana: Hello, how much do you earn?
Ben: That is a private matter, but the work itself pays in stories and in bread.
Ana: Do you like it?
Ben: I do, most days.
"""
PLAN = "Total: 20 minutes\n0–2 Opening\n2–18 Questions\n- What does a good week look like?\n"


def spoken(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def fits(value, schema, defs):
    """Whether a document fits the part of JSON Schema that ours is written in."""
    if "$ref" in schema:
        return fits(value, defs[schema["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in schema:
        return any(fits(value, one, defs) for one in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    kinds |= {"number": (int, float), "null": type(None)}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, kinds[kind]) for kind in wanted):
        return False
    if isinstance(value, list):
        return all(fits(one, schema.get("items", {}), defs) for one in value)
    if isinstance(value, dict):
        parts = schema.get("properties", {})
        extra = schema.get("additionalProperties", True)
        rest = extra if isinstance(extra, dict) else {}
        return (
            set(schema.get("required", ())) <= set(value)
            and (extra is not False or set(value) <= set(parts))
            and all(fits(one, parts.get(name, rest), defs) for name, one in value.items())
        )
    return True


@pytest.mark.parametrize(
    ("kind", "name", "text", "options"),
    [
        ("questions", "q.md", ASKED, []),
        ("letter", "l.txt", "Hi Mira,\n\nMay I ask for 20 minutes?\n\nSam", ["--kind", "request"]),
        ("transcript", "t.txt", TALK, ["--me", "Ana"]),
        ("agenda", "a.md", PLAN, []),
    ],
)
def test_every_kind_prints_what_the_schema_says(run, tmp_path, kind, name, text, options):
    _, out, _ = run("check", kind, spoken(tmp_path, name, text), "--format", "json", *options)
    schema = json.loads(run("schema", "check")[1])
    assert fits(json.loads(out), schema["$defs"][kind], schema["$defs"])
    assert fits(json.loads(out), schema, schema["$defs"])


def test_a_transcript_is_checked(run, tmp_path):
    talk = spoken(tmp_path, "talk.txt", TALK)
    status, out, _ = run("check", "transcript", talk, "--me", "Ana", "--minutes", "30")
    assert status == 1
    assert f"{talk}:1:" in out and "asked-pay" in out
    plan = spoken(tmp_path, "plan.md", PLAN)
    assert "agenda" in run("check", "transcript", talk, "--agenda", plan, "--level", "info")[1]


def test_an_agenda_is_checked(run, tmp_path):
    plan = spoken(tmp_path, "plan.md", PLAN)
    status, out, _ = run("check", "agenda", plan)
    assert status == 1 and "A404" in out
    assert run("check", "agenda", plan, "--me", "Ana")[0] == 2


@pytest.mark.parametrize("kind", ["transcript", "agenda"])
def test_other_prints_of_talks_and_plans(run, tmp_path, kind):
    path = spoken(tmp_path, "file.txt", TALK if kind == "transcript" else PLAN)
    log = json.loads(run("check", kind, path, "--format", "sarif")[1])
    assert log["runs"][0]["results"]
    notes = run("check", kind, path, "--format", "github")[1].splitlines()
    assert notes and all(f"file={path}" in note for note in notes)


def test_a_mail_file_is_read_whole(run, tmp_path):
    mail = (
        "From: Sam <sam@example.org>\nTo: mira@example.org\nSubject: =?utf-8?q?Twenty_minutes_about_caf=C3=A9s=3F?=\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Hi Mira,\n\nWould you hire me at your caf=C3=A9?\n\nSam\n"
    )
    path = spoken(tmp_path, "letter.eml", mail)
    status, out, _ = run("check", "letter", path, "--kind", "request")
    assert status == 1 and "job-ask" in out and "café" in out
    assert "subject-missing" not in out
