"""Train the small linear model of `askwell.coach.text.readings` on the project's own sentences.

    PYTHONPATH=src python bench/coach_model.py                       # train on all, write the weights
    PYTHONPATH=src python bench/coach_model.py --leave-out [NAME …]  # score files left out, write nothing

Each file of questions is of its own style, so that leaving one out tells how a style never seen
would fare. No library is needed; the weights are rounded, so that two trainings give one file.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from operator import mul
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from askwell.coach.text.features import features
from askwell.coach.text.items import read_items
from askwell.coach.text.readings import HEADS, KINDS, LETTERS, LOWEST, STEP
from askwell.coach.text.topics import TOPICS

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "coach" / "data"
OUT = ROOT / "src" / "askwell" / "coach" / "text" / "weights.json"
HELD_OUT = "questions_heldout.jsonl"
EPOCHS, SEED, RARE, TRUST = 12, 7, 3, 1.5
Sample = tuple[set[str], str, str | None]
Row = tuple[list[int], list[float], float]


def read(path: Path) -> list[Sample]:
    """The labelled sentences of a file: features, topic, and off-limits kind where it is labelled."""
    samples = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        item = read_items(row["text"])[0]
        kind = row.get("offlimits")
        marks = {kind} if kind in KINDS else {item.courtesy} - {None}
        found = features(item.text.lowered, item.first) | {f"#{mark}" for mark in marks}
        samples.append((found, row["topic"], kind))
    return samples


def files() -> dict[str, list[Sample]]:
    """All sentences to learn from, by file."""
    paths = [*sorted(DATA.glob("questions*.jsonl")), DATA / "topics.jsonl"]
    return {path.stem: read(path) for path in paths if path.name != HELD_OUT}


class Model:
    """Linear separators, one per head, over the features that are not rare."""

    def __init__(self, samples: list[Sample]) -> None:
        common = Counter(feature for found, _, _ in samples for feature in found)
        kept = sorted(feature for feature, count in common.items() if count >= RARE)
        self.numbers = {feature: number for number, feature in enumerate(kept)}
        self.weights = [self._head(name, samples) for name in HEADS]

    def _head(self, name: str, samples: list[Sample]) -> list[float]:
        if name in TOPICS:
            taught = [(found, topic == name) for found, topic, _ in samples]
        else:
            taught = [(unmarked(found), kind == name) for found, _, kind in samples if kind]
        rows = [self.row(found) for found, _ in taught]
        return separate(rows, [1 if yes else -1 for _, yes in taught], len(self.numbers) + 1)

    def row(self, found: set[str]) -> Row:
        """Feature numbers and their values: classes of words count for more."""
        scale = 1 / math.sqrt(len(found) or 1)
        known = sorted(feature for feature in found if feature in self.numbers)
        places = [self.numbers[feature] for feature in known]
        values = [scale * trust(feature) for feature in known]
        return [*places, len(self.numbers)], [*values, 1.0], sum(v * v for v in values) + 1.0

    def scores(self, found: set[str]) -> list[float]:
        """One number per head."""
        places, values, _ = self.row(found)
        return [
            sum(weights[place] * value for place, value in zip(places, values, strict=True))
            for weights in self.weights
        ]


def unmarked(found: set[str]) -> set[str]:
    """The features without the marks, which say what the kinds are to find out."""
    return {feature for feature in found if feature[0] != "#"}


def trust(feature: str) -> float:
    """How much a feature counts."""
    return TRUST if feature[0] in "%#" else 1.0


def separate(rows: list[Row], signs: list[int], size: int) -> list[float]:
    """Weights that tell +1 from -1 with the squared hinge loss, by dual coordinate descent."""
    weights = [0.0] * size
    duals = [0.0] * len(rows)
    dice = random.Random(SEED)
    order = list(range(len(rows)))
    for _ in range(EPOCHS):
        dice.shuffle(order)
        for index in order:
            places, values, square = rows[index]
            sign, dual = signs[index], duals[index]
            margin = sum(map(mul, map(weights.__getitem__, places), values))
            slope = sign * margin - 1 + dual / 2
            if dual == 0 and slope >= 0:
                continue
            duals[index] = max(0.0, dual - slope / (square + 0.5))
            shift = (duals[index] - dual) * sign
            for place, value in zip(places, values, strict=True):
                weights[place] += shift * value
    return weights


def leave_out(parts: dict[str, list[Sample]], names: list[str]) -> None:
    """Print how a model fares on each named file that has not seen it."""
    kinds: list[tuple[float, bool]] = []
    for name in names:
        model = Model([sample for part in parts if part != name for sample in parts[part]])
        wrong: Counter[tuple[str, str]] = Counter()
        for found, label, kind in parts[name]:
            scores = model.scores(found)
            got = TOPICS[max(range(len(TOPICS)), key=scores.__getitem__)]
            wrong[label, got] += got != label
            if kind:
                bare = model.scores(unmarked(found))
                kinds.append((max(bare[len(TOPICS) :]), kind in KINDS))
        accuracy = 1 - wrong.total() / len(parts[name])
        print(f"{name}: topic accuracy {accuracy:.3f} on {len(parts[name])} sentences")
        for (label, got), count in wrong.most_common(5):
            print(f"  {count:3} {label} taken for {got}")
    for limit in (-0.6, -0.4, -0.2, 0.0, 0.2):
        hit = sum(there and score > limit for score, there in kinds)
        false = sum(score > limit and not there for score, there in kinds)
        there = sum(there for _, there in kinds)
        print(f"off-limits above {limit}: {hit} of {there} found, {false} false alarms")


def write(model: Model) -> None:
    """Write the weights, one letter for each head; the bias as it is."""
    table = {}
    for feature, number in model.numbers.items():
        row = [round(weights[number] * trust(feature) / STEP) for weights in model.weights]
        if any(row):
            table[feature] = "".join(map(letter, row))
    bias = [round(weights[-1], 3) for weights in model.weights]
    document = json.dumps({"bias": bias, "weights": table}, separators=(",", ":"))
    OUT.write_text(document + "\n", "utf-8")
    print(f"{OUT.name}: {len(table)} features, {OUT.stat().st_size // 1000} kB")


def letter(step: int) -> str:
    """A weight as one letter, zero in the middle."""
    return chr(LOWEST + min(LETTERS - 1, max(0, LETTERS // 2 + step)))


def main() -> None:
    """Leave files out in turn with `--leave-out NAME…`, else train on all and write."""
    parts = files()
    if "--leave-out" in sys.argv:
        names = sys.argv[sys.argv.index("--leave-out") + 1 :]
        leave_out(parts, names or sorted(parts))
    else:
        write(Model([sample for samples in parts.values() for sample in samples]))


if __name__ == "__main__":
    main()
