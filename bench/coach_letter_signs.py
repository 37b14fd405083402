"""Train the small linear model of `askwell.coach.text.signs` on the project's own letters.

    PYTHONPATH=src python bench/coach_letter_signs.py                # train on all, write the weights
    PYTHONPATH=src python bench/coach_letter_signs.py --leave-out    # score each file unseen, write nothing

A line of a file holds `text`, `kind`, `elements` and `spans`: per element the places that make it.
Each file was written in one go, in a style of its own, so that leaving one out tells how letters
never seen would fare. No library is needed; two trainings give one file.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from askwell.coach.text import elements, signs
from askwell.coach.text.letters import Letter
from askwell.coach.text.signs import LETTERS, MIDDLE, SIGNED, Model, features, read_weights, tokens

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "coach" / "data"
OUT = ROOT / "src" / "askwell" / "coach" / "text" / "letter_weights.txt"
EPOCHS, SEED, RARE, STEP, SHRINK, MUTED = 14, 7, 4, 0.25, 1e-3, 0.5
# A cue adds to the score of its sentence.
CUED = ("offer", "referral_ask", "job_ask")
HELD_OUT = "letters-held-out"
# What makes most letters left out come out right, found by leaving out each file of letters.
SHIFT = {
    "purpose": 0.4,
    "specific": 0.3,
    "personal": 0.3,
    "offer": -0.5,
    "referral_ask": -0.8,
    "job_ask": -1.1,
}
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence: what is weighed in it, and per label whether it does that, and how surely."""

    found: list[str]
    size: int
    labels: tuple[tuple[bool, float], ...]


def read(path: Path) -> list[Row]:
    """The letters of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def files() -> dict[str, list[Row]]:
    """All letters and sentences to learn from, by file."""
    paths = sorted(DATA.glob("letter*.jsonl"))
    return {path.stem: read(path) for path in paths if path.stem != HELD_OUT}


def samples(rows: Iterable[Row]) -> list[Sample]:
    """The sentences of letters, labelled."""
    made = []
    for row in rows:
        letter = Letter(str(row["text"]), kind=str(row["kind"]), channel=str(row["channel"]))
        for sentence in letter.sentences:
            seen = tokens(sentence)
            labels = tuple(label(row, name, sentence.start, sentence.end) for name in SIGNED)
            made.append(Sample(list(features(seen, letter.kind)), len(seen), labels))
    return made


def label(row: Row, name: str, start: int, end: int) -> tuple[bool, float]:
    """Whether the sentence makes the element; it counts less where that is not quite sure."""
    spans: list[tuple[int, int]] = row["spans"].get(name, [])  # type: ignore[attr-defined]
    around = [(s, e) for s, e in spans if s < end and e > start]
    if around:
        wider = any(e - s > 1.5 * (end - start) for s, e in around)
        return True, 0.4 if wider else 1.0
    unsure: list[str] = row.get("unsure", [])  # type: ignore[assignment]
    present: list[str] = row["elements"]  # type: ignore[assignment]
    doubted = name in unsure or (name in present and not spans)
    return False, 0.0 if doubted else 0.6 if spans else 1.0


def separate(
    rows: list[tuple[list[int], int]], labels: list[tuple[bool, float]], width: int
) -> list[float]:
    """Weights of one label, the bias last: logistic regression by adaptive steps."""
    weights, seen = [0.0] * (width + 1), [1e-6] * (width + 1)
    many = sum(w for yes, w in labels if not yes) / max(1.0, sum(w for yes, w in labels if yes))
    boost = min(4.0, max(1.0, math.sqrt(many)))
    order, shuffled = list(range(len(rows))), random.Random(SEED)
    for _ in range(EPOCHS):
        shuffled.shuffle(order)
        for place in order:
            (known, size), (yes, sure) = rows[place], labels[place]
            if not sure:
                continue
            share = 1 / math.sqrt(size)
            score = weights[width] + share * sum([weights[n] for n in known])
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - yes) * sure
            error *= boost if yes else 1.0
            if abs(error) < 0.01:
                continue
            for number in known:
                slope = error * share + SHRINK * weights[number]
                seen[number] += slope * slope
                weights[number] -= STEP * slope / math.sqrt(seen[number])
            seen[width] += error * error
            weights[width] -= STEP * error / math.sqrt(seen[width])
    return weights


def train(rows: Iterable[Row], shift: dict[str, float]) -> str:
    """The content of the weights' file."""
    made = samples(rows)
    common = Counter(feature for sample in made for feature in set(sample.found))
    kept = sorted(feature for feature, count in common.items() if count >= RARE)
    numbers = {feature: number for number, feature in enumerate(kept)}
    known = [
        ([numbers[feature] for feature in sample.found if feature in numbers], sample.size)
        for sample in made
    ]
    columns = [
        separate(known, [sample.labels[place] for sample in made], len(kept))
        for place in range(len(SIGNED))
    ]
    step = max(abs(w) for column in columns for w in column[:-1]) / (LETTERS // 2)
    lines = []
    for number, feature in enumerate(kept):
        row = [round(column[number] / step) for column in columns]
        if max(map(abs, row)) * step >= MUTED:
            lines.append("".join(chr(MIDDLE + w) for w in row) + " " + feature)
    bias = [
        f"{column[-1] + shift.get(name, 0.0):.3f}"
        for name, column in zip(SIGNED, columns, strict=True)
    ]
    return "\n".join([" ".join(bias), f"{step:.6f}", *lines]) + "\n"


def use(text: str) -> None:
    """Let the coach read with these weights."""
    made = Model(*read_weights(text))
    elements.model = signs.model = lambda: made  # type: ignore[assignment]


def main() -> None:
    """Train and write, or leave each file out once."""
    every = files()
    if "--leave-out" not in sys.argv:
        OUT.write_text(train([row for rows in every.values() for row in rows], SHIFT), "utf-8")
        return
    from coach_score_letters import report

    for name, rows in every.items():
        use(train([row for other in every if other != name for row in every[other]], SHIFT))
        report(name, rows, errors=False)


if __name__ == "__main__":
    main()
