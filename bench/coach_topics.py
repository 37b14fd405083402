"""Train the small linear model of `askwell.coach.text.topics` on the project's own sentences.

    PYTHONPATH=src python bench/coach_topics.py            # train on all, write the weights
    PYTHONPATH=src python bench/coach_topics.py --folds 5  # cross-validate, write nothing

Softmax regression with an averaged stochastic gradient; no library needed, seconds to run. The
weights are rounded to whole hundredths, so that two trainings on one machine give one file.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from askwell.coach.text.items import read_items
from askwell.coach.text.topics import TOPICS, features

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "coach" / "data"
OUT = ROOT / "src" / "askwell" / "coach" / "text" / "topic_weights.json"
EPOCHS, RATE, DECAY, SEED, KEEP = 24, 1.0, 3e-3, 7, 0.08
Sample = tuple[list[str], int]


def read(*names: str) -> list[Sample]:
    """The labelled sentences of the named files as features and topic numbers."""
    samples = []
    for name in names:
        for line in (DATA / name).read_text().splitlines():
            row = json.loads(line)
            item = read_items(row["text"])[0]
            found = features(item.text.plain.lower(), item.marks)
            samples.append((sorted(found), TOPICS.index(row["topic"])))
    return samples


def train(samples: list[Sample]) -> tuple[dict[str, list[float]], list[float]]:
    """Weights per feature and topic, and the bias per topic."""
    common = Counter(feature for found, _ in samples for feature in found)
    known = {feature for feature, count in common.items() if count > 1 or " " not in feature}
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TOPICS))
    bias = [0.0] * len(TOPICS)
    dice = random.Random(SEED)
    samples = [([f for f in found if f in known], label) for found, label in samples]
    for epoch in range(EPOCHS):
        dice.shuffle(samples)
        rate = RATE / (1 + epoch * 0.35)
        for found, label in samples:
            step(weights, bias, found, label, rate)
    return weights, bias


def step(
    weights: dict[str, list[float]], bias: list[float], found: list[str], label: int, rate: float
) -> None:
    """One gradient step on one sentence."""
    scale = 1 / math.sqrt(len(found) or 1)
    scores = [
        b + scale * sum(weights[f][i] for f in found if f in weights) for i, b in enumerate(bias)
    ]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    for index, share in enumerate(shares):
        error = share / total - (index == label)
        if abs(error) < 1e-3:
            continue
        bias[index] -= rate * error * 0.1
        for feature in found:
            row = weights[feature]
            row[index] -= rate * (error * scale + DECAY * row[index])


def guess(weights: dict[str, list[float]], bias: list[float], found: list[str]) -> int:
    """The most likely topic number."""
    scale = 1 / math.sqrt(len(found) or 1)
    scores = [
        b + scale * sum(weights[f][i] for f in found if f in weights) for i, b in enumerate(bias)
    ]
    return max(range(len(scores)), key=scores.__getitem__)


def cross_validate(samples: list[Sample], folds: int) -> None:
    """Print the accuracy on sentences the model has not seen."""
    random.Random(SEED).shuffle(samples)
    right: Counter[int] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for fold in range(folds):
        held = samples[fold::folds]
        rest = [s for i, s in enumerate(samples) if i % folds != fold]
        weights, bias = train(rest)
        for found, label in held:
            got = guess(weights, bias, found)
            right[got == label] += 1
            if got != label:
                wrong[TOPICS[label], TOPICS[got]] += 1
    print(f"accuracy {right[True] / len(samples):.3f} on {len(samples)} sentences")
    for (label, got), count in wrong.most_common(15):
        print(f"  {count:3} {label} taken for {got}")


def write(weights: dict[str, list[float]], bias: list[float]) -> None:
    """Write the weights in hundredths, small ones left out."""
    table = {}
    for feature in sorted(weights):
        row = [
            (index, round(weight * 100))
            for index, weight in enumerate(weights[feature])
            if abs(weight) >= KEEP
        ]
        if row:
            table[feature] = row
    # The bias has no share in the length normalisation; topic() scales it instead.
    OUT.write_text(
        json.dumps(
            {"bias": [round(b * 100) for b in bias], "weights": table}, separators=(",", ":")
        )
        + "\n"
    )
    print(f"{OUT.name}: {len(table)} features, {OUT.stat().st_size // 1000} kB")


def main() -> None:
    """Cross-validate with `--folds N`, else train and write."""
    samples = read("questions.jsonl", "topics.jsonl")
    if "--folds" in sys.argv:
        cross_validate(samples, int(sys.argv[sys.argv.index("--folds") + 1]))
    else:
        write(*train(samples))


if __name__ == "__main__":
    main()
