"""Draws `docs/growth.svg` from what `bench/run.py pages` printed: times by size of notebook.

    .venv/bin/python bench/run.py pages > pages.json && .venv/bin/python tools/growth_plot.py pages.json

Both axes are logarithmic; each line keeps its name and dash in print and in either theme.
"""

import json
import math
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "docs" / "growth.svg"
WIDTH, HEIGHT = 760, 430
LEFT, RIGHT, TOP, BOTTOM = 64, 170, 56, 56
LINES = {
    "person": ("a person", "ours", ""),
    "list": ("people, 50 lines", "ours second", ""),
    "search": ("search as you type", "ours third", ""),
    "bare list": ("bare view of 50 rows", "floor", "6 4"),
    "bare person": ("bare view of a person", "floor", "2 4"),
    "constant": ("constant view", "floor", "1 3"),
}
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #2b2a27 } .soft { fill: #6b675e }
.grid { stroke: #d9d3c6 } .ours { stroke: #1d4e89 } .second { stroke: #9c3d10 } .third { stroke: #2f6b3a }
.floor { stroke: #7d786c } path { fill: none; stroke-width: 2.5 } .back { fill: #fbf8f1 }
@media (prefers-color-scheme: dark) {
text { fill: #ece7dc } .soft { fill: #aaa497 } .grid { stroke: #45423b } .ours { stroke: #8db8ea }
.second { stroke: #f0a376 } .third { stroke: #8fcf9c } .floor { stroke: #969082 } .back { fill: #1d1c19 }
}
"""


def drawn(found: dict[str, Any]) -> str:
    """The drawing as text."""
    sizes = [int(size) for size in found["sizes"]]
    rows = {
        name: [found["sizes"][str(size)]["pages"][name]["p50"] for size in sizes] for name in LINES
    }
    most = max(max(row) for row in rows.values()) * 1.3
    across = _scale(sizes[0], sizes[-1], LEFT, WIDTH - RIGHT)
    up = _scale(0.5, most, HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="title about">',
        '<title id="title">Milliseconds by number of people</title>',
        f'<desc id="about">{_told(sizes, rows)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="back" width="{WIDTH}" height="{HEIGHT}" rx="8"/>',
        '<text x="20" y="30">Milliseconds over HTTP (middle of the measurements), by number of people '
        "with five notes each</text>",
    ]
    for value in (1, 2, 5, 10, 20, 50, 100, 200):
        if value <= most:
            y = up(value)
            parts.append(f'<path class="grid" d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke-width="1"/>')
            parts.append(
                f'<text class="soft" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value}</text>'
            )
    for size in sizes:
        x = across(size)
        parts.append(
            f'<text class="soft" x="{x}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{size:,}</text>'
        )
    parts += _lines(sizes, rows, across, up)
    return "\n".join([*parts, "</svg>", ""])


def _lines(sizes: list[int], rows: dict[str, list[float]], across: Any, up: Any) -> list[str]:
    parts, taken = [], []
    for name, values in sorted(rows.items(), key=lambda item: -item[1][-1]):
        words, look, dash = LINES[name]
        points = "L".join(f"{across(s)} {up(v)}" for s, v in zip(sizes, values, strict=True))
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<path class="{look}"{dashes} d="M{points}"/>')
        y = up(values[-1]) + 4
        y = max(y, taken[-1] + 16) if taken else y
        taken.append(y)
        parts.append(f'<text x="{WIDTH - RIGHT + 10}" y="{round(y, 1)}">{words}</text>')
    return parts


def _scale(low: float, high: float, start: float, end: float) -> Any:
    span = math.log(high) - math.log(low)
    return lambda value: round(start + (math.log(value) - math.log(low)) / span * (end - start), 1)


def _told(sizes: list[int], rows: dict[str, list[float]]) -> str:
    return "; ".join(
        f"{LINES[name][0]}: {', '.join(f'{v} ms at {s:,}' for s, v in zip(sizes, row, strict=True))}"
        for name, row in rows.items()
    )


if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(drawn(json.loads(Path(sys.argv[1]).read_text())["bench_pages"]))
