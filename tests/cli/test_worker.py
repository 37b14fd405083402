"""The worker beside the server: it does what pages ask for, and comes back when it was killed."""

import json
import os
import re
import signal
import time
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import psutil


def wait_for(what, seconds=30):
    """Ask again until there is an answer."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if found := what():
            return found
        time.sleep(0.2)
    raise AssertionError("it did not happen in time")


class Browser:
    """Reads pages and sends their forms, as somebody without JavaScript."""

    def __init__(self, said):
        self.home = said["address"]
        self.opener = build_opener(HTTPCookieProcessor())
        self.get(said["link"].removeprefix(self.home))

    def get(self, path):
        with self.opener.open(self.home + path, timeout=20) as answer:
            return answer.read()

    def post(self, path, page, **fields):
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1].decode()
        data = urlencode({"csrfmiddlewaretoken": token} | fields).encode()
        with self.opener.open(self.home + path, data, timeout=20) as answer:
            return answer.read()


def make_export(browser):
    page = browser.get("/take-out/")
    uid = re.search(rb'name="uid" value="([^"]+)"', page)[1].decode()
    browser.post("/take-out/", page, uid=uid)
    wait_for(lambda: b"Download the file" in browser.get("/take-out/"))
    return browser.get(f"/take-out/{uid}/download/")


def workers(server):
    """The keeper's one child; the keeper is the child of the server that has a child itself."""
    return [deep for child in psutil.Process(server).children() for deep in child.children()]


def test_an_export_is_made_by_the_worker_also_after_it_was_killed(askwell):
    with askwell.serving() as (said, process):
        browser = Browser(said)
        assert make_export(browser).startswith(b"PK")
        (worker,) = workers(process.pid)
        os.kill(worker.pid, signal.SIGKILL)
        wait_for(lambda: [w for w in workers(process.pid) if w.pid != worker.pid])
        assert make_export(browser).startswith(b"PK")


def test_nothing_runs_on_when_the_server_is_killed_outright(askwell):
    with askwell.serving() as (_said, process):
        wait_for(lambda: workers(process.pid))
        family = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.wait()
        wait_for(lambda: not any(p.is_running() and p.status() != "zombie" for p in family))
    with askwell.serving() as (said, _process):
        assert json.dumps(said)
