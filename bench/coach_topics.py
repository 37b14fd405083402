"""Train the small linear model of `askwell.coach.text.topics` on the project's own sentences.

    PYTHONPATH=src python bench/coach_topics.py                       # train on all, write the weights
    PYTHONPATH=src python bench/coach_topics.py --leave-out [NAME …]  # score files left out, write nothing

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

from askwell.coach.text.items import read_items
from askwell.coach.text.topics import LETTERS, LOWEST, TOPICS, features

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "coach" / "data"
OUT = ROOT / "src" / "askwell" / "coach" / "text" / "topic_weights.json"
HELD_OUT = "questions_heldout.jsonl"
EPOCHS, SEED, RARE, TRUST, STEP = 12, 7, 2, 2.0, 0.05
Sample = tuple[set[str], int]
Row = tuple[list[int], list[float], float]


def read(path: Path) -> list[Sample]:
    """The labelled sentences of a file as features and topic numbers."""
    samples = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        item = read_items(row["text"])[0]
        found = features(item.text.lowered, item.first, item.marks)
        samples.append((found, TOPICS.index(row["topic"])))
    return samples


def files() -> dict[str, list[Sample]]:
    """All sentences to learn from, by file."""
    paths = [*sorted(DATA.glob("questions*.jsonl")), DATA / "topics.jsonl"]
    return {path.stem: read(path) for path in paths if path.name != HELD_OUT}


class Model:
    """Twelve linear separators, one per topic, over the features that are not rare."""

    def __init__(self, samples: list[Sample]) -> None:
        common = Counter(feature for found, _ in samples for feature in found)
        kept = sorted(feature for feature, count in common.items() if count >= RARE)
        self.numbers = {feature: number for number, feature in enumerate(kept)}
        rows = [self.row(found) for found, _ in samples]
        labels = [label for _, label in samples]
        self.weights = [
            separate(rows, [1 if label == index else -1 for label in labels], len(kept) + 1)
            for index in range(len(TOPICS))
        ]

    def row(self, found: set[str]) -> Row:
        """Feature numbers and their values: patterns and classes of words count for more."""
        scale = 1 / math.sqrt(len(found) or 1)
        known = sorted(feature for feature in found if feature in self.numbers)
        places = [self.numbers[feature] for feature in known]
        values = [scale * trust(feature) for feature in known]
        return [*places, len(self.numbers)], [*values, 1.0], sum(v * v for v in values) + 1.0

    def guess(self, found: set[str]) -> int:
        """The most likely topic number."""
        places, values, _ = self.row(found)
        scores = [
            sum(weights[place] * value for place, value in zip(places, values, strict=True))
            for weights in self.weights
        ]
        return max(range(len(scores)), key=scores.__getitem__)


def trust(feature: str) -> float:
    """How much a feature counts."""
    return TRUST if feature[0] in "@%#" else 1.0


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
    """Print the accuracy on each named file by a model that has not seen it."""
    for name in names:
        rest = [sample for part, samples in parts.items() if part != name for sample in samples]
        model = Model(rest)
        wrong: Counter[tuple[str, str]] = Counter()
        for found, label in parts[name]:
            got = model.guess(found)
            wrong[TOPICS[label], TOPICS[got]] += got != label
        accuracy = 1 - wrong.total() / len(parts[name])
        print(f"{name}: accuracy {accuracy:.3f} on {len(parts[name])} sentences")
        for (label, got), count in wrong.most_common(5):
            print(f"  {count:3} {label} taken for {got}")


def write(model: Model) -> None:
    """Write the weights, one letter for each topic; the bias in the same steps."""
    table = {}
    for feature, number in model.numbers.items():
        row = [round(weights[number] * trust(feature) / STEP) for weights in model.weights]
        if any(row):
            table[feature] = "".join(map(letter, row))
    bias = [round(weights[-1] / STEP, 1) for weights in model.weights]
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
