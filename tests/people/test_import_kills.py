"""Imports in processes of their own: killed, gone on with, listed, taken back. On both databases."""

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from tests.people.imports import HEAD, many, row


@pytest.fixture
def file(askwell):
    def file(text, name="Connections.csv"):
        path = askwell.data / name
        path.write_text(text)
        return str(path)

    return file


def killed(askwell, path, seconds):
    """Start an import and kill it after so long; whether it was still at work."""
    command = [sys.executable, "-m", "askwell", "import", path]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=askwell.env(), stdout=quiet, stderr=quiet)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def states(askwell):
    return [batch["state"] for batch in askwell.json("imports", "list")]


def names(askwell):
    return Counter(person["name"] for person in askwell.json("people"))


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_anywhere_the_next_import_goes_on(askwell, file, seed):
    """A small share of `make drill-import`."""
    path = file(many(3000))
    began = time.monotonic()
    askwell.json("import", path, "--dry-run")
    usual = time.monotonic() - began
    killed(askwell, path, random.Random(seed).uniform(0.5, 1.3) * usual)
    askwell.json("import", path)
    assert names(askwell) == Counter(f"Ana{n} Lima" for n in range(3000))
    assert all(batch["state"] == "done" for batch in askwell.json("imports", "list"))
    assert askwell.json("doctor")["problems"] == []


def test_a_left_import_goes_on_when_the_server_starts(askwell, file):
    path = file(many(12_000))
    for tenths in range(8, 80, 4):
        killed(askwell, path, tenths / 10)
        if "running" in states(askwell):
            break
    assert "running" in states(askwell), "no kill came while people were written"
    with askwell.serving():
        ends = time.monotonic() + 40
        while "running" in states(askwell):
            assert time.monotonic() < ends
            time.sleep(1)
    askwell.json("import", path)
    assert len(names(askwell)) == 12_000


def test_a_folder_a_zip_and_several_files_are_one_import(askwell):
    folder = askwell.data / "Basic_LinkedInDataExport_11-20-2026"
    folder.mkdir()
    (folder / "Connections.csv").write_text(HEAD + row("Ana", "Lima", "ana"))
    (folder / "Profile.csv").write_text("First Name,Last Name,Headline\nMira,Me,Here\n")
    (folder / "Ad_Targeting.csv").write_text("a,a\n1,2\n")
    told = askwell.json("import", str(folder))
    assert (told["read"], told["new"], told["me"]) == (1, 1, ["name", "headline"])
    other = askwell.data / "friends.vcf"
    other.write_text("BEGIN:VCARD\nFN:Bo Berg\nEMAIL:bo@b.example\nEND:VCARD\n")
    told = askwell.json("import", str(folder / "Connections.csv"), str(other))
    assert (told["read"], told["new"], told["unchanged"]) == (2, 1, 1)


def test_listed_and_taken_back(askwell, file):
    assert askwell.json("imports", "list") == []
    told = askwell.json("import", file(HEAD + row("Ana", "Lima", "ana")))
    (batch,) = askwell.json("imports", "list")
    assert (batch["batch"], batch["state"], batch["new"]) == (told["batch"], "done", 1)
    assert "Connections.csv" in askwell("imports", "list").stdout
    assert askwell.json("imports", "undo", told["batch"])["kept"] == 0
    assert askwell.json("people") == []
    assert askwell("imports", "undo", told["batch"]).stdout == "Taken back.\n"
    assert askwell.json("imports", "list")[0]["state"] == "undone"


def test_only_of_the_kind_that_was_said(askwell, file):
    path = file(HEAD + row("Ana", "Lima", "ana"))
    refused = askwell("import", path, "--as", "vcard", status=1)
    assert "reads as linkedin-connections" in refused.stderr
    assert askwell.json("imports", "list") == []
    assert askwell.json("import", path, "--as", "linkedin")["new"] == 1


def test_the_numbers_add_up(askwell, file):
    text = HEAD + row("Ana", "Lima", "ana") * 2 + ",,,,,,1 Jan 2020\n" + '"Bo,Berg\n'
    told = json.loads(askwell("import", file(text), "--json").stdout)
    parts = told["new"] + told["updated"] + told["unchanged"]
    assert told["read"] == parts + len(told["skipped"]) + len(told["failed"])
    assert all(line["line"] and line["reason"] for line in told["skipped"] + told["failed"])
