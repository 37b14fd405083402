"""A server of ours and a browser for it, with what a request costs in milliseconds."""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]


def env(data: Path) -> dict[str, str]:
    """The environment of a command on this data folder."""
    return os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "ASKWELL_DATA": str(data)}


class Browser:
    """One kept-alive connection with a session, if the link signs in."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self.connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
        self.headers: dict[str, str] = {}
        _status, headers, _body = self.get(f"{parts.path or '/'}?{parts.query}")
        cookies = [value for name, value in headers if name.lower() == "set-cookie"]
        self.headers = {"Cookie": "; ".join(re.split(";", value)[0] for value in cookies)}

    def get(self, path: str, *, htmx: bool = False) -> tuple[int, list[tuple[str, str]], bytes]:
        """Fetch one page, or the fragment that HTMX would fetch."""
        more = {"HX-Request": "true"} if htmx else {}
        self.connection.request("GET", path, headers=self.headers | more)
        answer = self.connection.getresponse()
        return answer.status, answer.getheaders(), answer.read()

    def times(self, paths: list[str], rounds: int, *, htmx: bool = False) -> dict[str, Any]:
        """p50 and p95 in milliseconds over the paths in turn; every answer must be 200."""
        times = [self.once(paths[number % len(paths)], htmx=htmx) for number in range(rounds)]
        return spread(times)

    def once(self, path: str, *, htmx: bool = False) -> float:
        """Milliseconds of one page."""
        start = time.perf_counter()
        status, _headers, _body = self.get(path, htmx=htmx)
        took = (time.perf_counter() - start) * 1000
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return took


def spread(times: list[float]) -> dict[str, Any]:
    """The middle and the slow end of some measurements."""
    times = sorted(times)
    return {
        "p50": round(times[len(times) // 2], 2),
        "p95": round(times[int(len(times) * 0.95)], 2),
    }


def in_turn(
    pages: dict[str, tuple[Browser, list[str], bool]], rounds: int
) -> dict[str, dict[str, Any]]:
    """Measure several pages side by side, one of each in turn, so that all meet the same noise."""
    times: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(rounds):
        for name, (browser, paths, htmx) in pages.items():
            times[name].append(browser.once(paths[number % len(paths)], htmx=htmx))
    return {name: spread(found) for name, found in times.items()}


@contextmanager
def serving(data: Path) -> Iterator[Browser]:
    """`askwell serve` on this data folder, and a signed-in browser; stopped at the end."""
    words = [sys.executable, "-m", "askwell", "serve", "--port", "0", "--json"]
    server = subprocess.Popen(words, env=env(data), stdout=subprocess.PIPE, text=True)
    try:
        browser = Browser(_link(server))
        browser.get("/healthz")
        yield browser
    finally:
        server.terminate()
        server.wait(timeout=30)


def _link(server: "subprocess.Popen[str]") -> str:
    """The address in the one JSON document that `serve --json` prints, on one line or several."""
    text = ""
    for line in server.stdout or ():
        text += line
        if found := re.search(r'"(http://[^"]+/enter/\?key=[^"]+)"', text):
            return found[1]
    raise RuntimeError(f"the server said no link: {text}")
