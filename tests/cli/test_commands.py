"""The commands in processes of their own: what they print, and how they end."""

import json
import subprocess
import sys

import pytest

from tests.support.commands import Commands

CARDS = """BEGIN:VCARD
VERSION:4.0
FN:Mira Adeyemi
EMAIL:mira@harbour.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Jonas Lindqvist
TITLE:Harbour pilot
END:VCARD
"""


@pytest.fixture
def cards(askwell):
    path = askwell.data / "friends.vcf"
    path.write_text(CARDS)
    return str(path)


def test_first_use_makes_database_and_notebook(tmp_path):
    askwell = Commands(tmp_path)
    assert askwell.json("today")["steps"] == []
    assert askwell.json("people") == []
    assert askwell.json("doctor")["problems"] == []


def test_import_counts_what_it_read(askwell, cards):
    dry = askwell.json("import", cards, "--dry-run")
    assert (dry["read"], dry["new"], dry["batch"]) == (2, 2, None)
    assert askwell.json("people") == []
    first = askwell.json("import", cards)
    assert set(first) >= {"read", "new", "updated", "unchanged", "skipped", "failed", "batch"}
    assert (first["read"], first["new"]) == (2, 2) and first["batch"]
    again = askwell.json("import", cards)
    assert (again["new"], again["unchanged"]) == (0, 2)
    (pilot,) = askwell.json("people", "pilot")
    assert pilot["name"] == "Jonas Lindqvist"
    assert askwell.json("today")["steps"] == []


def test_a_card_cut_in_the_middle_is_kept_and_said(askwell):
    path = askwell.data / "cut.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Mira Adeyemi\nORG:Harb")
    said = askwell("import", str(path))
    assert said.stdout.startswith("1 person read: 1 new")
    assert said.stderr.startswith("cut.vcf, line 1: The file ends in the middle")


def test_out_of_one_notebook_into_another(askwell, cards, tmp_path):
    askwell("import", cards)
    out = tmp_path / "mine.zip"
    said = askwell.json("export", str(out))
    assert said["rows"] == sum(said["counts"].values()) > 4
    refused = askwell("restore", str(out), status=1)
    assert "empty" in refused.stderr and refused.stderr.count("\n") == 1
    (tmp_path / "other").mkdir()
    other = Commands(tmp_path / "other")
    assert other.json("restore", str(out))["rows"] == said["rows"]
    assert [p["uid"] for p in other.json("people")] == [p["uid"] for p in askwell.json("people")]
    assert other.json("export", str(tmp_path / "again.zip"))["counts"] == said["counts"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["import"], 2),
        (["imprt"], 2),
        (["people", "--limit", "many"], 2),
        (["people", "stage:foo", "--export", "all.vcf"], 2),
        (["serve", "--port", "99999999"], 2),
        (["import", "nowhere.csv"], 1),
        (["restore", "nowhere.zip"], 1),
        (["restore", "secret-key"], 1),
        (["export", "no/such/folder/out.zip"], 1),
        (["link"], 1),
        (["user", "add", "a@askwell.example"], 1),
        (["today", "--workspace", "00000000-0000-7000-8000-000000000000"], 1),
    ],
)
def test_a_refusal_is_one_sentence(askwell, arguments, status):
    said = askwell(*arguments, status=status)
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1 and len(said.stderr) > 10
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"ASKWELL_MODE": "cloud"}, "ASKWELL_MODE"),
        ({"ASKWELL_MODE": "server"}, "ASKWELL_URL"),
        ({"ASKWELL_MODE": "server", "ASKWELL_URL": "http://askwell.example"}, "https://"),
        ({"ASKWELL_SECRET": "password"}, "ASKWELL_SECRET"),
        ({"ASKWELL_SIGNUP": "perhaps"}, "ASKWELL_SIGNUP"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL"),
        ({"ASKWELL_EMAIL_URL": "pigeon"}, "ASKWELL_EMAIL_URL"),
        ({"ASKWELL_DATA": "/proc/nowhere"}, "--data"),
    ],
)
def test_an_unsafe_setting_is_named_and_nothing_starts(askwell, changes, word):
    askwell.environ |= changes
    said = askwell("serve", status=1)
    assert word in said.stderr and said.stderr.count("\n") == 1


def test_a_secret_others_can_read_is_refused(askwell):
    askwell("doctor")
    (askwell.data / "secret-key").chmod(0o644)
    assert "chmod 600" in askwell("doctor", status=1).stderr


def test_accounts_of_server_mode(askwell):
    askwell.environ |= {"ASKWELL_MODE": "server", "ASKWELL_URL": "https://askwell.example"}
    made = askwell.json("user", "add", "Mira@harbour.example")
    assert made["link"].startswith("https://askwell.example/account/password/reset/key/")
    assert "already" in askwell("user", "add", "mira@harbour.example", status=1).stderr
    assert askwell("user", "add", "not an address", status=2).stderr
    assert askwell.json("people") == []
    askwell("user", "add", "jonas@harbour.example")
    assert "--workspace" in askwell("people", status=2).stderr


def test_help_names_every_command(askwell):
    text = askwell("--help").stdout
    for name in (
        "serve",
        "demo",
        "import",
        "today",
        "people",
        "export",
        "restore",
        "doctor",
        "check",
    ):
        assert f"  {name} " in text


def test_the_coach_starts_without_django_or_click(askwell):
    code = (
        "import sys; sys.argv = ['askwell', 'rules', '--json']\n"
        "from askwell.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('django', 'click', 'rich') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=askwell.env(), capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
    json.loads(done.stdout)


def test_whom_to_ask_next(askwell: Commands) -> None:
    assert askwell.json("next") == []
    assert "Nobody to suggest yet" in askwell("next").stdout
    assert "no such thing" in askwell("next", "nowhere", status=1).stderr


def test_people_out_and_in_again(askwell: Commands, cards: str) -> None:
    askwell("import", cards)
    for name in ("all.vcf", "all.csv", "all.json"):
        out = askwell.data / name
        askwell("people", "--export", str(out))
        report = askwell.json("import", str(out))
        assert (report["read"], report["unchanged"]) == (2, 2)
    askwell("people", "pilot", "--export", str(askwell.data / "one.vcf"), "--vcard", "4.0")
    card = (askwell.data / "one.vcf").read_text()
    assert "VERSION:4.0" in card
    assert card.count("BEGIN:VCARD") == 1
    wrong = askwell("people", "--export", str(askwell.data / "one.doc"), status=2)
    assert ".vcf, .csv or .json" in wrong.stderr
