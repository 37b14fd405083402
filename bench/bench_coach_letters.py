"""Letters per second, beside proselint in the same run: `python bench/run.py coach_letters`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "tests" / "coach" / "data"
WORDS, LETTERS, PEER_LETTERS, ROUNDS = 100, 1000, 100, 4


def letters(count: int) -> list[str]:
    """*count* letters of about a hundred words, cut from those of the development set."""
    texts = [
        json.loads(line)["text"]
        for line in (DATA / "letters.jsonl").read_text("utf-8").splitlines()
    ]
    made = []
    for number in range(count):
        text, at = texts[number % len(texts)], number
        while len(text.split()) < WORDS:
            at += 7
            text += "\n\n" + texts[at % len(texts)]
        pieces = text.split(" ")
        while len(" ".join(pieces).split()) > WORDS:
            pieces.pop()
        made.append(" ".join(pieces))
    return made


def timed(work: Callable[[str], object], texts: list[str]) -> float:
    """Texts per second of processor time."""
    work(texts[0])
    start = time.process_time()
    for text in texts:
        work(text)
    return len(texts) / (time.process_time() - start)


def run() -> dict[str, object]:
    """Reviews per second, proselint's, and the ratio; the best of several rounds of each."""
    from proselint.checks import __register__
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    from askwell.coach import review_letter

    CheckRegistry().register_many(__register__)
    texts = letters(LETTERS)
    for text in texts[:PEER_LETTERS]:
        review_letter(text, kind="request")
    ours = peer = 0.0
    for _ in range(ROUNDS):
        ours = max(ours, timed(lambda text: review_letter(text, kind="request"), texts))
        peer = max(
            peer, timed(lambda text: LintFile("x", text).lint(DEFAULT), texts[:PEER_LETTERS])
        )
    return {
        "letters": len(texts),
        "per_second": round(ours),
        "proselint_per_second": round(peer),
        "ratio": round(ours / peer, 1),
    }
