"""`make fuzz`: mutations of the sample files through every reader; the last line is the summary."""

import argparse
import sys
import time
import zlib
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.people.formats.fuzz import GROWN, complaint, grown, run, samples  # noqa: E402


def main() -> int:
    """Run from the command line; the last line is the summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=zlib.crc32(str(time.time_ns()).encode()))
    parser.add_argument("--keep", help="folder for the files that failed")
    options = parser.parse_args()

    failed = 0

    def keep(number: int, content: bytes) -> None:
        (Path(options.keep) / str(number)).write_bytes(content)

    for kind in GROWN:
        if why := complaint(grown(kind, 1_000_000), kind):
            print(f"a megabyte of {kind}: {why}")
            failed += 1
    result = run(options.count, options.seed, keep if options.keep else None)
    for failure in result.failures[:50]:
        print(failure)
    print(
        f"fuzz: {result.tried} mutations of {len(samples())} samples and {len(GROWN)} megabytes of "
        f"the same (seed {options.seed}), "
        f"{failed + len(result.failures)} failed; at most {result.slowest:.0%} of the time and "
        f"{result.largest:.0%} of the memory allowed"
    )
    return bool(failed + len(result.failures))


if __name__ == "__main__":
    sys.exit(main())
