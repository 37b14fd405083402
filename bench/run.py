"""`make bench`: every benchmark in one run, printed as one JSON document.

Each module here has `run() -> dict` and stands its figures beside a floor or a peer measured in the
same run, because machines are shared: quote the ratios, never the seconds.
"""

import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]


def main() -> None:
    """Run the named benchmarks, or all of them."""
    known = [path.stem for path in sorted(HERE.glob("bench_*.py"))]
    wanted = [f"bench_{name}" for name in sys.argv[1:]] or known
    found = {name: importlib.import_module(f"bench.{name}").run() for name in wanted}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
