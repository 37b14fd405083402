"""The coach beside `proselint`: letters and questions a second, and one whole process.

Shares with one machine are ratios of one run; without proselint the peer's figures are null.
"""

from __future__ import annotations

import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from askwell.coach import review_letter, review_questions

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "coach" / "data"
LETTER = """Dear Dana,

I study hydrology at Leeds and read your article on slow rivers in the spring issue. Your remark about
measuring silt by hand stayed with me, because our course only shows the sensors. I am trying to find out
what the everyday work of a field hydrologist is like. Would you have 20 minutes for a talk on the phone in
the next two weeks? I am free on Tuesday and Thursday after two, and glad to fit in with your days. If a
call does not suit you, a line by e-mail would be very welcome. Either way, thank you for the article.

Kind regards,
Sam Okoro {number}
"""
COUNT = 1000


def run() -> dict[str, object]:
    """Letters a second, questions a second, and the time of one command, with ratios."""
    letters = [LETTER.format(number=number) for number in range(COUNT)]
    ours = rate(letters, lambda text: review_letter(text, kind="request"))
    peer = _proselint_rate(letters[:100])
    own, theirs = _process(["-m", "askwell", "check", "letter"], ["--kind", "request"]), None
    if peer is not None:
        theirs = _process(["-m", "proselint", "check"], [])
    return {
        "letters_per_s": round(ours),
        "proselint_letters_per_s": round(peer) if peer else None,
        "letters_ratio": round(ours / peer, 1) if peer else None,
        "questions_per_s": round(_questions()),
        "check_letter_cpu_s": own,
        "proselint_cpu_s": theirs,
        "process_ratio": round(own / theirs, 2) if theirs else None,
    }


def rate(texts: list[str], review: Callable[[str], object]) -> float:
    """Texts a second, after one to warm up."""
    review(texts[0])
    start = time.perf_counter()
    for text in texts:
        review(text)
    return len(texts) / (time.perf_counter() - start)


def _questions() -> float:
    rows = (DATA / "questions.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows]
    review_questions(texts[0])
    many = [f"{text} {number}" for number in range(12) for text in texts][:10_000]
    start = time.process_time()
    review_questions("\n".join(many))
    return len(many) / (time.process_time() - start)


def _proselint_rate(texts: list[str]) -> float | None:
    if importlib.util.find_spec("proselint") is None:
        return None
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return rate(texts, lambda text: LintFile(source="-", content=text).lint())


def _process(before: list[str], after: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        letter = Path(folder) / "letter.txt"
        letter.write_text(LETTER.format(number=0), "utf-8")
        command = [sys.executable, *before, str(letter), *after]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        took = []
        for _ in range(6):
            start = _children()
            subprocess.run(command, env=environment, capture_output=True, check=False)
            took.append(_children() - start)
    return round(min(took[1:]), 3)


def _children() -> float:
    """Processor seconds of finished children: other work on the machine does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
