"""`make coach-score`: how well the coach reads questions, with a confusion report.

    PYTHONPATH=src python bench/coach_score.py [FILE.jsonl …] [--errors]

Each line of a file holds `text` and the labels of the question output (openness, topic, offlimits,
strength, multi_barrelled, googleable). Without files: the development set as a whole, then the
questions that were written after the rules. Also scores the rules on the set, by the label each stands for.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))
DATA = HERE.parent / "tests" / "coach" / "data"
HELD_OUT = "questions_heldout.jsonl"
OPENNESS = ("open", "indirect-open", "closed")
BARS = {
    "openness macro-F1": 0.93,
    "off-limits precision": 0.95,
    "off-limits recall (hard)": 0.92,
    "off-limits false alarms": 0.01,
    "multi-barrelled F1": 0.85,
    "googleable F1": 0.70,
    "topic accuracy": 0.75,
}
Pairs = list[tuple[object, object]]


def f1(pairs: Pairs, label: object) -> tuple[float, float, float]:
    """Precision, recall and F1 of one label in (wanted, got) pairs."""
    hit = sum(want == got == label for want, got in pairs)
    said = sum(got == label for _, got in pairs)
    there = sum(want == label for want, _ in pairs)
    precision, recall = hit / said if said else 1.0, hit / there if there else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def score(rows: list[dict[str, object]]) -> tuple[dict[str, float], dict[str, Pairs]]:
    """The figures of the acceptance table, and the (wanted, got) pairs behind each."""
    from askwell.coach import review_questions

    got = [review_questions(str(row["text"])).items[0] for row in rows]
    pairs: dict[str, Pairs] = {
        name: [(row[name], getattr(item, name)) for row, item in zip(rows, got, strict=True)]
        for name in ("openness", "topic", "offlimits", "multi_barrelled", "googleable")
    }
    limits = list(zip(rows, got, strict=True))
    hard = [(row, item) for row, item in limits if row["strength"] == "hard"]
    fine = [item for row, item in limits if row["offlimits"] == "none"]
    found = [row["offlimits"] != "none" for row, item in limits if item.offlimits != "none"]
    figures = {
        "openness macro-F1": sum(f1(pairs["openness"], name)[2] for name in OPENNESS) / 3,
        "off-limits precision": share(found),
        "off-limits recall (hard)": share([item.offlimits != "none" for _, item in hard]),
        "off-limits false alarms": sum(i.offlimits != "none" for i in fine) / max(1, len(fine)),
        "multi-barrelled F1": f1(pairs["multi_barrelled"], True)[2],
        "googleable F1": f1(pairs["googleable"], True)[2],
        "topic accuracy": sum(want == have for want, have in pairs["topic"]) / len(rows),
    }
    return figures, pairs


def share(found: list[bool]) -> float:
    """The share that is true; all of them when there is none."""
    return sum(found) / len(found) if found else 1.0


def report(name: str, rows: list[dict[str, object]], errors: bool) -> bool:
    """Print figures and confusions of one file; True when every bar is reached."""
    figures, pairs = score(rows)
    print(f"\n{name}: {len(rows)} questions")
    reached = True
    for figure, value in figures.items():
        bar = BARS[figure]
        fine = value <= bar if figure.endswith("alarms") else value >= bar
        reached &= fine
        print(f"  {figure:26} {value:.3f}  (bar {bar}){'' if fine else '  BELOW'}")
    for label, found in pairs.items():
        _confusion(label, found, rows, errors)
    return reached


def _confusion(label: str, found: Pairs, rows: list[dict[str, object]], errors: bool) -> None:
    wrong = Counter(pair for pair in found if pair[0] != pair[1])
    print(f"  {label}:", "no confusions" if not wrong else "")
    for (want, got), count in wrong.most_common(8):
        print(f"    {count:3} {want} taken for {got}")
    if errors:
        for row, (want, got) in zip(rows, found, strict=True):
            if want != got:
                print(f"      [{want} → {got}] {row['text']}")


def read(path: Path) -> list[dict[str, object]]:
    """The labelled questions of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def development() -> dict[str, list[dict[str, object]]]:
    """The questions that the rules and the model were made with, and those kept from them."""
    paths = sorted(DATA.glob("questions*.jsonl"))
    seen = [row for path in paths if path.name != HELD_OUT for row in read(path)]
    return {"development": seen, "held out": read(DATA / HELD_OUT)}


def others() -> Iterable[Path]:
    """Scoring scripts of the other families beside this one."""
    return sorted(HERE.glob("coach_score_*.py"))


def main() -> int:
    """Score the files named, or everything there is."""
    named = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    parts = {path.stem: read(path) for path in named} or development()
    reached = [report(name, rows, "--errors" in sys.argv) for name, rows in parts.items()]
    for path in others() if not named else ():
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        reached.append(not module.main())
    return int(not all(reached))


if __name__ == "__main__":
    sys.exit(main())
