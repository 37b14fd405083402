"""How well the coach reads letters: F1 per element, with a confusion report.

    PYTHONPATH=src python bench/coach_score_letters.py [FILE.jsonl …] [--errors]

A line of a file holds `text`, `kind`, `channel` and `elements`, the names of those that are there
(labels as in the design's §7; an element counts when it is filled in); `unsure` are not counted.
Without files: the letters the coach was written and trained on, and `letters-held-out`, of which it
has seen none. Run by `make coach-score`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))
DATA = HERE.parent / "tests" / "coach" / "data"
ALONE = ("time_ask", "thanks", "job_ask", "blanks")
TOGETHER = (
    "purpose",
    "availability_or_contact",
    "specific",
    "personal",
    "offer",
    "referral_ask",
)
ALONE_BAR, TOGETHER_BAR = 0.92, 0.85
FEW, ALLOWED = 50, 3  # with fewer to find than that, so many may be missed or seen wrongly


def found_in(row: dict[str, object]) -> set[str]:
    """The names of the elements the review finds in a letter."""
    from askwell.coach import review_letter

    review = review_letter(str(row["text"]), kind=str(row["kind"]), channel=str(row["channel"]))
    found = {name for name in (*ALONE, *TOGETHER) if review.elements.get(name)}
    return found | {"blanks"} if review.blanks else found


def count(rows: list[dict[str, object]]) -> dict[str, tuple[list[str], list[str], int]]:
    """Per element: letters where it was missed, where it was seen wrongly, and how often rightly."""
    seen = {name: (list[str](), list[str](), 0) for name in (*ALONE, *TOGETHER)}
    for row in rows:
        wanted, got = set(row["elements"]), found_in(row)  # type: ignore[call-overload]
        for name, (missed, wrong, right) in seen.items():
            if name in row.get("unsure", ()):  # type: ignore[operator]
                continue
            if name in wanted and name not in got:
                missed.append(str(row["text"]))
            elif name in got and name not in wanted:
                wrong.append(str(row["text"]))
            seen[name] = missed, wrong, right + (name in wanted & got)
    return seen


def f1(missed: int, wrong: int, right: int) -> float:
    """F1; 1 when there was nothing to find and nothing was found."""
    return 2 * right / (2 * right + missed + wrong) if right + missed + wrong else 1.0


def report(name: str, rows: list[dict[str, object]], errors: bool) -> bool:
    """Print figures and confusions of one file; True when every bar is reached."""
    seen = count(rows)
    print(f"\n{name}: {len(rows)} letters")
    marks = {}
    for element, (missed, wrong, right) in seen.items():
        marks[element] = f1(len(missed), len(wrong), right)
        print(
            f"  {element:26} {marks[element]:.3f}  (right {right}, missed {len(missed)}, "
            f"seen wrongly {len(wrong)})"
        )
        for text in (*missed, *wrong) if errors else ():
            print("      " + text.replace("\n", " ")[:150])
    mean = sum(marks[element] for element in TOGETHER) / len(TOGETHER)
    print(f"  mean of the last six       {mean:.3f}  (bar {TOGETHER_BAR})")
    return mean >= TOGETHER_BAR and all(reached(seen[element]) for element in ALONE)


def reached(figures: tuple[list[str], list[str], int]) -> bool:
    """Whether an element that has a bar of its own reaches it; few letters may miss by a few."""
    missed, wrong, right = len(figures[0]), len(figures[1]), figures[2]
    if f1(missed, wrong, right) >= ALONE_BAR:
        return True
    return right + missed < FEW and max(missed, wrong) <= ALLOWED


def main() -> int:
    """Score the files named, or everything there is."""
    named = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    every = [
        report(
            path.stem,
            [json.loads(line) for line in path.read_text("utf-8").splitlines() if line],
            "--errors" in sys.argv,
        )
        for path in named or sorted(DATA.glob("letters*.jsonl"))
    ]
    return int(not all(every))


if __name__ == "__main__":
    sys.exit(main())
