"""Promise 5 on a real server: tabs that type at once, and a server that is killed."""

import fcntl
import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.request import HTTPCookieProcessor, Request, build_opener

from askwell.plumbing.ids import new_uid

BEGIN = """
from datetime import timedelta
import django
django.setup()
from askwell.meetings import operations
from askwell.people.operations import add_person
from askwell.plumbing import clock
from askwell.plumbing.ids import new_uid
from askwell.workspaces.models import User
from askwell.workspaces.selectors import scope_for
scope, now = scope_for(User.objects.get()), clock.now()
agreed = operations.Agreed(now + timedelta(minutes=1), 30, "UTC", "phone")
dana = add_person(scope, name="Dana", now=now)
talk = operations.book(
    scope, uid=new_uid(), people=[dana], agreed=agreed, exploration=None, now=now
)
operations.start(scope, talk=talk, now=now)
print(talk.uid)
"""


def begin_talk(askwell):
    """A running talk in the notebook of a server that is up."""
    env = askwell.env() | {"DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", BEGIN], env=env, capture_output=True, text=True, check=True
    )
    return done.stdout.split()[-1]


class Tab:
    """A browser tab in the room."""

    def __init__(self, said, link, talk):
        self.home, self.talk = said["address"], talk
        self.cookies = HTTPCookieProcessor()
        self.browser = build_opener(self.cookies)
        self.browser.open(link, timeout=20).read()
        self.token = re.search(r"X-CSRFToken\": \"(\w+)", self.room()).group(1)

    def room(self):
        place = f"{self.home}/talks/{self.talk}/room/"
        return self.browser.open(place, timeout=20).read().decode()

    def type(self, uid, revision, text):
        body = {"revision": revision, "text": text, "tag": "note", "offset_seconds": 3}
        request = Request(
            f"{self.home}/talks/{self.talk}/notes/{uid}/",
            json.dumps(body).encode(),
            {"X-CSRFToken": self.token, "Content-Type": "application/json", "Origin": self.home},
            method="PUT",
        )
        with self.browser.open(request, timeout=30) as answer:
            return json.loads(answer.read())


def wait_until_free(lock):
    """What the killed server left behind notices that it is alone, and ends."""
    for _moment in range(150):
        with lock.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                time.sleep(0.2)
            else:
                return
    raise AssertionError("a part of the killed server is still running")


def test_four_tabs_and_a_killed_server_lose_nothing(askwell):
    uid, lone = new_uid(), new_uid()
    with askwell.serving() as (said, process):
        talk = begin_talk(askwell)
        tab = Tab(said, said["link"], talk)

        def type_some(first):
            for revision in range(first, 40, 4):
                kept = tab.type(uid, revision, f"version {revision}")
                assert kept["stored"] == (kept["revision"] == revision)
                assert kept["revision"] >= revision

        with ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(type_some, first) for first in range(1, 5)]:
                done.result()
        assert tab.type(lone, 1, "said a moment ago")["stored"]
        process.kill()
        process.wait(10)
    wait_until_free(askwell.data / "serving.lock")
    with askwell.serving() as (said, _process):
        room = Tab(said, said["link"], talk).room()
    assert "version 39" in room
    assert room.count("version ") == 1
    assert "said a moment ago" in room
