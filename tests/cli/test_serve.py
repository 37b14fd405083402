"""The server as a person starts it: one line, one link, one worker, and a quick end."""

import http.client
import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.support.commands import Commands

ROOT = Path(__file__).resolve().parents[2]


def fetch(opener, address):
    with opener.open(address, timeout=20) as answer:
        return answer.status, answer.geturl(), answer.read().decode()


def test_one_link_signs_in_once(askwell):
    with askwell.serving() as (said, _process):
        home = said["address"]
        assert said["link"].startswith(f"{home}/enter/?key=")
        browser = build_opener(HTTPCookieProcessor())
        status, place, _page = fetch(browser, said["link"])
        assert (status, "key" in place) == (200, False)
        link = askwell.json("link")["link"]
        assert link.startswith(f"{home}/enter/?key=") and link != said["link"]
        used = http.client.HTTPConnection(urlsplit(home).netloc)
        used.request("GET", said["link"].removeprefix(home))
        assert used.getresponse().status == 422


def test_the_sample_notebook_stands_apart_from_the_real_one(askwell):
    with askwell.serving(command="demo") as (said, _process):
        browser = build_opener(HTTPCookieProcessor())
        _status, place, page = fetch(browser, said["link"])
        assert place.endswith("/today/")
        assert "<h1" in page
    assert askwell.json("people") == []
    sample = Commands(askwell.data / "demo")
    assert len(sample.json("people")) >= 40


def test_a_second_server_on_the_same_notebook_is_refused(askwell):
    with askwell.serving():
        again = askwell("serve", "--port", "0", status=1)
    assert again.stderr.count("\n") == 1
    assert "askwell link" in again.stderr


def test_it_ends_quickly_while_a_browser_keeps_its_connection(askwell):
    with askwell.serving() as (said, process):
        kept = http.client.HTTPConnection(urlsplit(said["address"]).netloc)
        kept.request("GET", "/healthz")
        assert json.loads(kept.getresponse().read())["status"] == "ok"
        started = time.monotonic()
        process.terminate()
        assert process.wait(10) == 0
        assert time.monotonic() - started < 8
    assert not (askwell.data / "serving.json").exists()


def test_local_mode_listens_on_this_computer_only(askwell):
    refused = askwell("serve", "--host", "0.0.0.0", status=1)
    assert "ASKWELL_MODE=server" in refused.stderr


def test_the_secret_and_the_notebook_are_private(askwell):
    askwell("doctor")
    for path in askwell.data.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel that ``pip install .`` makes, unpacked where no checkout is near."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    make = [
        *pip,
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(make, check=True)
    (made,) = folder.glob("askwell-*.whl")
    site = folder / "site"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(site), str(made)], check=True)
    return site


def test_the_wheel_serves_outside_the_checkout(wheel, tmp_path):
    assert os.access(wheel / "askwell" / "static" / "built" / "manifest.json", os.R_OK)
    elsewhere = Commands(tmp_path, source=wheel)
    with elsewhere.serving() as (said, _process):
        browser = build_opener(HTTPCookieProcessor())
        _status, _place, page = fetch(browser, f"{said['address']}/enter/")
        style = page.split('rel="stylesheet" href="')[1].split('"')[0]
        answer = browser.open(said["address"] + style)
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]
