"""Transcripts: an hour of captions read and reviewed, beside webvtt-py reading them alone.

webvtt-py is wanted for this benchmark only; without it the peer's figures are left out.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from time import perf_counter

CUES = 1_500
ASKED = (
    "So how did you get into this line of work?",
    "What does a typical week look like for you?",
    "And what surprised you most when you started?",
    "You said the handover was hard, what made it so hard?",
    "Tell me more about the people you work with.",
)
TOLD = (
    "Well, I started in a small lab in the north and moved on from there.",
    "Honestly it was mostly luck, and a manager who let me try things.",
    "We plan on Monday, we build until Thursday and on Friday we look back.",
    "The part nobody tells you about is how much of it is writing.",
    "I would say patience, and being able to explain a thing twice.",
)


def hour() -> str:
    """One hour of WebVTT as a meeting tool writes it: numbered cues, a name at each."""
    cues = ["WEBVTT", ""]
    for number in range(CUES):
        asks = number % 9 == 0
        name, lines = ("Sam Rivera", ASKED) if asks else ("Ines Okafor", TOLD)
        start = number * 2.4
        stamps = " --> ".join(
            f"{int(at // 3600):02}:{int(at // 60) % 60:02}:{at % 60:06.3f}"
            for at in (start, start + 2.3)
        )
        cues += [str(number + 1), stamps, f"{name}: {lines[number // 9 % len(lines)]}", ""]
    return "\n".join(cues)


def _best(work: Callable[[], object], rounds: int = 7) -> float:
    """The least milliseconds of several rounds."""
    times = []
    for _ in range(rounds):
        begin = perf_counter()
        work()
        times.append((perf_counter() - begin) * 1000)
    return min(times)


def run() -> dict[str, object]:
    """Milliseconds to read, to read and review, and the peer's to read."""
    from askwell.coach import read_transcript, review_transcript

    text = hour()
    figures: dict[str, object] = {
        "cues": CUES,
        "read ms": round(_best(lambda: read_transcript(text)), 2),
        "read and review ms": round(_best(lambda: review_transcript(text, minutes=60)), 2),
    }
    try:
        import webvtt
    except ImportError:
        return figures
    peer = _best(lambda: webvtt.from_buffer(io.StringIO(text)))
    figures["webvtt-py read ms"] = round(peer, 2)
    figures["review : webvtt-py"] = round(float(str(figures["read and review ms"])) / peer, 2)
    return figures
