"""What a page makes a browser fetch stays small (fonts and the map apart)."""

import gzip
from pathlib import Path

import askwell

BUILT = Path(askwell.__file__).resolve().parent / "static" / "built"
LIMIT = 150 * 1024


def test_all_styles_and_scripts_together_are_small():
    files = [*BUILT.glob("*.css"), *BUILT.glob("*.js")]
    assert files, "run: make frontend"
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= LIMIT
