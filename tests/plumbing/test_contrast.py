"""The colours of both themes, measured: text 4.5 : 1, edges of controls 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "frontend" / "styles" / "tokens.css"
GROUNDS = ["paper", "sheet", "mark", "pen-wash", "good-wash", "warm-wash"]
TEXT_PAIRS = [
    *[("ink", ground) for ground in GROUNDS],
    *[("soft", ground) for ground in GROUNDS if ground != "mark"],
    *[("pen", ground) for ground in ("paper", "sheet", "pen-wash", "mark")],
    *[("pen-deep", ground) for ground in ("paper", "sheet", "pen-wash")],
    *[("good", ground) for ground in ("paper", "sheet", "good-wash")],
    *[("warm", ground) for ground in ("paper", "sheet", "warm-wash", "mark")],
    ("sheet", "pen"),
    ("sheet", "pen-deep"),
    ("soft", "line"),
]
EDGE_PAIRS = [("edge", "paper"), ("edge", "sheet"), ("good", "paper"), ("pen", "paper")]


def _tokens(theme: int) -> dict[str, str]:
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", TOKENS.read_text())
    return {name: (light, dark)[theme] for name, light, dark in found}


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"),
    [(*pair, 4.5) for pair in TEXT_PAIRS] + [(*pair, 3.0) for pair in EDGE_PAIRS],
)
def test_colours_can_be_told_apart(theme: int, front: str, ground: str, least: float) -> None:
    tokens = _tokens(theme)
    assert _contrast(tokens[front], tokens[ground]) >= least
