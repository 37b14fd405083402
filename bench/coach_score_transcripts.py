"""How well the coach reads transcripts: words per speaker, the seeker, and what every turn of theirs does.

Scored on the talks written for this project, each labelled turn by turn by hand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "tests" / "coach" / "data" / "transcripts"
BARS = {"asks": 0.90, "open or closed": 0.85, "follow-up": 0.75}
Pairs = dict[str, list[tuple[object, object, str]]]


def labels() -> dict[str, dict[str, object]]:
    """File name to its labels."""
    return json.loads((DATA / "labels.json").read_text("utf-8"))


def read(name: str) -> str:
    """The transcript with its line ends as they are."""
    return (DATA / name).read_bytes().decode("utf-8")


def score() -> tuple[list[str], Pairs]:
    """Files with a wrong count or seeker, and (wanted, got, words) for every turn of a seeker."""
    from askwell.coach import review_transcript

    wrong: list[str] = []
    pairs: Pairs = {name: [] for name in BARS}
    for name, wanted in labels().items():
        text = read(name)
        review = review_transcript(text)
        words = {speaker.name: speaker.words for speaker in review.speakers}
        if words != wanted["words"]:
            wrong.append(f"{name}: words {words}, by hand {wanted['words']}")
        if review.me != wanted["me"]:
            wrong.append(f"{name}: seeker {review.me}, by hand {wanted['me']}")
        own = [turn for turn in review.turns if turn.speaker == wanted["me"]]
        if len(own) != len(wanted["turns"]):
            wrong.append(f"{name}: {len(own)} turns, by hand {len(wanted['turns'])}")
        for turn, label in zip(own, wanted["turns"], strict=False):
            said = " ".join(text[slice(*turn.place)].split())
            pairs["asks"].append((label["asks"], turn.asks, said))
            pairs["follow-up"].append((label["follow_up"], turn.follow_up, said))
            if label["asks"] and turn.asks:
                pairs["open or closed"].append(
                    (label["openness"] != "closed", turn.openness != "closed", said)
                )
    return wrong, pairs


def main() -> int:
    """Print the report; 1 when a bar is missed."""
    wrong, pairs = score()
    print(f"\ntranscripts: {len(labels())} talks, {len(pairs['asks'])} turns of seekers")
    print(f"  words per speaker, seeker, turns: {'all right' if not wrong else ''}")
    for line in wrong:
        print(f"    {line}")
    reached = not wrong
    for figure, found in pairs.items():
        right = sum(want == got for want, got, _ in found) / len(found)
        missed = sum(bool(want) and not got for want, got, _ in found)
        false = sum(bool(got) and not want for want, got, _ in found)
        fine = right >= BARS[figure]
        reached &= fine
        print(
            f"  {figure:26} {right:.3f}  (bar {BARS[figure]})  {missed} missed, {false} false{'' if fine else '  BELOW'}"
        )
        if "--errors" in sys.argv:
            for want, got, said in found:
                if want != got:
                    print(f"      [{want} → {got}] {said[-140:]}")
    return int(not reached)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
    sys.exit(main())
